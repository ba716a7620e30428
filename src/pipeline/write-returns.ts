import { createHash } from 'node:crypto';
import { join, relative } from 'node:path';
import { monthFormWorkbook } from '../../reports/form.js';
import { REAL_DISK } from '../deliver/disk.js';
import type { Period } from '../domain/calendar.js';
import type { SubmissionRecord } from '../domain/month.js';
import { isCounted } from '../domain/outcome.js';
import type { Question } from '../domain/question.js';
import { writeWorkbook } from '../report/xlsx.js';
import type { Context } from './context.js';
import { type FormSource, formSource } from './month-form.js';
import { outboxFolder, putInOutbox } from './outbox.js';
import { type ReturnGroup, returnForm } from './return-form.js';

/** Which return stands for which state of affairs: path in the outbox (null = nothing to mend) by group. */
type Journal = Record<string, { inputs: string; file: string | null }>;

/** Grows when the look of a return changes: then every return that still stands is made anew. */
const EDITION = 10;

/**
 * Brings the returned forms of the outbox to what the stored submissions say: one for each department and month with something
 * to mend, none where everything was mended. What stands already is not made again; what a crash or a person took away is.
 * Closed months are left as they are. Gives the files that were written.
 */
export async function writeReturns(context: Context): Promise<string[]> {
  const { workspace, store } = context;
  const journalPath = join(workspace.outbox, '.returns.json');
  const journal = readJournal(journalPath);
  const closed = store().periods.closed();
  const sources = new Map<Period, FormSource | null>();
  const written: string[] = [];
  let changed = false;
  const questions = new Map<string, Question[]>();
  for (const question of store().questions.all()) {
    const own = questions.get(question.department);
    if (own) own.push(question);
    else questions.set(question.department, [question]);
  }
  for (const group of groupsOf(store().submissions.records())) {
    if (group.period !== null && closed.has(group.period)) continue;
    const key = `${group.department ?? ''} ${group.period ?? group.records[0]?.sha256 ?? ''}`;
    const inputs = inputsOf(context, group, questions.get(group.department ?? '') ?? []);
    const known = journal[key];
    const standing = known && (known.file === null || REAL_DISK.modified(join(workspace.outbox, known.file)) !== null);
    if (known?.inputs === inputs && standing) continue;
    if (group.period !== null && !sources.has(group.period))
      sources.set(group.period, formSource(context, group.period));
    const source = group.period === null ? null : (sources.get(group.period) ?? null);
    const path = join(outboxFolder(context, group.department), nameOf(group));
    try {
      const form = await returnForm(context, source, group);
      if (form === null) REAL_DISK.remove(path);
      else if (putInOutbox(path, await writeWorkbook(monthFormWorkbook(form)))) written.push(path);
      journal[key] = { inputs, file: form === null ? null : relative(workspace.outbox, path) };
    } catch (error) {
      // The figures are counted; a return that could not be written is tried again by the next round.
      context.world.log('warning', `the return ${path} could not be written: ${String(error)}`);
      continue;
    }
    changed = true;
  }
  if (changed) putInOutbox(journalPath, Buffer.from(`${JSON.stringify(journal, null, 1)}\n`));
  return written;
}

function nameOf({ period, records }: ReturnGroup): string {
  return `payesh-return-${period ?? `unread-${records[0]?.sha256.slice(0, 8) ?? ''}`}.xlsx`;
}

/** A journal that cannot be read is no loss: everything is looked at again. */
function readJournal(path: string): Journal {
  try {
    const bytes = REAL_DISK.read(path);
    const value: unknown = bytes === null ? {} : JSON.parse(Buffer.from(bytes).toString('utf8'));
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Journal) : {};
  } catch {
    return {};
  }
}

/** Files by department and month; a file whose month nobody knows stands alone. */
function groupsOf(records: readonly SubmissionRecord[]): ReturnGroup[] {
  const groups = new Map<string, ReturnGroup>();
  for (const [index, record] of records.entries()) {
    if (record.status === 'duplicate') continue;
    const { department, period } = record;
    const key = `${department ?? ''} ${period ?? record.sha256}`;
    const group = groups.get(key) ?? { department, period, records: [], later: [] };
    group.records.push(record);
    if (period === null)
      group.later = records.slice(index + 1).filter((other) => other.department === department && isCounted(other));
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** Everything on which a return depends. */
function inputsOf(
  { config, planAt }: Context,
  { period, records, later }: ReturnGroup,
  questions: readonly Question[],
): string {
  const plan = period === null ? null : (planAt(period)?.version.id ?? null);
  const parts = [
    EDITION,
    records.map(({ id }) => id),
    later.map(({ id }) => id),
    plan,
    questions.map(({ id, state, period: month, events }) => [id, state, month, events.length]),
    config.language,
    config.displayUnit,
    config.moneyUnit,
    config.organisation,
  ];
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex');
}
