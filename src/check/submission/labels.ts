import { cleanText, foldDigits } from '../../domain/text/normalise.js';

/** Words that open a line of totals. «جمع‌آوری» and «جمعه‌بازار» are works of a city, so only whole words count. */
const TOTAL_WORDS = new Set([
  'جمع',
  'جمع‌کل',
  'جمعکل',
  'سرجمع',
  'مجموع',
  'کل',
  'میانگین',
  'total',
  'totals',
  'subtotal',
  'sum',
  'average',
  'grand',
]);
const OTHER_SENSE = /^(?:[آا]ور|بند|شدن)/;
const CARRIED = /^(?:نقل (?:از|به) صفحه|brought forward|carried forward)/;

/** «جمع کل», «جمع منطقه ۳», `Total`: a line that repeats other lines and is never data. */
export function isTotalLabel(text: string): boolean {
  const words = cleanText(text)
    .toLowerCase()
    .replace(/[:*.()«»[\]]/g, ' ')
    .trim()
    .split(/\s+/);
  const [first = '', second = ''] = words;
  if (CARRIED.test(words.join(' '))) return true;
  if (first === 'کل' || first === 'grand') return words.length === 1 || TOTAL_WORDS.has(second);
  return TOTAL_WORDS.has(first) && !OTHER_SENSE.test(second);
}

const SIGNATURE =
  /^(?:امضا|مهر و امضا|نام و امضا|ته[یي]ه[ \u200c]?کننده|تنظ[یي]م[ \u200c]?کننده|تا[یي][یي]د[ \u200c]?کننده|تأ[یي][یي]د[ \u200c]?کننده|تصو[یي]ب[ \u200c]?کننده|مد[یي]ر |رئ[یي]س |مسئول |کارشناس|prepared by|approved by|signature|signed)/iu;

/** «تهیه‌کننده: …», `Approved by`: a line for people, below the table. */
export function isSignatureLabel(text: string): boolean {
  return SIGNATURE.test(cleanText(text));
}

/** A value behind a label in one cell: «ماه: شهریور ۱۳۹۹» → label and value. */
export function labelled(text: string): { label: string; value: string } | null {
  const match = /^([^:：]{2,40})[:：]\s*(\S.*)$/su.exec(cleanText(text));
  return match ? { label: (match[1] ?? '').trim(), value: (match[2] ?? '').trim() } : null;
}

const PERSIAN_LETTERS = ['الف', 'ب', 'پ', 'ت', 'ث', 'ج', 'چ', 'ح', 'خ', 'د'];
const ABJAD_LETTERS = ['الف', 'ب', 'ج', 'د', 'ه', 'و', 'ز', 'ح', 'ط', 'ی'];
const LATIN_LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/** 1, 2, 3 …, (1) (2) (3=1+2), «الف ب ج» or A B C below the header, in any order: people number the columns of official forms. */
export function isNumbering(texts: readonly string[], columns: number): boolean {
  if (texts.length < 3 || texts.length < columns) return false;
  const marks = texts.map((text) =>
    foldDigits(cleanText(text)).replace(/[()]/g, '').replace(/=.*$/, '').trim().toLowerCase(),
  );
  const series = [marks.map((_, index) => `${index + 1}`), PERSIAN_LETTERS, ABJAD_LETTERS, LATIN_LETTERS];
  const sorted = [...marks].sort().join(' ');
  return series.some(
    (known) => known.length >= marks.length && known.slice(0, marks.length).sort().join(' ') === sorted,
  );
}
