import { basename } from 'node:path';
import type { FactField } from '../domain/fact.js';
import type { Finding } from '../domain/finding.js';
import type { Conversation } from './line-settled.js';
import { newerThan, OF_COLUMNS, unseenBy } from './mended.js';
import type { Placed } from './return-marks.js';
import { touched } from './same-lines.js';
import { isSameCode, lineKey, type SentFile, type SentRow } from './sent-rows.js';

/** What nobody has stated since its row went back, with the position of its file. */
interface LeftBehind {
  finding: Finding;
  file: number;
}

/**
 * Rows that went back whole, whose errors are mended by now, and what of them was never counted. `placed` are all marks of the
 * files, `open` those that stand; a figure that is in force as it was written is not left behind.
 */
export function leftBehind(
  placed: readonly Placed[],
  open: readonly Placed[],
  talk: Conversation,
  inForce: (line: SentRow, field: FactField) => boolean,
): LeftBehind[] {
  const isError = ({ row, finding, mark }: Placed) =>
    row !== null && mark.severity === 'error' && !OF_COLUMNS.has(finding.code) && talk.isOurs(row);
  const marked = (line: SentRow, field?: FactField) =>
    open.some((one) => {
      const own = isSameCode(line, { kind: one.mark.kind ?? line.kind, code: one.mark.row ?? '' });
      return own && (field === undefined ? isError(one) : one.mark.field === field);
    });
  return talk.sent.flatMap((sent, file) => {
    const lines = placed.flatMap((one) => (one.file === file && one.row && isError(one) ? [one.row] : []));
    const refused = [...new Set(lines)].filter((line) => !marked(line));
    const stands = (line: SentRow, field: FactField) =>
      marked(line, field) || inForce(line, field) || isOvertaken(line, field, sent, talk);
    return notCounted(sent, refused, newerThan(talk, file), stands).map((finding) => ({ finding, file }));
  });
}

/** A cell that nobody touched in an older form, where a file that it had not seen says another thing. */
function isOvertaken(line: SentRow, field: FactField, own: SentFile, talk: Conversation): boolean {
  if (!own.form?.seen || !line.kept.has(field)) return false;
  return unseenBy(talk, own).some(({ rows }) =>
    rows.some((other) => isSameCode(line, other) && touched(other)[field] !== undefined),
  );
}

/**
 * The other figures of rows that a file lost to an error which was mended since: they were never counted, and the newer files
 * left them out. `refused` are the rows with a mended error, `stands` whether the figure is in force as it was written or has a
 * mark of its own. Each is told once, at the line that wrote it last.
 */
export function notCounted(
  { record, rows }: SentFile,
  refused: readonly SentRow[],
  newer: readonly SentFile[],
  stands: (line: SentRow, field: FactField) => boolean,
): Finding[] {
  const later = newer.flatMap((one) => one.rows);
  const left = new Map<string, Finding>();
  for (const line of refused) {
    const said = later.filter((one) => isSameCode(one, line));
    for (const field of Object.keys(line.entries) as FactField[]) {
      if (said.some(({ entries }) => entries[field] !== undefined) || stands(line, field)) continue;
      const values = rows.filter((one) => isSameCode(one, line)).flatMap((one) => one.said[field] ?? []);
      const cell = cellOf(line, field);
      const place = {
        file: basename(record.file),
        sheet: line.sheet,
        row: line.row,
        ...(cell === null ? {} : { cell }),
      };
      const finding: Finding = { code: 'SUB_ROW_NOT_COUNTED', place, params: { values: values.join(' / ') } };
      left.set(`${lineKey(line)} ${field}`, finding);
    }
  }
  return [...left.values()];
}

function cellOf({ fields, row }: SentRow, field: FactField): string | null {
  const letters = [...fields].find(([, known]) => known === field)?.[0];
  return letters === undefined ? null : `${letters}${row}`;
}
