import { NO_DATA } from '../../src/domain/catalogue/numbers.js';
import type { Leaf } from '../../src/domain/measure.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { quoted, refTo } from '../../src/report/sheet.js';
import type { StyleName } from '../../src/report/style.js';
import { columnRange } from './columns.js';
import { DEPARTMENT_LETTERS } from './departments.js';
import type { Layout, PlacedNode } from './layout.js';
import { hasMoney, hasProgress } from './leaf-state.js';
import { LINEAGE_LETTERS } from './lineage.js';
import { type ProjectKey, projectRange } from './projects-columns.js';
import { figureHeaders, TREE_LETTERS, type TreeKey } from './tree-columns.js';
import type { Voice } from './voice.js';

/** A live figure and the constant that it had when the report was issued. */
export interface Check {
  name: string;
  formula: string;
  value: number | string;
  style: StyleName;
  tolerance: number;
}

/**
 * Live sums of every column on which the report rests. A sum alone would not see two numbers that change places, so each
 * is checked once more with every number multiplied by its own running number.
 */
export function checksOf(figures: MonthFigures, voice: Voice, layout: Layout): Check[] {
  return [
    ...headlineChecks(figures, voice, layout),
    ...projectChecks(figures, voice, layout),
    ...treeChecks(voice, layout),
    ...departmentChecks(figures, voice),
    ...lineageChecks(figures, voice),
  ];
}

function headlineChecks({ headline }: MonthFigures, voice: Voice, layout: Layout): Check[] {
  const { t } = voice;
  const { physical, budget } = layout.total.figures;
  const gap = physical === null || budget === null ? null : (budget - physical) * 100;
  const at = (key: 'physical' | 'budget' | 'gap') =>
    refTo(voice.labels.sheets.tree, `${TREE_LETTERS[key]}${layout.total.row}`);
  const basis = voice.basis(headline.options);
  return [
    {
      name: `${t('تحقق فیزیکی کل', 'Physical, whole plan')} — ${basis}`,
      formula: at('physical'),
      value: physical ?? NO_DATA,
      style: 'percent',
      tolerance: 1e-9,
    },
    {
      name: `${t('تحقق هزینهٔ کل', 'Budget, whole plan')} — ${basis}`,
      formula: at('budget'),
      value: budget ?? NO_DATA,
      style: 'percent',
      tolerance: 1e-9,
    },
    {
      name: t('شکاف (واحد درصد)', 'Gap (points)'),
      formula: at('gap'),
      value: gap ?? NO_DATA,
      style: 'points',
      tolerance: 1e-7,
    },
  ];
}

function projectChecks(figures: MonthFigures, voice: Voice, layout: Layout): Check[] {
  const { t } = voice;
  const { leaves, headline } = figures;
  const { scope } = headline.options;
  const money = (rial: number | null) => voice.amount(rial ?? 0);
  const columns: { key: ProjectKey; name: string; of: (leaf: Leaf) => number; style: StyleName }[] = [
    { key: 'weight', name: t('وزن‌ها', 'weights'), of: ({ weight }) => weight, style: 'ratio' },
    {
      key: 'achieved',
      name: t('پیشرفت واقعی (P)', 'progress (P)'),
      of: (leaf) => (hasProgress(leaf, scope) ? (leaf.achieved ?? 0) : 0),
      style: 'number',
    },
    {
      key: 'planned',
      name: t('پیشرفت برنامه‌ای (PP)', 'planned progress (PP)'),
      of: ({ planned }) => planned ?? 0,
      style: 'number',
    },
    {
      key: 'spent',
      name: t('هزینه (S)', 'spent (S)'),
      of: (leaf) => (hasMoney(leaf, scope) ? money(leaf.spentRial) : 0),
      style: 'money',
    },
    {
      key: 'due',
      name: t('اعتبار موعدرسیده (BD)', 'budget due (BD)'),
      of: ({ budgetRial }) => money(budgetRial),
      style: 'money',
    },
    {
      key: 'approved',
      name: t('اعتبار سال (B)', 'budget of the year (B)'),
      of: ({ approvedRial }) => money(approvedRial),
      style: 'money',
    },
    {
      key: 'node',
      name: t('جای پروژه‌ها در درخت', 'places of projects in the tree'),
      of: ({ node }) => layout.byCode.get(node)?.number ?? 0,
      style: 'count',
    },
    {
      key: 'department',
      name: t('واحد پروژه‌ها', 'departments of projects'),
      of: ({ department }) => layout.departmentNumbers.get(department ?? '') ?? 0,
      style: 'count',
    },
  ];
  const range = (key: ProjectKey) => refTo(voice.labels.sheets.projects, projectRange(key, leaves.length));
  return columns.flatMap(({ key, name, of, style }) => {
    const values = leaves.map(of);
    return sumChecks(name, range(key), range('index'), values, style, t);
  });
}

