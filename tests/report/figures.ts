import { JALALI } from '../../src/domain/calendar.js';
import type { Fact } from '../../src/domain/fact.js';
import type { ChangeKind, ChangeStep } from '../../src/domain/gap-changes.js';
import type { Cause, GapExplained, Leaf, LeafType, MeasureOptions, Realization } from '../../src/domain/measure.js';
import { DEFAULT_OPTIONS } from '../../src/domain/measure.js';
import type { DepartmentReporting, FigureSet, MonthFigures, TreeRow } from '../../src/domain/month.js';
import { emptyPackage } from '../../src/domain/plan.js';
import { systems } from './systems.js';

export interface Size {
  branches: number;
  goals: number;
  schemes: number;
  leavesEach: number;
}

const SMALL: Size = { branches: 2, goals: 2, schemes: 1, leavesEach: 2 };

/** A plausible month with exact roll-ups: `branches` × `goals` × `schemes` nodes, projects over two years under each scheme. */
export function monthFigures(size: Size = SMALL, change: Partial<MonthFigures> = {}): MonthFigures {
  const tree = treeOf(size);
  const leaves = leavesOf(tree, size);
  const departments = ['D1', 'D2', 'D3'];
  const headline = figureSet(DEFAULT_OPTIONS, tree, leaves);
  const total = headline.rows[0];
  if (!total) throw new Error('a plan has a total');
  const branchCodes = tree.filter(({ depth }) => depth === 1).map(({ code }) => code);
  return {
    organisation: 'شهرداری نمونه',
    sample: true,
    language: 'fa',
    calendar: JALALI,
    timeZone: 'Asia/Tehran',
    period: '1399-06',
    plan: { code: 'P', title: 'برنامه راهبردی', firstYear: 1395, lastYear: 1399, horizonYear: 1414 },
    planPackage: emptyPackage(),
    dataAsOf: '2020-09-24T06:30:00.000Z',
    edition: 1,
    runDigest: 'a1b2c3d4e5f6',
    rulesVersion: '1',
    displayUnit: 'million_rial',
    thresholds: { physicalPoints: 0.1, gapPoints: [0.1, 0.25], ratioBands: [0.95, 0.8] },
    look: { font: 'Tahoma', digits: 'persian', logo: null, signatures: null },
    headline,
    others: {
      planFull: {
        options: { ...DEFAULT_OPTIONS, basis: 'full' },
        rows: [{ ...total, physical: 0.531, budget: null, gap: null }],
      },
      yearDue: {
        options: { ...DEFAULT_OPTIONS, scope: 'year' },
        rows: [{ ...total, physical: 0.4, budget: 0.994, gap: 0.594 }],
      },
      yearFull: {
        options: { ...DEFAULT_OPTIONS, scope: 'year', basis: 'full' },
        rows: [{ ...total, physical: 0.2, budget: 0.497, gap: 0.297 }],
      },
      monthDue: {
        options: { ...DEFAULT_OPTIONS, scope: 'month' },
        rows: [{ ...total, physical: null, budget: null, gap: null }],
      },
    },
    tree,
    leaves,
    leafTypes: new Map(leaves.map((leaf): [string, LeafType] => [leaf.code, typeOf(leaf)])),
    departments: departments.map((code, index) => ({
      figures: roll(
        'department',
        code,
        'department',
        `واحد ${code}`,
        leaves.filter((leaf) => leaf.department === code),
      ),
      reporting: reporting(code, index),
    })),
    reporting: departments.map(reporting),
    matrix: {
      periods: ['1399-04', '1399-05', '1399-06'],
      rows: departments.map((code, index) => ({
        code,
        title: `واحد ${code}`,
        cells: [index === 2 ? 'not_due' : 'on_time', index === 0 ? 'partly' : 'late', reporting(code, index).state],
      })),
    },
    slices: { headline: slicesOf(leaves), yearFull: slicesOf(leaves.filter(({ year }) => year === 1399)) },
    sinceCouncil: null,
    gap: explained('P', 'برنامه راهبردی', leaves, total),
    gapByNode: headline.rows
      .filter(({ code }) => branchCodes.includes(code))
      .map((row) => explained(row.code, row.title, leavesUnder(tree, leaves, row.code), row)),
    gapSince: sinceOf(explained('P', 'برنامه راهبردی', leaves, total)),
    timeElapsed: 0.9,
    previous: [
      { period: '1399-05', physical: 0.58, budget: 0.99, indicators: 0.6 },
      { period: '1398-06', physical: 0.66, budget: 1.0, indicators: null },
    ],
    ...systems(leaves, departments),
    questions: [],
    submissions: [
      {
        id: 1,
        file: 'گزارش شهریور.xlsx',
        department: 'D1',
        period: '1399-06',
        sha256: 'ab'.repeat(32),
        receivedAt: '2020-09-24T06:30:00.000Z',
        status: 'partly',
        acceptedRows: 12,
        refusedRows: 2,
        findings: [],
      },
    ],
    facts: factsOf(leaves),
    assumptions: [{ fa: 'زمان‌بندی ۳ پروژه خطی فرض شد.', en: 'The schedule of 3 projects is assumed to be linear.' }],
    ...change,
  };
}

