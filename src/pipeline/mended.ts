import type { FactField } from '../domain/fact.js';
import type { FindingCode } from '../domain/finding.js';
import { isCounted } from '../domain/outcome.js';
import { codeKey } from '../domain/text/normalise.js';
import { type Conversation, isLineSettled, isSameList, isTakenOut } from './line-settled.js';
import type { Placed } from './return-marks.js';
import { isRepeated, isSameFigure, isSameLine, says, touched } from './same-lines.js';
import { isSameCode, isTotalLine, type SentFile, type SentRow } from './sent-rows.js';

/**
 * Whether what a mark tells of was put right by a newer file of which something counts. What nobody mentioned again stays:
 * a figure until it is stated, a line outside our form until it came again, was corrected or was taken out by who saw it, and
 * what speaks of a file until everything that the file said of our rows was said again.
 */
export function isMended(placed: Placed, talk: Conversation): boolean {
  const { file, row, mark } = placed;
  const own = talk.sent[file];
  if (!own) return false;
  const newer = newerThan(talk, file);
  // Nothing is lost by it: it is told until the sender writes again.
  if (placed.finding.code === 'SUB_FORM_OUTDATED') return newer.length > 0;
  if (mark.row === null) return newer.length > 0 && saidAgain(own, newer, talk);
  if (row && !talk.isOurs(row)) return isOutsideMended(row, placed, own, talk);
  // Whoever sends the same list again without a column that was not read has taken it back.
  const isColumn = OF_COLUMNS.has(placed.finding.code);
  if (isColumn && newer.some((one) => isWithoutColumn(placed, own, one, talk))) return true;
  return isStated(placed, own, talk);
}

/** A line outside our form: settled by a newer file, or of a form that only repeats it, by any that the form had not seen. */
function isOutsideMended(row: SentRow, { file, mark }: Placed, own: SentFile, talk: Conversation): boolean {
  const settles = (one: SentFile) => isCounted(one.record) && isLineSettled(row, mark.suggestion, own, one, talk);
  if (!isRepeated(row, own)) return after(talk, file).some((one) => settles(one) || isTakenOut(row, own, one));
  const isAnew = (one: SentFile) => one.rows.some((other) => isSameLine(row, other) && !isRepeated(other, one));
  return unseenBy(talk, own).some((one) => isAnew(one) || settles(one));
}

/**
 * A figure of our form: what a newer file wrote there, counted or not, is what is to be judged now; an older form repeats it as it
 * was. A mark of the whole row goes with any word on it that counts.
 */
function isStated({ file, row, mark: { row: name, field } }: Placed, own: SentFile, talk: Conversation): boolean {
  const code = codeKey(row?.code ?? name ?? '');
  const isOn = (line: SentRow) => codeKey(line.code) === code;
  if (field === null) return newerThan(talk, file).some(({ rows }) => rows.some(isOn));
  const repeated = row?.kept.has(field) && own.form?.seen;
  const since = repeated ? unseenBy(talk, own).map(withTouched) : after(talk, file);
  return since.some(({ rows }) => rows.some((line) => isOn(line) && line.entries[field] !== undefined));
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

/** The files that an older form had not seen, and those after it: by any of them its lines may have been settled or written anew. */
export function unseenBy({ sent, after }: Conversation, own: SentFile): SentFile[] {
  const seen = own.form?.seen;
  return [...sent.filter((one) => one !== own && !seen?.has(one.record.sha256)), ...after];
}

const withTouched = (one: SentFile): SentFile => ({
  ...one,
  rows: one.rows.map((row) => ({ ...row, entries: touched(row) })),
});

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
