import { FEEDBACK_KINDS, type Feedback, type FeedbackKind, type FeedbackRules } from '../../domain/feedback.js';
import { all, atLeast, type Bounds, below, difference, lessThan, type Verdict } from './bounds.js';
import type { Moment, PlaceMoment, ProjectMoment } from './history.js';

/** What a rule found in one period: whether it holds, and the least of the measured value that is certain. */
interface Found {
  verdict: Verdict;
  value: number;
  threshold: number;
}

interface At {
  moment: Moment;
  before: Moment | undefined;
  rules: FeedbackRules;
}

/**
 * Weakness: 1 − physical(due) ≥ weak. Where reports are missing the silent are on plan: a node is called weak only if it would be
 * weak then too. Worked example: physical 59–64% with 20 points: 36 points short at the least, a weakness.
 */
function weakness({ physical }: PlaceMoment, { rules }: At): Found {
  const short = lessThan(1, physical);
  return { verdict: atLeast(short, rules.weak), value: short?.low ?? 0, threshold: rules.weak };
}

/** Strength: physical(due) − that of the whole ≥ strong, and no weakness itself; the silent stand where last known. */
function strength({ physical, row }: PlaceMoment, { moment, rules }: At): Found {
  const whole = row.kind === 'project' ? moment.wholeYear : moment.whole;
  const above = difference(physical, whole);
  const sound = below(lessThan(1, physical), rules.weak);
  return { verdict: all(atLeast(above, rules.strong), sound), value: above?.low ?? 0, threshold: rules.strong };
}

/**
 * Funded staller: money due was released or spent, work lies behind the year's plan, and since the period before it moved by no more than
 * a part of what was planned. A step in which nothing was planned says nothing.
 */
function staller(code: string, now: ProjectMoment, { before, rules }: At): Found {
  const earlier = before?.projects.get(code);
  const behind = lessThan(now.planned, now.achieved);
  const funded = either(atLeast(now.spent, rules.funded), atLeast(now.released, rules.funded));
  const planned = earlier ? now.planned - earlier.planned : 0;
  const moved = planned > 0 ? difference(now.achieved, earlier?.achieved ?? null) : null;
  const still = atLeast(lessThan(rules.moved * planned, moved), 0);
  return {
    verdict: all(funded, atLeast(behind, rules.behind), still),
    value: behind?.low ?? 0,
    threshold: rules.behind,
  };
}

/**
 * Starved winner: the work keeps to the plan although money is held back. Money = the greater of what was released and spent; where a
 * release was never reported in the year spending speaks alone, and the row says so.
 */
function winner(now: ProjectMoment, { rules }: At): Found {
  const kept = now.planned > 0 ? atLeast(now.achieved, rules.winner * now.planned) : 'unknown';
  const money = now.released === null ? now.spent : greater(now.spent, now.released);
  const short = lessThan(1, money);
  const threshold = 1 - rules.starved;
  return { verdict: all(kept, atLeast(short, threshold)), value: short?.low ?? 0, threshold };
}

function either(a: Verdict, b: Verdict): Verdict {
  if (a === 'holds' || b === 'holds') return 'holds';
  return a === 'unknown' || b === 'unknown' ? 'unknown' : 'fails';
}

function greater(a: Bounds | null, b: Bounds | null): Bounds | null {
  if (!a || !b) return null;
  return { low: Math.max(a.low, b.low), high: a.high === null || b.high === null ? null : Math.max(a.high, b.high) };
}

type Judge = (key: string, at: At) => Found | null;

const RULES: Record<FeedbackKind, Judge> = {
  weakness: (key, at) => placed(key, at, weakness),
  strength: (key, at) => placed(key, at, strength),
  funded_staller: (key, at) => ofProject(key, at, (code, now) => staller(code, now, at)),
  starved_winner: (key, at) => ofProject(key, at, (_, now) => winner(now, at)),
};

function placed(key: string, at: At, judge: (place: PlaceMoment, at: At) => Found): Found | null {
  const place = at.moment.places.get(key);
  return place && place.row.kind !== 'plan' ? judge(place, at) : null;
}

function ofProject(key: string, at: At, judge: (code: string, now: ProjectMoment) => Found): Found | null {
  const place = at.moment.places.get(key);
  if (place?.row.kind !== 'project') return null;
  const now = at.moment.projects.get(place.row.code);
  return now ? judge(place.row.code, now) : null;
}

export type Judgement = Pick<Feedback, 'kind' | 'value' | 'threshold' | 'persistence' | 'since' | 'openEnded'> & {
  place: PlaceMoment;
};

/**
 * What holds now and held for `rules.periods` periods in a row. `history` from the newest period back; a period in which the rule does not
 * hold, or in which it cannot be decided, ends the row. A staller is judged on steps, so it needs one period more: the oldest period decides nothing,
 * and a staller that held until there is open-ended as what held in the oldest period is.
 * `undecided` = subjects of the present period that a missing report leaves open; `seen` = the periods that were read, oldest first.
 */
export function judge(
  history: Iterable<Moment>,
  rules: FeedbackRules,
): { found: Judgement[]; undecided: number; seen: Moment[] } {
  const rows = new Map<string, Judgement>();
  const open = new Set<string>();
  const seen: Moment[] = [];
  let asked: Asked[] | null = null;
  // One period is read ahead, because a step needs the period before it.
  for (const [moment, before] of withNext(history)) {
    seen.unshift(moment);
    const present = asked === null;
    const at: At = { moment, before, rules };
    asked = (asked ?? everything(moment)).filter(({ key, kind }) => {
      const place = moment.places.get(key);
      const found = place ? RULES[kind](key, at) : null;
      if (present && found?.verdict === 'unknown' && (place?.row.silent ?? 0) > 0) open.add(key);
      const row = `${kind} ${key}`;
      const known = rows.get(row);
      const oldest = before === undefined;
      // Where nothing but the step into the oldest period is missing, what held until there may have held before.
      if (known && oldest && kind === 'funded_staller' && found?.verdict === 'unknown') {
        rows.set(row, { ...known, openEnded: true });
      }
      if (!place || found?.verdict !== 'holds') return false;
      const { value, threshold } = found;
      const first = { kind, value, threshold, persistence: 0, place };
      const persistence = (known?.persistence ?? 0) + 1;
      rows.set(row, { ...(known ?? first), persistence, since: moment.period, openEnded: oldest });
      return true;
    });
    if (asked.length === 0) break;
  }
  const found = [...rows.values()].filter(({ persistence }) => persistence >= rules.periods);
  return { found, undecided: open.size, seen };
}

interface Asked {
  key: string;
  kind: FeedbackKind;
}

function everything({ places }: Moment): Asked[] {
  return [...places.keys()].flatMap((key) => FEEDBACK_KINDS.map((kind) => ({ key, kind })));
}

function* withNext(history: Iterable<Moment>): Generator<[Moment, Moment | undefined]> {
  let now: Moment | undefined;
  for (const before of history) {
    if (now) yield [now, before];
    now = before;
  }
  if (now) yield [now, undefined];
}
