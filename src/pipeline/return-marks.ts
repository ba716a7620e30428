import type { Period } from '../domain/calendar.js';
import { held } from '../domain/catalogue/held.js';
import { renderFinding } from '../domain/catalogue/render.js';
import type { FactField } from '../domain/fact.js';
import type { Finding } from '../domain/finding.js';
import type { FormMark, FormRow } from '../domain/form.js';
import type { SubmissionRecord } from '../domain/month.js';
import { isCounted } from '../domain/outcome.js';
import { isQuestion } from '../domain/question.js';
import { subjectOf } from '../domain/question-moves.js';
import { codeKey } from '../domain/text/normalise.js';
import { contestedFigures } from './contested.js';
import type { Context } from './context.js';
import type { StandingQuestion } from './data-questions.js';
import type { SentRow } from './sent-rows.js';

/** The files of one department for one month in the order of their decision, and what they wrote. */
export interface Sent {
  record: SubmissionRecord;
  rows: SentRow[];
}

/** A finding with the line at which it stands; no line = it speaks of the file. */
export interface Placed {
  finding: Finding;
  /** Position of its file among those of the month. */
  file: number;
  row: SentRow | null;
  mark: FormMark;
}

/** Names a line among all that were sent. */
export const keyOf = (file: number, { sheet, row }: SentRow): string => `${file}/${sheet ?? ''}/${row}`;

/**
 * A finding at its place in the form. Lines that contradict each other are marked at the very figures about which they do, so
 * that each stays marked until somebody writes it.
 */
export function placedFindings(
  context: Context,
  finding: Finding,
  file: number,
  lines: readonly SentRow[],
  rows: ReadonlyMap<string, FormRow>,
): Placed[] {
  const placed = placedFinding(context, finding, file, lines, rows);
  const { row, mark } = placed;
  const { language } = context.config;
  const worded = (values: string): string =>
    held(language, renderFinding({ ...finding, params: { ...finding.params, values } }, language).message);
  const seeming = subjectOf(finding).field;
  if (finding.code === 'SUB_COLUMN_VAGUE' && seeming !== null) {
    const figures = unreadFigures(placed, seeming, lines, rows, worded);
    return figures.length > 0 ? figures : [placed];
  }
  if (finding.code !== 'SUB_DUPLICATE_ROW' || row === null || mark.row === null) return [placed];
  const open = rows.get(`${mark.kind} ${codeKey(mark.row)}`)?.open ?? [];
  const figures = contestedFigures(lines, row).flatMap(({ field, values }): Placed[] => {
    if (!open.includes(field)) return [];
    return [{ ...placed, mark: { ...mark, field, message: worded(values) } }];
  });
  return figures.length > 0 ? figures : [placed];
}

/** A column that seems to hold a field and was not read is marked wherever it has a figure and nothing else states that field. */
function unreadFigures(
  { finding, file, mark }: Placed,
  field: FactField,
  lines: readonly SentRow[],
  rows: ReadonlyMap<string, FormRow>,
  worded: (values: string) => string,
): Placed[] {
  const letters = /^[A-Z]+/.exec(finding.place.cell ?? '')?.[0] ?? '';
  return lines.flatMap((row): Placed[] => {
    const target = rows.get(`${row.kind} ${codeKey(row.code)}`);
    const value = row.sheet === (finding.place.sheet ?? null) ? row.unread.get(letters) : undefined;
    if (!target?.open.includes(field) || value === undefined || row.entries[field] !== undefined) return [];
    const place = { ...mark.place, row: row.row, cell: `${letters}${row.row}` };
    const own = { kind: target.kind, row: target.code, field, place, message: worded(value) };
    return [{ finding, file, row, mark: { ...mark, ...own } }];
  });
}

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
export function isMended(
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
export function isAnswered(finding: Finding, period: Period | null, questions: readonly StandingQuestion[]): boolean {
  if (!isQuestion(finding)) return false;
  const { code, field } = subjectOf(finding);
  const same = questions.filter(
    (one) =>
      one.findingCode === finding.code &&
      one.code === code &&
      one.field === field &&
      (period === null || one.period >= period),
  );
  // The same asked of a later month is a question of its own, and its month's return asks it.
  const own = same.filter((one) => one.period === period);
  const judged = own.length > 0 ? own : same;
  return judged.length > 0 && judged.every(({ state }) => state !== 'open');
}

/** What two files say of the same cell, or of the same line outside our form, is said once, as the newer file has it. */
export function withoutTwins(placed: readonly Placed[]): Placed[] {
  const latest = new Map<string, Placed>();
  for (const one of placed) {
    const key =
      one.mark.row === null
        ? `${one.file} ${one.finding.code} ${JSON.stringify(one.finding.place)}`
        : `${one.finding.code} ${one.mark.kind} ${one.mark.row} ${one.mark.field}`;
    latest.set(key, one);
  }
  const all = [...latest.values()];
  return all.filter((one) => !all.some((other) => other.file > one.file && isSameStray(one, other)));
}

/** A line outside our form that came again: by its code, without one by its title or its figures. */
function isSameStray(one: Placed, other: Placed): boolean {
  const [before, after] = [one.row, other.row];
  if (!before || !after || one.finding.code !== other.finding.code) return false;
  if (one.mark.row !== keyOf(one.file, before) || other.mark.row !== keyOf(other.file, after)) return false;
  if (before.kind !== after.kind || codeKey(before.code) !== codeKey(after.code)) return false;
  const told = ({ entries }: SentRow) => JSON.stringify(Object.entries(entries).sort());
  return before.code !== '' || (before.title !== '' && before.title === after.title) || told(before) === told(after);
}
