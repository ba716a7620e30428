import { renderFinding } from '../../domain/catalogue/render.js';
import type { StandingQuestion } from '../../domain/question.js';
import { earlierAnswers, questionLabel } from '../../domain/question.js';
import { oneLine } from '../table.js';
import { type View, wordsOf } from './view.js';

/** Each question on its lines: number, state and place, the question, what was answered, what the office said. */
export function printQuestions(view: View, questions: readonly StandingQuestion[]): string {
  const { word } = wordsOf(view);
  if (questions.length === 0) return `${word('question.none')}\n`;
  const count = (test: (question: StandingQuestion) => boolean) => questions.filter(test).length;
  const summary = word('question.summary', {
    open: count(({ state }) => state === 'open'),
    answered: count(({ state }) => state === 'answered'),
    escalated: count(({ escalated }) => escalated),
  });
  return `${summary}\n\n${questions.map((question) => lines(view, question).join('\n')).join('\n')}\n`;
}

function lines(view: View, question: StandingQuestion): string[] {
  const { word, ltr } = wordsOf(view);
  const { id, department, code, period, state, escalated, waited, finding, answer, remark } = question;
  const { message } = renderFinding(finding, view.language);
  const waits =
    state !== 'open' ? [] : [word(escalated ? 'question.escalated' : 'question.waited', { months: waited })];
  const head = [questionLabel(id), department, code, period].map(ltr);
  const before = earlierAnswers(question).map(
    ({ by, text }) => `      ${word('question.earlier', { by: oneLine(by), text: oneLine(text) })}`,
  );
  const said = answer
    ? [`      ${word('question.answer', { by: oneLine(answer.by), text: oneLine(answer.text) })}`]
    : [];
  const office = remark
    ? [`      ${word('question.remark', { by: oneLine(remark.by), text: oneLine(remark.text) })}`]
    : [];
  return [
    `${[...head, word(`question.${state}`), ...waits].join(' · ')}`,
    `      ${oneLine(message)}`,
    ...before,
    ...said,
    ...office,
  ];
}
