import type { ReadLimits } from '../limits.js';
import { Refusal } from '../refusal.js';
import { readRelationships } from '../xlsx/relationships.js';
import type { Archive } from '../zip/gate.js';
import { needPart } from '../zip/inflate.js';
import { cellKey, countFilled, emptyCensus, type SheetCensus } from './census.js';
import { binaryRecords } from './xlsb-records.js';

const BUNDLE_SHEET = 156;
const ROW_HEADER = 0;
/** Values of every kind, in the long and the short spelling, and rich text. */
const VALUES: ReadonlySet<number> = new Set([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14, 15, 16, 17, 18, 62]);
const FORMULAS: ReadonlySet<number> = new Set([8, 9, 10, 11]);

/** Counts the cells of an xlsb package sheet by sheet; every part read on the way has passed its checksum. */
export function xlsbCensus(archive: Archive, main: string, limits: ReadLimits): SheetCensus[] {
  const links = readRelationships(archive, main, limits);
  const sheets: SheetCensus[] = [];
  for (const { type, body } of binaryRecords(main, needPart(archive, main))) {
    if (type !== BUNDLE_SHEET) continue;
    const link = linkOf(body);
    const target = links.find(({ id }) => id === link);
    if (!target) throw new Refusal('FILE_BOOK_DAMAGED', { format: XLSB });
    const census = emptyCensus(target.kind === 'worksheet', body.getUint32(0, true) !== 0);
    if (sheets.push(census) > limits.sheets)
      throw new Refusal('FILE_SHEETS_TOO_MANY', { count: sheets.length, limit: limits.sheets });
    if (census.worksheet) countSheet(census, target.target, needPart(archive, target.target), limits);
  }
  return sheets;
}

function countSheet(census: SheetCensus, part: string, bytes: Uint8Array, limits: ReadLimits): void {
  let row = -1;
  let cells = 0;
  for (const { type, body } of binaryRecords(part, bytes)) {
    if (type === ROW_HEADER && body.byteLength >= 4) row = body.getUint32(0, true);
    if (!VALUES.has(type)) continue;
    countFilled(census, row);
    if (FORMULAS.has(type) && body.byteLength >= 8) census.formulas.add(cellKey(row + 1, body.getUint32(0, true) + 1));
    cells += 1;
    if (cells > limits.filledCells) throw new Refusal('FILE_CELLS_TOO_MANY', { limit: limits.filledCells });
  }
}

/** The link of a sheet to its part, behind its state and its number. */
function linkOf(body: DataView): string {
  const length = body.byteLength >= 12 ? body.getUint32(8, true) : 0;
  if (length === 0 || length > 255 || 12 + length * 2 > body.byteLength)
    throw new Refusal('FILE_BOOK_DAMAGED', { format: XLSB });
  return Buffer.from(body.buffer, body.byteOffset + 12, length * 2).toString('utf16le');
}

export const XLSB = 'Excel Binary (xlsb)';
