import { isTotalLabel } from '../check/submission/labels.js';
import { type FactField, TEXT_FIELDS } from '../domain/fact.js';
import { isCounted } from '../domain/outcome.js';
import { codeKey } from '../domain/text/normalise.js';
import type { Placed } from './return-marks.js';
import { isSameCode, type SentFile, type SentRow, UNKNOWN_UNIT } from './sent-rows.js';

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
    const since = isRepeated(row, own) ? sinceSeen(talk, own) : newer;
    return since.some((one) => isLineSettled(row, mark.suggestion, own, one, talk));
  }
  const code = codeKey(mark.row);
  return newer.some(({ rows }) =>
    rows.some((line) => codeKey(line.code) === code && (mark.field === null || line.entries[mark.field] !== undefined)),
  );
}

/**
 * The counted files that came after a file, with what they say of it: a form of ours that was written before says nothing by the
 * cells that nobody touched in it.
 */
export function newerThan({ sent, after }: Conversation, file: number): SentFile[] {
  const own = sent[file]?.record.sha256 ?? '';
  const newer = [...sent.slice(file + 1).filter(({ record }) => isCounted(record)), ...after];
  return newer.map((one) => {
    if (one.form === null || one.form.seen === null || one.form.seen.has(own)) return one;
    return { ...one, rows: one.rows.map((row) => ({ ...row, entries: touched(row) })) };
  });
}

/** A line of a returned form that nobody touched only repeats what the form had shown. */
const isRepeated = ({ entries, kept }: SentRow, { form }: SentFile): boolean =>
  form !== null && form.seen !== null && Object.keys(entries).every((field) => kept.has(field as FactField));

/** The counted files that an older form had not seen, and those after it: by any of them its lines may have been settled. */
function sinceSeen({ sent, after }: Conversation, own: SentFile): SentFile[] {
  const seen = own.form?.seen;
  return [...sent.filter((one) => one !== own && isCounted(one.record) && !seen?.has(one.record.sha256)), ...after];
}

const touched = ({ entries, kept }: SentRow): SentRow['entries'] =>
  Object.fromEntries(Object.entries(entries).filter(([field]) => !kept.has(field as FactField)));

const says = ({ entries }: SentRow): boolean => Object.keys(entries).length > 0;

/**
 * Whether newer files together say something of every row of ours of which a file spoke, and, where nothing of that file
 * counted, every figure of it and every line outside our form. Of a file without such lines nothing more is to be asked: any
 * newer one will do.
 */
function saidAgain(own: SentFile, newer: readonly SentFile[], talk: Conversation): boolean {
  const counted = isCounted(own.record);
  return own.rows.filter(says).every((line) => {
    // The lines of a counted file that our form does not know have marks of their own.
    if (!talk.isOurs(line))
      return counted || isTotal(line) || newer.some((one) => isLineSettled(line, null, own, one, talk));
    const same = newer.flatMap((one) => one.rows).filter((other) => says(other) && isSameCode(line, other));
    const figures = counted ? [] : figuresOf(line);
    return same.length > 0 && figures.every((field) => same.some(({ entries }) => entries[field] !== undefined));
  });
}

const isTotal = ({ code, title }: SentRow): boolean => isTotalLabel(code) || (code === '' && isTotalLabel(title));

/** A line outside our form is settled by a newer file that has it again, has it corrected, or is the same list without it. */
function isLineSettled(
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
  if (moved.some((other) => codeKey(other.code) === codeKey(suggestion ?? '') || isCorrected(line, other, own, isOurs)))
    return true;
  if (newer.form?.purpose === 'return') return isListed(line, newer.form.written);
  return isSameList(own, newer, isOurs);
}

/**
 * Whether a file is a list that came again, now without its lines outside our form: all of its other lines, either with the same
 * figures or so many (three, and more than were outside) that nobody writes them to say something else.
 */
export function isSameList(own: SentFile, newer: SentFile, isOurs: Conversation['isOurs']): boolean {
  const lines = own.rows.filter(says);
  const ours = lines.filter(isOurs);
  const again = ours.map((line) => newer.rows.filter((other) => says(other) && isSameCode(line, other)));
  if (ours.length === 0 || again.some((same) => same.length === 0)) return false;
  const outside = lines.length - ours.length;
  return (
    (ours.length >= LEAST_LIST && ours.length > outside) ||
    ours.every((line, at) => again[at]?.some((other) => sameFigures(line, other)))
  );
}

const LEAST_LIST = 3;

/** Codes of our form of which a file says something. */
function codesIn(file: SentFile, isOurs: Conversation['isOurs']): Set<string> {
  return new Set(file.rows.filter((line) => says(line) && isOurs(line)).map(({ code }) => codeKey(code)));
}

const figuresOf = ({ entries }: SentRow): FactField[] =>
  (Object.keys(entries) as FactField[]).filter((field) => !TEXT_FIELDS.has(field));

const sameFigures = (line: SentRow, other: SentRow): boolean =>
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

/** The same figures under a code of ours: one figure alone may be chance, unless the file had nothing else. */
function isCorrected(line: SentRow, other: SentRow, own: SentFile, isOurs: Conversation['isOurs']): boolean {
  if (line.kind !== other.kind || !sameFigures(line, other)) return false;
  return figuresOf(line).length > 1 || codesIn(own, isOurs).size === 0;
}

/** Whether a return showed the line when it was written: without a code it is known by its figures. */
function isListed({ code, entries }: SentRow, written: readonly string[][]): boolean {
  const own = written.filter(([, key = '']) => codeKey(key) === codeKey(code));
  if (code !== '') return own.length > 0;
  const values = new Set(own.map(([, , , value]) => value));
  return Object.values(entries).every((value) => values.has(String(value)));
}

/** A line that came again: by its code, without one by its title or its figures. */
export function isSameLine(one: SentRow, other: SentRow): boolean {
  if (!isSameCode(one, other)) return false;
  const told = ({ entries }: SentRow) => JSON.stringify(Object.entries(entries).sort());
  return one.code !== '' || (one.title !== '' && one.title === other.title) || told(one) === told(other);
}
