import * as oldBooks from '@e965/xlsx';
import ExcelJS from 'exceljs';
import { madeRows, type Value } from './rows.js';

/** A text table in UTF-8 whose fields are quoted only where they must be. */
export function csvFile(rows: readonly Value[][]): Uint8Array {
  const field = (value: Value) => (/[",\n]/.test(String(value)) ? `"${String(value).replaceAll('"', '""')}"` : value);
  return new Uint8Array(Buffer.from(rows.map((row) => `${row.map(field).join(',')}\r\n`).join('')));
}

/** A workbook of one sheet; percent formats stand on the two columns of progress. */
export async function xlsxFile(
  rows: readonly Value[][],
  compression: 'DEFLATE' | 'STORE' = 'DEFLATE',
): Promise<Uint8Array> {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('گزارش', { views: [{ rightToLeft: true }] });
  sheet.addRows(rows.map((row) => [...row]));
  for (const column of [8, 9]) sheet.getColumn(column).numFmt = '0.0%';
  return new Uint8Array(
    await book.xlsx.writeBuffer({ useStyles: true, useSharedStrings: true, zip: { compression } } as object),
  );
}

/** One format under fire: valid files of it, and whether it carries checksums that make silence a fault of ours. */
export interface Target {
  format: string;
  sealed: boolean;
  files: Uint8Array[];
  mutations: number;
}

const SEALED_MUTATIONS = 800;
const OPEN_MUTATIONS = 300;

/** Small valid files of each format; packed ones both compressed and stored, since damage looks different in them. */
export async function targets(): Promise<Target[]> {
  const rows = madeRows(25, 7);
  const book = oldBooks.utils.book_new();
  oldBooks.utils.book_append_sheet(book, oldBooks.utils.aoa_to_sheet(rows), 'گزارش');
  const written = (bookType: oldBooks.BookType, compression = false) =>
    new Uint8Array(oldBooks.write(book, { type: 'buffer', bookType, compression }));
  const sealed = { sealed: true, mutations: SEALED_MUTATIONS };
  const open = { sealed: false, mutations: OPEN_MUTATIONS };
  return [
    { format: 'xlsx', ...sealed, files: [await xlsxFile(rows), await xlsxFile(rows, 'STORE')] },
    { format: 'ods', ...sealed, files: [written('ods', true), written('ods')] },
    { format: 'xlsb', ...sealed, files: [written('xlsb', true), written('xlsb')] },
    { format: 'xls', ...open, files: [written('biff8')] },
    { format: 'xml', ...open, files: [written('xlml')] },
    { format: 'csv', ...open, files: [csvFile(rows)] },
  ];
}
