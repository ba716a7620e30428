import { FILE_FINDINGS } from '../../domain/catalogue/file-findings.js';
import type { Finding } from '../../domain/finding.js';
import { type Cell, cellAddress, type Row, type Table } from '../../domain/table.js';
import { FORMATS } from '../format.js';
import type { ReadResult } from '../read.js';
import { KINDS, type Memory } from './wire.js';

/** The child said something that is no answer: its word is not trusted any more than the file that it read. */
export class BadAnswer extends Error {
  override name = 'BadAnswer';
}

/** Puts the lines of a child together, and believes none of them before its shape is checked. Throws `BadAnswer`. */
export class AnswerReader {
  private readonly tables: Table[] = [];

  /** Takes one line; returns the reading and what it cost when the line was the last one, else null. */
  take(text: string): { result: ReadResult; memory: Memory } | null {
    const line = record(parse(text));
    switch (line.line) {
      case 'table':
        this.tables.push(tableOf(line));
        return null;
      case 'rows': {
        const table = this.tables.at(-1);
        if (!table) throw new BadAnswer('rows without a table');
        for (const row of list(line.rows)) table.rows.push(rowOf(list(row)));
        return null;
      }
      case 'end':
        return {
          result: {
            format: oneOf(FORMATS, line.format),
            tables: this.tables,
            findings: list(line.findings).map((finding) => findingOf(record(finding))),
            encoding: textOrNull(line.encoding),
            delimiter: textOrNull(line.delimiter),
          },
          memory: { residentMegabytes: number(line.residentMegabytes), peakMegabytes: number(line.peakMegabytes) },
        };
      case 'fault':
        throw new BadAnswer(words(line.reason));
      default:
        throw new BadAnswer('an unknown line');
    }
  }
}

type Fields = Record<string, unknown>;

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadAnswer('a line that is not JSON');
  }
}

function tableOf(line: Fields): Table {
  return {
    sheet: textOrNull(line.sheet),
    hidden: line.hidden === true,
    rows: [],
    merges: list(line.merges).map((merge) => {
      const [top, left, bottom, right] = list(merge);
      return [whole(top), whole(left), whole(bottom), whole(right)];
    }),
    hiddenColumns: list(line.hiddenColumns).map(whole),
    date1904: line.date1904 === true,
  };
}

function rowOf([rowNumber, hidden, cells]: unknown[]): Row {
  const row = whole(rowNumber);
  return { number: row, hidden: hidden === 1, cells: list(cells).map((cell) => cellOf(row, list(cell))) };
}

function cellOf(row: number, [columnNumber, kind, text, value, marks]: unknown[]): Cell {
  const column = whole(columnNumber);
  const name = KINDS[whole(kind, 0)];
  if (name === undefined) throw new BadAnswer('an unknown kind of cell');
  const bits = whole(marks, 0);
  return {
    row,
    column,
    address: cellAddress(row, column),
    kind: name,
    text: words(text),
    number: value === null ? null : number(value),
    percentFormat: (bits & 1) !== 0,
    formula: (bits & 2) !== 0,
  };
}

function findingOf({ code, place, params }: Fields): Finding {
  const where = record(place);
  return {
    code: oneOf(Object.keys(FILE_FINDINGS) as (keyof typeof FILE_FINDINGS)[], code),
    place: {
      ...(where.file === undefined ? {} : { file: words(where.file) }),
      ...(where.sheet === undefined ? {} : { sheet: textOrNull(where.sheet) }),
      ...(where.row === undefined ? {} : { row: whole(where.row) }),
      ...(where.column === undefined ? {} : { column: words(where.column) }),
      ...(where.cell === undefined ? {} : { cell: words(where.cell) }),
    },
    params: Object.fromEntries(
      Object.entries(record(params)).map(([key, value]) => [key, typeof value === 'number' ? value : words(value)]),
    ),
  };
}

function record(value: unknown): Fields {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new BadAnswer('not an object');
  return value as Fields;
}

function list(value: unknown): unknown[] {
  if (!Array.isArray(value)) throw new BadAnswer('not a list');
  return value;
}

function words(value: unknown): string {
  if (typeof value !== 'string') throw new BadAnswer('not a text');
  return value;
}

function textOrNull(value: unknown): string | null {
  return value === null ? null : words(value);
}

function number(value: unknown): number {
  if (typeof value !== 'number') throw new BadAnswer('not a number');
  return value;
}

function whole(value: unknown, least = 1): number {
  if (!Number.isSafeInteger(value) || number(value) < least) throw new BadAnswer('not a position');
  return number(value);
}

function oneOf<T>(choices: readonly T[], value: unknown): T {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new BadAnswer('an unknown word');
  return found;
}
