import ExcelJS from 'exceljs';
import { unzipSync, zipSync } from 'fflate';
import type { FormCell } from './form.js';
import type { Grid } from './grid.js';

/** A moment that every workbook bears, so that the same sample has the same bytes. */
const MADE = new Date(Date.UTC(2020, 0, 1));
/** Without a zone: the zip format keeps local time, which this text names the same everywhere. */
const ZIP_TIME = '2020-01-01T00:00:00';

/** An xlsx file of a department's sheets, right to left, byte for byte the same each time. */
export async function workbookFile(sheets: readonly Grid[]): Promise<Uint8Array> {
  const workbook = new ExcelJS.Workbook();
  workbook.creator = 'sample';
  workbook.lastModifiedBy = 'sample';
  workbook.created = MADE;
  workbook.modified = MADE;
  for (const sheet of sheets) addSheet(workbook, sheet);
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer());
  const entries = Object.entries(unzipSync(bytes)).sort(([a], [b]) => (a < b ? -1 : 1));
  // The content types come first, as offices' programs write them.
  entries.sort(([a], [b]) => Number(b === '[Content_Types].xml') - Number(a === '[Content_Types].xml'));
  return zipSync(Object.fromEntries(entries), { level: 9, mtime: ZIP_TIME });
}

function addSheet(workbook: ExcelJS.Workbook, sheet: Grid): void {
  const worksheet = workbook.addWorksheet(sheet.name, { views: [{ rightToLeft: true }] });
  sheet.lines.forEach((line, index) => {
    const row = worksheet.getRow(index + 1);
    line.forEach((cell, column) => {
      if (cell !== null && cell !== '') write(row.getCell(column + 1), cell);
    });
    row.commit();
  });
  for (const line of sheet.boldLines) worksheet.getRow(line).font = { bold: true };
  for (const [top, left, bottom, right] of sheet.merges) worksheet.mergeCells(top, left, bottom, right);
  sheet.columns.forEach(({ key, hidden }, index) => {
    const column = worksheet.getColumn(index + 1);
    column.width = WIDTHS[key] ?? 18;
    if (hidden) column.hidden = true;
  });
  for (const line of sheet.hiddenLines) worksheet.getRow(line).hidden = true;
}

const WIDTHS: Readonly<Record<string, number>> = {
  row_no: 7,
  project: 17,
  scheme: 40,
  title: 46,
  indicator: 12,
  indicator_title: 40,
};

function write(cell: ExcelJS.Cell, content: Exclude<FormCell, null>): void {
  if (typeof content !== 'object') {
    cell.value = content;
    return;
  }
  cell.value = content.number;
  cell.numFmt = content.kind === 'percent' ? '0.0%' : 'yyyy/mm/dd';
}
