import { comparePeriods, type Period } from '../domain/calendar.js';
import { renderFinding } from '../domain/catalogue/render.js';
import { type Fact, type FactField, TEXT_FIELDS } from '../domain/fact.js';
import type { FormMark, FormRow, MonthForm, ReturnedPart, StrayRow } from '../domain/form.js';
import type { SubmissionRecord } from '../domain/month.js';
import { isCounted, outcomeOf } from '../domain/outcome.js';
import { moneyUnitRial } from '../domain/text/money-unit.js';
import { codeKey } from '../domain/text/normalise.js';
import { carriedAnswers } from './answer-marks.js';
import { latestPackage } from './codes.js';
import { blankFigures, figureKey } from './contested.js';
import type { Context } from './context.js';
import { writtenIn } from './followed.js';
import { moneyUnitOf, shownValue } from './form-value.js';
import type { Conversation } from './line-settled.js';
import { type FormSource, monthForm } from './month-form.js';
import { openMarks } from './open-marks.js';
import { keyOf, type Placed } from './return-marks.js';
import { touched } from './same-lines.js';
import { isSampleWorkspace } from './sample.js';
import { lineKey, type SentFile, type SentRow, sentFile } from './sent-rows.js';

const RANK: Record<FormMark['severity'], number> = { error: 0, question: 1, warning: 2, info: 3 };

/**
 * The returned form of a department and month: its rows as sent, and every fault that no later file has mended. Null = nothing
 * is left to mend. Notes of severity info are shown beside others and are no reason for a return of their own.
 */
export async function returnForm(
  context: Context,
  source: FormSource | null,
  { department, period, records, later }: ReturnGroup,
): Promise<MonthForm | null> {
  if (!records.some(({ findings }) => findings.some((one) => renderFinding(one, 'fa').severity !== 'info')))
    return null;
  const form = blankForm(context, source, department, period, records);
  const unitRial = moneyUnitRial(form.moneyUnit) ?? 1;
  const read = async (files: readonly SubmissionRecord[]): Promise<SentFile[]> => {
    const all: SentFile[] = [];
    for (const record of files) all.push(await sentFile(context, record, unitRial));
    return all;
  };
  const sent = await read(records);
  const rows = new Map([...form.projects, ...form.indicators].map((row) => [lineKey(row), row]));
  const facts = factsOf(context, department, period);
  const talk: Conversation = { sent, after: await read(later), isOurs: ownLines(context, period, rows) };
  const inForce = (line: SentRow, field: FactField): boolean => {
    const fact = facts.get(`${rows.get(lineKey(line))?.code} ${field}`);
    return fact !== undefined && String(shownValue(fact, unitRial)) === String(line.entries[field]);
  };
  const open = openMarks(context, { department, period }, talk, rows, inForce);
  if (!open.some(({ mark }) => mark.severity !== 'info')) return null;
  const blank = blankFigures(open);
  fillIn(sent, rows, facts, unitRial, blank);
  for (const row of rows.values()) row.counted = countedIn(row, facts, unitRial);
  const stray = strayRows(open, talk, blank);
  for (const { mark } of open) {
    const row = rows.get(`${mark.kind} ${codeKey(mark.row ?? '')}`);
    if (row && mark.severity === 'error') row.state = 'marked';
  }
  const order = new Map([...form.projects, ...form.indicators].map((row, index) => [row.code, index]));
  const at = (mark: FormMark) => order.get(mark.row ?? '') ?? (mark.row === null ? -1 : order.size);
  const marks = open.map(({ mark }) => mark).sort((a, b) => RANK[a.severity] - RANK[b.severity] || at(a) - at(b));
  const returned: ReturnedPart = {
    files: records.map((record) => ({ ...record, status: outcomeOf(record) })),
    marks,
    stray,
    changes: changesOf(context, sent, facts, unitRial),
  };
  return { ...form, purpose: 'return', questions: [...form.questions, ...carriedAnswers(open)], returned };
}

export interface ReturnGroup {
  department: string | null;
  period: Period | null;
  /** Files of this department and month that came to an end, oldest first; never duplicates. */
  records: SubmissionRecord[];
  /** Of a file whose month nobody knows: the files of the department that were counted after it, of any month. */
  later: SubmissionRecord[];
}

/** Without a plan for the month, or without a month, there are no rows: the list alone says what to do. */
function blankForm(
  context: Context,
  source: FormSource | null,
  department: string | null,
  period: Period | null,
  records: readonly SubmissionRecord[],
): MonthForm {
  const plan = source?.plan ?? latestPackage(context);
  const named = plan.departments.find(({ code }) => code === department) ?? null;
  const known = source === null ? null : named;
  const instant =
    records
      .map(({ receivedAt }) => receivedAt)
      .sort()
      .at(-1) ?? '';
  const made = source && known ? monthForm(context, source, known) : null;
  if (made) return { ...made, instant };
  const { config, calendar } = context;
  return {
    purpose: 'return',
    organisation: config.organisation,
    sample: isSampleWorkspace(context.workspace),
    language: config.language,
    calendar,
    timeZone: config.timeZone,
    period: period ?? '',
    department: { code: department ?? '', title: named?.title ?? department ?? '—' },
    moneyUnit: moneyUnitOf(context, null),
    instant,
    projects: [],
    indicators: [],
    questions: [],
    returned: null,
  };
}

