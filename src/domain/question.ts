import { type Calendar, monthOf, type Period, yearOf } from './calendar.js';
import { FINDINGS } from './catalogue/findings.js';
import type { FactField } from './fact.js';
import type { Finding, FindingCode } from './finding.js';

/**
 * Where a question stands: `open` = the department owes an answer; `answered` = the office has yet to read the answer;
 * `acknowledged` = the office took the answer, the oddity is known with who and why; `corrected` = the figure was mended.
 */
export type QuestionState = 'open' | 'answered' | 'acknowledged' | 'corrected';

/** What happened to a question. `rejected` = the office could not take the answer, so that the question is open again. */
export interface QuestionEvent {
  action: 'asked' | 'answered' | 'rejected' | 'acknowledged' | 'corrected';
  /** The month of the submission, or of the question where the office acts. */
  period: Period;
  /** Of `asked`: where the figure stands and its numbers. */
  finding: Pick<Finding, 'place' | 'params'> | null;
  /** The answer, or the words of the office. */
  text: string | null;
  by: string | null;
  /** The file that brought it; null = entered by a person at the command line. */
  submission: number | null;
  at: string;
}

/** What makes two questions the same: who is asked about which figure, and why. */
export interface QuestionHead {
  id: number;
  department: string;
  /** Project or indicator; for a whole sheet the department's own code. */
  code: string;
  /** Null = the whole row or sheet. */
  field: FactField | null;
  findingCode: FindingCode;
  /** The month of the figure, or for a lasting state its fiscal year as text. */
  holdsFor: string;
}

/** A question to a department about figures that count, with all that happened to it. */
export interface Question extends QuestionHead {
  state: QuestionState;
  /** As asked last: code, place, numbers. */
  finding: Finding;
  /** The month of the figure as asked last. */
  period: Period;
  /** The month since which it waits for an answer; null = it does not wait. */
  openSince: Period | null;
  answer: { text: string; by: string; at: string } | null;
  /** The office's last words: why an answer was taken or not. */
  remark: { text: string; by: string; at: string } | null;
  events: readonly QuestionEvent[];
}

/**
 * States that last until they are mended: asked once a fiscal year, not once a month. All others are events of one month.
 * An accepted answer to a lasting state holds for its year.
 */
const LASTING: ReadonlySet<FindingCode> = new Set<FindingCode>([
  'SUB_SPENT_WITHOUT_BUDGET',
  'SUB_LIFE_OUTSIDE',
  'SUB_OVER_BUDGET',
  'SUB_ALLOCATED_OVER_APPROVED',
  'SUB_COMMITTED_OVER_APPROVED',
  'SUB_SPENT_OVER_ALLOCATED',
  'SUB_SPENT_OVER_COMMITTED',
  'SUB_SPENDING_NO_PROGRESS',
  'SUB_NINETY_FOR_EVER',
  'SUB_UNCHANGED',
  'SUB_ROUND_NUMBERS',
  'SUB_UNLIKE_PEERS',
]);

/** Whether a finding is a question that travels. A stored one may have a code of another version: no question of ours. */
export const isQuestion = ({ code }: Pick<Finding, 'code'>): boolean => FINDINGS[code]?.severity === 'question';

export const isLasting = (code: FindingCode): boolean => LASTING.has(code);

/** For what a question is asked: «1399-06» for an event, «1399» for a lasting state. */
export function holdsFor(calendar: Calendar, code: FindingCode, period: Period): string {
  return isLasting(code) ? String(yearOf(calendar, period)) : period;
}

const STATE_AFTER: Record<QuestionEvent['action'], QuestionState> = {
  asked: 'open',
  rejected: 'open',
  answered: 'answered',
  acknowledged: 'acknowledged',
  corrected: 'corrected',
};

/** A question from its events, oldest first. */
export function questionOf(head: QuestionHead, events: readonly QuestionEvent[]): Question {
  const question: Question = {
    ...head,
    state: 'open',
    finding: { code: head.findingCode, place: {}, params: {} },
    period: events[0]?.period ?? '',
    openSince: null,
    answer: null,
    remark: null,
    events,
  };
  for (const { action, period, finding, text, by, at } of events) {
    const wasOpen = question.openSince !== null;
    question.state = STATE_AFTER[action];
    if (action === 'asked' && finding) {
      question.finding = { code: head.findingCode, ...finding };
      question.period = period;
    }
    question.openSince = question.state !== 'open' ? null : wasOpen ? question.openSince : period;
    const said = text === null ? null : { text, by: by ?? '', at };
    if (action === 'answered') question.answer = said;
    if (action === 'rejected' || action === 'acknowledged') question.remark = said;
  }
  return question;
}

/** What was answered before the answer that stands, oldest first. */
export function earlierAnswers({ events }: Pick<Question, 'events'>): { text: string; by: string; at: string }[] {
  return events
    .filter(({ action }) => action === 'answered')
    .slice(0, -1)
    .map(({ text, by, at }) => ({ text: text ?? '', by: by ?? '', at }));
}

/** A question as it stands at a period. */
export interface StandingQuestion extends Question {
  /** Months for which it has waited for an answer; 0 = asked now, or it does not wait. */
  waited: number;
  /** About a year whose accounts are long closed: kept on record, but nobody is asked any more. */
  lapsed: boolean;
  /** It waits longer than the configuration allows: it stands before the manager. */
  escalated: boolean;
}

/** Months for which a question has waited at a period: asked in the fifth month, it has waited one in the sixth. */
export function monthsWaited(calendar: Calendar, { openSince }: Pick<Question, 'openSince'>, period: Period): number {
  if (openSince === null) return 0;
  const months = (at: Period) => yearOf(calendar, at) * 12 + Math.min(12, monthOf(calendar, at));
  return Math.max(0, months(period) - months(openSince));
}

/** The number by which people name a question: `Q12`. */
export const questionLabel = (id: number): string => `Q${id}`;

/** `Q12`, `q 12` and `12` with any digits are question 12; anything else is none. */
export function questionNumber(text: string): number | null {
  const plain = text.replace(/[۰-۹٠-٩]/gu, (digit) => String((digit.codePointAt(0) ?? 0) & 0xf));
  const match = /^\s*[Qq]?\s*(\d{1,9})\s*$/.exec(plain);
  return match ? Number(match[1]) : null;
}
