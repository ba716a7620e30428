import { tableText } from '../table.js';
import type { OddityFigures } from './figures.js';

/** What the checks must reach: recall of every kind, and questions on 1,000 clean rows. */
export const LEAST_RECALL = 0.9;
export const MOST_QUESTIONS = 5;

export const perThousand = ({ falseQuestions, cleanRows }: OddityFigures): number =>
  (1000 * falseQuestions) / cleanRows;

/** False where a kind is found too seldom, clean rows are asked about too often, or a clean row is refused. */
export function isGood(figures: OddityFigures): boolean {
  const found = figures.kinds.every((kind) => kind.found >= LEAST_RECALL * kind.planted);
  return found && perThousand(figures) <= MOST_QUESTIONS && figures.falseErrors === 0;
}

export function oddityText(figures: OddityFigures): string {
  const { kinds, alarms, cleanRows, planted, falseQuestions, falseErrors, rowsPerSecond } = figures;
  const recall = tableText(
    ['planted anomaly', 'check', 'planted', 'found', 'recall'],
    kinds.map((kind) => [
      ...[kind.kind, kind.check, String(kind.planted), String(kind.found)],
      (kind.found / kind.planted).toFixed(2),
    ]),
    2,
  );
  const perCheck = tableText(
    ['questions on clean rows', 'asked', 'in 1,000 rows'],
    alarms.map(({ check, alarms: count }) => [check, String(count), ((1000 * count) / cleanRows).toFixed(2)]),
    1,
  );
  const clean = cleanRows.toLocaleString('en');
  return `${recall}\n${perCheck}\n${planted} anomalies among ${clean} clean rows: ${falseQuestions} questions on clean rows (${perThousand(figures).toFixed(2)} in 1,000), ${falseErrors} errors; ${Math.round(rowsPerSecond).toLocaleString('en')} rows/s checked\n`;
}
