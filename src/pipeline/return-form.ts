import { comparePeriods, type Period } from '../domain/calendar.js';
import { held } from '../domain/catalogue/held.js';
import { renderFinding } from '../domain/catalogue/render.js';
import type { Fact, FactField } from '../domain/fact.js';
import type { Finding } from '../domain/finding.js';
import type { FormMark, FormRow, MonthForm, ReturnedPart, StrayRow } from '../domain/form.js';
import type { SubmissionRecord } from '../domain/month.js';
import { isQuestion } from '../domain/question.js';
import { subjectOf } from '../domain/question-moves.js';
import { moneyUnitRial } from '../domain/text/money-unit.js';
import { codeKey } from '../domain/text/normalise.js';
import { latestPackage } from './codes.js';
import type { Context } from './context.js';
import { dataQuestions, type StandingQuestion } from './data-questions.js';
import { type FormSource, monthForm } from './month-form.js';
import { isSampleWorkspace } from './sample.js';
import { type SentRow, sentRows } from './sent-rows.js';

/** The files of one department for one month in the order of their decision, and what they wrote. */
interface Sent {
  record: SubmissionRecord;
  rows: SentRow[];
}

/** A finding with the line at which it stands; no line = it speaks of the file. */
interface Placed {
  finding: Finding;
  /** Position of its file among those of the month. */
  file: number;
  row: SentRow | null;
  mark: FormMark;
}

const RANK: Record<FormMark['severity'], number> = { error: 0, question: 1, warning: 2, info: 3 };

const isCounted = ({ status }: SubmissionRecord): boolean => status === 'accepted' || status === 'partly';

/**
 * The returned form of a department and month: its rows as sent, and every fault that no later file has mended. Null = nothing
 * is left to mend. Notes of severity info are shown beside others and are no reason for a return of their own.
 */
export async function returnForm(
  context: Context,
  source: FormSource | null,
  { department, period, records, later }: ReturnGroup,
): Promise<MonthForm | null> {
  if (!records.some(({ findings }) => findings.some((one) => severity(one) !== 'info'))) return null;
  const form = blankForm(context, source, department, period, records);
  const unitRial = moneyUnitRial(form.moneyUnit) ?? 1;
  const sent: Sent[] = [];
  for (const record of records) sent.push({ record, rows: await sentRows(context, record, unitRial) });
  const rows = new Map([...form.projects, ...form.indicators].map((row) => [`${row.kind} ${codeKey(row.code)}`, row]));
  const questions = department === null ? [] : dataQuestions(context, { department });
  const placed = sent.flatMap(({ record, rows: lines }, file) =>
    record.findings.map((finding) => placedFinding(context, finding, file, lines, rows)),
  );
  const open = withoutTwins(
    placed.filter((one) => !isMended(one, sent, rows, later) && !isAnswered(one.finding, period, questions)),
  );
  if (!open.some(({ mark }) => mark.severity !== 'info')) return null;
  const facts = factsOf(context, department, period);
  fillIn(sent, rows, facts, unitRial);
  const stray = strayRows(open, rows);
  for (const { mark } of open) {
    const row = rows.get(`${mark.kind} ${codeKey(mark.row ?? '')}`);
    if (row && mark.severity === 'error') row.state = 'marked';
  }
  const order = new Map([...form.projects, ...form.indicators].map((row, index) => [row.code, index]));
  const at = (mark: FormMark) => order.get(mark.row ?? '') ?? (mark.row === null ? -1 : order.size);
  const marks = open.map(({ mark }) => mark).sort((a, b) => RANK[a.severity] - RANK[b.severity] || at(a) - at(b));
  const returned: ReturnedPart = {
    files: records.map(({ file, receivedAt, status, acceptedRows, refusedRows }) => ({
      file,
      receivedAt,
      status,
      acceptedRows,
      refusedRows,
    })),
    marks,
    stray,
    changes: changesOf(context, sent, facts, unitRial),
  };
  return { ...form, purpose: 'return', returned };
}

export interface ReturnGroup {
  department: string | null;
  period: Period | null;
  /** Files of this department and month that came to an end, oldest first; never duplicates. */
  records: SubmissionRecord[];
  /** Whether the department had a file counted after these: what mends a file whose month nobody knows. */
  later: boolean;
}

function severity(finding: Finding): FormMark['severity'] {
  return renderFinding(finding, 'fa').severity;
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
    moneyUnit: config.moneyUnit ?? config.displayUnit,
    instant,
    projects: [],
    indicators: [],
    questions: [],
    returned: null,
  };
}

const keyOf = (file: number, { sheet, row }: SentRow): string => `${file}/${sheet ?? ''}/${row}`;

