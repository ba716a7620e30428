import { NO_DATA } from '../../src/domain/catalogue/numbers.js';
import type { FactField } from '../../src/domain/fact.js';
import type { Leaf, Spending } from '../../src/domain/measure.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { cell, live } from '../../src/report/cells.js';
import { type Cell, quoted, type Row, type Sheet } from '../../src/report/sheet.js';
import { FIRST_ROW, inOrder } from './columns.js';
import type { Layout } from './layout.js';
import { leafRemark } from './leaf-remark.js';
import { hasMoney, hasProgress } from './leaf-state.js';
import { PROJECT_KEYS, PROJECT_LETTERS, type ProjectKey, projectColumns } from './projects-columns.js';
import { gapFormula, known } from './roll-up.js';
import { sourceLink } from './source-link.js';
import { tableSheet } from './table-sheet.js';
import type { Voice } from './voice.js';

/** One row for each leaf of the headline: the plain numbers on which every live figure of the workbook rests. */
export function projectsSheet(figures: MonthFigures, voice: Voice, layout: Layout): Sheet {
  const { t, labels } = voice;
  const { spending } = figures.headline.options;
  return tableSheet(figures, voice, {
    key: 'projects',
    title: t('پروژه‌های دامنهٔ گزارش', 'Projects of the reported scope'),
    legend: t(
      `ارقام پول: ${labels.units[figures.displayUnit]}. «—» یعنی داده نیست (صفر نیست). کج‌نویس = فرض؛ خاکستری = گزارش ماه‌های پیش. با تغییر P یا S، همهٔ عددهای زندهٔ درخت و خلاصه تغییر می‌کنند.`,
      `Money in ${labels.units[figures.displayUnit]}. "—" = no data (not zero). Italic = assumed; grey = from an earlier month. Changing a P or S moves every live figure of the tree and the summary.`,
    ),
    columns: projectColumns(voice, labels.spendings[spending]),
    rows: figures.leaves.map((leaf, index) => leafRow(leaf, index, figures, voice, layout)),
    frozenColumns: 3,
    lastPrinted: 'type',
  });
}

function leafRow(leaf: Leaf, index: number, figures: MonthFigures, voice: Voice, layout: Layout): Row {
  const row = FIRST_ROW + index;
  const { labels } = voice;
  const { scope } = figures.headline.options;
  const department = figures.departments.find(({ reporting }) => reporting.code === leaf.department);
  const type =
    leaf.kind === 'empty_year'
      ? voice.t('سال بدون پروژه', 'year without projects')
      : labels.types[figures.leafTypes.get(leaf.code) ?? 'unknown'];
  const cells: Record<ProjectKey, Cell> = {
    index: cell('count', index + 1),
    code: cell('code', leaf.code),
    title: cell('wrapped', leaf.title),
    year: cell('code', voice.digits(leaf.year)),
    departmentTitle: cell('wrapped', department?.reporting.title ?? leaf.department ?? NO_DATA),
    weight: cell('ratio', leaf.weight, { assumed: leaf.weightAssumed }),
    ...plainFigures(leaf, scope, figures, voice, layout),
    ...liveFigures(leaf, row, scope, voice),
    type: cell('word', type),
    physicalState: cell('word', stateText(leaf.physicalState, leaf.lastPhysical, leaf.achieved === null, leaf, voice)),
    moneyState: cell('word', stateText(leaf.moneyState, leaf.lastMoney, leaf.approvedRial === null, leaf, voice)),
    note: cell('wrapped', leafRemark(leaf, figures, voice, layout)),
    nodeCode: cell('code', leaf.node),
    node: cell('count', layout.byCode.get(leaf.node)?.number ?? null),
    department: cell('count', layout.departmentNumbers.get(leaf.department ?? '') ?? null),
  };
  return { cells: inOrder(PROJECT_KEYS, cells) };
}

function stateText(
  state: Leaf['physicalState'],
  last: string | null,
  noSide: boolean,
  leaf: Leaf,
  voice: Voice,
): string {
  if (leaf.kind === 'empty_year' || noSide) return NO_DATA;
  return state === 'stale' ? `${voice.t('مانده از', 'from')} ${voice.period(last)}` : voice.labels.states[state];
}

function plainFigures(leaf: Leaf, scope: string, figures: MonthFigures, voice: Voice, layout: Layout) {
  const stale = (state: Leaf['physicalState']) => (state === 'stale' ? { tone: 'muted' as const } : {});
  const money = (rial: number | null) => (rial === null ? null : voice.amount(rial));
  const { spending } = figures.headline.options;
  return {
    achieved: cell('percent', hasProgress(leaf, scope) ? leaf.achieved : NO_DATA, {
      ...stale(leaf.physicalState),
      ...sourceLink(leaf.code, leaf.lastPhysical, layout.physicalFields(leaf.code), voice, layout),
    }),
    planned: cell('percent', leaf.planned ?? NO_DATA, { assumed: leaf.plannedAssumed }),
    spent: cell('money', (hasMoney(leaf, scope) ? money(leaf.spentRial) : null) ?? NO_DATA, {
      ...stale(leaf.moneyState),
      ...sourceLink(leaf.code, leaf.lastMoney, SPENDING_FIELDS[spending], voice, layout),
    }),
    due: cell('money', money(leaf.budgetRial) ?? NO_DATA, { assumed: leaf.budgetAssumed }),
    approved: known('money', money(leaf.approvedRial)),
  };
}

export const SPENDING_FIELDS: Record<Spending, readonly FactField[]> = {
  spent: ['spent_rial', 'spent_noncash_rial'],
  certified: ['certified_rial'],
  committed: ['committed_rial'],
};

function liveFigures(leaf: Leaf, row: number, scope: string, voice: Voice) {
  const at = (key: ProjectKey) => `${PROJECT_LETTERS[key]}${row}`;
  const progress = hasProgress(leaf, scope) ? leaf.achieved : null;
  const spent = hasMoney(leaf, scope) && leaf.spentRial !== null ? voice.amount(leaf.spentRial) : null;
  const due = leaf.budgetRial === null ? null : voice.amount(leaf.budgetRial);
  const physical = progress !== null && leaf.planned !== null && leaf.planned > 0 ? progress / leaf.planned : null;
  const budget = spent !== null && due !== null && due > 0 ? spent / due : null;
  const gap = physical === null || budget === null ? null : (budget - physical) * 100;
  return {
    physical: live('percent', ratioFormula(at('achieved'), at('planned')), physical ?? NO_DATA),
    budget: live('percent', ratioFormula(at('spent'), at('due')), budget ?? NO_DATA),
    gap: live('points', gapFormula(at('physical'), at('budget')), gap ?? NO_DATA),
    weightedAchieved: live('ratio', productFormula(at('weight'), at('achieved')), leaf.weight * (progress ?? 0), {
      tone: 'muted',
    }),
    weightedPlanned: live('ratio', productFormula(at('weight'), at('planned')), leaf.weight * (leaf.planned ?? 0), {
      tone: 'muted',
    }),
  };
}

/** Nested, because AND and OR look at all their parts, also at a comparison with "—". */
function ratioFormula(numerator: string, denominator: string): string {
  const none = quoted(NO_DATA);
  const quotient = `IF(${denominator}>0,${numerator}/${denominator},${none})`;
  return `IF(AND(ISNUMBER(${numerator}),ISNUMBER(${denominator})),${quotient},${none})`;
}

function productFormula(weight: string, ratio: string): string {
  return `IF(ISNUMBER(${ratio}),${weight}*${ratio},0)`;
}
