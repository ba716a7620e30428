import type { ForecastMethod, ForecastSize } from '../../domain/forecast.js';
import { CaseBook, origins, roomOf } from './cases.js';
import { type Choice, ranked } from './choice.js';
import type { ProjectForecasts } from './projects.js';
import { MONTHS, sightOf, type Track } from './track.js';

/** Projects under a node or of a department in one fiscal year, each with its weight (work) or with 1 (rials add up). */
export interface Group {
  code: string;
  year: number;
  members: readonly { track: Track; weight: number }[];
}

/** A group at one moment, as ratios of its whole: what is known, what the chosen methods say together, and what naive ones do. */
export interface GroupSight {
  now: number;
  chosen: number;
  naive: number;
  /** Months from the last reports to the end, the weighted mean of the members that reported, to the month. */
  ahead: number;
}

const SIZES: readonly [ForecastSize, number][] = [
  ['2-5', 5],
  ['6-20', 20],
  ['21-100', 100],
  ['101+', Number.POSITIVE_INFINITY],
];

export function sizeOf(members: number): ForecastSize {
  if (members < 2) return 'project';
  return SIZES.find(([, most]) => members <= most)?.[0] ?? '101+';
}

/**
 * Forecasts of groups: members' forecasts added up with their weights (a project that never reported stands at 0, as in every
 * roll-up), with records of their own, since the errors of many projects cancel: each past year's groups are asked as this year's are.
 */
export class GroupForecasts {
  readonly #books = new Map<ForecastSize, CaseBook>();
  readonly #members = new Map<Track, Map<string, GroupSight | null>>();
  readonly #rankings = new Map<string, Choice[]>();

  constructor(
    readonly projects: ProjectForecasts,
    groups: readonly Group[],
    year: number,
    month: number,
  ) {
    for (const group of groups) {
      const past = group.year < year;
      const until = past ? MONTHS : lastTold(group, month);
      for (const at of origins(until)) if (lastSaid(group, at) === at) this.#ask(group, at, until, past);
    }
  }

  #ask(group: Group, month: number, until: number, past: boolean): void {
    // Of the members that told their outcome alone: silence is no outcome without progress.
    const asked = { ...group, members: toldOf(group, until) };
    const sight = this.sight(asked, month, until);
    const outcome = groupOutcome(asked.members, month, until);
    if (sight === null || outcome === null) return;
    const base = {
      source: past ? ('earlier_years' as const) : ('this_year' as const),
      year: group.year,
      ahead: sight.ahead,
      naive: outcome - sight.naive,
      now: sight.now,
      cap: capOf(group.members),
      room: roomOf(sight.now),
    };
    const method = this.topMethod(sight.ahead);
    const book = this.#books.get(sizeOf(group.members.length)) ?? new CaseBook();
    book.add({ ...base, method: 'naive', value: sight.naive, error: outcome - sight.naive });
    if (method !== 'naive') book.add({ ...base, method, value: sight.chosen, error: outcome - sight.chosen });
    this.#books.set(sizeOf(group.members.length), book);
  }

  /** The method that leads the projects at a distance: a sum of their forecasts is named by it. */
  topMethod(ahead: number): ForecastMethod {
    return this.projects.ranking(ahead)[0]?.method ?? 'naive';
  }

  /** The record for a group of a size: its own, else with the next smaller sizes, whose errors are larger. Empty = too little history. */
  ranking(members: number, ahead: number): readonly Choice[] {
    const asked = sizeOf(members);
    const key = `${asked} ${ahead}`;
    const known = this.#rankings.get(key);
    if (known) return known;
    const at = SIZES.findIndex(([size]) => size === asked);
    const books: CaseBook[] = [];
    let choices: Choice[] = [];
    for (let index = at; index >= 0 && choices.length === 0; index -= 1) {
      const [size] = SIZES[index] as [ForecastSize, number];
      const book = this.#books.get(size);
      if (!book) continue;
      books.push(book);
      choices = ranked(books, ahead, { measure: this.projects.measure, size });
    }
    this.#rankings.set(key, choices);
    return choices;
  }

  /** Null where no member has reported. */
  sight({ members }: Group, month: number, until: number): GroupSight | null {
    let whole = 0;
    let told = 0;
    const sum: GroupSight = { now: 0, chosen: 0, naive: 0, ahead: 0 };
    for (const { track, weight } of members) {
      const base = weight * (track.bases[month] ?? 0);
      whole += base;
      const member = base === 0 ? null : this.#member(track, month, until);
      if (member === null) continue;
      told += base;
      sum.ahead += base * member.ahead;
      sum.now += base * member.now;
      sum.chosen += base * member.chosen;
      sum.naive += base * member.naive;
    }
    if (told <= 0) return null;
    const ahead = Math.round(sum.ahead / told);
    return { now: sum.now / whole, chosen: sum.chosen / whole, naive: sum.naive / whole, ahead };
  }

  /** A project stands below several nodes: it is asked once. */
  #member(track: Track, month: number, until: number): GroupSight | null {
    const answers = this.#members.get(track) ?? new Map<string, GroupSight | null>();
    this.#members.set(track, answers);
    const key = `${month} ${until}`;
    const known = answers.get(key);
    if (known !== undefined) return known;
    const sight = sightOf(track, month, until);
    const answer = sight && {
      now: sight.now,
      chosen: this.projects.of(sight).value,
      naive: this.projects.naive(sight),
      ahead: until - sight.said,
    };
    answers.set(key, answer);
    return answer;
  }
}

function toldOf({ members }: Group, month: number): Group['members'] {
  return members.filter(({ track }) => track.outcome[month] != null);
}

/** The last month up to one for which half the members reported or more: a few strays are no outcome of the group; 0 = none. */
function lastTold(group: Group, month: number): number {
  for (let at = month; at > 0; at -= 1) if (2 * toldOf(group, at).length >= group.members.length) return at;
  return 0;
}

/** The last month up to one for which a member reported; 0 = none did. */
function lastSaid({ members }: Group, month: number): number {
  return members.reduce((last, { track }) => Math.max(last, track.saidFor[month] ?? 0), 0);
}

/** The bound of a group: the highest of its members', none where one of them has none. */
export function capOf(members: Group['members']): number | null {
  if (members.some(({ track }) => track.cap === null)) return null;
  return Math.max(...members.map(({ track }) => track.cap ?? 1));
}

/** Where the group stood in the end, in the base of the month of the question; members that fell silent stand where last known. */
export function groupOutcome(members: Group['members'], month: number, until: number): number | null {
  let whole = 0;
  let value = 0;
  let reported = false;
  for (const { track, weight } of members) {
    whole += weight * (track.bases[month] ?? 0);
    if ((track.bases[month] ?? 0) <= 0) continue;
    reported ||= track.outcome[until] != null;
    value += weight * (track.outcome[until] ?? track.known[Math.min(until, MONTHS)] ?? 0);
  }
  return reported && whole > 0 ? value / whole : null;
}
