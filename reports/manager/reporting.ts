import { NO_DATA } from '../../src/domain/catalogue/numbers.js';
import type { MatrixState, ReportingMatrix } from '../../src/domain/completeness.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { columnLetters } from '../../src/domain/table.js';
import { cell, live } from '../../src/report/cells.js';
import { type Cell, quoted, type Row, type Sheet } from '../../src/report/sheet.js';
import { type Column, FIRST_ROW } from './columns.js';
import { tableSheet } from './table-sheet.js';
import type { Voice } from './voice.js';

/** Columns before the first month. */
const HEADS = 2;
const REPORTED = ['on_time', 'late', 'partly'] as const;
const COUNTED = [...REPORTED, 'silent'] as const satisfies readonly MatrixState[];
const MONTH_WIDTH = 9.5;

/** Department by month: on time, late, incomplete or silent, with counts by department and by month. */
export function reportingSheet(figures: MonthFigures, voice: Voice): Sheet {
  const { t, labels } = voice;
  const { periods, rows } = figures.matrix;
  const months = lettersAfter(HEADS, periods.length);
  const counts = lettersAfter(HEADS + periods.length, COUNTED.length + 1);
  const last = FIRST_ROW + Math.max(rows.length, 1) - 1;
  const tones = { on_time: 'good', late: 'watch', partly: 'watch', silent: 'bad' } as const;
  return tableSheet(figures, voice, {
    key: 'reporting',
    title: t('گزارش‌دهی: کدام واحد در کدام ماه گزارش داده است', 'Reporting: which department reported in which month'),
    legend: t(
      `«${labels.matrix.partly}» یعنی گزارش آمده، در موعد یا با تأخیر، ولی برای بخشی از سطرهایش هیچ رقمی نیست. «${NO_DATA}» یعنی آن ماه چیزی برای گزارش نداشته است. سهم گزارش‌دهی = گزارش‌داده‌ها ÷ موعددارها.`,
      `"${labels.matrix.partly}" = a report came, in time or late, but some of its rows have no figure at all. "${NO_DATA}" = nothing was due. Share reported = those that reported ÷ those due.`,
    ),
    columns: columnsOf(figures.matrix, voice),
    rows: rows.map((row, index) => departmentRow(row, FIRST_ROW + index, months, counts, voice)),
    frozenColumns: HEADS,
    lastPrinted: 'share',
    foot: rows.length === 0 ? [] : footRows(figures.matrix, months, last, voice),
    conditions: [
      {
        kind: 'word',
        range: `${months[0]}${FIRST_ROW}:${months.at(-1)}${last}`,
        words: COUNTED.map((state) => ({ text: labels.matrix[state], tone: tones[state] })),
      },
    ],
  });
}

function lettersAfter(columns: number, count: number): string[] {
  return Array.from({ length: count }, (_, index) => columnLetters(columns + index + 1));
}

function columnsOf({ periods }: ReportingMatrix, { t, labels, shortPeriod }: Voice): Column<string>[] {
  return [
    { key: 'code', title: t('کد', 'Code'), width: 9 },
    { key: 'title', title: t('واحد', 'Department'), width: 40 },
    ...periods.map((period) => ({ key: period, title: shortPeriod(period), width: MONTH_WIDTH })),
    ...COUNTED.map((state) => ({ key: state, title: labels.matrix[state], width: 8 })),
    { key: 'share', title: t('سهم گزارش‌دهی', 'Share reported'), width: 10 },
  ];
}

function departmentRow(
  { code, title, cells }: ReportingMatrix['rows'][number],
  row: number,
  months: readonly string[],
  counts: readonly string[],
  voice: Voice,
): Row {
  const { matrix } = voice.labels;
  const range = `${months[0]}${row}:${months.at(-1)}${row}`;
  const [first, silent] = [counts[0], counts[COUNTED.length - 1]];
  const reported = `SUM(${first}${row}:${counts[REPORTED.length - 1]}${row})`;
  return {
    cells: [
      cell('code', code),
      cell('wrapped', title),
      ...cells.map((state) => cell('word', matrix[state])),
      ...COUNTED.map((state) => countCell(state, range, cells, voice)),
      shareCell(reported, `${silent}${row}`, cells),
    ],
  };
}

function countCell(state: MatrixState, range: string, cells: readonly MatrixState[], { labels }: Voice): Cell {
  const count = cells.filter((one) => one === state).length;
  return live('count', `COUNTIF(${range},${quoted(labels.matrix[state])})`, count);
}

const told = (cells: readonly MatrixState[]) => cells.filter((state) => isReported(state)).length;
const isReported = (state: MatrixState) => REPORTED.some((one) => one === state);

/** reported / (reported + silent); "—" where nothing was due. */
function shareCell(reported: string, silent: string, cells: readonly MatrixState[], look = {}): Cell {
  const due = cells.filter((state) => state !== 'not_due').length;
  return live(
    'percent',
    `IF(${reported}+${silent}=0,${quoted(NO_DATA)},${reported}/(${reported}+${silent}))`,
    due === 0 ? NO_DATA : told(cells) / due,
    look,
  );
}

/** Of each month: how many departments reported, how many were silent, and the share of those due. */
function footRows({ rows, periods }: ReportingMatrix, months: readonly string[], last: number, voice: Voice): Row[] {
  const { t, labels } = voice;
  const look = { tone: 'total' } as const;
  const columns = periods.map((_, index) => rows.flatMap(({ cells }) => cells[index] ?? []));
  const [reportedRow, silentRow] = [last + 1, last + 2];
  const counted = (states: readonly MatrixState[], letter: string) =>
    states.map((state) => `COUNTIF(${letter}${FIRST_ROW}:${letter}${last},${quoted(labels.matrix[state])})`).join('+');
  const line = (title: string, cellOf: (letter: string, cells: readonly MatrixState[]) => Cell): Row => ({
    cells: [
      cell('text', '', look),
      cell('wrapped', title, look),
      ...months.map((letter, index) => cellOf(letter, columns[index] ?? [])),
    ],
  });
  return [
    line(t('گزارش داده', 'Reported'), (letter, cells) => live('count', counted(REPORTED, letter), told(cells), look)),
    line(t('بی‌گزارش', 'Silent'), (letter, cells) =>
      live('count', counted(['silent'], letter), cells.filter((state) => state === 'silent').length, look),
    ),
    line(t('سهم گزارش‌دهی', 'Share reported'), (letter, cells) =>
      shareCell(`${letter}${reportedRow}`, `${letter}${silentRow}`, cells, look),
    ),
  ];
}
