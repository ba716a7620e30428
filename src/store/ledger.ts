import { createHash } from 'node:crypto';
import type { Database } from 'better-sqlite3';

/** What the ledger tells about; the names are stable. */
export type LedgerEvent =
  | 'calendar_set'
  | 'plan_imported'
  | 'submission_stored'
  | 'submission_committed'
  | 'submission_settled'
  | 'period_closed'
  | 'period_reopened'
  | 'run_saved'
  | 'recovered'
  | 'restored'
  | 'appeal_recorded'
  | 'appeal_decided'
  | 'decision_recorded'
  | 'mail_queued'
  | 'mail_settled'
  | 'question_asked'
  | 'question_answered'
  | 'question_rejected'
  | 'question_acknowledged'
  | 'question_corrected';

export interface LedgerEntry {
  seq: number;
  at: string;
  event: string;
  body: string;
  previous: string;
  hash: string;
}

const START = '0'.repeat(64);

function hashOf(entry: Omit<LedgerEntry, 'hash'>): string {
  const { seq, at, event, body, previous } = entry;
  return createHash('sha256')
    .update(JSON.stringify([previous, seq, at, event, body]))
    .digest('hex');
}

/** The chained list of events. `append` belongs into the transaction of the change that it records. */
export function ledger(db: Database, now: () => string) {
  const last = db.prepare<[], { seq: number; hash: string }>('select seq, hash from ledger order by seq desc limit 1');
  const insert = db.prepare(
    'insert into ledger (seq, at, event, body, previous, hash) values (@seq, @at, @event, @body, @previous, @hash)',
  );
  const all = db.prepare<[], LedgerEntry>('select seq, at, event, body, previous, hash from ledger order by seq');

  const ofKind = db.prepare<[string], Pick<LedgerEntry, 'at' | 'body'>>(
    'select at, body from ledger where event = ? order by seq',
  );
  const newest = db.prepare<[], string | null>(
    'select max(at) from (select at from ledger order by seq desc limit 100)',
  );

  function head(): { seq: number; hash: string } {
    return last.get() ?? { seq: 0, hash: START };
  }

  function append(event: LedgerEvent, body: Record<string, unknown>): void {
    const { seq, hash } = head();
    const entry = { seq: seq + 1, at: now(), event, body: JSON.stringify(body), previous: hash };
    insert.run({ ...entry, hash: hashOf(entry) });
  }

  /** The bodies of one kind of event with their instants, oldest first. */
  function bodiesOf(event: LedgerEvent): Record<string, unknown>[] {
    return ofKind.all(event).map(({ at, body }) => ({ at, ...(JSON.parse(body) as Record<string, unknown>) }));
  }

  /** Number of the first event that no longer fits the chain; null = the chain is whole. */
  function firstBreak(): number | null {
    let before = { seq: 0, hash: START };
    for (const entry of all.iterate()) {
      const fits = entry.seq === before.seq + 1 && entry.previous === before.hash && entry.hash === hashOf(entry);
      if (!fits) return entry.seq;
      before = entry;
    }
    return null;
  }

  /** The last event: printed outside (in reports, backups), it shows when the end of the chain was cut off. */
  return { append, head, firstBreak, bodiesOf, lastAt: () => newest.pluck().get() ?? null, entries: () => all.all() };
}

export type Ledger = ReturnType<typeof ledger>;
