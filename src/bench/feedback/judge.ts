import { FEEDBACK_KINDS, type Feedback } from '../../domain/feedback.js';
import { inWorkspace } from '../workspace.js';
import { type City, madeCity, type PlantKind, type Silence } from './organisation.js';

/** Seeds that were looked at while the rules and the generator were built. */
export const TUNING_SEEDS: readonly number[] = [1, 2, 3, 4, 5, 6];
/** Seeds that nothing was built with: they only ever judge. */
export const JUDGING_SEEDS: readonly number[] = Array.from({ length: 12 }, (_, at) => 700_001 + at);

export interface Tally {
  kind: PlantKind;
  planted: number;
  found: number;
  /** Named, not grey; and of these planted. */
  named: number;
  right: number;
}

/** Tallies by kind: of all plants, and of those over twice the threshold (recall: planted so; precision: named with twice the threshold). */
export interface Judged {
  all: Tally[];
  twice: Tally[];
}

/** Cities made from seeds, sent through the whole of Payesh as files, and what `payesh feedback` named against what was planted. */
export async function judgeFeedback(seeds: readonly number[], silence: Silence): Promise<Judged> {
  const judged: Judged = { all: FEEDBACK_KINDS.map(empty), twice: FEEDBACK_KINDS.map(empty) };
  for (const seed of seeds) {
    const city = madeCity(seed, silence);
    const items = await itemsOf(city);
    for (const kind of FEEDBACK_KINDS) {
      add(judged.all, count(city, items, kind, 1));
      add(judged.twice, count(city, items, kind, 2));
    }
  }
  return judged;
}

function empty(kind: PlantKind): Tally {
  return { kind, planted: 0, found: 0, named: 0, right: 0 };
}

function add(tallies: Tally[], tally: Tally): void {
  const own = tallies.find(({ kind }) => kind === tally.kind);
  if (!own) return;
  own.planted += tally.planted;
  own.found += tally.found;
  own.named += tally.named;
  own.right += tally.right;
}

function count({ plants, grey }: City, items: readonly Feedback[], kind: PlantKind, times: number): Tally {
  const planted = new Set(plants.filter((plant) => plant.kind === kind).map(({ code }) => code));
  const strong = plants.filter((plant) => plant.kind === kind && plant.times >= times);
  const all = new Set(items.filter((item) => item.kind === kind).map(({ code }) => code));
  const named = items.filter(
    (item) =>
      item.kind === kind &&
      item.value >= times * item.threshold &&
      (planted.has(item.code) || !grey[kind].has(item.code)),
  );
  return {
    kind,
    planted: strong.length,
    found: strong.filter(({ code }) => all.has(code)).length,
    named: named.length,
    right: named.filter(({ code }) => planted.has(code)).length,
  };
}

/** Files taken from the inbox of a workspace of its own, feedback asked. */
async function itemsOf(city: City): Promise<Feedback[]> {
  const files = city.reports.map(({ department, period, text }) => ({
    department,
    name: `${period}.csv`,
    content: text,
  }));
  return inWorkspace(city.plan, files, async (pipeline) => {
    const taken = (await pipeline.ingest({ dryRun: false })).files;
    const refused = taken.filter(({ status }) => status !== 'accepted');
    if (taken.length !== city.reports.length || refused.length > 0) {
      throw new Error(`of ${city.reports.length} files ${taken.length} were taken, ${refused.length} not in full`);
    }
    return (await pipeline.feedback({ period: city.period, scope: 'year' })).items;
  });
}
