import type { ForecastFigure, ForecastMeasure, ForecastRecord, ForecastRow } from '../../domain/forecast.js';
import { type Choice, recordOf } from './choice.js';
import { capOf, type Group, GroupForecasts } from './groups.js';
import { intervalOf } from './interval.js';
import { ProjectForecasts } from './projects.js';
import { MONTHS, sightOf, type Track } from './track.js';

/** A row to be forecast: a project, or a group of them. `members` index into the tracks of the year by code, with their weights. */
export interface Subject {
  kind: ForecastRow['kind'];
  code: string;
  level: string;
  title: string;
  members: readonly { code: string; weight: number }[];
}

export interface ForecastInput {
  year: number;
  /** Fiscal month of the period, 1..13. */
  month: number;
  /** Every project-year up to this one. */
  physical: readonly Track[];
  spend: readonly Track[];
  /** Nodes and departments of each year, for their records; this year's are also the rows. */
  subjects: ReadonlyMap<number, readonly Subject[]>;
  /** Projects of this year, as rows. */
  projects: readonly Subject[];
}

/**
 * Year-end forecasts of work and money, with the records that they rest on. The interval holds four outcomes of five where the
 * future is like the record. Worked example: 0.40 at month 6, best by record `index` with PP 0.5 → 0.8; errors of its record
 * between −0.2 and +0.1 of the room of 0.6 → 0.80 (0.68–0.86).
 */
export function forecasts(input: ForecastInput): { rows: ForecastRow[]; records: ForecastRecord[] } {
  const sides = {
    physical: new Side('physical', input, input.physical),
    spend: new Side('spend', input, input.spend),
  };
  const printed: Printed = { records: [], places: new Map() };
  const rows = [...(input.subjects.get(input.year) ?? []), ...input.projects].map((subject): ForecastRow => {
    const physical = sides.physical.figure(subject, printed);
    const spend = sides.spend.figure(subject, printed);
    const { kind, code, level, title, members } = subject;
    const base = sides.spend.baseOf(subject);
    const rial = (ratio: number | null) => (ratio === null ? null : BigInt(Math.round(ratio * Number(base))));
    return {
      kind,
      code,
      level,
      title,
      physical,
      spend,
      budgetRial: base > 0n ? base : null,
      spendRial: rial(spend.value),
      spendLowRial: rial(spend.low),
      spendHighRial: rial(spend.high),
      projects: members.length,
      silent: sides.physical.silentOf(subject),
      unreported: input.month > MONTHS ? 0 : sides.physical.unreportedOf(subject),
    };
  });
  return { rows, records: printed.records };
}

/** Records that some row rests on, in the order of their first use. */
interface Printed {
  records: ForecastRecord[];
  places: Map<Choice, number>;
}

const NOTHING: ForecastFigure = {
  now: null,
  value: null,
  low: null,
  high: null,
  method: null,
  record: null,
  reason: null,
  noInterval: null,
};

/** One measure: its tracks, and the forecasts of projects and groups. */
class Side {
  readonly #tracks: ReadonlyMap<string, Track>;
  readonly #projects: ProjectForecasts;
  readonly #groups: GroupForecasts;
  readonly #month: number;

  constructor(
    readonly measure: ForecastMeasure,
    { year, month, subjects }: ForecastInput,
    tracks: readonly Track[],
  ) {
    this.#month = Math.min(month, MONTHS);
    this.#tracks = new Map(tracks.filter((track) => track.year === year).map((track) => [track.code, track]));
    this.#projects = new ProjectForecasts(measure, tracks, year, this.#month);
    const byCode = new Map(tracks.map((track) => [`${track.year} ${track.code}`, track]));
    const groups = [...subjects].flatMap(([of, list]) =>
      list.map((subject) => this.#group(subject, of, (code) => byCode.get(`${of} ${code}`))),
    );
    const several = groups.filter(({ members }) => members.length > 1);
    this.#groups = new GroupForecasts(this.#projects, several, year, this.#month);
  }

  #group({ code, members }: Subject, year: number, trackOf: (code: string) => Track | undefined): Group {
    return {
      code,
      year,
      members: members.flatMap(({ code: member, weight }) => {
        const track = trackOf(member);
        return track ? [{ track, weight: this.measure === 'spend' ? 1 : weight }] : [];
      }),
    };
  }

  /** Rials of the budgets below, to the rial: sums of a large organisation can pass what a number holds. Of spending only. */
  baseOf({ members }: Subject): bigint {
    return members.reduce((sum, { code }) => sum + BigInt(this.#tracks.get(code)?.bases[this.#month] ?? 0), 0n);
  }

  silentOf({ members }: Subject): number {
    const tracks = members.flatMap(({ code }) => this.#tracks.get(code) ?? []);
    return tracks.filter(({ known }) => known[this.#month] == null).length;
  }

  unreportedOf({ members }: Subject): number {
    return members.filter(({ code }) => {
      const sight = this.#tracks.get(code);
      const last = sight && sightOf(sight, this.#month, MONTHS);
      return last && last.now < 1 && last.said < this.#month;
    }).length;
  }

  figure(subject: Subject, printed: Printed): ForecastFigure {
    const group = this.#group(subject, 0, (code) => this.#tracks.get(code));
    const { members } = group;
    if (members.every(({ track }) => (track.bases[this.#month] ?? 0) <= 0)) {
      return { ...NOTHING, reason: this.measure === 'spend' ? 'no_budget' : 'no_work' };
    }
    if (members.every(({ track }) => track.known[this.#month] == null)) return { ...NOTHING, reason: 'never_reported' };
    const answer = members.length === 1 ? this.#single(members[0] as (typeof members)[number]) : this.#several(group);
    return figureOf(answer, capOf(members), this.#month, printed);
  }

  #single({ track }: { track: Track }): Answer {
    const sight = sightOf(track, this.#month, MONTHS);
    if (sight === null) return { now: 0, value: 0, method: 'naive', choice: null };
    return { now: sight.now, ...this.#projects.of(sight) };
  }

  #several(group: Group): Answer {
    const sight = this.#groups.sight(group, this.#month, MONTHS);
    if (sight === null) return { now: 0, value: 0, method: 'naive', choice: null };
    const [choice = null] = this.#groups.ranking(group.members.length, sight.ahead);
    const method = choice?.method ?? this.#groups.topMethod(sight.ahead);
    return { now: sight.now, value: method === 'naive' ? sight.naive : sight.chosen, method, choice };
  }
}

interface Answer {
  now: number;
  value: number;
  method: Choice['method'];
  choice: Choice | null;
}

function figureOf(
  { now, value, method, choice }: Answer,
  cap: number | null,
  month: number,
  { records, places }: Printed,
): ForecastFigure {
  if (month >= MONTHS) return { ...NOTHING, now, value: now, noInterval: 'year_is_over' };
  if (choice === null) return { ...NOTHING, now, value, method, noInterval: 'too_little_history' };
  let record = places.get(choice);
  if (record === undefined) {
    record = records.push(recordOf(choice)) - 1;
    places.set(choice, record);
  }
  return { ...NOTHING, now, value, ...intervalOf({ now, value, cap }, choice), method, record };
}
