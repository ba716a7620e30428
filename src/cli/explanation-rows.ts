import type { Leaf } from '../domain/measure.js';
import type { Explanation } from '../pipeline/types.js';
import { type ExplainedMeasure, operandsFor } from './print/explain.js';
import { factJson, realizationJson } from './rows.js';

/** The one row of `explain --json`: the figure, how it is made, from what, down to the cells. */
export function explanationJson(explanation: Explanation, measure: ExplainedMeasure) {
  const { code, kind, level, title, figure, formula, children, leaves, facts } = explanation;
  return {
    code,
    kind,
    level,
    title,
    measure,
    value: figure[measure],
    formula_fa: formula.fa,
    formula_en: formula.en,
    operands: operandsFor(explanation, measure).map(({ name, fa, en, value, assumed }) => ({
      name,
      title_fa: fa,
      title_en: en,
      value,
      assumed,
    })),
    figure: realizationJson(figure),
    children: children.map((child) => ({ share: child.share, ...realizationJson(child.figure) })),
    leaves: leaves.map(leafJson),
    facts: facts.map(factJson),
  };
}

function leafJson(leaf: Leaf) {
  return {
    code: leaf.code,
    title: leaf.title,
    year: leaf.year,
    kind: leaf.kind,
    node: leaf.node,
    department: leaf.department,
    weight: leaf.weight,
    achieved: leaf.achieved,
    achieved_high: leaf.achievedHigh,
    planned: leaf.planned,
    spent_rial: leaf.spentRial,
    budget_rial: leaf.budgetRial,
    approved_rial: leaf.approvedRial,
    physical_state: leaf.physicalState,
    money_state: leaf.moneyState,
    last_physical: leaf.lastPhysical,
    last_money: leaf.lastMoney,
    planned_assumed: leaf.plannedAssumed,
    budget_assumed: leaf.budgetAssumed,
    weight_assumed: leaf.weightAssumed,
  };
}
