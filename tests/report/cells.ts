import ExcelJs from 'exceljs';
import type { Sheet, Workbook } from '../../src/report/sheet.js';

export function sheetOf(workbook: Workbook, name: string): Sheet {
  const sheet = workbook.sheets.find((candidate) => candidate.name === name);
  if (!sheet) throw new Error(`no sheet ${name}`);
  return sheet;
}

/** A row as text, its empty cells left out: numbers with four decimals, formulas behind an equals sign when asked. */
export function rowText(sheet: Sheet, row: number, formulas = false): string {
  const cells = sheet.rows[row - 1]?.cells ?? [];
  return cells
    .flatMap((cell) => {
      if (!cell || cell.value === null) return [];
      const value = typeof cell.value === 'number' ? String(Math.round(cell.value * 10_000) / 10_000) : cell.value;
      return [formulas && cell.formula ? `=${cell.formula}` : value];
    })
    .join(' | ');
}

export function sheetTexts(sheet: Sheet): string[] {
  return sheet.rows.map((_, index) => rowText(sheet, index + 1)).filter((text) => text !== '');
}

export async function reread(file: Uint8Array): Promise<ExcelJs.Workbook> {
  const book = new ExcelJs.Workbook();
  await book.xlsx.load(file.slice().buffer);
  return book;
}

/** Results of every formula: sheet and address → what is stored. */
export function formulaResults(book: ExcelJs.Workbook): Map<string, string | number> {
  const results = new Map<string, string | number>();
  book.eachSheet((sheet) => {
    sheet.eachRow((row) => {
      row.eachCell((cell) => {
        if (cell.formula && (!cell.isMerged || cell.master === cell))
          results.set(`${sheet.name}!${cell.address}`, plain(cell.result));
      });
    });
  });
  return results;
}

function plain(result: unknown): string | number {
  return typeof result === 'number' ? result : typeof result === 'string' ? result : JSON.stringify(result ?? null);
}
