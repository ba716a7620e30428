import type { Leaf } from '../../domain/measure.js';
import type { Explanation } from '../../pipeline/types.js';
import { amount, percent, points } from '../numbers.js';
import { oneLine } from '../table.js';
import { factTable } from './facts.js';
import { figureTable } from './realization.js';
import { footnotes, headLine, type View, wordsOf } from './view.js';

export const EXPLAINED_MEASURES = ['physical', 'budget', 'gap'] as const;
export type ExplainedMeasure = (typeof EXPLAINED_MEASURES)[number];

const OPERANDS: Record<ExplainedMeasure, readonly string[]> = {
  physical: ['A', 'D'],
  budget: ['S', 'BD', 'B', 'L'],
  gap: ['A', 'D', 'S', 'BD', 'B', 'L'],
};

/** The operands that make one measure; the gap takes all. */
export function operandsFor(explanation: Explanation, measure: ExplainedMeasure): Explanation['operands'] {
  return explanation.operands.filter(({ name }) => OPERANDS[measure].includes(name));
}

/** From a figure down: what it is, how it is computed, from which numbers, from which parts, from which cells. */
export function printExplanation(view: View, explanation: Explanation, measure: ExplainedMeasure): string {
  const { word, ltr } = wordsOf(view);
  const { figure, formula, children, leaves, facts } = explanation;
  const sections = [
    `${ltr(explanation.code)} ${oneLine(explanation.title)} (${oneLine(explanation.level)})\n${headLine(view, explanation)}`,
    `${word('physical')} ${percent(figure.physical)} · ${word('budget')} ${percent(figure.budget)} · ${word('gap')} ${points(figure.gap)}`,
    formula[view.language],
    operandLines(view, operandsFor(explanation, measure)),
  ];
  if (children.length > 0) {
    const rows = children.map((child) => child.figure);
    const shares = children.map(({ share }) => share);
    sections.push(`${word('explain.parts')}\n${figureTable(view, rows, shares)}`);
  }
  if (leaves.length > 0) sections.push(`${word('explain.leaves')}\n${leafTable(view, leaves)}`);
  if (facts.length > 0) sections.push(`${word('explain.facts')}\n${factTable(view, facts)}`);
  return `${sections.join('\n\n')}\n${footnotes(view, explanation)}`;
}

function operandLines(view: View, operands: Explanation['operands']): string {
  const { word, ltr } = wordsOf(view);
  return operands
    .map(({ name, value, assumed, ...meaning }) => {
      const text = typeof value === 'bigint' ? amount('rial', value) : value === null ? '—' : value.toFixed(6);
      return `  ${name} = ${ltr(text)}  ${meaning[view.language]}${assumed ? ` (${word('explain.assumed')})` : ''}`;
    })
    .join('\n');
}

function leafTable(view: View, leaves: readonly Leaf[]): string {
  const { word, table, unit, labels } = wordsOf(view);
  const columns = [
    { title: word('code'), ltr: true },
    { title: word('year'), align: 'end' as const },
    { title: word('weight'), align: 'end' as const },
    { title: word('achieved'), align: 'end' as const },
    { title: word('planned'), align: 'end' as const },
    { title: word('spent', { unit }), align: 'end' as const },
    { title: word('budgetAmount', { unit }), align: 'end' as const },
    { title: word('state') },
    { title: word('title') },
  ];
  const rows = leaves.map((leaf) => [
    leaf.code,
    String(leaf.year),
    `${(leaf.weight * 100).toFixed(3)}%`,
    percent(leaf.achieved),
    percent(leaf.planned),
    amount(view.config.displayUnit, leaf.spentRial),
    amount(view.config.displayUnit, leaf.budgetRial),
    labels.states[leaf.physicalState],
    leaf.title,
  ]);
  return table(columns, rows);
}
