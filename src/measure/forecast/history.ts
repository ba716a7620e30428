import { MONTHS, outcomeOf, sightOf, type Track } from './track.js';

/** A class of projects says something from so many of them on. */
const LEAST = 10;

/** What earlier years say to a later one: built once, asked by year, so that no year ever learns from itself. */
export class History {
  readonly #tracks: readonly Track[];
  readonly #answers = new Map<string, number | null>();

  constructor(tracks: readonly Track[]) {
    this.#tracks = tracks;
  }

  /** Median part of the rest that projects of the class, reported for both months, did between them in the years before; null = too few. */
  shape(group: string, before: number, month: number, until: number): number | null {
    return this.#classOrAll('shape', group, before, month, until, (track) => {
      const sight = sightOf(track, month, until);
      const outcome = outcomeOf(track, month, until);
      if (sight === null || sight.said !== month || outcome === null || sight.now >= 1) return null;
      return (outcome - sight.now) / (1 - sight.now);
    });
  }

  /** Median year-end of the class in the years before; null = too few. */
  end(group: string, before: number): number | null {
    return this.#classOrAll('end', group, before, MONTHS, MONTHS, (track) => outcomeOf(track, MONTHS, MONTHS));
  }

  #classOrAll(
    what: string,
    group: string,
    before: number,
    month: number,
    until: number,
    readOf: (track: Track) => number | null,
  ): number | null {
    const asked = (own: string | null): number | null => {
      const key = [what, own, before, month, until].join('\n');
      const known = this.#answers.get(key);
      if (known !== undefined) return known;
      const values = this.#tracks
        .filter((track) => track.year < before && (own === null || track.group === own))
        .map(readOf)
        .filter((value) => value !== null);
      const answer = values.length < LEAST ? null : median(values);
      this.#answers.set(key, answer);
      return answer;
    };
    return asked(group) ?? asked(null);
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? 0) + upper) / 2;
}
