import { foldWords } from '../../domain/text/normalise.js';

const UNITS = [
  'صفر',
  'یک',
  'دو',
  'سه',
  'چهار',
  'پنج',
  'شش',
  'هفت',
  'هشت',
  'نه',
  'ده',
  'یازده',
  'دوازده',
  'سیزده',
  'چهارده',
  'پانزده',
  'شانزده',
  'هفده',
  'هجده',
  'نوزده',
  'بیست',
];
const ORDINALS = ['', 'یکم', 'دوم', 'سوم', 'چهارم', 'پنجم', 'ششم', 'هفتم', 'هشتم', 'نهم', 'دهم', 'یازدهم', 'دوازدهم'];
const NUMBER = `\\d{1,2}|${[...UNITS.slice(1), ...ORDINALS.slice(1), 'اول'].sort((a, b) => b.length - a.length).join('|')}`;
const MENTION = new RegExp(`(?<!\\p{L})(?:منطقه|ناحیه|district)[ :]*(?:شماره ?)?(${NUMBER})(?![\\p{L}\\p{Nd}])`, 'gu');
const SHORT = /^م ?\.? ?(\d{1,2})$/u;

function numberOf(word: string): number {
  if (/^\d+$/.test(word)) return Number(word);
  if (word === 'اول') return 1;
  return Math.max(UNITS.indexOf(word), ORDINALS.indexOf(word));
}

/** Every district that a text names by number: «منطقه ۳», «شهرداری منطقه سه», «منطقه سوم». «منطقه ۱۲» is never «منطقه ۱». */
export function districtsIn(text: string): number[] {
  const words = foldWords(text.slice(0, 300));
  return [...new Set([...words.matchAll(MENTION)].map((match) => numberOf(match[1] ?? '')))];
}

/** The district that a cell names as a whole: «۳», «منطقه سه», «م3», «شهرداری منطقه ۳»; null = none or several. */
export function districtNumber(text: string): number | null {
  const words = foldWords(text);
  if (/^\d{1,2}$/.test(words)) return Number(words);
  const short = SHORT.exec(words);
  if (short?.[1]) return Number(short[1]);
  const found = districtsIn(text);
  return found.length === 1 ? (found[0] ?? null) : null;
}
