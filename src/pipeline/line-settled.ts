import { isCounted } from '../domain/outcome.js';
import { codeKey } from '../domain/text/normalise.js';
import { figuresOf, hasFields, isListed, isRepeated, isSameLine, sameFigures, says } from './same-lines.js';
import { isSameCode, type SentFile, type SentRow } from './sent-rows.js';

/** All files of a return, oldest first; `after` = later counted files where the month is unknown. */
export interface Conversation {
  sent: readonly SentFile[];
  after: readonly SentFile[];
  /** Whether a line is of our form; where the month is unknown, of the plan. */
  isOurs: (line: Pick<SentRow, 'kind' | 'code'>) => boolean;
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
export function isTakenOut(line: SentRow, own: SentFile, { form, rows }: SentFile): boolean {
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

/** Codes of our form of which a file says something. */
function codesIn(file: SentFile, isOurs: Conversation['isOurs']): Set<string> {
  return new Set(file.rows.filter((line) => says(line) && isOurs(line)).map(({ code }) => codeKey(code)));
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
