import { expect, it } from 'vitest';
import type { IndicatorFigure, IndicatorRollup } from '../../src/domain/indicator-figures.js';
import type { MeasureOptions } from '../../src/domain/measure.js';
import { indicatorFigures } from '../../src/measure/indicators/figure.js';
import { IndicatorTree } from '../../src/measure/indicators/rollup.js';
import { close } from './compare.js';
import type { Organisation } from './generate.js';
import { organisationWithIndicators } from './generate-indicators.js';
import { load, loadIndicators } from './load.js';
import { answerIndicators, type OracleIndicator, type OracleRollup } from './oracle.js';
import { QUESTIONS } from './question.js';

const SEEDS = 200;
const SHOWN = 20;
const ENOUGH = 10;
const PATIENCE_MS = 120_000;

/** Value, start, target, path, attainment, state and reason of every indicator, and the roll-up at every place. */
it(
  `agrees with a second definition of indicators in SQL on ${SEEDS} generated organisations`,
  () => {
    const faults: string[] = [];
    const seen = new Map<string, number>();
    for (let seed = 1; seed <= SEEDS && faults.length < SHOWN; seed += 1) {
      const given = organisationWithIndicators(seed);
      const db = load(given);
      loadIndicators(db, given);
      for (const [scope, basis] of QUESTIONS.filter(([each]) => each !== 'month')) {
        const options: MeasureOptions = { ...given.options, scope, basis };
        const figures = indicatorFigures({ ...given, options });
        const { indicators, rollups } = answerIndicators(db, given, options);
        for (const { reason, state, aggregation, direction } of figures)
          for (const what of [state, reason ?? `${aggregation} ${direction}`])
            seen.set(what, (seen.get(what) ?? 0) + 1);
        const lines = [...figureFaults(figures, indicators), ...rollupFaults(given, figures, rollups)];
        faults.push(...lines.map((line) => `seed ${seed}, ${given.period}, ${scope} ${basis}: ${line}`));
      }
      db.close();
    }
    expect(faults.slice(0, SHOWN)).toEqual([]);
    // An oracle proves nothing about what is never drawn.
    const drawn = [
      'reported',
      'stale',
      'missing',
      'not_due',
      'no_target',
      'no_baseline',
      'target_zero',
      'no_denominator',
      'partial_sum',
    ];
    const kinds = ['sum', 'last', 'average', 'max', 'ratio'].flatMap((each) => [
      `${each} up`,
      `${each} down`,
      `${each} band`,
    ]);
    expect([...drawn, ...kinds].filter((what) => (seen.get(what) ?? 0) < ENOUGH)).toEqual([]);
  },
  PATIENCE_MS,
);

function same(a: number | null, b: number | null): boolean {
  if (a === null || b === null) return a === b;
  return close(a, b, Math.max(Math.abs(a), Math.abs(b)));
}

function figureFaults(figures: readonly IndicatorFigure[], expected: readonly OracleIndicator[]): string[] {
  const byCode = new Map(expected.map((row) => [row.code, row]));
  const lost = figures.length === expected.length ? [] : [`${figures.length} indicators ≠ ${expected.length}`];
  return [
    ...lost,
    ...figures.flatMap((figure) => {
      const row = byCode.get(figure.code);
      if (!row) return [`${figure.code} gone`];
      const pairs: [string, number | null, number | null][] = [
        ['value', figure.value, row.v],
        ['opening', figure.opening, row.b],
        ['target', figure.target, row.target],
        ['path', figure.path, row.path],
        ['measured parts', figure.measuredParts, row.came],
        ['expected parts', figure.expectedParts, row.awaited],
        ['raw', figure.attainmentRaw, row.raw],
        ['attainment', figure.attainment, row.held],
      ];
      const what = `${figure.code} ${figure.aggregation} ${figure.direction}`;
      const worse = figure.worseThanBaseline === null ? null : Number(figure.worseThanBaseline);
      return [
        ...pairs.filter(([, a, b]) => !same(a, b)).map(([name, a, b]) => `${what}: ${name} ${a} ≠ ${b}`),
        ...(figure.state === row.state ? [] : [`${what}: ${figure.state} ≠ ${row.state}`]),
        ...(figure.reason === row.reason ? [] : [`${what}: reason ${figure.reason} ≠ ${row.reason}`]),
        ...(worse === row.worse ? [] : [`${what}: worse ${worse} ≠ ${row.worse}`]),
      ];
    }),
  ];
}

function rollupFaults(
  given: Organisation,
  figures: readonly IndicatorFigure[],
  expected: readonly OracleRollup[],
): string[] {
  const tree = new IndicatorTree(figures, given.package, given.plan);
  const places = expected.filter(({ kind }) => kind === 'place').map(({ subject }) => subject);
  const extra = tree.places().filter((place) => !places.includes(place));
  return [
    ...extra.map((place) => `${place} has indicators in the program alone`),
    ...expected.flatMap((row) => {
      const own = row.kind === 'place' ? tree.of(row.subject) : tree.ofDepartment(row.subject);
      const counts = (['defined', 'undefined', 'worse', 'missing', 'notDue'] satisfies (keyof IndicatorRollup)[])
        .filter((name) => own[name] !== row[name])
        .map((name) => `${row.kind} ${row.subject}: ${name} ${own[name]} ≠ ${row[name]}`);
      if (same(own.attainment, row.attainment)) return counts;
      return [...counts, `${row.kind} ${row.subject}: ${own.attainment} ≠ ${row.attainment}`];
    }),
  ];
}
