import { tableText } from '../table.js';
import type { ForecastFigures } from './judge.js';

/** Of 80% intervals between 70% and 90% must hold, and what is chosen must be no worse than naive. */
export function isHonest({ coverage, meanError, naiveError }: ForecastFigures): boolean {
  return coverage >= 0.7 && coverage <= 0.9 && meanError <= naiveError;
}

export function forecastText(figures: readonly ForecastFigures[]): string {
  const header = ['forecast: shape', 'what', 'rows', 'cases', '80% held', 'mean error', 'naive error', 'good'];
  const rows = figures.map((figure) => [
    figure.shape,
    figure.measure === 'physical' ? 'work' : 'spending',
    figure.rows,
    String(figure.cases),
    `${(figure.coverage * 100).toFixed(1)}%`,
    `${(figure.meanError * 100).toFixed(1)}%`,
    `${(figure.naiveError * 100).toFixed(1)}%`,
    isHonest(figure) ? 'yes' : 'NO',
  ]);
  return tableText(header, rows, 3);
}