function ownLines(context: Context, period: Period | null, rows: ReadonlyMap<string, FormRow>): Conversation['isOurs'] {
  if (period !== null) return ({ kind, code }) => rows.has(lineKey({ kind, code }));
  const { projects, indicators } = latestPackage(context);
  const known = { project: codesOf(projects), indicator: codesOf(indicators) };
  return ({ kind, code }) => known[kind].has(codeKey(code));
}

const codesOf = (records: readonly { code: string }[]): Set<string> =>
  new Set(records.map(({ code }) => codeKey(code)));

function factsOf({ store }: Context, department: string | null, period: Period | null): Map<string, Fact> {
  if (department === null || period === null) return new Map();
  const facts = store().facts.currentFacts({ from: period, to: period, department });
  return new Map(facts.map((fact) => [`${fact.code} ${fact.field}`, fact]));
}

/** Rows as sent: what counts in the unit of the form, everything else as it was written; what nobody can place stands blank. */
function fillIn(
  sent: readonly SentFile[],
  rows: ReadonlyMap<string, FormRow>,
  facts: ReadonlyMap<string, Fact>,
  unitRial: number,
  blank: ReadonlySet<string>,
): void {
  const blanked = new Set<string>();
  for (const [file, { record, rows: lines }] of sent.entries()) {
    const texts = new Map<string, Set<string>>();
    for (const line of lines) {
      const row = rows.get(lineKey(line));
      if (!row) continue;
      if (row.state === 'silent' && isCounted(record)) row.state = 'accepted';
      for (const [field, value] of Object.entries(line.entries) as [FactField, string | number][]) {
        // A cell that nobody touched in an older form says nothing over what came since.
        const name = `${lineKey(line)} ${field}`;
        if (line.kept.has(field) && (row.entries[field] !== undefined || blanked.has(name))) continue;
        const key = figureKey(file, line, field);
        const fact = facts.get(`${row.code} ${field}`);
        const shown = fact && fact.submission === record.id ? shownValue(fact, unitRial) : null;
        const said = (texts.get(key) ?? new Set()).add(String(value));
        texts.set(key, said);
        row.entries[field] = shown ?? (TEXT_FIELDS.has(field) ? [...said].join('\n') : value);
      }
      for (const field of row.open) {
        if (!blank.has(figureKey(file, line, field))) continue;
        delete row.entries[field];
        blanked.add(`${lineKey(line)} ${field}`);
      }
    }
  }
}

function countedIn({ code, entries }: FormRow, facts: ReadonlyMap<string, Fact>, unitRial: number): FactField[] {
  return (Object.keys(entries) as FactField[]).filter((field) => {
    const fact = facts.get(`${code} ${field}`);
    return fact !== undefined && String(shownValue(fact, unitRial)) === String(entries[field]);
  });
}

function strayRows(open: readonly Placed[], talk: Conversation, blank: ReadonlySet<string>): StrayRow[] {
  const stray = new Map<string, StrayRow>();
  for (const { row, file, mark } of open) {
    if (!row || mark.row === null || talk.isOurs(row)) continue;
    const isShown = ([field]: [string, unknown]): boolean =>
      touched(row)[field as FactField] !== undefined || !blank.has(figureKey(file, row, field as FactField));
    const entries = Object.fromEntries(Object.entries(writtenIn(row, file, talk)).filter(isShown));
    const key = keyOf(file, row);
    stray.set(key, { key, kind: row.kind, code: row.code, title: row.title, entries });
  }
  return [...stray.values()];
}

/** Figures of the last counted file that differ from the last ones sent for the same month before it. */
function changesOf(
  { store, calendar }: Context,
  sent: readonly SentFile[],
  facts: ReadonlyMap<string, Fact>,
  unitRial: number,
): ReturnedPart['changes'] {
  const last = sent.filter(({ record }) => isCounted(record)).at(-1)?.record;
  if (!last) return [];
  const text = (fact: Fact) => {
    const value = shownValue(fact, unitRial);
    return value === null ? null : String(value);
  };
  return [...facts.values()]
    .filter(({ submission }) => submission === last.id)
    .flatMap((fact) => {
      const before = store()
        .facts.revisions(fact.code, fact.period, fact.field)
        .filter(
          (one) =>
            one.submission !== fact.submission &&
            comparePeriods(calendar, one.period, fact.period) === 0 &&
            one.id < fact.id,
        )
        .at(-1);
      if (!before || (before.value === fact.value && before.text === fact.text)) return [];
      return [{ code: fact.code, field: fact.field, before: text(before), after: text(fact) }];
    });
}
