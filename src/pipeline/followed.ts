import { isCounted } from '../domain/outcome.js';
import { type Conversation, isCorrected, isLineSettled } from './line-settled.js';
import { keyOf, type Placed } from './return-marks.js';
import { isListed, isRepeated, isSameLine, sameFigures, says, touched } from './same-lines.js';
import { isSameCode, type SentFile, type SentRow } from './sent-rows.js';

/**
 * A figure that was not read, at a line outside our form, goes where its line goes: to the line as a newer file has it, and to
 * the row of our form by whose code it was corrected. Null = the figure was stated there. All other marks stay where they are.
 */
export function followed(placed: Placed, talk: Conversation): Placed | null {
  const { field } = placed.mark;
  let now = placed;
  if (field === null) return placed;
  for (const [index, newer] of talk.sent.entries()) {
    const { row, file } = now;
    const own = talk.sent[file];
    if (!row || !own || talk.isOurs(row) || row.entries[field] !== undefined) return now;
    if (index <= placed.file) continue;
    // An older form repeats the line as it was before.
    const lines = newer.rows.filter((line) => !isRepeated(line, newer) || newer.form?.seen?.has(own.record.sha256));
    const other =
      lines.find((line) => (says(line) || !says(row)) && isSameLine(row, line)) ??
      (isCounted(newer.record)
        ? lines.find(
            (line) =>
              talk.isOurs(line) && (isCorrected(row, line, own, talk.isOurs) || isRecoded(row, line, own, newer)),
          )
        : undefined);
    if (!other) continue;
    const isUnseen = newer.form?.seen && !newer.form.seen.has(own.record.sha256);
    if ((isUnseen ? touched(other) : other.entries)[field] !== undefined) return null;
    now = { ...now, file: index, row: other, mark: { ...now.mark, row: rowName(index, other, talk) } };
  }
  return now;
}

/** In a return that had shown the line a row of ours has its very figures: its code was mended there. */
function isRecoded(row: SentRow, line: SentRow, own: SentFile, newer: SentFile): boolean {
  const { form } = newer;
  const shown = form?.purpose === 'return' && form.seen?.has(own.record.sha256) && isListed(row, form.written);
  return shown === true && sameFigures(row, line) && !isRepeated(line, newer);
}

/** Lines outside our form are known by their code, without one by their title. */
const isSameName = (one: SentRow, other: SentRow): boolean =>
  isSameCode(one, other) && (one.code !== '' || (one.title !== '' && one.title === other.title));

const rowName = (file: number, line: SentRow, { isOurs }: Conversation): string =>
  isOurs(line) ? line.code : keyOf(file, line);

/**
 * What was written in a line outside our form, by its file and, in cells that this leaves blank, by the file before that had the
 * line: nothing of it was ever counted. Lines without a code and a title, and names that stand twice, are not put together.
 */
export function writtenIn(line: SentRow, file: number, talk: Conversation): SentRow['entries'] {
  const here = (at: number): SentRow[] => talk.sent[at]?.rows.filter((one) => isSameName(one, line)) ?? [];
  if (here(file).length !== 1) return line.entries;
  for (let at = file - 1; at >= 0; at -= 1) {
    const own = talk.sent[at];
    const [before, twice] = here(at);
    if (!own || !before) continue;
    const between = talk.sent.slice(at + 1, file).filter(({ record }) => isCounted(record));
    if (twice || between.some((one) => isLineSettled(before, null, own, one, talk))) return line.entries;
    const older = writtenIn(before, at, talk);
    const seen = talk.sent[file]?.form?.seen;
    const isUnseen = seen && !seen.has(own.record.sha256);
    return isUnseen ? { ...line.entries, ...older, ...touched(line) } : { ...older, ...line.entries };
  }
  return line.entries;
}

/** Marks on one line outside our form that several files had stand together, at the line as the newest has it. */
export function gathered(open: readonly Placed[], talk: Conversation): Placed[] {
  const isAlone = (file: number, line: SentRow): boolean =>
    talk.sent[file]?.rows.filter((one) => isSameName(one, line)).length === 1;
  return open.map((one) => {
    const { row, file } = one;
    if (!row || one.mark.row === null || talk.isOurs(row) || !isAlone(file, row)) return one;
    const newest = open
      .filter((other) => other.file > file && other.row && isSameName(row, other.row) && isAlone(other.file, other.row))
      .sort((before, after) => after.file - before.file)[0];
    return newest ? { ...one, file: newest.file, row: newest.row, mark: { ...one.mark, row: newest.mark.row } } : one;
  });
}
