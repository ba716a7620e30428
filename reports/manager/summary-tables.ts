import { NO_DATA } from '../../src/domain/catalogue/numbers.js';
import type { FigureSet, MonthFigures } from '../../src/domain/month.js';
import { columnLetters } from '../../src/domain/table.js';
import { cell, live } from '../../src/report/cells.js';
import { shownLength } from '../../src/report/row-height.js';
import { type Cell, type Condition, refTo } from '../../src/report/sheet.js';
import type { CellStyle } from '../../src/report/style.js';
import type { Layout, PlacedNode } from './layout.js';
import { known, verdictConditions } from './roll-up.js';
import { type Grid, HALVES, LAST_COLUMN } from './summary-grid.js';
import { TREE_LETTERS, type TreeKey } from './tree-columns.js';
import { gapVerdict, type Voice } from './voice.js';

/** Half a page: a heading, headers and rows; each column says how many grid columns it takes, six in all. */
export interface HalfTable {
  title: string;
  spans: readonly number[];
  headers: readonly string[];
  rows: readonly (readonly Cell[])[];
  /** Painting rules for the column (counted from 0) over the rows of the table. */
  conditions: readonly { column: number; of: (range: string) => Condition[] }[];
}

// Characters that fit on one line of the grid columns that a half's first column takes, by their number.
const FIRST_COLUMN_LENGTHS: Record<number, number> = { 2: 42, 3: 58 };

/** Places two halves beside each other and returns their painting rules. */
export function sideBySide(grid: Grid, right: HalfTable, left: HalfTable): Condition[] {
  grid.wide(
    [
      [1, 6, cell('section', right.title)],
      [HALVES[1], LAST_COLUMN, cell('section', left.title)],
    ],
    19,
  );
  const halves = [
    { table: right, start: HALVES[0] },
    { table: left, start: HALVES[1] },
  ];
  const place = (cellsOf: (table: HalfTable) => readonly Cell[] | undefined, height: number) =>
    grid.wide(
      halves.flatMap(({ table, start }) => stretched(cellsOf(table) ?? [], table.spans, start)),
      height,
    );
  place(({ headers }) => headers.map((text) => cell('header', text)), 18);
  const first = grid.rows.length + 1;
  // Heads over nothing would look like a fault.
  const rowsOf = ({ rows }: HalfTable) => (rows.length > 0 ? rows : [[cell('wrapped', NO_DATA)]]);
  const count = Math.max(rowsOf(right).length, rowsOf(left).length);
  for (let index = 0; index < count; index += 1) {
    const long = halves.some(
      ({ table }) =>
        shownLength((table.rows[index]?.[0]?.value ?? '').toString()) >
        (FIRST_COLUMN_LENGTHS[table.spans[0] ?? 0] ?? 0),
    );
    place((table) => rowsOf(table)[index], long ? 27 : 17);
  }
  return halves.flatMap(({ table, start }) =>
    table.conditions.flatMap(({ column, of }) => {
      const letter = columnLetters(firstColumn(table.spans, start, column));
      return of(`${letter}${first}:${letter}${first + Math.max(table.rows.length, 1) - 1}`);
    }),
  );
}

function firstColumn(spans: readonly number[], start: number, column: number): number {
  return start + spans.slice(0, column).reduce((sum, span) => sum + span, 0);
}

function stretched(cells: readonly Cell[], spans: readonly number[], start: number) {
  return cells.map((entry, index) => {
    const first = firstColumn(spans, start, index);
    return [first, first + (spans[index] ?? 1) - 1, entry] as const;
  });
}

/** The gap and its parts in points, with a bar for each, as they were when the report was issued. */
export function gapParts({ gap }: MonthFigures, voice: Voice): HalfTable {
  const { t, labels } = voice;
  const parts: [string, number | null][] = [
    [t('جلو افتادن پرداخت از کار', 'Paid ahead of work'), gap.paidAhead],
    [
      gap.weightsAssumed
        ? t('چیدمان پول (وزن‌ها فرضی‌اند)', 'Placement of money (weights assumed)')
        : t('چیدمان پول در برابر وزن‌ها', 'Money placed elsewhere than weights'),
      gap.mix,
    ],
    ...gap.outside.map(({ kind, value }): [string, number] => [labels.outside[kind], value]),
  ];
  const rows = parts.map(([name, value]) => [
    cell('text', name),
    // The format shows a small minus as 0; the value stays, so that the parts add up to the gap.
    known('points', value === null ? null : value * 100),
    cell('bar', value === null ? null : value * 100),
  ]);
  const total = gap.gap === null ? null : gap.gap * 100;
  const sizes = [total ?? 0, ...parts.map(([, value]) => (value ?? 0) * 100)];
  const bars = (range: string): Condition[] => [
    {
      kind: 'bar',
      range,
      tone: 'bad',
      min: Math.min(0, ...sizes),
      max: Math.max(1, ...sizes),
    },
  ];
  return {
    title: t('شکاف از چیست؟ (هنگام انتشار)', 'What is the gap made of? (as issued)'),
    spans: [3, 1, 2],
    headers: [t('جزء', 'Part'), t('واحد درصد', 'Points'), t('نمودار', 'Bar')],
    rows: [
      ...rows,
      [
        cell('text', t('جمع = شکاف', 'Sum = gap'), { tone: 'total' }),
        known('points', total, 'total'),
        cell('bar', total),
      ],
    ],
    conditions: [{ column: 2, of: bars }],
  };
}

