import { NO_DATA } from '../src/domain/catalogue/numbers.js';
import type { Critical } from '../src/domain/control.js';
import { cell } from '../src/report/cells.js';
import { known } from './manager/roll-up.js';
import type { Voice } from './manager/voice.js';
import type { Part } from './page.js';

/** Obstacles as they were typed, the longest without an answer first. */
export function obstacleTable(title: string, obstacles: readonly Critical[], voice: Voice): Part {
  const { t } = voice;
  return {
    title,
    headers: [
      t('کد پروژه', 'Project'),
      t('پروژه', 'Title'),
      t('از', 'Since'),
      t('ماه بی‌پاسخ', 'Months'),
      t('انجام‌شده', 'Achieved'),
      t('برنامه', 'Planned'),
      t('مانع، به گفتهٔ واحد', 'Obstacle, as reported'),
    ],
    stretched: true,
    rows: () =>
      obstacles.map(({ code, title: project, since, size, achieved, planned, text }) => [
        cell('code', code),
        cell('wrapped', project),
        cell('code', since === null ? NO_DATA : voice.shortPeriod(since)),
        cell('count', size),
        known('percent', achieved),
        known('percent', planned),
        cell('remark', text ?? t('بی‌متن', 'without text')),
      ]),
  };
}
