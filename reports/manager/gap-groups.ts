import { NO_DATA } from '../../src/domain/catalogue/numbers.js';
import type { Realization } from '../../src/domain/measure.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { cell, live } from '../../src/report/cells.js';
import { type Cell, refTo } from '../../src/report/sheet.js';
import { type GroupShare, sharesBy } from './causes.js';
import { FIRST_ROW } from './columns.js';
import { DEPARTMENT_LETTERS } from './departments.js';
import { ancestorAt, depthWith, type Layout, type PlacedNode } from './layout.js';
import type { Section } from './sections.js';
import { TREE_LETTERS } from './tree-columns.js';
import type { Voice } from './voice.js';

const SHOWN = 10;
// Counted from 0.
const BAR = 9;
type Parts = Omit<GroupShare<unknown>, 'group'>;
/** Code, title and the three own figures of a group; the rest of a row is the same for every kind of group. */
type Heads = readonly [code: Cell, title: Cell, physical: Cell, budget: Cell, gap: Cell];

export function groupsHeaders({ t }: Voice): string[] {
  return [
    t('کد', 'Code'),
    t('عنوان', 'Title'),
    t('تحقق فیزیکی', 'Physical'),
    t('تحقق هزینه', 'Budget'),
    t('شکاف خودش', 'Own gap'),
    t('جلو افتادن پرداخت از کار', 'Paid ahead of work'),
    t('چیدمان پول', 'Placement'),
    t('بیرون از مقایسه', 'Outside'),
    t('سهم در شکاف کل', 'Contribution to the whole gap'),
    t('نمودار', 'Bar'),
    t('از کل شکاف', 'Of the whole gap'),
  ];
}

/** The departments with the largest contributions; years of schemes without projects belong to none of them. */
export function departmentGroups(
  figures: MonthFigures,
  voice: Voice,
  firstRow: number,
  named: ReadonlySet<string>,
): Cell[][] {
  const places = new Map(figures.departments.map(({ reporting }, index) => [reporting.code, index]));
  const shares = sharesBy(figures.gap.causes, ({ department }) => department);
  const sheet = voice.labels.sheets.departments;
  const isNamed = (code: string | null) => code !== null && named.has(code);
  return groupRows(shares, { firstRow, isNamed }, voice, (code): Heads => {
    const place = code === null ? undefined : places.get(code);
    const department = place === undefined ? undefined : figures.departments[place];
    if (place === undefined || !department) {
      return [cell('code', code ?? NO_DATA), cell('wrapped', withoutDepartment(voice)), ...unknown()];
    }
    const at = (key: 'physical' | 'budget' | 'gap') => refTo(sheet, `${DEPARTMENT_LETTERS[key]}${FIRST_ROW + place}`);
    const { code: own, title } = department.reporting;
    return [cell('code', own), cell('wrapped', title), ...ownFigures(at, department.figures)];
  });
}

export function withoutDepartment({ t }: Voice): string {
  return t('بدون واحد: سال‌هایی که طرح‌ها پروژه‌ای نداشته‌اند', 'No department: years in which schemes had no projects');
}

/** The level whose nodes are told apart: the first with twenty or more. */
export function groupDepth({ nodes }: Layout): number {
  return depthWith(nodes, 20);
}

export function nodeGroups(
  { gap }: MonthFigures,
  voice: Voice,
  layout: Layout,
  firstRow: number,
  depth: number,
): Cell[][] {
  const shares = sharesBy(gap.causes, (cause): PlacedNode => {
    const node = layout.byCode.get(cause.node);
    return node ? ancestorAt(node, depth) : layout.total;
  });
  const sheet = voice.labels.sheets.tree;
  return groupRows(shares, { firstRow }, voice, ({ row, figures }): Heads => {
    const at = (key: 'physical' | 'budget' | 'gap') => refTo(sheet, `${TREE_LETTERS[key]}${row}`);
    const link = { sheet, cell: `A${row}` };
    return [cell('code', figures.code, { link }), cell('wrapped', figures.title), ...ownFigures(at, figures)];
  });
}

/** The first ten and those that a sentence names, the others in one row, and their live sum, which is the gap. */
function groupRows<Group>(
  shares: readonly GroupShare<Group>[],
  { firstRow, isNamed = () => false }: { firstRow: number; isNamed?: (group: Group) => boolean },
  voice: Voice,
  headsOf: (group: Group) => Heads,
): Cell[][] {
  if (shares.length === 0) return [];
  const gap = sumOf(shares);
  const top = shares.filter(({ group }, index) => index < SHOWN || isNamed(group));
  const others = shares.filter((parts) => !top.includes(parts));
  const rows = top.map((parts, index) => groupRow(headsOf(parts.group), parts, gap.share, firstRow + index));
  if (others.length > 0) {
    const title = voice.t(`بقیه (${voice.count(others.length)} مورد)`, `The others (${others.length})`);
    const heads: Heads = [cell('code', NO_DATA), cell('wrapped', title), ...unknown()];
    // Its bar would dwarf those of the ten.
    const row = groupRow(heads, sumOf(others), gap.share, firstRow + rows.length);
    row[BAR] = cell('text', '');
    rows.push(row);
  }
  return [...rows, totalRow(gap, firstRow, rows.length, voice)];
}

/** The longest bar of a table of groups, which is that of its first row. */
export function longestBar({ rows }: Pick<Section, 'rows'>): number {
  const value = rows[2]?.cells[BAR]?.value;
  return typeof value === 'number' ? Math.max(0.1, value) : 1;
}

function sumOf(shares: readonly Parts[]): Parts {
  const sum = (key: keyof Parts) => shares.reduce((total, parts) => total + parts[key], 0);
  return { paidAhead: sum('paidAhead'), mix: sum('mix'), outside: sum('outside'), share: sum('share') };
}

function groupRow(heads: Heads, { paidAhead, mix, outside, share }: Parts, gap: number, row: number): Cell[] {
  return [
    ...heads,
    cell('points', paidAhead * 100),
    cell('points', mix * 100),
    cell('points', outside * 100),
    live('points', `SUM(F${row}:H${row})`, share * 100),
    cell('bar', share * 100),
    cell('percent', gap === 0 ? NO_DATA : share / gap),
  ];
}

function totalRow(gap: Parts, firstRow: number, count: number, { t }: Voice): Cell[] {
  const look = { tone: 'total' } as const;
  const sum = (letter: string, value: number) =>
    live('points', `SUM(${letter}${firstRow}:${letter}${firstRow + count - 1})`, value * 100, look);
  const blank = () => cell('text', '', look);
  return [
    blank(),
    cell('wrapped', t('جمع = شکاف کل برنامه', 'Sum = gap of the whole plan'), look),
    blank(),
    blank(),
    blank(),
    sum('F', gap.paidAhead),
    sum('G', gap.mix),
    sum('H', gap.outside),
    sum('I', gap.share),
    blank(),
    cell('percent', gap.share === 0 ? NO_DATA : 1, look),
  ];
}

function unknown(): readonly [Cell, Cell, Cell] {
  return [cell('percent', NO_DATA), cell('percent', NO_DATA), cell('points', NO_DATA)];
}

function ownFigures(
  at: (key: 'physical' | 'budget' | 'gap') => string,
  { physical, budget }: Realization,
): readonly [Cell, Cell, Cell] {
  const gap = physical === null || budget === null ? null : (budget - physical) * 100;
  return [
    live('percent', at('physical'), physical ?? NO_DATA),
    live('percent', at('budget'), budget ?? NO_DATA),
    live('points', at('gap'), gap ?? NO_DATA),
  ];
}
