import type { Language } from './numbers.js';

/** What begins with a digit or a sign and has more than digits: a code, a month, a file name, a negative number, a number with its cell. */
const TOKEN =
  /(?<![A-Za-z0-9])(?:\d[\d.,/]* \([A-Z]+\d+\)|\d(?:[!-~]*[A-Za-z0-9])|[-#][A-Za-z0-9](?:[!-~]*[A-Za-z0-9])?)[!%]?/g;
const DIGITS = /^\d+$/;

/** A name in Persian script with the quotation mark that closes it. */
const QUOTED = /(\p{Script=Arabic}[^«»“”]*[»”])/gu;

/**
 * A sentence for a page: in Persian, codes, months and negative numbers keep their order. Without the marks `1399-R03-0001` is
 * shown as R03-0001-1399 and -5 as 5-; what begins with a Latin letter holds by itself. In
 * English, Persian names that follow each other stay in the order of the sentence.
 */
export function held(language: Language, text: string): string {
  if (language !== 'fa') return text.replace(QUOTED, '$1\u200e');
  // A left-to-right mark makes what follows run to the right; the right-to-left mark behind gives the sentence its way back.
  return text.replace(TOKEN, (token) => (DIGITS.test(token) ? token : `\u200e${token}\u200e\u200f`));
}
