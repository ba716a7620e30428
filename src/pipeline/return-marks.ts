import type { Period } from '../domain/calendar.js';
import { held } from '../domain/catalogue/held.js';
import { renderFinding } from '../domain/catalogue/render.js';
import type { FactField } from '../domain/fact.js';
import type { Finding } from '../domain/finding.js';
import type { FormMark, FormRow } from '../domain/form.js';
import { isQuestion } from '../domain/question.js';
import { subjectOf } from '../domain/question-moves.js';
import { codeKey } from '../domain/text/normalise.js';
import { contestedFigures } from './contested.js';
import type { Context } from './context.js';
import type { StandingQuestion } from './data-questions.js';
import { isSameCode, isTotalLine, lineKey, type SentRow } from './sent-rows.js';

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
  if (finding.code === 'SUB_COLUMN_VAGUE' || finding.code === 'SUB_FLOW_COLUMN')
    return unreadFigures(placed, lines, rows, worded);
  if (finding.code === 'SUB_MERGED_FIGURE' && mark.row !== null) return mergedFigures(placed, lines, rows);
  if (finding.code !== 'SUB_DUPLICATE_ROW' || row === null || mark.row === null) return [placed];
  const open = rows.get(`${mark.kind} ${codeKey(mark.row)}`)?.open ?? [];
  const figures = contestedFigures(lines, row).flatMap(({ field, values }): Placed[] => {
    if (!open.includes(field)) return [];
    return [{ ...placed, mark: { ...mark, field, message: worded(values) } }];
  });
  return figures.length > 0 ? figures : [placed];
}

/**
 * A column that was not read is marked wherever a line has a figure in it: at the first field that it may mean and that nothing
 * else states, else at the line. Without such a figure the file as a whole is marked.
 */
function unreadFigures(
  placed: Placed,
  lines: readonly SentRow[],
  rows: ReadonlyMap<string, FormRow>,
  worded: (values: string) => string,
): Placed[] {
  const { finding, file, mark } = placed;
  if (rows.size === 0) return [placed];
  const letters = /^[A-Z]+/.exec(finding.place.cell ?? '')?.[0] ?? '';
  const fields = String(finding.params.fields ?? finding.params.field ?? '').split(',') as FactField[];
  const holding = lines.filter(({ sheet, unread }) => sheet === (finding.place.sheet ?? null) && unread.has(letters));
  const figures = holding.flatMap((row): Placed[] => {
    const target = rows.get(lineKey(row));
    if (isTotalLine(row) || (!target && row.code === '' && Object.keys(row.entries).length === 0)) return [];
    const wanted = fields.filter((one) => !target || target.open.includes(one));
    const field = wanted.find((one) => row.entries[one] === undefined) ?? null;
    if (field === null && wanted.length > 0) return [];
    const place = { ...mark.place, row: row.row, cell: `${letters}${row.row}` };
    const message = worded(row.unread.get(letters) ?? '');
    const own = { kind: row.kind, row: target?.code ?? keyOf(file, row), field, place, message };
    return [{ finding, file, row, mark: { ...mark, ...own } }];
  });
  return figures.length > 0 ? figures : [placed];
}

/** A figure merged over several lines is marked at each of them: nobody can tell whose it is. */
function mergedFigures(placed: Placed, lines: readonly SentRow[], rows: ReadonlyMap<string, FormRow>): Placed[] {
  const { row: first, mark } = placed;
  const below = lines.flatMap((row): Placed[] => {
    const target = rows.get(lineKey(row));
    const field = mark.field;
    if (!first || !target || field === null || !target.open.includes(field) || row.sheet !== first.sheet) return [];
    if (row.merged.get(field) !== mark.place.cell || isSameCode(row, first)) return [];
    const own = { kind: target.kind, row: target.code, suggestion: null };
    return [{ ...placed, row, mark: { ...mark, ...own } }];
  });
  return [placed, ...below];
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
  const target = row ? rows.get(lineKey(row)) : named;
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
