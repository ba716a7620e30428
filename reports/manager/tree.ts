import { levelName } from '../../src/domain/catalogue/labels.js';
import { NO_DATA } from '../../src/domain/catalogue/numbers.js';
import { invariant } from '../../src/domain/invariant.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { cell, live } from '../../src/report/cells.js';
import { type Cell, type Row, refTo, type Sheet } from '../../src/report/sheet.js';
import { columnRange, inOrder } from './columns.js';
import { indicatorTotalRow } from './indicators.js';
import { INDICATOR_LETTERS } from './indicators-columns.js';
import { type Layout, leavesBy, type PlacedNode } from './layout.js';
import { addLiveSums, type LiveSums, liveSumCells, sumOfRows, sumOverProjects, sumsOfLeaves } from './live-sums.js';
import { figureCells, known, thresholdText, verdictConditions } from './roll-up.js';
import { tableSheet } from './table-sheet.js';
import { TREE_KEYS, TREE_LETTERS, type TreeKey, treeColumns } from './tree-columns.js';
import type { Voice } from './voice.js';

/** How many rows stay open when the workbook is first opened; deeper levels are folded. */
const OPEN_ROWS = 60;

/** Every node of the plan, folding by level, each figure live over the projects sheet. */
export function treeSheet(figures: MonthFigures, voice: Voice, layout: Layout): Sheet {
  const { t } = voice;
  const sums = nodeSums(figures, voice, layout);
  const openDepth = openDepthOf(layout.nodes);
  const range = (key: TreeKey) => columnRange(TREE_LETTERS[key], layout.nodes.length).replaceAll('$', '');
  return tableSheet(figures, voice, {
    key: 'tree',
    title: t('درخت برنامه: فیزیکی در برابر هزینه', 'Plan tree: physical against budget'),
    legend: `${thresholdText(figures, voice)} ${t(
      `ارقام پول: ${voice.labels.units[figures.displayUnit]}. «—» داده نیست. کج‌نویس: بخشی بر فرض است. سطح‌ها با دکمه‌های کنار ردیف‌ها باز و بسته می‌شوند.`,
      `Money in ${voice.labels.units[figures.displayUnit]}. "—" = no data. Italic: rests partly on an assumption. Levels open and fold with the buttons beside the rows.`,
    )}`,
    columns: treeColumns(voice),
    rows: layout.nodes.map((node) => nodeRow(node, sums, figures, voice, openDepth)),
    frozenColumns: 3,
    lastPrinted: 'due',
    conditions: verdictConditions({ physical: range('physicalVerdict'), gap: range('gapVerdict') }, voice),
  });
}

/** The deepest level that stays open when the workbook is first opened. */
export function openDepthOf(nodes: readonly PlacedNode[]): number {
  const deepest = Math.max(...nodes.map(({ depth }) => depth));
  let depth = 1;
  while (depth < deepest && nodes.filter((node) => node.depth <= depth + 1).length <= OPEN_ROWS) depth += 1;
  return depth;
}

/** Stored results of the formulas, from the leaves upwards as the formulas add them. */
export function nodeSums(figures: MonthFigures, voice: Voice, layout: Layout): Map<PlacedNode, LiveSums> {
  const leaves = leavesBy(figures.leaves, 'node');
  const sums = new Map<PlacedNode, LiveSums>();
  for (const node of [...layout.nodes].reverse()) {
    const own = sumsOfLeaves(leaves.get(node.figures.code) ?? [], figures.headline.options.scope, voice.amount);
    const below = node.children.flatMap((child) => sums.get(child) ?? []);
    sums.set(node, node.children.length > 0 ? addLiveSums(below) : own);
  }
  return sums;
}

function nodeRow(
  node: PlacedNode,
  sums: ReadonlyMap<PlacedNode, LiveSums>,
  figures: MonthFigures,
  voice: Voice,
  openDepth: number,
): Row {
  const own = sums.get(node);
  invariant(own, `no sums for node ${node.figures.code}`);
  const { figures: row, tree, depth } = node;
  const tone = depth <= 1 ? ('total' as const) : undefined;
  const look = tone ? { tone } : {};
  const stored = { ...row, assumed: (row.assumed ?? 0) > 0, assumedBudget: (row.assumedBudget ?? 0) > 0 };
  const cells: Record<TreeKey, Cell> = {
    number: cell('count', node.number, look),
    code: cell('code', row.code, look),
    title: cell('wrapped', row.title, { ...look, indent: depth }),
    level: cell('text', depth === 0 ? voice.t('کل برنامه', 'whole plan') : levelName(voice.language, row.level), look),
    weight: cell('percent', depth === 0 ? NO_DATA : (tree?.weight ?? NO_DATA), {
      ...look,
      assumed: tree?.weightAssumed ?? false,
    }),
    ...figureCells(node.row, TREE_LETTERS, stored, figures, voice, tone),
    indicators: indicatorCell(row.indicators, depth, figures, voice, look),
    high: known('percent', row.high, tone),
    coverage: known('percent', row.coverage, tone),
    coverageBudget: known('percent', row.coverageBudget, tone),
    leaves: cell('count', row.leaves, look),
    silent: cell('count', row.silent, look),
    assumed: known('percent', row.assumed, tone),
    ...sumCells(node, own, figures, voice),
  };
  return {
    cells: inOrder(TREE_KEYS, cells),
    ...(depth > 1 ? { outline: depth - 1 } : {}),
    ...(depth > openDepth ? { folded: true } : {}),
  };
}

/** The plan's own attainment is live over the sheet of indicators; below it each indicator counts with a part of its weight. */
function indicatorCell(
  value: number | null,
  depth: number,
  figures: MonthFigures,
  { labels }: Voice,
  look: { tone?: 'total' },
): Cell {
  if (value === null) return cell('percent', NO_DATA, look);
  if (depth > 0) return cell('percent', value, look);
  const total = `${INDICATOR_LETTERS.attainment}${indicatorTotalRow(figures)}`;
  return live('percent', refTo(labels.sheets.indicators, total), value, look);
}

/** A node without children sums its own projects by its running number; every other node sums its children. */
function sumCells(
  node: PlacedNode,
  own: LiveSums,
  { leaves }: MonthFigures,
  voice: Voice,
): Record<keyof LiveSums, Cell> {
  const criterion = `$${TREE_LETTERS.number}${node.row}`;
  const rows = node.children.map((child) => child.row);
  return liveSumCells(own, (key) =>
    rows.length > 0
      ? sumOfRows(TREE_LETTERS[key], rows)
      : sumOverProjects(key, 'node', criterion, leaves.length, voice.labels.sheets.projects),
  );
}
