import { CsvError } from 'csv-parse';
import { parse } from 'csv-parse/sync';
import { type Cell, cellAddress, type Row } from '../../domain/table.js';
import type { Reader, Source } from '../reader.js';
import { Refusal } from '../refusal.js';
import { decodeText } from './decode.js';
import { findDelimiter } from './delimiter.js';
import { LineCounter } from './lines.js';
import { findMojibake } from './mojibake.js';
import { CSV_OPTIONS } from './options.js';
import { modalWidth, type TextRecord, warnIfCut } from './shape.js';

/** csv, tsv and txt: one table, every cell a text as typed, rows numbered by the line on which their record starts. */
export const textReader: Reader = {
  format: 'csv',
  kinds: ['text'],
  read(source) {
    const { encoding, text, utf8 } = decodeText(source.bytes);
    const garbled = findMojibake(text);
    if (garbled) throw new Refusal('FILE_MOJIBAKE', garbled);
    const { delimiter, skipBytes } = findDelimiter(utf8);
    const records = parseRecords(utf8, skipBytes, delimiter, source);
    const rows = toRows(records, delimiter, source);
    warnIfCut(utf8, records, source.findings);
    const table = { sheet: null, hidden: false, rows, merges: [], hiddenColumns: [], date1904: false };
    return { tables: [table], encoding, delimiter };
  },
};

function parseRecords(utf8: Buffer, skipBytes: number, delimiter: string, { limits }: Source): TextRecord[] {
  const records: TextRecord[] = [];
  const lines = new LineCounter(utf8, skipBytes, skipBytes > 0 ? 2 : 1);
  let reached = skipBytes;
  try {
    parse(utf8.subarray(skipBytes), {
      ...CSV_OPTIONS,
      delimiter,
      max_record_size: limits.recordBytes,
      on_record: (fields: string[], info: { bytes: number }) => {
        if (records.length >= limits.records) throw new Refusal('FILE_ROWS_TOO_MANY', { limit: limits.records });
        reached = skipBytes + info.bytes;
        records.push({ line: lines.advance(reached), fields });
        return null;
      },
    });
  } catch (fault) {
    if (!(fault instanceof CsvError)) throw fault;
    const place = { sheet: null, row: lines.advance(Math.min(reached + limits.recordBytes, utf8.length)) };
    if (fault.code === 'CSV_QUOTE_NOT_CLOSED') throw new Refusal('FILE_QUOTE_OPEN', {}, place);
    if (fault.code === 'CSV_MAX_RECORD_SIZE')
      throw new Refusal('FILE_RECORD_TOO_LONG', { limit: limits.recordBytes }, place);
    throw fault;
  }
  return records;
}

function toRows(records: TextRecord[], delimiter: string, { findings, limits }: Source): Row[] {
  const width = modalWidth(records);
  const rows: Row[] = [];
  let beyond = 0;
  for (const { line, fields } of records) {
    const cells: Cell[] = [];
    for (const [index, text] of fields.entries()) {
      if (text === '') continue;
      if (index >= limits.columns) {
        beyond += 1;
        continue;
      }
      const address = cellAddress(line, index + 1);
      const swallowed = holdsRows(text, delimiter, width);
      if (swallowed) findings.add('FILE_QUOTE_SWALLOWED', { sheet: null, row: line, cell: address });
      const kind = swallowed ? 'error' : 'text';
      cells.push({
        row: line,
        column: index + 1,
        address,
        kind,
        text,
        number: null,
        percentFormat: false,
        formula: false,
      });
    }
    if (cells.length > 0) rows.push({ number: line, hidden: false, cells });
  }
  if (beyond > 0) findings.add('FILE_COLUMNS_BEYOND', { sheet: null }, { count: beyond, limit: limits.columns });
  return rows;
}

/** A note may have several lines, but a line inside one field with a row's worth of delimiters is a swallowed row. */
function holdsRows(text: string, delimiter: string, width: number): boolean {
  if (width < 3 || !/[\r\n]/.test(text)) return false;
  return text.split(/\r\n|\n|\r/).some((line) => line.split(delimiter).length >= width - 1);
}
