import { type FactField, TEXT_FIELDS } from '../domain/fact.js';
import type { FindingCode } from '../domain/finding.js';
import { isCounted } from '../domain/outcome.js';
import { codeKey } from '../domain/text/normalise.js';
import type { Placed } from './return-marks.js';
import { isSameCode, isTotalLine, type SentFile, type SentRow, UNKNOWN_UNIT } from './sent-rows.js';

/** All files of a return, oldest first; `after` = later counted files where the month is unknown. */
export interface Conversation {
  sent: readonly SentFile[];
  after: readonly SentFile[];
  /** Whether a line is of our form; where the month is unknown, of the plan. */
  isOurs: (line: Pick<SentRow, 'kind' | 'code'>) => boolean;
}

/**
 * Whether what a mark tells of was put right by a newer file of which something counts. What nobody mentioned again stays:
 * a figure until it is stated, a line outside our form until it came again, was corrected or was taken out by who saw it, and
 * what speaks of a file until everything that the file said of our rows was said again.
 */
export function isMended(placed: Placed, talk: Conversation): boolean {
  const { file, row, mark } = placed;
  const newer = newerThan(talk, file);
  const own = talk.sent[file];
  if (!own) return false;
  // Nothing is lost by it: it is told until the sender writes again.
  if (placed.finding.code === 'SUB_FORM_OUTDATED') return newer.length > 0;
  if (mark.row === null) return newer.length > 0 && saidAgain(own, newer, talk);
  if (row && !talk.isOurs(row)) {
    if (!isRepeated(row, own))
      return after(talk, file).some((one) =>
        isCounted(one.record) ? isLineSettled(row, mark.suggestion, own, one, talk) : isTakenOut(row, own, one),
      );
    const unseen = unseenBy(talk, own);
    return unseen.some(
      (one) =>
        one.rows.some((other) => isSameLine(row, other) && !isRepeated(other, one)) ||
        (isCounted(one.record) && isLineSettled(row, mark.suggestion, own, one, talk)),
    );
  }
  const code = codeKey(row?.code ?? mark.row);
  // Whoever sends the same list again without a column that was not read has taken it back.
  const isColumn = OF_COLUMNS.has(placed.finding.code);
  if (isColumn && newer.some((one) => isWithoutColumn(placed, own, one, talk))) return true;
  const { field } = mark;
  if (field === null) return newer.some(({ rows }) => rows.some((line) => codeKey(line.code) === code));
  // What a newer file wrote there, counted or not, is what is to be judged now; an older form repeats it as it was.
  const repeated = row?.kept.has(field) && own.form?.seen;
  const since = repeated
    ? unseenBy(talk, own).map((one) => (one.form ? withTouched(one) : one))
    : [...after(talk, file)];
  return since.some(({ rows }) =>
    rows.some((line) => codeKey(line.code) === code && line.entries[field] !== undefined),
  );
}

/** Errors of a column: its rows count without it. */
export const OF_COLUMNS: ReadonlySet<FindingCode> = new Set(['SUB_COLUMN_VAGUE', 'SUB_FLOW_COLUMN']);

function isWithoutColumn({ finding }: Placed, own: SentFile, newer: SentFile, { isOurs }: Conversation): boolean {
  const again = newer.record.findings.some(({ code }) => code === finding.code);
  return own.form === null && newer.form === null && !again && isSameList(own, newer, isOurs);
}

/**
 * The counted files that came after a file, with what they say of it: a form of ours that was written before says nothing by the
 * cells that nobody touched in it.
 */
export const newerThan = (talk: Conversation, file: number): SentFile[] =>
  after(talk, file).filter(({ record }) => isCounted(record));

function after({ sent, after: later }: Conversation, file: number): SentFile[] {
  const own = sent[file]?.record.sha256 ?? '';
  return [...sent.slice(file + 1), ...later].map((one) => {
    const hasSeen = one.form === null || one.form.seen === null || one.form.seen.has(own);
    return hasSeen ? one : withTouched(one);
  });
}

const withTouched = (one: SentFile): SentFile => ({
  ...one,
  rows: one.rows.map((row) => ({ ...row, entries: touched(row) })),
});

