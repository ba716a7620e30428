import { yearOf } from '../src/domain/calendar.js';
import { NO_DATA } from '../src/domain/catalogue/numbers.js';
import { type Realization, SLICE_KEYS } from '../src/domain/measure.js';
import type { MonthFigures } from '../src/domain/month.js';
import { cell, live } from '../src/report/cells.js';
import { type Cell, quoted, type Workbook } from '../src/report/sheet.js';
import { branchRows, FIGURE_WIDTHS, figureTable } from './figure-rows.js';
import { projectTable } from './leaf-rows.js';
import { layoutOf } from './manager/layout.js';
import { known, physicalFormula, thresholdText } from './manager/roll-up.js';
import { sentencesOf } from './manager/sentences.js';
import { physicalVerdict, type Voice, voiceOf } from './manager/voice.js';
import { obstacleTable } from './obstacles.js';
import { type Part, pageSheet, workbookOf } from './page.js';
import { signatureRoles } from './signatures.js';
import { sliceLegend, sliceTables } from './slice-tables.js';

const LARGEST = 10;
const SHOWN = 15;

/** What councillors ask at the checks of months 4, 6 and 9. */
export function councilWorkbook(figures: MonthFigures): Workbook {
  const voice = voiceOf(figures);
  const layout = layoutOf(figures);
  const { t, labels } = voice;
  const title = t('گزارش به شورای اسلامی شهر', 'Report to the city council');
  const year = yearOf(figures.calendar, figures.period);
  const byCode = new Map(figures.leaves.map((leaf) => [leaf.code, leaf]));
  const largest = figures.leaves
    .filter((leaf) => leaf.kind === 'project' && leaf.year === year)
    .sort((a, b) => (b.approvedRial ?? -1) - (a.approvedRial ?? -1) || (a.code < b.code ? -1 : 1))
    .slice(0, LARGEST);
  const critical = (kind: 'money_ahead' | 'obstacle') => figures.control.critical.filter((row) => row.kind === kind);
  const ahead = critical('money_ahead').flatMap(({ code }) => byCode.get(code) ?? []);
  const obstacles = critical('obstacle');
  const goals = branchRows(layout);
  const shown = (name: string, count: number) =>
    count > SHOWN
      ? t(
          `${name}: ${voice.count(count)} مورد، ${voice.count(SHOWN)} مورد نخست`,
          `${name}: ${voice.count(count)}, the first ${voice.count(SHOWN)}`,
        )
      : name;
  const page = pageSheet(figures, voice, {
    name: labels.sheets.summary,
    title,
    legend: `${sliceLegend(voice)} ${thresholdText(figures, voice)}`,
    widths: FIGURE_WIDTHS,
    tone: 'primary',
    parts: [
      { title: t('سخن این دوره', 'This period in words'), sentences: sentencesOf(figures, voice, layout) },
      figureTable(t('کل برنامه', 'The whole plan'), t('برنامه', 'Plan'), [layout.total.figures], figures, voice),
      changeTable(goals, figures, voice),
      figureTable(t('به تفکیک هدف', 'By goal'), t('هدف', 'Goal'), goals, figures, voice),
      ...sliceTables(figures.slices.headline, SLICE_KEYS, figures, voice),
      projectTable(
        shown(t('پول جلوتر از کار', 'Money ahead of work'), ahead.length),
        ahead.slice(0, SHOWN),
        figures,
        voice,
      ),
      projectTable(
        t('ده پروژهٔ بزرگ سال، به اعتبار مصوب', 'The ten largest projects of the year, by approved budget'),
        largest,
        figures,
        voice,
      ),
      obstacleTable(
        shown(t('موانع بی‌پاسخ', 'Obstacles without an answer'), obstacles.length),
        obstacles.slice(0, SHOWN),
        voice,
      ),
      { signatures: signatureRoles(figures, voice) },
    ],
  });
  return workbookOf(figures, voice, title, [page]);
}

/** Then and now, on the same scope and basis: the plan and each goal. */
function changeTable(goals: readonly Realization[], figures: MonthFigures, voice: Voice): Part {
  const { t } = voice;
  const before = new Map(figures.sinceCouncil?.rows.map((row) => [row.code, row]));
  const then = voice.period(figures.sinceCouncil?.period ?? null);
  const [total] = figures.headline.rows;
  const rows = figures.sinceCouncil === null ? [] : [...(total ? [total] : []), ...goals];
  return {
    title: t(`از گزارش پیشین شورا (${then}) تا امروز`, `Since the report before (${then})`),
    headers: [
      t('کد', 'Code'),
      t('هدف', 'Goal'),
      t('پروژه', 'Projects'),
      t('فیزیکی آن روز', 'Physical then'),
      t('فیزیکی امروز', 'Physical now'),
      t('تغییر (واحد درصد)', 'Change (points)'),
      t('وضع کار امروز', 'Work stands now'),
      t('هزینهٔ آن روز', 'Budget then'),
      t('هزینهٔ امروز', 'Budget now'),
      t('تغییر (واحد درصد)', 'Change (points)'),
    ],
    rows: (first) => rows.map((row, index) => changeRow(row, before.get(row.code), first + index, figures, voice)),
    empty: t('گزارش پیشینی که سنجیده شده باشد نیست.', 'No report before it was measured.'),
  };
}

function changeRow(
  now: Realization,
  then: Realization | undefined,
  at: number,
  { thresholds: { ratioBands } }: MonthFigures,
  { labels: { physicalVerdicts } }: Voice,
): Cell[] {
  const change = (first: string, last: string, from: number | null | undefined, to: number | null) =>
    live(
      'points',
      `IF(AND(ISNUMBER(${first}${at}),ISNUMBER(${last}${at})),(${last}${at}-${first}${at})*100,${quoted(NO_DATA)})`,
      from === null || from === undefined || to === null ? NO_DATA : (to - from) * 100,
    );
  return [
    cell('code', now.code),
    cell('wrapped', now.title),
    cell('count', now.leaves),
    known('percent', then?.physical ?? null),
    known('percent', now.physical),
    change('D', 'E', then?.physical, now.physical),
    live(
      'word',
      physicalFormula(`E${at}`, ratioBands, physicalVerdicts),
      physicalVerdicts[physicalVerdict(now.physical, ratioBands)],
    ),
    known('percent', then?.budget ?? null),
    known('percent', now.budget),
    change('H', 'I', then?.budget, now.budget),
  ];
}
