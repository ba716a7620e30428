import { type AnswerGiven, fateOf, questionsMeant, sameWords } from '../../domain/answer.js';
import type { Finding } from '../../domain/finding.js';
import { isQuestion, type Question, questionLabel } from '../../domain/question.js';
import { movesOf, standingAfter } from '../../domain/question-moves.js';
import { finding } from './place.js';
import type { SubmissionContext, SubmissionReading } from './submission.js';

/**
 * Answers that change nothing, each told at its cell with its words and how the question stands after this file. An answer that
 * is on record already, and an ordinary remark, need no word.
 */
export function answersTold(
  reading: Pick<SubmissionReading, 'department' | 'period' | 'status' | 'statements' | 'findings' | 'answers'>,
  { questions = () => [], calendar }: Pick<SubmissionContext, 'questions' | 'calendar'>,
): Finding[] {
  const { department, period, status, statements, findings } = reading;
  const answers = reading.answers.filter(({ fromNote }) => !fromNote);
  if (answers.length === 0 || department === null) return [];
  const known = questions(department);
  if (period === null || status === 'refused') return answers.flatMap((answer) => told(known, answer));
  const words = { department, period, statements, asked: findings.filter(isQuestion), answers: reading.answers };
  const standing = standingAfter(known, movesOf(calendar, known, words), words);
  return answers.flatMap((answer) => told(standing, answer));
}

function told(known: readonly Question[], answer: AnswerGiven): Finding[] {
  const meant = questionsMeant(known, answer);
  if (meant.length > 0) return meant.flatMap((question) => toldOf(question, answer));
  const own = known.filter(({ code }) => code === answer.code);
  if (own.some((one) => one.answer !== null && sameWords(one.answer.text, answer.text))) return [];
  const last = own.at(-1);
  if (last && last.state !== 'answered') return [closed(last, answer)];
  const { code, text: said } = answer;
  const waiting = { question: last ? questionLabel(last.id) : NOTHING, kept: last?.answer?.text ?? NOTHING };
  return [finding('SUB_ANSWER_NO_QUESTION', answer.place, { code: code ?? '', said, ...waiting })];
}

/** What stands in a slot whose sentence is not said. */
const NOTHING = '—';

function toldOf(question: Question, answer: AnswerGiven): Finding[] {
  const fate = fateOf(question, answer);
  if (fate === 'closed') return [closed(question, answer)];
  if (fate !== 'again') return [];
  const { events, remark } = question;
  const since = events.slice(events.findLastIndex(({ action }) => action === 'answered') + 1);
  const rejected = since.some(({ action }) => action === 'rejected') ? remark : null;
  const asked = since.findLast(({ action }) => action === 'asked');
  const params = {
    ...{ question: questionLabel(question.id), said: answer.text },
    ...{ by: rejected?.by ?? NOTHING, reason: rejected?.text ?? NOTHING, period: asked?.period ?? NOTHING },
  };
  return [finding('SUB_ANSWER_AGAIN', answer.place, params)];
}

function closed({ id, state, answer: kept, remark, events }: Question, { text, place }: AnswerGiven): Finding {
  const accepted = state === 'acknowledged' ? remark : null;
  const mended = state === 'corrected' ? events.at(-1)?.period : undefined;
  return finding('SUB_ANSWER_CLOSED', place, {
    ...{ question: questionLabel(id), said: text, kept: kept?.text ?? NOTHING },
    ...{ by: accepted?.by ?? NOTHING, reason: accepted?.text ?? NOTHING, period: mended ?? NOTHING },
  });
}