/** A line of a returned form that nobody touched only repeats what the form had shown. */
export const isRepeated = ({ entries, kept }: SentRow, { form }: SentFile): boolean =>
  form !== null && form.seen !== null && Object.keys(entries).every((field) => kept.has(field as FactField));

/** The files that an older form had not seen, and those after it: by any of them its lines may have been settled or written anew. */
export function unseenBy({ sent, after }: Conversation, own: SentFile): SentFile[] {
  const seen = own.form?.seen;
  return [...sent.filter((one) => one !== own && !seen?.has(one.record.sha256)), ...after];
}

/** What somebody wrote into a line of a form. */
export const touched = ({ entries, kept }: SentRow): SentRow['entries'] =>
  Object.fromEntries(Object.entries(entries).filter(([field]) => !kept.has(field as FactField)));

export const says = ({ entries }: SentRow): boolean => Object.keys(entries).length > 0;

/**
 * Whether newer files together say something of every row of ours of which a file spoke, and, where nothing of that file
 * counted, every cell of it and every line outside our form. Of a file without such lines nothing more is to be asked: any
 * newer one will do.
 */
function saidAgain(own: SentFile, newer: readonly SentFile[], talk: Conversation): boolean {
  const counted = isCounted(own.record);
  if (talk.after.length > 0) return isSaidAlike(own, newer, talk);
  return own.rows.filter(says).every((line) => {
    // The lines of a counted file that our form does not know have marks of their own.
    if (!talk.isOurs(line))
      return counted || isTotalLine(line) || newer.some((one) => isLineSettled(line, null, own, one, talk));
    const same = newer.flatMap((one) => one.rows).filter((other) => says(other) && isSameCode(line, other));
    const cells = counted ? [] : (Object.keys(line.entries) as FactField[]);
    return same.length > 0 && cells.every((field) => same.some(({ entries }) => entries[field] !== undefined));
  });
}

/**
 * A file whose month nobody knows came again in files of any month, which speak of the same rows anyway: only the same figures
 * tell that it is meant, all of them, or most of a list in one file.
 */
function isSaidAlike(own: SentFile, newer: readonly SentFile[], talk: Conversation): boolean {
  const lines = own.rows.filter((line) => says(line) && !isTotalLine(line));
  const alike = (files: readonly SentFile[]) => (line: SentRow) => {
    const others = files.flatMap(({ rows }) => rows.filter((other) => isSameLine(line, other)));
    const same = (field: FactField) => others.some(({ entries }) => isSameFigure(line.entries[field], entries[field]));
    if (others.length > 0 && (Object.keys(line.entries) as FactField[]).every(same)) return true;
    return !talk.isOurs(line) && files.some((one) => isLineSettled(line, null, own, one, talk));
  };
  if (lines.every(alike(newer))) return true;
  return newer.some((one) => isSameList(own, one, talk.isOurs) && lines.filter(alike([one])).length * 2 > lines.length);
}

/** A line outside our form is settled by a newer file that has it again, has it corrected, or is the same list without it. */
export function isLineSettled(
  line: SentRow,
  suggestion: string | null,
  own: SentFile,
  newer: SentFile,
  { isOurs }: Conversation,
): boolean {
  const lines = newer.rows.filter(says);
  const again = lines.filter((other) => isSameLine(line, other));
  // Two forms that both repeat a line do not settle it for each other.
  if (again.length > 0) return !(isRepeated(line, own) && again.every((other) => isRepeated(other, newer)));
  const before = codesIn(own, isOurs);
  const moved = lines.filter((other) => isOurs(other) && !before.has(codeKey(other.code)));
  const isMeant = (other: SentRow): boolean =>
    codeKey(other.code) === codeKey(suggestion ?? '') && hasFields(line, other);
  if (moved.some((other) => isMeant(other) || isCorrected(line, other, own, isOurs))) return true;
  if (newer.form?.purpose === 'return') return isTakenOut(line, own, newer);
  return isSameList(own, newer, isOurs);
}

