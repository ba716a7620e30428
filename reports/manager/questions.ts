import { held } from '../../src/domain/catalogue/held.js';
import { NO_DATA } from '../../src/domain/catalogue/numbers.js';
import { renderFinding } from '../../src/domain/catalogue/render.js';
import { questionLabel, type StandingQuestion } from '../../src/domain/question.js';
import { cell } from '../../src/report/cells.js';
import type { Cell } from '../../src/report/sheet.js';
import type { Voice } from './voice.js';

/** More than these nobody reads on paper; all of them stand in `payesh questions`. */
export const QUESTIONS_SHOWN = 100;

export function questionHeaders({ t }: Voice): string[] {
  return [
    t('شماره', 'Number'),
    t('پرسش', 'Question'),
    t('واحد', 'Department'),
    t('کد', 'Code'),
    t('دوره', 'Period'),
    t('وضعیت', 'State'),
    t('ماه انتظار', 'Months'),
    t('پاسخ', 'Answer'),
    t('چرا پذیرفته شد', 'Why it was accepted'),
    t('چه کسی', 'Who'),
  ];
}

export function questionRow(question: StandingQuestion, voice: Voice): Cell[] {
  const { t, language } = voice;
  const overdue = question.escalated;
  const { answer, remark } = question;
  return [
    cell('code', questionLabel(question.id)),
    cell('wrapped', held(language, renderFinding(question.finding, language).message)),
    cell('code', question.department),
    cell('code', question.code),
    cell('code', voice.shortPeriod(question.period)),
    cell('word', overdue ? t('دیر مانده', 'overdue') : t('پذیرفته شد', 'acknowledged'), {
      tone: overdue ? 'bad' : 'muted',
    }),
    cell('count', question.waited),
    cell('wrapped', answer?.text ?? NO_DATA),
    cell('wrapped', remark?.text ?? NO_DATA),
    cell('text', remark?.by ?? answer?.by ?? NO_DATA),
  ];
}
