import { readFileSync } from 'node:fs';
import ExcelJs from 'exceljs';

/** A town of two departments with every way of reporting progress, and an indicator. */
export const PLAN = {
  plans: `plan,title,first_year,last_year
    P1,برنامه آزمایشی,1398,1399`,
  nodes: `plan,code,parent,level,title
    P1,T1,,scheme,طرح یکم`,
  departments: `code,title,money_unit
    D1,واحد یکم,million_rial
    D2,واحد دوم,`,
  projects: `code,title,node,department,year,approved_rial,unit,quantity,progress_method,progress_basis,opening_percent,target_percent
    A1,پروژه الف,T1,D1,1399,900000000,,,,,,
    A2,پروژه ب,T1,D1,1399,2000000000,کیلومتر,12,quantity,,,
    A3,پروژه پ,T1,D1,1399,500000000,,,,life,10,60
    B1,پروژه ت,T1,D2,1399,3000000000,,,,,,`,
  indicators: `code,title,department,unit,node
    K1,شاخص یکم,D1,نفر,T1`,
  targets: `indicator,period_or_year,target
    K1,1399,40`,
};

type Edit = (book: ExcelJs.Workbook) => void;

/** The workbook at a path after somebody has typed into it. */
export async function filled(path: string, edit: Edit): Promise<Uint8Array> {
  const book = await openBook(path);
  edit(book);
  return new Uint8Array(await book.xlsx.writeBuffer());
}

/** Types a value at a code and a header; throws where the form has no such cell. */
export function type(
  book: ExcelJs.Workbook,
  sheet: string,
  code: string,
  header: string,
  value: string | number,
): void {
  cellAt(book, sheet, code, header).value = value;
}

export function cellAt(book: ExcelJs.Workbook, sheet: string, code: string, header: string): ExcelJs.Cell {
  const paper = book.getWorksheet(sheet);
  if (!paper) throw new Error(`no sheet ${sheet}`);
  for (let column = 1; column <= paper.columnCount; column += 1) {
    if (!String(paper.getCell(6, column).value ?? '').startsWith(header)) continue;
    for (let row = 7; row <= paper.rowCount; row += 1) {
      if (paper.getCell(row, 1).value === code) return paper.getCell(row, column);
    }
  }
  throw new Error(`no cell ${code} ${header}`);
}

export async function openBook(path: string): Promise<ExcelJs.Workbook> {
  const book = new ExcelJs.Workbook();
  await book.xlsx.load(readFileSync(path) as never);
  return book;
}
