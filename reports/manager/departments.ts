import { NO_DATA } from '../../src/domain/catalogue/numbers.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { cell } from '../../src/report/cells.js';
import type { Cell, Row, Sheet } from '../../src/report/sheet.js';
import type { Tone } from '../../src/report/style.js';
import { type Column, columnRange, FIRST_ROW, inOrder, lettersOf } from './columns.js';
import { leavesBy } from './layout.js';
import { type LiveSums, liveSumCells, sumOverProjects, sumsOfLeaves } from './live-sums.js';
import { figureCells, known, thresholdText, verdictConditions } from './roll-up.js';
import { tableSheet } from './table-sheet.js';
import { figureHeaders } from './tree-columns.js';
import type { Voice } from './voice.js';

// biome-ignore format: one line for each group of columns.
const KEYS = [
  'number', 'code', 'title', 'state', 'receivedAt', 'files', 'accepted', 'refused',
  'physical', 'physicalVerdict', 'budget', 'gap', 'gapVerdict',
  'coverage', 'leaves', 'silent', 'spent', 'due', 'achieved', 'planned', 'reportedPhysical', 'reportedMoney',
] as const;
type Key = (typeof KEYS)[number];
export const DEPARTMENT_LETTERS = lettersOf(KEYS);

const STATE_TONES: Record<string, Tone> = { on_time: 'good', late: 'watch', silent: 'bad', not_due: 'muted' };

/** Each department's own figures, over its own projects with their weights in the whole plan, and how it reported. */
export function departmentsSheet(figures: MonthFigures, voice: Voice): Sheet {
  const { t } = voice;
  const leaves = leavesBy(figures.leaves, 'department');
  const range = (key: Key) => columnRange(DEPARTMENT_LETTERS[key], figures.departments.length).replaceAll('$', '');
  return tableSheet(figures, voice, {
    key: 'departments',
    title: t('واحدها: عملکرد و گزارش‌دهی', 'Departments: figures and reporting'),
    legend: `${thresholdText(figures, voice)} ${t(
      `عملکرد هر واحد روی پروژه‌های خودش با وزن آن‌ها در کل برنامه است. ارقام پول: ${voice.labels.units[figures.displayUnit]}.`,
      `Each department is measured over its own projects with their weights in the plan. Money in ${voice.labels.units[figures.displayUnit]}.`,
    )}`,
    columns: columnsOf(voice),
    rows: figures.departments.map((department, index) => {
      const sums = sumsOfLeaves(
        leaves.get(department.reporting.code) ?? [],
        figures.headline.options.scope,
        voice.amount,
      );
      return departmentRow(department, index, sums, figures, voice);
    }),
    frozenColumns: 3,
    lastPrinted: 'due',
    conditions: verdictConditions({ physical: range('physicalVerdict'), gap: range('gapVerdict') }, voice),
  });
}

function departmentRow(
  { figures: own, reporting }: MonthFigures['departments'][number],
  index: number,
  sums: LiveSums,
  figures: MonthFigures,
  voice: Voice,
): Row {
  const row = FIRST_ROW + index;
  const tone = STATE_TONES[reporting.state];
  const stored = { ...own, assumed: (own.assumed ?? 0) > 0, assumedBudget: (own.assumedBudget ?? 0) > 0 };
  const criterion = `$${DEPARTMENT_LETTERS.number}${row}`;
  const cells: Record<Key, Cell> = {
    number: cell('count', index + 1),
    code: cell('code', reporting.code),
    title: cell('wrapped', reporting.title),
    state: cell('word', voice.labels.reporting[reporting.state], tone ? { tone } : {}),
    receivedAt: cell('code', reporting.receivedAt === null ? NO_DATA : voice.instant(reporting.receivedAt)),
    files: cell('count', reporting.files),
    accepted: cell('count', reporting.acceptedRows),
    refused: cell('count', reporting.refusedRows, reporting.refusedRows > 0 ? { tone: 'watch' } : {}),
    ...figureCells(row, DEPARTMENT_LETTERS, stored, figures, voice),
    coverage: known('percent', own.coverage),
    leaves: cell('count', own.leaves),
    silent: cell('count', own.silent),
    ...liveSumCells(sums, (key) =>
      sumOverProjects(key, 'department', criterion, figures.leaves.length, voice.labels.sheets.projects),
    ),
  };
  return { cells: inOrder(KEYS, cells) };
}

function columnsOf(voice: Voice): Column<Key>[] {
  const { t } = voice;
  const figures = figureHeaders(voice);
  const widths: [Key, string, number][] = [
    ['number', t('ردیف', 'No.'), 6],
    ['code', t('کد', 'Code'), 9],
    ['title', t('واحد', 'Department'), 36],
    ['state', t('گزارش این ماه', "This month's report"), 12],
    ['receivedAt', t('آخرین دریافت', 'Last received'), 17],
    ['files', t('پرونده', 'Files'), 8],
    ['accepted', t('سطر پذیرفته', 'Rows accepted'), 9],
    ['refused', t('سطر برگشتی', 'Rows returned'), 9],
    ['physical', figures.physical, 10],
    ['physicalVerdict', figures.physicalVerdict, 17],
    ['budget', figures.budget, 10],
    ['gap', figures.gap, 9],
    ['gapVerdict', figures.gapVerdict, 21],
    ['coverage', t('پوشش گزارش (وزن)', 'Coverage (weight)'), 10],
    ['leaves', t('پروژه‌های امسال', "This year's projects"), 9],
    ['silent', t('بی‌گزارش', 'Silent'), 8],
    ['spent', t('هزینه (S)', 'Spent (S)'), 14],
    ['due', t('اعتبار موعدرسیده (BD)', 'Budget due (BD)'), 14],
    ['achieved', t('کمکی: A', 'Helper: A'), 9],
    ['planned', t('کمکی: D', 'Helper: D'), 9],
    ['reportedPhysical', t('کمکی: گزارش فیزیکی', 'Helper: physical reports'), 9],
    ['reportedMoney', t('کمکی: گزارش هزینه', 'Helper: money reports'), 9],
  ];
  return widths.map(([key, title, width]) => ({ key, title, width }));
}
