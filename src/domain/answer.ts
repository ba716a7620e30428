import type { Place } from './finding.js';
import type { Question } from './question.js';
import { cleanText } from './text/normalise.js';

/** An answer that a sheet gives: to one question by its number, or to every open question about a code. */
export interface AnswerGiven {
  question: number | null;
  code: string | null;
  text: string;
  /** Who answers; null = the department. */
  by: string | null;
  /** The row's ordinary remark counts as an answer only where a question is open. */
  fromNote: boolean;
  /** The cell of its words. */
  place: Place;
}

/** Whether two answers say the same; blanks, marks of direction and kinds of letters make no difference. */
export function sameWords(one: string, other: string): boolean {
  const plain = (text: string) => cleanText(text).replace(/\s+/gu, ' ').trim();
  return plain(one) === plain(other);
}

/**
 * What becomes of an answer at a question. `taken` = it stands from now on; `onRecord` = it stands already; `closed` = the office
 * took another answer, or the figure was corrected; `again` = the same words were not taken before, or the figure has moved since.
 */
export type AnswerFate = 'taken' | 'onRecord' | 'closed' | 'again';

export function fateOf({ state, answer }: Question, { text, fromNote }: AnswerGiven): AnswerFate {
  const same = answer !== null && sameWords(answer.text, text);
  if (state === 'open') return same ? 'again' : 'taken';
  if (same) return 'onRecord';
  return state === 'answered' && !fromNote ? 'taken' : 'closed';
}

/** The questions of which an answer speaks: that of its number, else the open ones about its code. */
export function questionsMeant(known: readonly Question[], { question, code }: AnswerGiven): Question[] {
  return known.filter((one) => (question === null ? one.code === code && one.state === 'open' : one.id === question));
}
