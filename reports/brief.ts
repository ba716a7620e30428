import type { MonthFigures } from '../src/domain/month.js';
import type { Workbook } from '../src/report/sheet.js';
import { branchRows, FIGURE_WIDTHS, figureTable } from './figure-rows.js';
import { decisionsOf, definitionsText, silentText } from './manager/decisions.js';
import { layoutOf } from './manager/layout.js';
import { thresholdText } from './manager/roll-up.js';
import { boundsText, sentencesOf } from './manager/sentences.js';
import { voiceOf } from './manager/voice.js';
import { pageSheet, workbookOf } from './page.js';

/** One printed page: where the plan stands, why, and what is to be decided. */
export function briefWorkbook(figures: MonthFigures): Workbook {
  const voice = voiceOf(figures);
  const layout = layoutOf(figures);
  const { t } = voice;
  const title = `${figures.organisation} — ${t('خلاصهٔ یک‌برگی', 'One-page brief')}`;
  const page = pageSheet(figures, voice, {
    name: voice.labels.sheets.summary,
    title,
    legend: `${definitionsText(figures, voice)} ${thresholdText(figures, voice)}`,
    widths: FIGURE_WIDTHS,
    tone: 'primary',
    onePage: true,
    parts: [
      figureTable(
        t('کجا ایستاده‌ایم', 'Where we stand'),
        t('برنامه و شاخه‌ها', 'Plan and branches'),
        [layout.total.figures, ...branchRows(layout)],
        figures,
        voice,
      ),
      {
        title: t('چرا؟', 'Why?'),
        sentences: [
          ...sentencesOf(figures, voice, layout),
          t(`تحقق فیزیکی ${boundsText(voice, layout)}.`, `Physical: ${boundsText(voice, layout)}.`),
        ],
      },
      {
        title: t('تصمیم‌های لازم', 'Decisions needed'),
        sentences: decisionsOf(figures, voice, layout).map((text, index) => `${voice.count(index + 1)}. ${text}`),
      },
      {
        title: t('چه کسی گزارش نداده و چه بیرون از این گزارش است', 'Who is silent, and what is outside this report'),
        sentences: [
          silentText(figures, voice, layout),
          t(
            'درآمد در این گزارش نیست و از سامانهٔ مالی گرفته می‌شود.',
            'Revenue is outside this report; the finance system has it.',
          ),
        ],
      },
    ],
  });
  return workbookOf(figures, voice, title, [page]);
}
