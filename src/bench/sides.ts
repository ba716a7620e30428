import { parse } from 'csv-parse/sync';
import ExcelJS from 'exceljs';
import type { Table } from '../domain/table.js';
import { readTables } from '../read/read.js';
import { openFence } from './child-fence.js';

/** Who reads: our reader behind its fence, our reader in the same process, or the bare library, the peer. */
export const SIDES = ['fence', 'reader', 'bare'] as const;
export type SideName = (typeof SIDES)[number];

/** What was found in one file: both sides must find the same, or their times say nothing. */
export interface Found {
  rows: number;
  cells: number;
  /** Most memory of a child of the fence; null = the reading process is the measured one itself. */
  childMegabytes: number | null;
}

export interface Side {
  read(bytes: Uint8Array): Promise<Found>;
  close(): void;
}

/** A side for files of one format. All of them read every cell. */
export function openSide(name: SideName, format: 'csv' | 'xlsx'): Side {
  if (name === 'bare') return { read: format === 'csv' ? bareCsv : bareXlsx, close: () => undefined };
  if (name === 'reader')
    return { read: async (bytes) => foundIn((await readTables(bytes, 'bench')).tables, null), close: () => undefined };
  // One file at a time, as the peer reads.
  const fence = openFence(1);
  return {
    read: async (bytes) => {
      const { result, peakMegabytes } = await fence.read(bytes, 'bench');
      return foundIn(result.tables, peakMegabytes);
    },
    close: () => fence.close(),
  };
}

function foundIn(tables: readonly Table[], childMegabytes: number | null): Found {
  const rows = tables.flatMap((table) => table.rows);
  return { rows: rows.length, cells: rows.reduce((sum, { cells }) => sum + cells.length, 0), childMegabytes };
}

async function bareCsv(bytes: Uint8Array): Promise<Found> {
  const records: string[][] = parse(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  const cells = records.reduce((sum, fields) => sum + fields.filter((field) => field !== '').length, 0);
  return { rows: records.length, cells, childMegabytes: null };
}

async function bareXlsx(bytes: Uint8Array): Promise<Found> {
  const book = new ExcelJS.Workbook();
  await book.xlsx.load(Uint8Array.from(bytes).buffer);
  const found: Found = { rows: 0, cells: 0, childMegabytes: null };
  book.eachSheet((sheet) =>
    sheet.eachRow((row) => {
      found.rows += 1;
      row.eachCell(() => {
        found.cells += 1;
      });
    }),
  );
  return found;
}
