import type { FactField } from '../domain/fact.js';
import type { Figure } from './input.js';

interface Point {
  month: number;
  value: number;
}

/** A value that a project reported, with the fiscal month that it speaks of. */
export type Reported = Point;

/** Figures by code and field, in order of time, for "the last value at or before a month of the project's year". */
export class ReportedFigures {
  readonly #points = new Map<string, Point[]>();

  /** The index of a list of figures, made once however many models read it. */
  static of(figures: readonly Figure[]): ReportedFigures {
    const known = INDEXES.get(figures) ?? new ReportedFigures(figures);
    INDEXES.set(figures, known);
    return known;
  }

  constructor(figures: readonly Figure[]) {
    for (const { code, field, year, month, value } of figures) {
      const key = `${code}\n${field}\n${year}`;
      const points = this.#points.get(key);
      if (points) points.push({ month, value });
      else this.#points.set(key, [{ month, value }]);
    }
    for (const points of this.#points.values()) points.sort((a, b) => a.month - b.month);
  }

  /** The last reported value of the year at or before the month; null = never reported. */
  lastAt(code: string, field: FactField, year: number, month: number): Reported | null {
    let last: Point | null = null;
    for (const point of this.#of(code, field, year)) {
      if (point.month > month) break;
      last = point;
    }
    return last;
  }

  /** Every reported value of the year at or before the month, in order of time. */
  upTo(code: string, field: FactField, year: number, month: number): Reported[] {
    return this.#of(code, field, year).filter((point) => point.month <= month);
  }

  #of(code: string, field: FactField, year: number): readonly Point[] {
    return this.#points.get(`${code}\n${field}\n${year}`) ?? [];
  }
}

const INDEXES = new WeakMap<readonly Figure[], ReportedFigures>();