function placedFinding(
  { config }: Context,
  finding: Finding,
  file: number,
  lines: readonly SentRow[],
  rows: ReadonlyMap<string, FormRow>,
): Placed {
  const { place, params } = finding;
  const row =
    place.row === undefined
      ? null
      : (lines.find((one) => one.row === place.row && one.sheet === (place.sheet ?? null)) ?? null);
  const subject = subjectOf(finding);
  const named = ['project', 'indicator'].map((kind) => rows.get(`${kind} ${codeKey(subject.code)}`)).find(Boolean);
  const target = row ? rows.get(`${row.kind} ${codeKey(row.code)}`) : named;
  const letters = /^[A-Z]+/.exec(place.cell ?? '')?.[0] ?? '';
  const field = row?.fields.get(letters) ?? subject.field;
  const { message, remedy, severity: weight } = renderFinding(finding, config.language);
  const suggestion = String(params.suggestion ?? params.nearest ?? '—');
  // A line outside the plan stands on the form to be mended; of a line of totals there is nothing to mend.
  const stray = row && weight === 'error' ? row : null;
  const mark: FormMark = {
    ...{ code: finding.code, severity: weight, place },
    ...{ message: held(config.language, message), remedy: held(config.language, remedy) },
    kind: target?.kind ?? stray?.kind ?? null,
    row: target?.code ?? (stray ? keyOf(file, stray) : null),
    field: field as FactField | null,
    suggestion: suggestion === '—' ? null : suggestion,
  };
  return { finding, file, row, mark };
}

/** A figure that is stated again is judged by its newest file alone; what nobody mentions again stays marked. */
function isMended(
  { file, row, mark }: Placed,
  sent: readonly Sent[],
  rows: ReadonlyMap<string, FormRow>,
  later: boolean,
): boolean {
  const newer = sent.slice(file + 1).filter(({ record }) => isCounted(record));
  if (mark.row === null) return later || newer.length > 0;
  const codesIn = (lines: readonly SentRow[]) =>
    new Set(lines.map(({ code }) => codeKey(code)).filter((code) => code !== ''));
  if (!row || rows.has(`${mark.kind} ${codeKey(row.code)}`)) {
    const code = codeKey(mark.row);
    return newer.some(({ rows: lines }) =>
      lines.some(
        (line) => codeKey(line.code) === code && (mark.field === null || line.entries[mark.field] !== undefined),
      ),
    );
  }
  // A line that our plan does not know: mended where the code that we proposed came, or where the whole sheet came again without it.
  const own = codesIn(sent[file]?.rows ?? []);
  const nothingCounted = sent[file]?.record.acceptedRows === 0;
  return newer.some(({ rows: lines }) => {
    const codes = codesIn(lines);
    if (mark.suggestion !== null && codes.has(codeKey(mark.suggestion))) return true;
    const again = row.code === '' ? lines.some((line) => line.code === '') : codes.has(codeKey(row.code));
    return !again && (nothingCounted || [...codes].some((code) => own.has(code)));
  });
}

/** A question that was answered or taken is no mark any more. */
function isAnswered(finding: Finding, period: Period | null, questions: readonly StandingQuestion[]): boolean {
  if (!isQuestion(finding)) return false;
  const { code, field } = subjectOf(finding);
  const same = questions.filter(
    (one) =>
      one.findingCode === finding.code &&
      one.code === code &&
      one.field === field &&
      (period === null || one.period >= period),
  );
  return same.length > 0 && same.every(({ state }) => state !== 'open');
}

/** What two files say of the same cell is said once, as the newer file has it. */
function withoutTwins(placed: readonly Placed[]): Placed[] {
  const latest = new Map<string, Placed>();
  for (const one of placed) {
    const key =
      one.mark.row === null
        ? `${one.file} ${one.finding.code} ${JSON.stringify(one.finding.place)}`
        : `${one.finding.code} ${one.mark.kind} ${one.mark.row} ${one.mark.field}`;
    latest.set(key, one);
  }
  return [...latest.values()];
}

function factsOf({ store }: Context, department: string | null, period: Period | null): Map<string, Fact> {
  if (department === null || period === null) return new Map();
  const facts = store().facts.currentFacts({ from: period, to: period, department });
  return new Map(facts.map((fact) => [`${fact.code} ${fact.field}`, fact]));
}

/** Rows as sent: what counts in the unit of the form, everything else as it was written. */
function fillIn(
  sent: readonly Sent[],
  rows: ReadonlyMap<string, FormRow>,
  facts: ReadonlyMap<string, Fact>,
  unitRial: number,
): void {
  for (const { record, rows: lines } of sent) {
    for (const line of lines) {
      const row = rows.get(`${line.kind} ${codeKey(line.code)}`);
      if (!row) continue;
      if (row.state === 'silent' && isCounted(record)) row.state = 'accepted';
      for (const [field, value] of Object.entries(line.entries) as [FactField, string | number][]) {
        const fact = facts.get(`${row.code} ${field}`);
        const shown = fact && fact.submission === record.id ? shownValue(fact, unitRial) : null;
        row.entries[field] = shown ?? value;
      }
    }
  }
}

function shownValue(
  { field, value, text }: Pick<Fact, 'field' | 'value' | 'text'>,
  unitRial: number,
): string | number | null {
  if (value === null) return text;
  if (field === 'physical') return Number((value * 100).toPrecision(12));
  return field.endsWith('_rial') ? Number((value / unitRial).toPrecision(15)) : value;
}

function strayRows(open: readonly Placed[], rows: ReadonlyMap<string, FormRow>): StrayRow[] {
  const stray = new Map<string, StrayRow>();
  for (const { row, file, mark } of open) {
    if (!row || mark.row === null || rows.has(`${row.kind} ${codeKey(row.code)}`)) continue;
    const key = keyOf(file, row);
    stray.set(key, { key, kind: row.kind, code: row.code, title: row.title, entries: row.entries });
  }
  return [...stray.values()];
}

/** Figures of the last counted file that differ from the last ones sent for the same month before it. */
function changesOf(
  { store, calendar }: Context,
  sent: readonly Sent[],
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
