import { invariant } from '../domain/invariant.js';

const LONGEST = 32_767;
// Control characters and non-characters that XML or a sheet cannot hold, direction overrides and isolates that would let
// a typed text turn its neighbours round. Zero-width joiners stay: Persian needs them.
const FORBIDDEN = /(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}|[\u202a-\u202e\u2066-\u2069]/gu;
const LONE_SURROGATE = /\p{Surrogate}/gu;
const ESCAPE_LIKE = /_(x[0-9A-Fa-f]{4}_)/g;

/** Any text as a sheet can hold it: well-formed, at most 32,767 characters, nothing that a program would decode. */
export function sheetText(text: string): string {
  const wellFormed = text.replace(LONE_SURROGATE, '\ufffd').replace(FORBIDDEN, '').replace(/\r\n?/g, '\n');
  // A spreadsheet reads `_x0041_` as an escaped letter; escaping its underscore keeps the text as typed.
  const literal = wellFormed.replace(ESCAPE_LIKE, '_x005F_$1');
  if (literal.length <= LONGEST) return literal;
  return `${literal.slice(0, LONGEST - 1).replace(LONE_SURROGATE, '')}…`;
}

/** A number that a sheet can hold; infinity or "not a number" here is a fault of our own measures. */
export function sheetNumber(value: number): number {
  invariant(Number.isFinite(value), `a sheet holds finite numbers only, not ${value}`);
  return value;
}

/** Text in a page header or footer, where `&` begins a code and 255 characters are the limit. */
export function pageText(text: string): string {
  return sheetText(text).replaceAll('\n', ' ').replaceAll('&', '&&').slice(0, 120);
}

/** A sheet's name as programs accept it: 31 characters, none of `* ? : \ / [ ]`. */
export function sheetName(text: string): string {
  return sheetText(text)
    .replace(/[*?:\\/[\]]/g, ' ')
    .slice(0, 31);
}
