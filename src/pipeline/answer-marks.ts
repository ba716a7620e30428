import { sameWords } from '../domain/answer.js';
import type { Finding } from '../domain/finding.js';
import type { FormQuestion } from '../domain/form.js';
import { isCounted } from '../domain/outcome.js';
import { type Question, type QuestionEvent, questionNumber } from '../domain/question.js';
import { type Conversation, isSameList } from './line-settled.js';
import type { Placed } from './return-marks.js';
import type { SentFile } from './sent-rows.js';

/** Whether a finding tells of an answer that was not recorded; its words are the parameter `said`. */
export const tellsAnswer = ({ code }: Pick<Finding, 'code'>): boolean => code.startsWith('SUB_ANSWER_');

const wordsOf = ({ params }: Finding): string => String(params.said ?? '');

/**
 * Whether nothing is left to do about an answer that was not recorded: its words were recorded since, its question moved on, a
 * newer file tells of the same words, a returned form that carried them came back without them, or the sender's own list came again
 * and left them out.
 */
export function isAnswerSettled(
  { finding, file }: Placed,
  { sent, after, isOurs }: Conversation,
  questions: readonly Question[],
): boolean {
  const own = sent[file];
  if (!own) return false;
  const words = wordsOf(finding);
  const since = (event: QuestionEvent): boolean => isSince(event, own);
  const isTaken = questions.some(({ events }) =>
    events.some((event) => event.action === 'answered' && sameWords(event.text ?? '', words) && since(event)),
  );
  if (isTaken || movedOn(finding, questions, since)) return true;
  return [...sent.slice(file + 1), ...after].some((newer) => {
    const { record, form } = newer;
    if (record.findings.some((one) => tellsAnswer(one) && sameWords(wordsOf(one), words))) return true;
    if (form !== null)
      return form.seen?.has(own.record.sha256) && form.gone.some((entry) => sameWords(entry.at(-1) ?? '', words));
    // A list of figures without a column of answers leaves out no answer that stood beside a row.
    const isBesideRow = own.rows.some(({ sheet }) => sheet === (finding.place.sheet ?? null));
    return own.form === null && !isBesideRow && isCounted(record) && isSameList(own, newer, isOurs);
  });
}

/** By a later file, or by a person after the file was received. */
function isSince({ submission, at }: QuestionEvent, { record }: SentFile): boolean {
  return submission === null ? at > record.receivedAt : submission > record.id;
}

/** Repeated words stand no longer against a question that is not open; a closed one is settled by the next word on it. */
function movedOn(
  { code, params }: Finding,
  questions: readonly Question[],
  since: (event: QuestionEvent) => boolean,
): boolean {
  const number = questionNumber(String(params.question ?? ''));
  const question = questions.find(({ id }) => id === number);
  if (!question) return false;
  if (code === 'SUB_ANSWER_AGAIN') return question.state !== 'open';
  return code === 'SUB_ANSWER_CLOSED' && question.events.some((event) => event.action !== 'asked' && since(event));
}

/**
 * Answers that wait to be placed, for the returned form's sheet of questions: with the number of a question written beside them
 * they count, cleared they are settled. Words given again to an open question stand beside its own line already.
 */
export function carriedAnswers(open: readonly Placed[]): FormQuestion[] {
  return open
    .filter(({ finding }) => tellsAnswer(finding) && finding.code !== 'SUB_ANSWER_AGAIN')
    .map(({ finding, mark }) => ({
      label: finding.code === 'SUB_ANSWER_CLOSED' ? String(finding.params.question) : '',
      code: mark.row ?? '',
      text: mark.message,
      ...{ answer: wordsOf(finding), by: null, acknowledged: null },
    }));
}
