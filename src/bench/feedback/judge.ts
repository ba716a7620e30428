import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadConfig } from '../../config/index.js';
import { FEEDBACK_KINDS, type Feedback } from '../../domain/feedback.js';
import { createPipeline } from '../../pipeline/index.js';
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

/** A workspace of its own in a temporary folder: plan imported, files taken from the inbox, feedback asked. */
async function itemsOf(city: City): Promise<Feedback[]> {
  const root = mkdtempSync(join(tmpdir(), 'payesh-bench-'));
  const settings = { limits: { settle_seconds: 0 } };
  writeFileSync(join(root, 'payesh.config.json'), JSON.stringify(settings));
  const plan = join(root, 'plan');
  mkdirSync(plan);
  for (const [name, text] of Object.entries(city.plan)) writeFileSync(join(plan, `${name}.csv`), text);
  for (const { department, period, text } of city.reports) {
    const folder = join(root, 'data', 'inbox', department);
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, `${period}.csv`), text);
  }
  const pipeline = createPipeline(
    root,
    { now: () => new Date('2021-06-01T00:00:00Z'), log: () => {} },
    loadConfig(root).config,
  );
  try {
    const { version, findings } = await pipeline.importPlan(plan, { dryRun: false });
    if (!version) throw new Error(`the plan was refused: ${findings.map(({ code }) => code).join(', ')}`);
    const { files } = await pipeline.ingest({ dryRun: false });
    const refused = files.filter(({ status }) => status !== 'accepted');
    if (files.length !== city.reports.length || refused.length > 0) {
      throw new Error(`of ${city.reports.length} files ${files.length} were taken, ${refused.length} not in full`);
    }
    return (await pipeline.feedback({ period: city.period, scope: 'year' })).items;
  } finally {
    pipeline.stop();
    rmSync(root, { recursive: true, force: true });
  }
}
