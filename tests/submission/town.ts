import { checkSubmission, type SubmissionContext, type SubmissionReading } from '../../src/check/submission/check.js';
import { JALALI } from '../../src/domain/calendar.js';
import { emptyPackage, type Indicator, type PlanPackage, type Project } from '../../src/domain/plan.js';
import { type Cell, cellAddress, type Table } from '../../src/domain/table.js';

const PROJECT: Omit<Project, 'code' | 'title'> = {
  node: 'S1',
  department: 'R03',
  year: 1399,
  weight: null,
  startMonth: null,
  endMonth: null,
  start: null,
  end: null,
  approvedRial: 10_000_000_000,
  unit: null,
  quantity: null,
  work: null,
  progressMethod: 'declared',
  progressBasis: 'year',
  openingPercent: null,
  targetPercent: null,
  continues: null,
  carriedWork: false,
  carriedRial: null,
  status: 'active',
  statusEffective: null,
  successor: null,
  released: null,
  budgetCode: null,
  kind: null,
  fundSource: null,
  district: null,
  mission: null,
};

const project = (code: string, title: string, more: Partial<Project> = {}): Project => ({
  ...PROJECT,
  code,
  title,
  ...more,
});

const indicator = (code: string, department: string, unit: string): Indicator => ({
  code,
  title: code,
  department,
  node: 'S1',
  unit,
  direction: 'up',
  aggregation: 'last',
  baselineYear: null,
  baseline: null,
  weight: null,
  frequency: 'monthly',
  lagMonths: 0,
});

const department = (code: string, title: string, moneyUnit: string | null = null) => ({
  code,
  title,
  email: null,
  managerEmail: null,
  peerGroup: null,
  moneyUnit,
});

const node = (code: string, parent: string | null, level: string) => ({
  plan: 'P1',
  code,
  parent,
  level,
  title: code,
  weight: null,
  owner: null,
});

/** A town with three departments and one project of each kind that the rules tell apart. */
export const TOWN: PlanPackage = {
  ...emptyPackage(),
  plans: [{ code: 'P1', title: 'برنامه نخست', firstYear: 1395, lastYear: 1399, horizonYear: 1414 }],
  nodes: [node('G1', null, 'goal'), node('S1', 'G1', 'scheme'), node('S2', 'G1', 'scheme')],
  departments: [
    department('R03', 'شهرداری منطقه ۳'),
    department('D06', 'معاونت مالی و اقتصادی', 'million_rial'),
    department('O04', 'سازمان زیباسازی'),
  ],
  projects: [
    project('1399-R03-0001', 'آسفالت معابر'),
    project('1399-R03-0002', 'جدول‌گذاری', { progressMethod: 'quantity', unit: 'کیلومتر', quantity: 16 }),
    project('1399-R03-0003', 'زیرگذر', { progressBasis: 'life', openingPercent: 40, targetPercent: 70 }),
    project('1399-R03-0004', 'جمع‌آوری پسماند', { approvedRial: null }),
    project('1399-R03-0005', 'ادغام‌شده', { status: 'merged', statusEffective: '1399-04', successor: '1399-R03-0001' }),
    project('1399-R03-0006', 'فاز دو', { work: 'W1' }),
    project('1399-R03-0007', 'پیاده‌روسازی', { district: '3' }),
    project('1398-R03-0006', 'فاز یک', { work: 'W1', year: 1398 }),
    project('1399-O04-0001', 'نورپردازی', { department: 'O04', node: 'S2' }),
  ],
  indicators: [indicator('SH-01', 'R03', 'روز'), indicator('SH-02', 'R03', 'درصد'), indicator('SH-09', 'O04', 'عدد')],
};

/** `59%f` is a cell of 0.59 in percent format, `#d44345` a date, `#!REF` a broken formula, `#n0.59` a number cell. */
function cell(row: number, column: number, raw: string): Cell {
  const base = { row, column, address: cellAddress(row, column), percentFormat: false, formula: false };
  const text = raw.trim();
  const number = (digits: string, more: Partial<Cell> = {}): Cell => ({
    ...base,
    kind: 'number',
    text: digits,
    number: Number(digits),
    ...more,
  });
  if (text.endsWith('%f')) return number(String(Number(text.slice(0, -2)) / 100), { percentFormat: true });
  if (text.startsWith('#n')) return number(text.slice(2));
  if (text.startsWith('#d')) return number(text.slice(2), { kind: 'date' });
  if (text.startsWith('#!')) return { ...base, kind: 'error', text: `#${text.slice(2)}`, number: null };
  return { ...base, kind: 'text', text, number: null };
}

/** A sheet from text: one line a row, `|` between cells; `~` before a line hides the row. */
export function sheet(text: string, more: Partial<Table> = {}): Table {
  const lines = text
    .trim()
    .split('\n')
    .map((line) => line.trim())
    .map((line, index) => ({ line, number: index + 1 }))
    .filter(({ line }) => line !== '');
  const rows = lines.map(({ line, number }) => ({
    number,
    hidden: line.startsWith('~'),
    cells: line
      .replace(/^~/, '')
      .split('|')
      .map((raw, index) => cell(number, index + 1, raw))
      .filter(({ text }) => text !== ''),
  }));
  return { sheet: null, hidden: false, rows, merges: [], hiddenColumns: [], date1904: false, ...more };
}

export const CONTEXT: SubmissionContext = {
  calendar: JALALI,
  planAt: () => TOWN,
  folderDepartment: 'R03',
  fileName: '1399-06.csv',
  currentPeriod: '1399-07',
  closedPeriods: new Set(['1399-02']),
  lastFigure: () => null,
  atomic: false,
  defaultMoneyUnit: null,
};

export const check = (text: string | Table[], context: Partial<SubmissionContext> = {}): SubmissionReading =>
  checkSubmission(typeof text === 'string' ? [sheet(text)] : text, { ...CONTEXT, ...context });

/** `CODE C7`, one for each finding, with the sheet where there is one. */
export const told = ({ findings }: SubmissionReading): string[] =>
  findings.map(({ code, place }) => {
    const spot = place.cell ?? (place.row === undefined ? '' : `row ${place.row}`);
    return [code, place.sheet ? `${place.sheet}!${spot}` : spot].filter(Boolean).join(' ');
  });

/** `code field value`, one for each statement. */
export const stated = ({ statements }: SubmissionReading): string[] =>
  statements.map(
    ({ code, field, value, text, withdrawn }) => `${code} ${field} ${withdrawn ? 'withdrawn' : (value ?? text)}`,
  );