function treeOf({ branches, goals, schemes }: Size): TreeRow[] {
  const rows: TreeRow[] = [];
  const add = (code: string, parent: string | null, depth: number, level: string, weight: number) =>
    rows.push({
      code,
      parent,
      depth,
      level,
      title: `${level} ${code} و توسعهٔ متوازن شهر`,
      weight,
      weightAssumed: false,
    });
  for (let b = 1; b <= branches; b += 1) {
    add(`G${b}`, null, 1, 'گزاره', 1 / branches);
    for (let g = 1; g <= goals; g += 1) {
      add(`${b}-${g}`, `G${b}`, 2, 'هدف', 1 / goals);
      for (let s = 1; s <= schemes; s += 1) add(`${b}-${g}-${s}`, `${b}-${g}`, 3, 'طرح', 1 / schemes);
    }
  }
  return rows;
}

function leavesOf(tree: readonly TreeRow[], { branches, goals, schemes, leavesEach }: Size): Leaf[] {
  let seed = 7;
  const random = () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const weight = 1 / (branches * goals * schemes * leavesEach);
  return tree
    .filter(({ depth }) => depth === 3)
    .flatMap((node, place) =>
      Array.from({ length: leavesEach }, (_, index): Leaf => {
        const current = index === leavesEach - 1;
        const missing = current && place % 7 === 1;
        const stale = current && place % 5 === 2;
        const empty = !current && place % 6 === 5;
        const planned = current ? 0.5 : 1;
        const approved = Math.round(4_000 + random() * 90_000) * 1_000_003;
        const achieved = missing || empty ? 0 : planned * Math.min(1, 0.2 + random() * 0.8);
        return {
          code: empty ? node.code : `${current ? 1399 : 1398}-${node.code}-${index}`,
          title: empty ? node.title : `احداث و تکمیل پروژهٔ ${index + 1} از ${node.title}`,
          year: current ? 1399 : 1398,
          kind: empty ? 'empty_year' : 'project',
          node: node.code,
          department: empty ? null : `D${(place % 3) + 1}`,
          weight,
          achieved,
          achievedHigh: missing || stale ? Math.max(planned, achieved) : achieved,
          planned,
          spentRial: empty || missing ? null : Math.round(approved * planned * (0.9 + random() * 0.2)),
          budgetRial: empty ? null : Math.round(approved * planned),
          approvedRial: empty ? null : approved,
          physicalState: missing ? 'missing' : stale ? 'stale' : 'reported',
          moneyState: missing ? 'missing' : 'reported',
          lastPhysical: missing || empty ? null : stale ? '1399-04' : current ? '1399-06' : '1398-13',
          lastMoney: missing || empty ? null : current ? '1399-06' : '1398-13',
          plannedAssumed: current && place % 4 === 0,
          budgetAssumed: current && place % 4 === 0,
          weightAssumed: false,
        };
      }),
    );
}

function sum(leaves: readonly Leaf[], of: (leaf: Leaf) => number): number {
  return leaves.reduce((total, leaf) => total + of(leaf), 0);
}

