import type { ForecastMeasure, ForecastRow } from '../../domain/forecast.js';
import { forecasts } from '../../measure/forecast/forecast.js';
import { History } from '../../measure/forecast/history.js';
import { foreseen } from '../../measure/forecast/methods.js';
import { sightOf } from '../../measure/forecast/track.js';
import { type MadeHistory, madeHistory, SHAPES, type Shape } from './generate.js';

/** Seeds on which the methods were looked at while they were built, and seeds that were kept for the judgement. */
export const BUILDING_SEEDS = [1, 2, 3, 4];
export const JUDGING_SEEDS = [101, 102, 103, 104, 105, 106, 107, 108];
export const JUDGED_MONTHS = [3, 6, 9];

/** How forecasts of a shape did against ends that they had not seen. Errors as ratios of the whole. */
export interface ForecastFigures {
  shape: Shape;
  measure: ForecastMeasure;
  rows: 'projects' | 'groups';
  cases: number;
  coverage: number;
  meanError: number;
  naiveError: number;
}

export function judged(
  shape: Shape,
  seeds: readonly number[],
  months: readonly number[] = JUDGED_MONTHS,
): ForecastFigures[] {
  const marks = new Map<string, { held: number; judged: number; error: number; naive: number }>();
  for (const seed of seeds) {
    for (const month of months) {
      const made = madeHistory(shape, seed * 1000 + month, month);
      for (const row of forecasts(made.input).rows) {
        for (const measure of ['physical', 'spend'] as const) mark(marks, made, row, measure);
      }
    }
  }
  return [...marks].map(([key, { held, judged: cases, error, naive }]) => {
    const [measure, rows] = key.split(' ') as [ForecastMeasure, ForecastFigures['rows']];
    return { shape, measure, rows, cases, coverage: held / cases, meanError: error / cases, naiveError: naive / cases };
  });
}

export function allJudged(seeds: readonly number[]): ForecastFigures[] {
  return SHAPES.flatMap((shape) => judged(shape, seeds));
}

function mark(
  marks: Map<string, { held: number; judged: number; error: number; naive: number }>,
  { input, ends }: MadeHistory,
  row: ForecastRow,
  measure: ForecastMeasure,
): void {
  const { value, low, high } = row[measure];
  const truth = trueEnd(input, ends[measure], row, measure);
  if (value === null || low === null || high === null || truth === null) return;
  const key = `${measure} ${row.kind === 'project' ? 'projects' : 'groups'}`;
  const sum = marks.get(key) ?? { held: 0, judged: 0, error: 0, naive: 0 };
  sum.judged += 1;
  sum.held += truth.end >= low - 1e-9 && truth.end <= high + 1e-9 ? 1 : 0;
  sum.error += Math.abs(truth.end - value);
  sum.naive += Math.abs(truth.end - truth.naive);
  marks.set(key, sum);
}

const NO_HISTORY = new History([]);

/** Where the row really ended, and what the naive method would have said. */
function trueEnd(
  { physical, spend, subjects, projects, year, month }: MadeHistory['input'],
  ends: ReadonlyMap<string, number>,
  row: ForecastRow,
  measure: ForecastMeasure,
): { end: number; naive: number } | null {
  const subject = [...(subjects.get(year) ?? []), ...projects].find(({ code }) => code === row.code);
  const tracks = measure === 'physical' ? physical : spend;
  let whole = 0;
  let end = 0;
  let naive = 0;
  for (const { code, weight } of subject?.members ?? []) {
    const track = tracks.findLast((each) => each.code === code && each.year === year);
    if (!track) continue;
    const base = (measure === 'physical' ? weight : 1) * (track.bases[month] ?? 0);
    const sight = sightOf(track, month, 12);
    whole += base;
    end += base * (ends.get(code) ?? 0);
    naive += base * (sight === null ? 0 : (foreseen('naive', sight, NO_HISTORY) ?? 0));
  }
  return whole > 0 ? { end: end / whole, naive: naive / whole } : null;
}
