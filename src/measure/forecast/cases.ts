import type { ForecastMethod, RecordSource } from '../../domain/forecast.js';
import type { History } from './history.js';
import { foreseen, METHOD_NAMES } from './methods.js';
import { MONTHS, outcomeOf, type Sight, sightOf, type Track } from './track.js';

/** One question of the past with its answer: what a method said, and by how much the outcome was more. Ratios. */
export interface Case {
  method: ForecastMethod;
  source: RecordSource;
  year: number;
  ahead: number;
  error: number;
  /** What the method said, and what was known when the question was asked, with its bound (null = none). */
  value: number;
  now: number;
  cap: number | null;
  /** The error of `naive` on the same question. */
  naive: number;
  /** What was still open when the question was asked: errors are compared as parts of it. */
  room: number;
}

/** A question with nothing open has no error to speak of; the floor keeps a small rest from blowing errors up. */
const LEAST_ROOM = 0.05;

export function roomOf(now: number): number {
  return Math.max(LEAST_ROOM, Math.abs(1 - now));
}

/**
 * Every question that the stored history can answer: year-ends of earlier years, and this year's months so far. Asked at the months for
 * which something was reported: at a silent month the question of the last report would only be asked again.
 */
export function casesOf(tracks: readonly Track[], history: History, year: number, month: number): Case[] {
  return tracks.flatMap((track) => {
    if (track.year < year) {
      const starts = asked(track, history, 0, MONTHS, 'year_starts');
      return [...starts, ...origins(MONTHS).flatMap((at) => asked(track, history, at, MONTHS, 'earlier_years'))];
    }
    if (track.year > year) return [];
    return origins(month + 1).flatMap((until) =>
      origins(until).flatMap((at) => asked(track, history, at, until, 'this_year')),
    );
  });
}

/** Months 1 to one less than `before`. */
export function origins(before: number): number[] {
  return Array.from({ length: Math.max(0, before - 1) }, (_, index) => index + 1);
}

function asked(track: Track, history: History, month: number, until: number, source: RecordSource): Case[] {
  const sight = sightOf(track, month, until);
  const outcome = outcomeOf(track, month, until);
  if (sight === null || sight.said !== month || outcome === null) return [];
  const naive = outcome - naiveOf(sight, history);
  const { now, cap } = sight;
  const base = { source, year: track.year, ahead: until - month, naive, now, cap, room: roomOf(now) };
  return METHOD_NAMES.flatMap((method) => {
    // At the start of a year nothing is known that could be carried on.
    if (source === 'year_starts' && method !== 'class_end' && method !== 'naive') return [];
    const value = foreseen(method, sight, history);
    return value === null ? [] : [{ ...base, method, value, error: outcome - value }];
  });
}

function naiveOf(sight: Sight, history: History): number {
  return foreseen('naive', sight, history) ?? sight.now;
}

/** Cases by where they come from and by their distance, so that a question does not walk through all of them. */
export class CaseBook {
  readonly #pages = new Map<string, Case[]>();

  constructor(cases: readonly Case[] = []) {
    for (const each of cases) this.add(each);
  }

  add(each: Case): void {
    const key = `${each.source} ${each.ahead}`;
    const page = this.#pages.get(key);
    if (page) page.push(each);
    else this.#pages.set(key, [each]);
  }

  at(source: RecordSource, ahead: number): readonly Case[] {
    return this.#pages.get(`${source} ${ahead}`) ?? [];
  }

  /** The longest distance up to a bound for which a source has a case; 0 = none. */
  longest(source: RecordSource, most: number): number {
    for (let ahead = most; ahead > 0; ahead -= 1) if (this.#pages.has(`${source} ${ahead}`)) return ahead;
    return 0;
  }
}
