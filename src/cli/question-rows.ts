import type { Language } from '../config/config.js';
import { renderFinding } from '../domain/catalogue/render.js';
import type { StandingQuestion } from '../domain/question.js';
import { earlierAnswers, questionLabel } from '../domain/question.js';

// Keys of `questions --json`. Stable: add, never rename.

export function questionJson(question: StandingQuestion, language: Language) {
  const { message, remedy } = renderFinding(question.finding, language);
  const { place } = question.finding;
  return {
    question: questionLabel(question.id),
    department: question.department,
    code: question.code,
    field: question.field,
    period: question.period,
    finding: question.findingCode,
    state: question.state,
    waited_months: question.waited,
    escalated: question.escalated,
    lapsed: question.lapsed,
    message,
    remedy,
    file: place.file ?? null,
    sheet: place.sheet ?? null,
    row: place.row ?? null,
    cell: place.cell ?? null,
    answer: question.answer?.text ?? null,
    answered_by: question.answer?.by ?? null,
    answered_at: question.answer?.at ?? null,
    earlier_answers: earlierAnswers(question).map(({ text, by, at }) => ({
      answer: text,
      answered_by: by,
      answered_at: at,
    })),
    decided_by: question.remark?.by ?? null,
    reason: question.remark?.text ?? null,
  };
}
