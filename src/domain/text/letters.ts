/** Zero-width and direction marks, soft hyphen and byte order mark; the zero-width non-joiner is not among them. */
const INVISIBLE = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]|\u200d/g;
const CONTROL = /\p{Cc}/gu;
/** Short vowels, tanwin and the combining hamza. */
const MARKS = /[\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06ed]/g;
const TATWEEL = /\u0640/g;
const ZWNJ = /\u200c/g;
/** Shapes that old programs and PDF files store in place of letters, and the rial sign. */
const PRESENTATION_FORMS = /[\ufb50-\ufdff\ufe70-\ufefe]+/g;

const KEY_LETTERS: Record<string, string> = {
  ي: 'ی',
  ى: 'ی',
  ئ: 'ی',
  ې: 'ی',
  ك: 'ک',
  ة: 'ه',
  ۀ: 'ه',
  ە: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  آ: 'ا',
  أ: 'ا',
  إ: 'ا',
  ٱ: 'ا',
  ؤ: 'و',
  ء: '',
  '٪': '%',
};

/** Persian (۰–۹) and Arabic-Indic (٠–٩) digits as ASCII digits; everything else stays. */
export function foldDigits(text: string): string {
  return text.replace(/[۰-۹٠-٩]/g, (digit) => String(digit.charCodeAt(0) & 0xf));
}

/**
 * Text as we show it: Persian ی and ک, no direction marks, odd blanks as plain ones, collapsed and trimmed.
 * Short vowels, digits and the zero-width non-joiner stay, since they are how the sender writes.
 */
export function cleanText(text: string): string {
  return text
    .normalize('NFC')
    .replace(PRESENTATION_FORMS, (shapes) => shapes.normalize('NFKC'))
    .replace(INVISIBLE, '')
    .replace(TATWEEL, '')
    .replace(CONTROL, ' ')
    .replace(/[يى]/g, 'ی')
    .replace(/ك/g, 'ک')
    .replace(/[\s\u200c]+/g, (gap) => (/\s/.test(gap) ? ' ' : '\u200c'))
    .replace(/^[\s\u200c]+|[\s\u200c]+$/g, '');
}

/** Text for finding words: folded letters and digits, lower case, non-joiners as blanks. Never shown to anybody. */
export function foldWords(text: string): string {
  const shaped = foldDigits(text.normalize('NFKC')).replace(INVISIBLE, '').replace(TATWEEL, '').replace(MARKS, '');
  return shaped
    .replace(/[يىئېكةۀەہھآأإٱؤء٪]/g, (letter) => KEY_LETTERS[letter] ?? letter)
    .toLowerCase()
    .replace(/[\s\u200c\p{Cc}]+/gu, ' ')
    .trim();
}

/**
 * The key by which labels match: folded, lower case, only letters, digits, `#` and `%`. Brackets are unwrapped,
 * so that «پیشرفت فیزیکی - برنامه‌ای» and «پيشرفت فيزيكي برنامه اي» give one key.
 */
export function squash(text: string): string {
  return foldWords(text.replace(ZWNJ, '')).replace(/[^\p{L}\p{Nd}#%]/gu, '');
}