function roll(
  kind: Realization['kind'],
  code: string,
  level: string,
  title: string,
  leaves: readonly Leaf[],
): Realization {
  const achieved = sum(leaves, (leaf) => leaf.weight * (leaf.achieved ?? 0));
  const planned = sum(leaves, (leaf) => leaf.weight * (leaf.planned ?? 0));
  const spent = sum(leaves, (leaf) => leaf.spentRial ?? 0);
  const due = sum(leaves, (leaf) => leaf.budgetRial ?? 0);
  const projects = leaves.filter(({ kind: of }) => of === 'project');
  const current = projects.filter(({ year }) => year === 1399);
  const physical =
    projects.some(({ physicalState }) => physicalState !== 'missing') && planned > 0 ? achieved / planned : null;
  const budget = projects.some(({ spentRial }) => spentRial !== null) && due > 0 ? spent / due : null;
  const reported = current.filter(({ physicalState }) => physicalState === 'reported');
  const share = current.length > 0 ? reported.length / current.length : null;
  return {
    kind,
    code,
    level,
    title,
    physical,
    budget,
    gap: physical === null || budget === null ? null : budget - physical,
    indicators: null,
    adherence: physical,
    coverage: share,
    coverageBudget: share,
    low: physical,
    high: physical === null ? null : sum(leaves, (leaf) => leaf.weight * (leaf.achievedHigh ?? 0)) / planned,
    assumed:
      planned > 0
        ? sum(leaves, (leaf) => (leaf.plannedAssumed ? leaf.weight * (leaf.planned ?? 0) : 0)) / planned
        : null,
    assumedBudget: due > 0 ? sum(leaves, (leaf) => (leaf.budgetAssumed ? (leaf.budgetRial ?? 0) : 0)) / due : null,
    activeWeight: 1,
    achieved,
    planned,
    spentRial: BigInt(spent),
    budgetRial: BigInt(due),
    silent: current.length - reported.length,
    leaves: current.length,
  };
}

/** Half of the projects in each of two districts; every other attribute blank. */
function slicesOf(leaves: readonly Leaf[]): MonthFigures['slices']['headline'] {
  const projects = leaves.filter(({ kind }) => kind === 'project');
  const slice = (value: string, own: readonly Leaf[]) => roll('slice', value, 'slice', value, own);
  const blank = [slice('—', projects)];
  return {
    district: ['منطقهٔ ۱', 'منطقهٔ ۲'].map((value, half) =>
      slice(
        value,
        projects.filter((_, index) => index % 2 === half),
      ),
    ),
    mission: blank,
    kind: blank,
    fundSource: blank,
  };
}

function leavesUnder(tree: readonly TreeRow[], leaves: readonly Leaf[], code: string): Leaf[] {
  const parents = new Map(tree.map((row) => [row.code, row.parent]));
  const isUnder = (node: string | null): boolean =>
    node !== null && (node === code || isUnder(parents.get(node) ?? null));
  return leaves.filter((leaf) => isUnder(leaf.node));
}

function figureSet(options: MeasureOptions, tree: readonly TreeRow[], leaves: readonly Leaf[]): FigureSet {
  const nodes = tree.map((row) => roll('node', row.code, row.level, row.title, leavesUnder(tree, leaves, row.code)));
  return { options, rows: [roll('plan', 'P', 'plan', 'برنامه راهبردی', leaves), ...nodes] };
}

/** All of each leaf's difference is called "paid ahead"; what remains of the gap is mix. Parts sum to the gap. */
function explained(
  code: string,
  title: string,
  leaves: readonly Leaf[],
  { physical, budget, gap, level }: Realization,
): GapExplained {
  const due = sum(leaves, (leaf) => leaf.budgetRial ?? 0);
  const causes = leaves.map((leaf): Cause => {
    const p = leaf.planned ? (leaf.achieved ?? 0) / leaf.planned : 0;
    const paidAhead = leaf.budgetRial ? ((leaf.spentRial ?? 0) - p * leaf.budgetRial) / due : 0;
    return {
      code: leaf.code,
      title: leaf.title,
      year: leaf.year,
      node: leaf.node,
      department: leaf.department,
      paidAhead,
      mix: 0,
      outside: 0,
      outsideKind: null,
    };
  });
  const paidAhead = causes.reduce((total, cause) => total + cause.paidAhead, 0);
  const mix = (gap ?? 0) - paidAhead;
  const share = mix / Math.max(causes.length, 1);
  const spread = causes.map((cause) => ({ ...cause, mix: share })).sort((a, b) => b.paidAhead - a.paidAhead);
  return {
    code,
    title,
    level,
    physical,
    budget,
    gap,
    paidAhead: gap === null ? null : paidAhead,
    mix: gap === null ? null : mix,
    mixBetweenYears: gap === null ? null : mix / 2,
    outside: [],
    bridge:
      physical === null || budget === null
        ? []
        : [
            { step: 'budget', value: budget },
            { step: 'physical_at_budget_shares', value: budget - paidAhead },
            { step: 'physical', value: physical },
          ],
    paidAheadParts: [],
    causes: spread,
    weightsAssumed: false,
  };
}

