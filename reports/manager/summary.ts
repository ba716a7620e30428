import { levelName } from '../../src/domain/catalogue/labels.js';
import type { MonthFigures } from '../../src/domain/month.js';
import type { PictureFile } from '../../src/domain/picture.js';
import { cell, emptyRow, live } from '../../src/report/cells.js';
import type { Chart } from '../../src/report/chart.js';
import { shownLength } from '../../src/report/row-height.js';
import type { Condition, Picture, Sheet } from '../../src/report/sheet.js';
import { signatureRoles } from '../signatures.js';
import { strengthsAndWeaknesses } from './causes.js';
import type { Placeable } from './chart-data.js';
import type { Charts } from './charts.js';
import { controlVerdict, controlWords } from './control.js';
import { decisionsOf, definitionsText, silentText } from './decisions.js';
import type { Layout } from './layout.js';
import { thresholdText } from './roll-up.js';
import { sentencesOf } from './sentences.js';
import { cards } from './summary-cards.js';
import { Grid, HALF, HALVES, LAST_COLUMN, quarter, WIDTHS } from './summary-grid.js';
import { gapParts, nodeTable, scopeTable, sideBySide } from './summary-tables.js';
import { printOf } from './table-sheet.js';
import type { Voice } from './voice.js';

/**
 * The first printed page says where the plan stands, why money runs ahead of work and who must act; the second has the
 * tables behind it, and the signatures.
 */
export function summarySheet(figures: MonthFigures, voice: Voice, layout: Layout, charts: Charts): Sheet {
  const { t } = voice;
  const grid = new Grid();
  titleRows(grid, figures, voice);
  const conditions: Condition[] = [...cards(grid, figures, voice, layout)];
  const drawn = chartRow(grid, charts.curve, charts.branches);
  wideSection(grid, t('چرا؟', 'Why?'), sentencesOf(figures, voice, layout));
  actions(grid, figures, voice, layout);
  const firstPage = grid.rows.length;
  const tables = sideBySide(grid, gapParts(figures, voice), scopeTable(figures, voice, layout));
  grid.add(emptyRow(6));
  drawn.push(...chartRow(grid, charts.gap, charts.trend));
  const { best, worst } = strengthsAndWeaknesses(layout);
  const level = levelName(voice.language, best[0]?.figures.level ?? '');
  const name = level === '' ? t('شاخه‌های', 'branches') : t(`${level}‌های`, level);
  const nodes = sideBySide(
    grid,
    nodeTable(
      t(`قوت‌ها: ${name} با بیشترین تحقق فیزیکی`, `Strengths: highest physical (${name})`),
      best,
      figures,
      voice,
    ),
    nodeTable(
      t(`ضعف‌ها: ${name} با کمترین تحقق فیزیکی`, `Weaknesses: lowest physical (${name})`),
      worst,
      figures,
      voice,
    ),
  );
  grid.add(emptyRow(6));
  foot(grid, figures, voice);
  const control = controlRow(grid, voice);
  return {
    name: voice.labels.sheets.summary,
    tone: 'primary',
    widths: WIDTHS,
    rows: grid.rows,
    merges: grid.merges,
    freeze: null,
    filter: null,
    print: { ...printOf(figures, voice, null), breaks: [firstPage], header: '' },
    conditions: [...conditions, ...tables, ...nodes, controlCondition(control, voice)],
    charts: drawn,
    ...(figures.look.logo ? { picture: logoOf(figures.look.logo, figures.organisation) } : {}),
  };
}

// In points: the height of the two rows of titles, and the width of the last column.
const LOGO = { height: 38, width: 76 };

/** The logo at the far end of the titles, as large as fits there without being stretched. */
function logoOf({ kind, bytes, width, height }: PictureFile, organisation: string): Picture {
  const scale = Math.min(LOGO.width / width, LOGO.height / height);
  return {
    kind,
    bytes,
    column: LAST_COLUMN,
    row: 1,
    width: width * scale,
    height: height * scale,
    description: organisation,
  };
}

const CHART_ROWS = 12;

/** Room for two charts beside each other; where one has nothing to draw the other takes its half alone. */
function chartRow(grid: Grid, right: Placeable | null, left: Placeable | null): Chart[] {
  const halves = [right, left].filter((chart) => chart !== null);
  if (halves.length === 0) return [];
  const firstRow = grid.rows.length + 1;
  for (let row = 0; row < CHART_ROWS; row += 1) grid.add(emptyRow(15));
  const lastRow = grid.rows.length;
  grid.add(emptyRow(6));
  return halves.map((chart, index) =>
    chart({
      firstColumn: HALVES[index] ?? 1,
      lastColumn: index === 0 ? HALF : LAST_COLUMN,
      firstRow,
      lastRow,
    }),
  );
}

