import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { durable } from '../domain/durable.js';
import type { LedgerEntry } from '../store/ledger.js';
import { openStore, type Store } from '../store/open.js';
import { makeFolder, syncFolder } from './archive.js';
import { type Context, planReader } from './context.js';
import { outputExists } from './errors.js';
import { readSubmission } from './ingest.js';
import { WordReplay } from './rebuild-words.js';
import { settle } from './settle.js';
import type { RebuildAnswer } from './types.js';

/**
 * Makes the facts again from what they came from: the ledger says in which order plans, files and closings came, the archive
 * holds the originals. Every file is read anew as of its own instant into a database of its own, and its facts are compared with
 * those in force by their digests; what people said at the command line stands in the ledger and is said again in its place.
 * Nothing of the workspace is changed. Editions, their runs and mail are made from facts, and stay out.
 */
export async function rebuild(
  context: Context,
  { output, onProgress }: { output?: string; onProgress?: (done: number, total: number) => void },
): Promise<RebuildAnswer> {
  const target = output === undefined ? null : resolve(output);
  if (target !== null && existsSync(target)) throw outputExists(target);
  await makeFolder(context.workspace.backup);
  const draft = join(context.workspace.backup, `.rebuild-${randomUUID()}.db`);
  const replay = new Replay(context, draft);
  try {
    const events = context.store().events();
    for (const [index, event] of events.entries()) {
      onProgress?.(index, events.length);
      await replay.repeat(event);
    }
    const answer = replay.compare(events);
    replay.close();
    if (target !== null) {
      await rename(draft, target);
      durable('rebuilt database named');
      await syncFolder(dirname(target));
    }
    return { ...answer, path: target };
  } finally {
    replay.close();
    for (const end of ['', '-wal', '-shm']) await rm(`${draft}${end}`, { force: true });
  }
}

/** What the bodies of the events that are repeated hold; each event has its own part of it. */
interface EventBody {
  version: number;
  submission: number;
  department: string | null;
  period: string;
  reason: string;
}

/** A second database that lives through the same events. */
class Replay {
  private at: string;
  private readonly made: Store;
  private readonly inner: Context;
  /** Submission of the first database → of the second. */
  private readonly ids = new Map<number, number>();
  private readonly words: WordReplay;

  constructor(
    private readonly context: Context,
    draft: string,
  ) {
    this.at = context.world.now().toISOString();
    this.made = openStore(draft, { create: true, calendar: context.calendar, now: () => this.at });
    this.words = new WordReplay(context.store(), this.made);
    const store = () => this.made;
    this.inner = {
      ...context,
      store,
      world: { ...context.world, now: () => new Date(this.at) },
      planAt: planReader(store),
      recordedAt: () => this.at,
    };
  }

  async repeat({ event, at, body }: LedgerEntry): Promise<void> {
    this.at = at;
    const said = JSON.parse(body) as EventBody;
    if (event === 'plan_imported') this.importPlan(said.version);
    else if (event === 'submission_stored') this.register(said.submission, said.department);
    else if (event === 'submission_committed' || event === 'submission_settled') await this.settle(said.submission);
    else if (event === 'period_closed') this.made.periods.close(said.period);
    else if (event === 'period_reopened') this.made.periods.reopen(said.period, said.reason);
    else this.words.repeat({ event, body });
  }

  private importPlan(id: number): void {
    const { plans } = this.context.store();
    const version = plans.versions().find((each) => each.id === id);
    if (version) this.made.plans.importPlan(plans.loadPackage(id), version);
  }

  private register(id: number, department: string | null): void {
    const { fileName, file, sha256, size, receivedAt } = this.context.store().submissions.get(id);
    const registered = this.made.submissions.register({ sha256, department, fileName, file, size, receivedAt });
    this.ids.set(id, registered.id);
  }

  private async settle(id: number): Promise<void> {
    const known = this.context.store().submissions.get(id);
    const own = this.ids.get(id);
    if (own === undefined) return;
    this.at = known.recordedAt ?? this.at;
    // What stopped the program is not read again: that it was set aside is all there is to repeat.
    if (known.state === 'quarantined') {
      this.made.submissions.settle(own, { state: 'quarantined', recordedAt: this.at });
      return;
    }
    await settle(this.inner, own, readSubmission);
  }

  /** Facts by their digests in the two ledgers, the end of each file, and how each question stands. */
  compare(events: readonly LedgerEntry[]): Omit<RebuildAnswer, 'path'> {
    const before = digests(events);
    const after = digests(this.made.events());
    const differing: RebuildAnswer['differing'] = [];
    let facts = 0;
    for (const [id, own] of this.ids) {
      const known = this.context.store().submissions.get(id);
      const now = this.made.submissions.get(own);
      if (known.state === 'stored') continue;
      facts += after.get(own)?.facts ?? 0;
      const same = before.get(id)?.digest === after.get(own)?.digest && known.state === now.state;
      if (same && known.acceptedRows === now.acceptedRows && known.refusedRows === now.refusedRows) continue;
      const [then, today] = [known, now].map(({ state, acceptedRows }) => `${state}, ${acceptedRows}`);
      differing.push({
        file: known.file,
        fa: `«${known.file}»: ثبت‌شده ${then} سطر؛ از بایگانی ${today} سطر، یا رقم‌های دیگر`,
        en: `${known.file}: stored ${then} rows; from the archive ${today} rows, or other figures`,
      });
    }
    differing.push(...this.words.compare());
    return { submissions: this.ids.size, facts, words: this.words.count, differing };
  }

  close(): void {
    this.made.close();
  }
}

function digests(events: readonly LedgerEntry[]): Map<number, { digest: string; facts: number }> {
  const committed = events.filter(({ event }) => event === 'submission_committed');
  return new Map(
    committed.map(({ body }) => {
      const { submission, digest, facts } = JSON.parse(body) as { submission: number; digest: string; facts: number };
      return [submission, { digest, facts }];
    }),
  );
}
