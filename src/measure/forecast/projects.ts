import type { ForecastMeasure, ForecastMethod } from '../../domain/forecast.js';
import { CaseBook, casesOf } from './cases.js';
import { type Choice, ranked } from './choice.js';
import { History } from './history.js';
import { foreseen } from './methods.js';
import type { Sight, Track } from './track.js';

/** What a method said of one project, and with which record; `choice` null = no record. */
export interface Foreseen {
  value: number;
  method: ForecastMethod;
  choice: Choice | null;
}

/** Forecasts of single projects: the methods with their records, asked by distance. */
export class ProjectForecasts {
  readonly history: History;
  readonly #book: CaseBook;
  readonly #rankings = new Map<number, Choice[]>();

  constructor(
    readonly measure: ForecastMeasure,
    readonly tracks: readonly Track[],
    year: number,
    month: number,
  ) {
    this.history = new History(tracks);
    this.#book = new CaseBook(casesOf(tracks, this.history, year, month));
  }

  /** The methods with a record at a distance, the best first. */
  ranking(ahead: number): readonly Choice[] {
    const known = this.#rankings.get(ahead);
    if (known) return known;
    const choices = ranked([this.#book], ahead, { measure: this.measure, size: 'project' });
    this.#rankings.set(ahead, choices);
    return choices;
  }

  /** The best method that has something to say of the project, by its distance from the last report; `naive` where none has a record. */
  of(sight: Sight): Foreseen {
    for (const choice of this.ranking(sight.until - sight.said)) {
      const value = foreseen(choice.method, sight, this.history);
      if (value !== null) return { value, method: choice.method, choice };
    }
    return { value: this.naive(sight), method: 'naive', choice: null };
  }

  naive(sight: Sight): number {
    return foreseen('naive', sight, this.history) ?? sight.now;
  }
}
