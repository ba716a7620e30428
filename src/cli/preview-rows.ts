import { deltaOf, type PreviewFigures, type PreviewPeriod, type PreviewRow } from '../domain/preview.js';
import { headJson } from './rows.js';

// Keys of `preview --json`. Stable: add, never rename.

export function previewJson({ period, before, after, rows, changes }: PreviewPeriod) {
  const optionsJson = (options: PreviewPeriod['before']) => {
    const { scope, basis, spending, budget, denominator } = headJson({ options });
    return {
      scope,
      basis,
      spending,
      budget,
      denominator,
      blank_weights: options.blankWeights,
      quantity_cap: options.cap,
    };
  };
  return { period, before: optionsJson(before), after: optionsJson(after), rows: rows.map(rowJson), types: changes };
}

function rowJson(row: PreviewRow) {
  const { kind, code, level, title, before, after } = row;
  return {
    code,
    kind,
    level,
    title,
    before: before && figuresJson(before),
    after: after && figuresJson(after),
    delta: {
      physical: deltaOf(row, 'physical'),
      physical_mixed: deltaOf(row, 'physicalMixed'),
      budget: deltaOf(row, 'budget'),
      gap: deltaOf(row, 'gap'),
      score: deltaOf(row, 'score'),
    },
  };
}

function figuresJson(figures: PreviewFigures) {
  return {
    physical: figures.physical,
    physical_mixed: figures.physicalMixed,
    budget: figures.budget,
    gap: figures.gap,
    score: figures.score,
    physical_class: figures.physicalVerdict,
    gap_class: figures.gapVerdict,
  };
}
