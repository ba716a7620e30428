import type { Cell, Row, Table } from '../../domain/table.js';
import type { ReadLimits } from '../limits.js';
import type { ReadResult } from '../read.js';

/** What the parent asks: one line of JSON, then `bytes` bytes of the file. */
export interface Question {
  name: string;
  bytes: number;
  limits: ReadLimits;
}

export const KINDS = ['text', 'number', 'date', 'boolean', 'error'] as const satisfies readonly Cell['kind'][];

/** A cell as it travels: column, index into `KINDS`, text, number, 1 = percent format + 2 = formula. */
export type WireCell = [column: number, kind: number, text: string, number: number | null, marks: number];
export type WireRow = [number: number, hidden: 0 | 1, cells: WireCell[]];

/**
 * What a child answers, one JSON line each: every table followed by its rows in blocks, then `end`; or `fault`, when
 * the reader itself threw. Blocks keep a large workbook from ever being one huge string.
 */
export type Line =
  | ({ line: 'table' } & Omit<Table, 'rows'>)
  | { line: 'rows'; rows: WireRow[] }
  | ({ line: 'end'; residentMegabytes: number; peakMegabytes: number } & Omit<ReadResult, 'tables'>)
  | { line: 'fault'; reason: string };

const ROWS_PER_LINE = 1000;

/** A reading as lines. */
export function* linesOf({ tables, ...rest }: ReadResult, memory: Memory): Generator<Line> {
  for (const { rows, ...table } of tables) {
    yield { line: 'table', ...table };
    for (let at = 0; at < rows.length; at += ROWS_PER_LINE)
      yield { line: 'rows', rows: rows.slice(at, at + ROWS_PER_LINE).map(wireRow) };
  }
  yield { line: 'end', ...rest, ...memory };
}

export interface Memory {
  residentMegabytes: number;
  peakMegabytes: number;
}

function wireRow({ number, hidden, cells }: Row): WireRow {
  return [number, hidden ? 1 : 0, cells.map(wireCell)];
}

function wireCell({ column, kind, text, number, percentFormat, formula }: Cell): WireCell {
  return [column, KINDS.indexOf(kind), text, number, (percentFormat ? 1 : 0) + (formula ? 2 : 0)];
}