function titleRows(grid: Grid, figures: MonthFigures, voice: Voice): void {
  const { t } = voice;
  const { organisation, plan, period, edition, dataAsOf, sample } = figures;
  const asOf = `${t('داده تا', 'data as of')} ${voice.instant(dataAsOf)} — ${t('نوبت', 'edition')} ${voice.count(edition)}`;
  grid.wide(
    [
      [1, 6, cell('title', `${organisation} — ${t('گزارش ماهانهٔ تحقق برنامه', 'Monthly plan realization')}`)],
      [8, LAST_COLUMN, cell('title', voice.period(period))],
    ],
    26,
  );
  grid.wide(
    [
      [1, 6, cell('subtitle', `${plan.title} — ${voice.basis(figures.headline.options)}`)],
      [8, LAST_COLUMN, cell('subtitle', asOf)],
    ],
    16,
  );
  if (sample) grid.wide([[1, LAST_COLUMN, cell('banner', voice.labels.sample)]], 20);
  grid.add(emptyRow(6));
}

// Characters of ten points that fit in the width of the page, on the careful side.
const LINE_LENGTH = 215;

function linesHigh(text: string, length = LINE_LENGTH): number {
  return 5 + 13 * Math.ceil(shownLength(text) / length);
}

function wideSection(grid: Grid, title: string, sentences: readonly string[]): void {
  grid.wide([[1, LAST_COLUMN, cell('section', title)]], 19);
  for (const text of sentences) grid.wide([[1, LAST_COLUMN, cell('sentence', text)]], linesHigh(text));
  grid.add(emptyRow(6));
}

function actions(grid: Grid, figures: MonthFigures, voice: Voice, layout: Layout): void {
  const { t } = voice;
  grid.wide(
    [
      [1, 6, cell('section', t('تصمیم‌های لازم', 'Decisions needed'))],
      [8, LAST_COLUMN, cell('section', t('چه کسی گزارش نداده و چه فرض شده است', 'Who is silent, what is assumed'))],
    ],
    19,
  );
  const decisions = decisionsOf(figures, voice, layout);
  const first = grid.rows.length + 1;
  decisions.forEach((text, index) => {
    const bullet = cell('sentence', `${voice.count(index + 1)}. ${text}`);
    grid.row(
      [
        [1, bullet],
        ...(index === 0 ? ([[HALVES[1], cell('sentence', silentText(figures, voice, layout))]] as const) : []),
      ],
      linesHigh(text, LINE_LENGTH / 2),
    );
    grid.merge(1, 6, first + index, first + index);
  });
  // The text beside needs at least four lines.
  while (grid.rows.length < first + 3) grid.add(emptyRow(17));
  grid.merge(HALVES[1], LAST_COLUMN, first, grid.rows.length);
  grid.add(emptyRow(6));
}

function foot(grid: Grid, figures: MonthFigures, voice: Voice): void {
  grid.wide(
    [[1, LAST_COLUMN, cell('legend', `${definitionsText(figures, voice)} ${thresholdText(figures, voice)}`)]],
    36,
  );
  grid.wide(
    signatureRoles(figures, voice).map((role, index) => [...quarter(index), cell('signature', role)] as const),
    40,
  );
}

/** Where the reader goes on: who answers for what, what to do, and where each number came from. */
const FURTHER = ['projectControl', 'scorecard', 'feedback', 'forecast', 'reporting', 'lineage'] as const;

/** Whether the numbers of the file are those that were issued, and ways to the other sheets; returns its row. */
function controlRow(grid: Grid, voice: Voice): number {
  const { sheets } = voice.labels;
  const { formula, value } = controlVerdict(voice);
  const way = (sheet: string) => cell('legend', sheet, { link: { sheet, cell: 'A1' } });
  const row = grid.row(
    [
      [1, way(sheets.control)],
      [2, live('word', formula, value)],
      ...FURTHER.map((key, index) => [HALVES[1] + index, way(sheets[key])] as const),
    ],
    16,
  );
  grid.merge(2, 5, row, row);
  return row;
}

function controlCondition(row: number, voice: Voice): Condition {
  const { all, some } = controlWords(voice);
  return {
    kind: 'word',
    range: `B${row}`,
    words: [
      { text: all, tone: 'good' },
      { text: some, tone: 'bad' },
    ],
  };
}
