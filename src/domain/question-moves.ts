import { type AnswerGiven, fateOf, questionsMeant } from './answer.js';
import { type Calendar, comparePeriods, type Period } from './calendar.js';
import type { FactField, Statement } from './fact.js';
import type { Finding } from './finding.js';
import { holdsFor, isLasting, type Question, type QuestionEvent, questionOf } from './question.js';

/** What a submission does to the questions of its department. */
export interface SubmissionWords {
  department: string;
  period: Period;
  statements: readonly Pick<Statement, 'code' | 'field'>[];
  /** Only findings that are questions. */
  asked: readonly Finding[];
  answers: readonly AnswerGiven[];
}

type Event = Pick<QuestionEvent, 'action' | 'finding' | 'text' | 'by'>;

/** An event for a known question, or a question that is asked for the first time. */
export type QuestionMove =
  | { question: Question; event: Event }
  | { question: null; finding: Finding; code: string; field: FactField | null; holdsFor: string };

/** The figure of which a question speaks: `code` and `field` stand among its parameters; no field = the whole row. */
export function subjectOf({ params }: Finding): { code: string; field: FactField | null } {
  const field = String(params.field ?? '');
  return { code: String(params.code ?? ''), field: field === '' ? null : (field as FactField) };
}

const keyOf = (code: string, field: FactField | null): string => `${code} ${field ?? ''}`;

/** Two sheets may call the same column differently: its header is no number. */
const numbersOf = ({ params: { header, ...numbers } }: Finding): string =>
  JSON.stringify(Object.entries(numbers).sort(([one], [other]) => (one < other ? -1 : 1)));

const sameNumbers = (one: Finding, other: Finding): boolean => numbersOf(one) === numbersOf(other);

/** The same question is not asked twice for the same fact: only new numbers open it again, and no number opens what was accepted for the year. */
function asksAgain(question: Question, finding: Finding): boolean {
  if (question.state === 'corrected') return true;
  if (sameNumbers(question.finding, finding)) return false;
  return question.state === 'open' || !isLasting(finding.code);
}

/** Whether a submission speaks again of the figure of a question: the same month, or for a lasting state any later one. */
function restates(
  calendar: Calendar,
  question: Question,
  words: SubmissionWords,
  stated: ReadonlySet<string>,
): boolean {
  const { code, field, department, period } = question;
  const time = comparePeriods(calendar, words.period, period);
  if (time < 0 || (time > 0 && !isLasting(question.findingCode))) return false;
  if (code === department) return words.statements.length > 0;
  return field === null ? [...stated].some((key) => key.startsWith(`${code} `)) : stated.has(keyOf(code, field));
}

/**
 * What one submission does to its department's questions, in order: what is asked, what was mended, what is answered.
 * A question about a figure that is stated again and raises no question any more is closed as corrected; what the same file
 * answers to it is kept with it.
 */
export function movesOf(calendar: Calendar, known: readonly Question[], words: SubmissionWords): QuestionMove[] {
  const moves: QuestionMove[] = [];
  const fired = new Set<string>();
  const asked = new Set<string>();
  for (const finding of words.asked) {
    const { code, field } = subjectOf(finding);
    const same = `${finding.code} ${keyOf(code, field)}`;
    if (asked.has(same)) continue;
    asked.add(same);
    const holds = holdsFor(calendar, finding.code, words.period);
    fired.add(keyOf(code, field));
    const question = known.find(
      (one) => one.code === code && one.field === field && one.findingCode === finding.code && one.holdsFor === holds,
    );
    const event: Event = { action: 'asked', finding, text: null, by: null };
    if (!question) moves.push({ question: null, finding, code, field, holdsFor: holds });
    else if (asksAgain(question, finding)) moves.push({ question, event });
  }
  const stated = new Set(words.statements.map(({ code, field }) => keyOf(code, field)));
  for (const question of known) {
    const waits = question.state === 'open' || question.state === 'answered';
    if (!waits || fired.has(keyOf(question.code, question.field))) continue;
    if (!restates(calendar, question, words, stated)) continue;
    const answers = words.answers.filter(({ fromNote }) => !fromNote);
    moves.push(...answersTo([question], { ...words, answers }), {
      question,
      event: { action: 'corrected', finding: null, text: null, by: null },
    });
  }
  return moves;
}

/** Answers to questions as they stand after the submission was counted; an answer that was given before is not given again. */
export function answersTo(known: readonly Question[], words: Pick<SubmissionWords, 'department' | 'answers'>) {
  return words.answers.flatMap((answer) =>
    questionsMeant(known, answer)
      .filter((question) => fateOf(question, answer) === 'taken')
      .map((question) => ({
        question,
        event: { action: 'answered' as const, finding: null, text: answer.text, by: answer.by ?? words.department },
      })),
  );
}

const isFirst = (move: QuestionMove) => move.question === null;

/** Questions as they stand after moves of which nothing is stored yet; new ones have the number 0. */
export function standingAfter(
  known: readonly Question[],
  moves: readonly QuestionMove[],
  { department, period }: Pick<SubmissionWords, 'department' | 'period'>,
): Question[] {
  const source = { period, submission: null, at: '' };
  const asked = moves.flatMap((move): Question[] => {
    if (!isFirst(move)) return [];
    const { finding, code, field, holdsFor: holds } = move;
    const head = { id: 0, department, code, field, findingCode: finding.code, holdsFor: holds };
    return [questionOf(head, [{ action: 'asked', finding, text: null, by: null, ...source }])];
  });
  const moved = known.map((question) => {
    const events = moves.flatMap((move) =>
      !isFirst(move) && move.question.id === question.id ? [{ ...move.event, ...source }] : [],
    );
    return events.length === 0 ? question : questionOf(question, [...question.events, ...events]);
  });
  return [...moved, ...asked];
}