/** Whether a return had shown a line and came back without it; one that had not seen its file can have taken nothing out of it. */
function isTakenOut(line: SentRow, own: SentFile, { form, rows }: SentFile): boolean {
  if (form?.purpose !== 'return' || form.seen?.has(own.record.sha256) === false) return false;
  return isListed(line, form.written) && !rows.some((other) => says(other) && isSameLine(line, other));
}

/**
 * Whether a file is a list that came again, now without its lines outside our form: all of its other lines, either with the same
 * figures or so many (three, and more than were outside) that nobody writes them to say something else.
 */
export function isSameList(own: SentFile, newer: SentFile, isOurs: Conversation['isOurs']): boolean {
  const lines = own.rows.filter(says);
  const ours = lines.filter(isOurs);
  const again = ours.map((line) => newer.rows.filter((other) => isSameCode(line, other) && hasFields(line, other)));
  if (ours.length === 0 || again.some((same) => same.length === 0)) return false;
  const outside = lines.length - ours.length;
  const alike = ours.filter((line, at) => again[at]?.some((other) => sameFigures(line, other))).length;
  // Figures that counted are not sent again for their own sake.
  return (ours.length >= LEAST_LIST && ours.length > outside) || (isCounted(own.record) && alike === ours.length);
}

const LEAST_LIST = 3;

/** Whether a line states at least every figure that another states. */
const hasFields = (line: SentRow, other: SentRow): boolean =>
  says(other) && figuresOf(line).every((field) => other.entries[field] !== undefined);

/** Codes of our form of which a file says something. */
function codesIn(file: SentFile, isOurs: Conversation['isOurs']): Set<string> {
  return new Set(file.rows.filter((line) => says(line) && isOurs(line)).map(({ code }) => codeKey(code)));
}

const figuresOf = ({ entries }: SentRow): FactField[] =>
  (Object.keys(entries) as FactField[]).filter((field) => !TEXT_FIELDS.has(field));

export const sameFigures = (line: SentRow, other: SentRow): boolean =>
  figuresOf(line).length > 0 &&
  figuresOf(line).every((field) => isSameFigure(line.entries[field], other.entries[field]));

/** An amount whose unit nobody knew is the same in any unit: they are powers of ten. */
function isSameFigure(before: string | number | undefined, after: string | number | undefined): boolean {
  if (String(before) === String(after)) return true;
  const unknown = UNKNOWN_UNIT.exec(String(before))?.[1];
  if (unknown === undefined || after === undefined) return false;
  const digits = (value: string | number): string | undefined => Number(value).toExponential().split('e')[0];
  return digits(unknown) === digits(after);
}

/** Figures that many lines have: nothing done, all done. */
const COMMON: ReadonlySet<string> = new Set(['0', '100']);

/**
 * The same figures under a code of ours: one figure alone may be chance, unless the file had nothing else, as may be what many
 * lines have. Of several lines with the same figures nobody can tell which came.
 */
export function isCorrected(line: SentRow, other: SentRow, own: SentFile, isOurs: Conversation['isOurs']): boolean {
  if (line.kind !== other.kind || !sameFigures(line, other)) return false;
  const telling = figuresOf(line).filter((field) => !COMMON.has(String(line.entries[field])));
  const alike = own.rows.filter((one) => says(one) && !isOurs(one) && sameFigures(line, one));
  if (telling.length === 0 || alike.length > 1) return false;
  return telling.length > 1 || codesIn(own, isOurs).size === 0;
}

/** Whether a return showed the line when it was written: without a code it is known by its figures. */
export function isListed({ code, entries }: SentRow, written: readonly string[][]): boolean {
  const own = written.filter(([, key = '']) => codeKey(key) === codeKey(code));
  if (code !== '') return own.length > 0;
  const values = new Set(own.map(([, , , value]) => value));
  return Object.values(entries).every((value) => values.has(String(value)));
}

/** A line that came again: by its code, without one by its title or its figures. */
export function isSameLine(one: SentRow, other: SentRow): boolean {
  if (!isSameCode(one, other)) return false;
  if (one.code !== '' || (one.title !== '' && one.title === other.title)) return true;
  const fields = new Set([...Object.keys(one.entries), ...Object.keys(other.entries)] as FactField[]);
  return [...fields].every((field) => isSameFigure(one.entries[field], other.entries[field]));
}