/** The same pair on other scopes and bases, then the same scope in earlier months; never mixed in one row. */
export function scopeTable(figures: MonthFigures, voice: Voice, layout: Layout): HalfTable {
  const { t } = voice;
  const sets = distinct([figures.headline, ...Object.values(figures.others)]);
  const scopes = sets.map(({ options, rows }, index) => {
    const total = rows[0];
    const look = { tone: 'total' as const };
    if (index === 0) {
      const [physical, budget, gap] = ownFigures(layout.total, voice, look);
      const indicators = known('percent', layout.total.figures.indicators, 'total');
      return [cell('wrapped', voice.basis(options), look), physical, budget, indicators, gap];
    }
    return [
      cell('wrapped', voice.basis(options)),
      known('percent', total?.physical ?? null),
      known('percent', total?.budget ?? null),
      known('percent', total?.indicators ?? null),
      known('points', total?.gap === null || total?.gap === undefined ? null : total.gap * 100),
    ];
  });
  const earlier = figures.previous.map(({ period, physical, budget, indicators }) => [
    cell(
      'wrapped',
      `${voice.period(period)} (${t('سرخط همان ماه، با دانستهٔ امروز', 'headline of that month, as known now')})`,
      { tone: 'muted' },
    ),
    known('percent', physical, 'muted'),
    known('percent', budget, 'muted'),
    known('percent', indicators, 'muted'),
    known('points', physical === null || budget === null ? null : (budget - physical) * 100, 'muted'),
  ]);
  return {
    title: t('همین سنجه‌ها در دامنه‌ها و ماه‌های دیگر', 'The same measures on other scopes and months'),
    spans: [2, 1, 1, 1, 1],
    headers: [
      t('دامنه و مبنا', 'Scope and basis'),
      t('فیزیکی', 'Physical'),
      t('هزینه', 'Budget'),
      t('شاخص‌ها', 'Indicators'),
      t('شکاف', 'Gap'),
    ],
    rows: [...scopes, ...earlier],
    conditions: [],
  };
}

function fromTree({ row }: PlacedNode, key: TreeKey, { labels }: Voice): string {
  return refTo(labels.sheets.tree, `${TREE_LETTERS[key]}${row}`);
}

/** Physical, budget and gap of a node, live over the tree. */
function ownFigures(node: PlacedNode, voice: Voice, look: Omit<CellStyle, 'name'> = {}): [Cell, Cell, Cell] {
  const { physical, budget } = node.figures;
  const points = physical === null || budget === null ? null : (budget - physical) * 100;
  return [
    live('percent', fromTree(node, 'physical', voice), physical ?? NO_DATA, look),
    live('percent', fromTree(node, 'budget', voice), budget ?? NO_DATA, look),
    live('points', fromTree(node, 'gap', voice), points ?? NO_DATA, look),
  ];
}

function distinct(sets: readonly FigureSet[]): FigureSet[] {
  const seen = new Set<string>();
  return sets.filter(({ options }) => {
    const key = `${options.scope} ${options.basis}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Best or worst nodes with both figures, live over the tree where they stand. */
export function nodeTable(title: string, nodes: readonly PlacedNode[], figures: MonthFigures, voice: Voice): HalfTable {
  const { t, labels } = voice;
  const rows = nodes.map((placed) => {
    const node = placed.figures;
    const points = node.physical === null || node.budget === null ? null : (node.budget - node.physical) * 100;
    return [
      cell('wrapped', node.title, { link: { sheet: labels.sheets.tree, cell: `A${placed.row}` } }),
      ...ownFigures(placed, voice).slice(0, 2),
      live(
        'word',
        fromTree(placed, 'gapVerdict', voice),
        labels.gapVerdicts[gapVerdict(points, figures.thresholds.gapPoints)],
      ),
    ];
  });
  return {
    title,
    spans: [3, 1, 1, 1],
    headers: [t('عنوان', 'Title'), t('فیزیکی', 'Physical'), t('هزینه', 'Budget'), t('شکاف', 'Gap')],
    rows,
    conditions: [{ column: 3, of: (range) => verdictConditions({ gap: range }, voice) }],
  };
}