type NumberOf<Item> = (item: Item) => number | null;

/** Figures that no sum of the projects would miss: a constant written over one of these formulas. */
function treeChecks(voice: Voice, { nodes }: Layout): Check[] {
  const names = { ...figureHeaders(voice), weight: voice.t('وزن', 'weight'), coverage: voice.t('پوشش', 'coverage') };
  const columns: [TreeKey & keyof typeof names, NumberOf<PlacedNode>][] = [
    ['weight', ({ depth, tree }) => (depth === 0 ? null : (tree?.weight ?? null))],
    ['physical', ({ figures }) => figures.physical],
    ['budget', ({ figures }) => figures.budget],
    ['coverage', ({ figures }) => figures.coverage],
  ];
  const { sheets } = voice.labels;
  const range = (key: TreeKey) => refTo(sheets.tree, columnRange(TREE_LETTERS[key], nodes.length));
  return columns.map(([key, of]) =>
    numberedCheck(
      `${sheets.tree}: ${names[key]}`,
      range(key),
      range('number'),
      nodes.map((node) => [of(node), node.number]),
      voice,
    ),
  );
}

function departmentChecks({ departments }: MonthFigures, voice: Voice): Check[] {
  const names = { ...figureHeaders(voice), coverage: voice.t('پوشش', 'coverage') };
  const { sheets } = voice.labels;
  const range = (key: 'number' | 'physical' | 'budget' | 'coverage') =>
    refTo(sheets.departments, columnRange(DEPARTMENT_LETTERS[key], departments.length));
  return (['physical', 'budget', 'coverage'] as const).map((key) =>
    numberedCheck(
      `${sheets.departments}: ${names[key]}`,
      range(key),
      range('number'),
      departments.map(({ figures }, index) => [figures[key], index + 1]),
      voice,
    ),
  );
}

export function numberedCheck(
  name: string,
  range: string,
  numbers: string,
  values: readonly (readonly [value: number | null, number: number])[],
  { t }: Voice,
): Check {
  const value = values.reduce((sum, [own, number]) => sum + (own ?? 0) * number, 0);
  // Each figure is a quotient of sums that two programs may add in another order.
  const tolerance = Math.max(1e-7, Math.abs(value) * 1e-9);
  return {
    name: t(`جمع شماره‌دار ${name}`, `Numbered sum of ${name}`),
    formula: `SUMPRODUCT(${range},${numbers})`,
    value,
    style: 'number',
    tolerance,
  };
}

/** One check for each field: among rials, a change of a ratio would be lost in the rounding. */
function lineageChecks({ facts }: MonthFigures, voice: Voice): Check[] {
  const {
    t,
    labels,
    labels: { sheets },
  } = voice;
  const range = (key: 'value' | 'index' | 'field') =>
    refTo(sheets.lineage, columnRange(LINEAGE_LETTERS[key], facts.length));
  const fields = [...new Set(facts.filter(({ value }) => value !== null).map(({ field }) => field))].sort();
  return fields.map((field) => {
    const value = facts.reduce(
      (sum, fact, at) => sum + (fact.field === field && !fact.withdrawn ? (fact.value ?? 0) * (at + 1) : 0),
      0,
    );
    const chosen = `--(${range('field')}=${quoted(labels.fields[field])})`;
    return {
      name: t(`ردگیری، جمع شماره‌دار: ${labels.fields[field]}`, `Lineage, numbered sum: ${labels.fields[field]}`),
      formula: `SUMPRODUCT(${chosen},${range('value')},${range('index')})`,
      value,
      style: 'number',
      tolerance: toleranceOf(value),
    };
  });
}

export function sumChecks(
  name: string,
  range: string,
  index: string,
  values: readonly number[],
  style: StyleName,
  t: Voice['t'],
): Check[] {
  const sum = values.reduce((total, value) => total + value, 0);
  const weighted = values.reduce((total, value, at) => total + value * (at + 1), 0);
  return [
    { name: `${t('جمع', 'Sum of')} ${name}`, formula: `SUM(${range})`, value: sum, style, tolerance: toleranceOf(sum) },
    {
      name: `${t('جمع شماره‌دار', 'Numbered sum of')} ${name}`,
      formula: `SUMPRODUCT(${range},${index})`,
      value: weighted,
      style: 'number',
      tolerance: toleranceOf(weighted),
    },
  ];
}

/** What two programs may differ by when they add thousands of numbers in another order. */
function toleranceOf(value: number): number {
  return Math.max(1e-9, Math.abs(value) * 1e-11);
}
