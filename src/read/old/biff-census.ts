import type { ReadLimits } from '../limits.js';
import { Refusal } from '../refusal.js';
import { type BiffRecord, BOF_TYPES, biffRecords, EOF } from './biff-records.js';
import { cellKey, countFilled, emptyCensus, type SheetCensus } from './census.js';

const BOUND_SHEET = 0x0085;
const FILE_PASS = 0x002f;
const MUL_RK = 0x00bd;
const CALCULATE_ON_LOAD = 0x0002;
/** INTEGER, NUMBER, LABEL, BOOLERR of Excel 2; the same of later ones; RK, LABELSST, RSTRING. */
const VALUES: ReadonlySet<number> = new Set([2, 3, 4, 5, 0x0203, 0x0204, 0x0205, 0x027e, 0x00fd, 0x00d6]);
const FORMULAS: ReadonlySet<number> = new Set([0x0006, 0x0206, 0x0406]);

/**
 * Counts the cells of a BIFF stream sheet by sheet, by its records alone, to hold against what the library read. A
 * password and a stream that is cut or leads astray are refused here. Throws `Refusal`.
 */
export function biffCensus(stream: Uint8Array, limits: ReadLimits): SheetCensus[] {
  const first = biffRecords(stream, 0).next().value;
  if (!first || !BOF_TYPES.has(first.type)) throw damaged();
  // Until Excel 4 a file is one sheet.
  if (first.type !== 0x0809) return [sheetCensus(stream, 0, emptyCensus(true, false), limits)];
  const sheets: { census: SheetCensus; start: number }[] = [];
  let depth = 0;
  for (const record of biffRecords(stream, 0)) {
    if (record.type === FILE_PASS) throw new Refusal('FILE_ENCRYPTED');
    if (BOF_TYPES.has(record.type)) depth += 1;
    if (record.type === BOUND_SHEET && depth === 1) sheets.push(boundSheet(record));
    if (sheets.length > limits.sheets)
      throw new Refusal('FILE_SHEETS_TOO_MANY', { count: sheets.length, limit: limits.sheets });
    if (record.type === EOF) depth -= 1;
    if (depth === 0) break;
  }
  // A file of Excel 5 without a list of sheets is one sheet.
  if (sheets.length === 0) return [sheetCensus(stream, 0, emptyCensus(true, false), limits)];
  return sheets.map(({ census, start }) => (census.worksheet ? sheetCensus(stream, start, census, limits) : census));
}

function boundSheet({ body }: BiffRecord): { census: SheetCensus; start: number } {
  if (body.byteLength < 7) throw damaged();
  const hidden = (body.getUint8(4) & 3) !== 0;
  return { census: emptyCensus(body.getUint8(5) === 0, hidden), start: body.getUint32(0, true) };
}

function sheetCensus(stream: Uint8Array, start: number, census: SheetCensus, limits: ReadLimits): SheetCensus {
  let depth = 0;
  let cells = 0;
  for (const { type, body } of biffRecords(stream, start)) {
    if (BOF_TYPES.has(type)) depth += 1;
    else if (depth === 0) throw damaged();
    if (type === FILE_PASS) throw new Refusal('FILE_ENCRYPTED');
    if (type === EOF) depth -= 1;
    if (depth === 0) return census;
    // Deeper lie charts that are drawn on the sheet, with cells of their own.
    if (depth > 1) continue;
    const formula = FORMULAS.has(type);
    if (formula || VALUES.has(type)) {
      if (body.byteLength < 6) throw damaged();
      countFilled(census, body.getUint16(0, true));
      if (formula) noteFormula(census, body);
      cells += 1;
    } else if (type === MUL_RK) {
      if (body.byteLength < 12) throw damaged();
      const many = body.getUint16(body.byteLength - 2, true) - body.getUint16(2, true) + 1;
      if (many * 6 + 6 !== body.byteLength) throw damaged();
      countFilled(census, body.getUint16(0, true), many);
      cells += many;
    }
    if (cells > limits.filledCells) throw new Refusal('FILE_CELLS_TOO_MANY', { limit: limits.filledCells });
  }
  return census;
}

/** Writers that cannot calculate store a nought and ask Excel to calculate when it opens the file. */
function noteFormula(census: SheetCensus, body: DataView): void {
  const key = cellKey(body.getUint16(0, true) + 1, body.getUint16(2, true) + 1);
  census.formulas.add(key);
  const waits = body.byteLength >= 16 && (body.getUint16(14, true) & CALCULATE_ON_LOAD) !== 0;
  if (waits && body.getFloat64(6, true) === 0) census.uncalculated.add(key);
}

function damaged(): Refusal {
  return new Refusal('FILE_BOOK_DAMAGED', { format: XLS });
}

export const XLS = 'Excel 97-2003 (xls)';
