import type {
  ForecastMeasure,
  ForecastMethod,
  ForecastRecord,
  ForecastSize,
  RecordSource,
} from '../../domain/forecast.js';
import type { Case, CaseBook } from './cases.js';
import { type ErrorBounds, intervalOf } from './interval.js';
import { METHOD_NAMES } from './methods.js';
import { MONTHS } from './track.js';
import { widened } from './years.js';

/** A record of fewer cases is no record. */
export const LEAST_CASES = 20;
/** Distances around the asked one are drawn in, month by month, until so many cases are there. */
const ENOUGH_CASES = 60;
const WIDEST = 2;
/** The interval leaves out a tenth on each side. */
const TAIL = 0.1;

/** A method with its record and the bounds of its errors. */
export interface Choice extends ErrorBounds {
  method: ForecastMethod;
  record: Omit<ForecastRecord, 'coverage'>;
  cases: readonly Case[];
}

/** The whole record of a choice; how its intervals did is worked out only for what is printed. */
export function recordOf({ record, cases }: Choice): ForecastRecord {
  return { ...record, coverage: coverageOf(cases, record.stretch) };
}

/**
 * The methods that have a record for a distance, the best first: smallest mean absolute error, and no worse than `naive` on the
 * same cases. Earlier years at a like distance count; only where there are none, this year's own months (errors stretched in
 * proportion to the distance) and the starts of earlier years do. Empty = too little history.
 */
export function ranked(books: readonly CaseBook[], ahead: number, about: About): Choice[] {
  const at = (source: RecordSource, distance: number) => books.flatMap((book) => book.at(source, distance));
  const earlier = around((distance) => at('earlier_years', distance), ahead);
  const choices = choicesIn(earlier, 1, about);
  if (choices.length > 0) return best(choices);
  const starts = choicesIn({ cases: at('year_starts', MONTHS), band: [MONTHS, MONTHS] }, 1, about);
  const longest = Math.max(...books.map((book) => book.longest('this_year', ahead)));
  if (longest === 0) return best(starts);
  const shorter = around((distance) => at('this_year', distance), longest);
  const distance = shorter.cases.reduce((sum, each) => sum + each.ahead, 0) / Math.max(1, shorter.cases.length);
  return best([...choicesIn(shorter, Math.max(1, ahead / distance), about), ...starts]);
}

interface About {
  measure: ForecastMeasure;
  size: ForecastSize;
}

interface Found {
  cases: readonly Case[];
  band: readonly [number, number];
}

/** Cases at a distance, and at neighbouring ones on both sides while they are too few. */
function around(at: (ahead: number) => readonly Case[], ahead: number): Found {
  let cases = [...at(ahead)];
  for (let reach = 0; ; reach += 1) {
    if (reach > 0) cases = [...cases, ...(ahead - reach > 0 ? at(ahead - reach) : []), ...at(ahead + reach)];
    const count = cases.filter(({ method }) => method === 'naive').length;
    if (count >= ENOUGH_CASES || reach === WIDEST) return { cases, band: bandOf(cases, ahead) };
  }
}

/** The distances that are really there. */
function bandOf(cases: readonly Case[], asked: number): readonly [number, number] {
  if (cases.length === 0) return [asked, asked];
  return cases.reduce<[number, number]>(
    ([from, to], { ahead }) => [Math.min(from, ahead), Math.max(to, ahead)],
    [asked, asked],
  );
}

function choicesIn({ cases, band }: Found, stretch: number, about: About): Choice[] {
  const byMethod = new Map<ForecastMethod, Case[]>(METHOD_NAMES.map((method) => [method, []]));
  for (const each of cases) byMethod.get(each.method)?.push(each);
  return [...byMethod].flatMap(([method, own]) => {
    const [first] = own;
    if (first === undefined || own.length < LEAST_CASES) return [];
    const { below, above } = errorBounds(own, stretch);
    const record = {
      ...about,
      method,
      source: first.source,
      band,
      cases: own.length,
      meanError: mean(own.map(({ error }) => Math.abs(error))),
      naiveError: mean(own.map(({ naive }) => Math.abs(naive))),
      stretch,
    };
    return [{ method, record, below, above, cases: own }];
  });
}

/** Only what is no worse than naive on its own cases; among these the smallest error that is to be expected at the distance. */
function best(choices: readonly Choice[]): Choice[] {
  return choices
    .filter(({ method, record }) => method === 'naive' || record.meanError <= record.naiveError)
    .sort((a, b) => a.record.meanError * a.record.stretch - b.record.meanError * b.record.stretch);
}

/**
 * Bounds that leave out a tenth of the errors on each side, with the correction for a finite sample (split conformal prediction: the
 * ⌈0.9(n + 1)⌉-th smallest error, and the same from below). Worked example: 39 errors −19…19 → −16 and 16.
 */
export function bounds(errors: readonly number[]): ErrorBounds {
  const sorted = [...errors].sort((a, b) => a - b);
  const rank = Math.min(sorted.length, Math.ceil((1 - TAIL) * (sorted.length + 1)));
  return { below: sorted[sorted.length - rank] ?? 0, above: sorted[rank - 1] ?? 0 };
}

/** Bounds of errors as parts of the room, stretched where the record looks less far than the question, wider where its years are few. */
function errorBounds(cases: readonly Case[], stretch: number): ErrorBounds {
  const errors = cases.map(({ year, error, room }) => ({ year, error: (error / room) * stretch }));
  return widened(bounds(errors.map(({ error }) => error)), errors);
}

/**
 * How often intervals as they are printed held the outcome, stretch, value and known bounds included: each year judged by the bounds of the other
 * years; null = there is only one.
 */
export function coverageOf(cases: readonly Case[], stretch: number): number | null {
  const years = [...new Set(cases.map(({ year }) => year))];
  if (years.length < 2) return null;
  let held = 0;
  let judged = 0;
  for (const year of years) {
    const others = cases.filter((each) => each.year !== year);
    if (others.length < LEAST_CASES) continue;
    const known = errorBounds(others, stretch);
    for (const each of cases.filter((one) => one.year === year)) {
      judged += 1;
      const outcome = each.value + each.error;
      const { low, high } = intervalOf(each, known);
      // Exact bounds count as held; the tolerance is for the rounding of ratios.
      if (outcome >= low - 1e-12 && outcome <= high + 1e-12) held += 1;
    }
  }
  return judged === 0 ? null : held / judged;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