/** Three steps of which each moves some projects; then = now less all of them. */
function sinceOf({ causes, physical, budget, gap }: GapExplained): MonthFigures['gapSince'] {
  const step = (kind: ChangeKind, own: readonly Cause[], each: number): ChangeStep => {
    const moved = own.map(({ code, title, year, node, department }, index) => ({
      ...{ code, title, year, node, department },
      gap: each * (1 + index / 10),
    }));
    const sum = moved.reduce((total, cause) => total + cause.gap, 0);
    return { kind, physical: -sum / 4, budget: (sum * 3) / 4, gap: sum, touched: own.length, causes: moved };
  };
  const none = { physical: 0, budget: 0, gap: 0, causes: [] };
  const steps: ChangeStep[] = [
    step('restated', causes.slice(0, 2), -0.004),
    { kind: 'replanned', touched: null, ...none },
    { kind: 'budget_amended', touched: 0, ...none },
    { kind: 'weight_released', touched: 0, ...none },
    step('not_reported', causes.slice(2, 6), -0.002),
    step('reported', causes.slice(1), 0.003),
  ];
  const change = {
    physical: steps.reduce((total, one) => total + (one.physical ?? 0), 0),
    budget: steps.reduce((total, one) => total + (one.budget ?? 0), 0),
    gap: steps.reduce((total, one) => total + (one.gap ?? 0), 0),
  };
  const after = { physical, budget, gap };
  const before = {
    physical: physical === null ? null : physical - change.physical,
    budget: budget === null ? null : budget - change.budget,
    gap: gap === null ? null : gap - change.gap,
  };
  return {
    since: { period: '1399-05', asOf: '2020-08-25T06:30:00.000Z', edition: 2 },
    changes: { before, after, change, steps },
  };
}

function typeOf({ achieved, planned }: Leaf): LeafType {
  return (achieved ?? 0) < (planned ?? 0) * 0.8 ? 'money_ahead' : 'on_plan';
}

function reporting(code: string, index: number): DepartmentReporting {
  const state = (['on_time', 'late', 'silent'] as const)[index] ?? 'on_time';
  const receivedAt = state === 'silent' ? null : '2020-09-24T06:30:00.000Z';
  return {
    code,
    title: `واحد ${code}`,
    state,
    files: state === 'silent' ? 0 : 1,
    acceptedRows: 12,
    refusedRows: index,
    receivedAt,
  };
}

function factsOf(leaves: readonly Leaf[]): Fact[] {
  return leaves.flatMap((leaf, index): Fact[] => {
    const fact = (field: 'physical' | 'spent_rial', period: string, value: number, column: string): Fact => ({
      id: index * 2 + (field === 'physical' ? 1 : 2),
      submission: 1,
      department: leaf.department ?? '',
      file: 'گزارش شهریور.xlsx',
      sha256: 'ab'.repeat(32),
      recordedAt: '2020-09-24T06:30:00.000Z',
      kind: 'project',
      code: leaf.code,
      period,
      field,
      value,
      text: null,
      withdrawn: false,
      source: { sheet: 'پروژه‌ها', row: index + 4, column: field, cell: `${column}${index + 4}`, raw: String(value) },
    });
    return [
      ...(leaf.lastPhysical && leaf.achieved !== null ? [fact('physical', leaf.lastPhysical, leaf.achieved, 'C')] : []),
      ...(leaf.lastMoney && leaf.spentRial !== null ? [fact('spent_rial', leaf.lastMoney, leaf.spentRial, 'D')] : []),
    ];
  });
}
