import type { ForecastMeasure, ForecastRow, PublishedRecord } from '../../domain/forecast.js';
import type { ForecastInput } from './forecast.js';
import { groupOutcome, sizeOf } from './groups.js';
import { MONTHS } from './track.js';

/** A forecast that a report once printed. */
export interface Published {
  year: number;
  kind: ForecastRow['kind'];
  code: string;
  measure: ForecastMeasure;
  projects: number;
  value: number;
  low: number | null;
  high: number | null;
}

/** The honest record: what reports printed, against the ends of their years, by measure and size of the group. */
export function publishedRecords(input: ForecastInput, published: readonly Published[]): PublishedRecord[] {
  const ends = { physical: endsOf(input, 'physical'), spend: endsOf(input, 'spend') };
  const sums = new Map<
    string,
    { row: Omit<PublishedRecord, 'cases' | 'meanError' | 'coverage'>; errors: number[]; held: boolean[] }
  >();
  for (const { year, kind, code, measure, projects, value, low, high } of published) {
    const end = ends[measure].get(`${year} ${kind} ${code}`);
    if (end === undefined) continue;
    const size = sizeOf(projects);
    const sum = sums.get(`${measure} ${size}`) ?? { row: { measure, size }, errors: [], held: [] };
    sum.errors.push(Math.abs(end - value));
    // The tolerance is for the rounding of ratios.
    if (low !== null && high !== null) sum.held.push(end >= low - 1e-9 && end <= high + 1e-9);
    sums.set(`${measure} ${size}`, sum);
  }
  return [...sums.values()].map(({ row, errors, held }) => ({
    ...row,
    cases: errors.length,
    meanError: errors.reduce((sum, error) => sum + error, 0) / errors.length,
    coverage: held.length === 0 ? null : held.filter(Boolean).length / held.length,
  }));
}

/** Known ends of the years that are over, by year, kind and code; a group's where some member reported its end. */
function endsOf(input: ForecastInput, measure: ForecastMeasure): Map<string, number> {
  const tracks = new Map(input[measure].map((track) => [`${track.year} ${track.code}`, track]));
  const ends = new Map<string, number>();
  for (const [key, track] of tracks) {
    const end = groupOutcome([{ track, weight: 1 }], MONTHS, MONTHS);
    if (track.year < input.year && end !== null) ends.set(key.replace(' ', ' project '), end);
  }
  for (const [year, subjects] of input.subjects) {
    if (year >= input.year) continue;
    for (const { kind, code, members } of subjects) {
      const own = members.flatMap(({ code: member, weight }) => {
        const track = tracks.get(`${year} ${member}`);
        return track ? [{ track, weight: measure === 'spend' ? 1 : weight }] : [];
      });
      const end = groupOutcome(own, MONTHS, MONTHS);
      if (end !== null) ends.set(`${year} ${kind} ${code}`, end);
    }
  }
  return ends;
}
