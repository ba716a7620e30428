import type { FindingList } from '../finding-list.js';

/** One record of a text file, with the line on which it starts. */
export interface TextRecord {
  line: number;
  fields: string[];
}

/** The width that most records have; 0 without records. */
export function modalWidth(records: readonly TextRecord[]): number {
  const counts = new Map<number, number>();
  for (const { fields } of records) counts.set(fields.length, (counts.get(fields.length) ?? 0) + 1);
  let best = { width: 0, count: 0 };
  for (const [width, count] of counts) if (count > best.count) best = { width, count };
  return best.width;
}

/** A half-copied text file is still a text file: a last line without its end and with fields missing gives it away. */
export function warnIfCut(utf8: Buffer, records: readonly TextRecord[], findings: FindingList): void {
  const last = records.at(-1);
  const closing = utf8.at(-1);
  if (!last || records.length < 3 || closing === 10 || closing === 13) return;
  const expected = modalWidth(records);
  const found = last.fields.length;
  if (found < expected) findings.add('FILE_MAYBE_CUT', { sheet: null, row: last.line }, { found, expected });
}
