import type ExcelJs from 'exceljs';
import { drawingsOf } from './drawing.js';
import { addConditions } from './exceljs-conditions.js';
import { guard } from './exceljs-guard.js';
import { digitPrefix, StyleTable } from './exceljs-style.js';
import { mendPackage } from './mend.js';
import { pageBreaks } from './page-breaks.js';
import { pageText, sheetName, sheetNumber, sheetText } from './sanitise.js';
import { type Cell, refTo, type Sheet, type Workbook } from './sheet.js';
import { TAB_COLOURS } from './style.js';

/**
 * The file of a workbook. The same workbook gives the same bytes, whenever it is written.
 * The library is loaded at the first call only: it costs a third of a second that most commands do not need.
 */
export async function writeWorkbook(workbook: Workbook): Promise<Uint8Array> {
  const { default: library } = await import('exceljs');
  const book = new library.Workbook();
  const instant = new Date(workbook.instant);
  book.creator = 'Payesh';
  book.lastModifiedBy = 'Payesh';
  book.title = sheetText(workbook.title);
  book.created = instant;
  book.modified = instant;
  book.views = [{ x: 0, y: 0, width: 24_000, height: 14_000, firstSheet: 0, activeTab: 0, visibility: 'visible' }];
  const styles = new StyleTable(workbook);
  for (const sheet of workbook.sheets) await addSheet(book, sheet, workbook, styles);
  for (const { name, sheet, cell } of workbook.names) {
    book.definedNames.add(refTo(sheetName(sheet), cell.replace(/^([A-Z]+)(\d+)$/, '$$$1$$$2')), name);
  }
  // Stored, not deflated: the parts are mended and packed once more below, and packing twice costs twice.
  const stored = await book.xlsx.writeBuffer({ zip: { compression: 'STORE' } } as Partial<ExcelJs.XlsxWriteOptions>);
  const voice = {
    rightToLeft: workbook.language === 'fa',
    font: workbook.font,
    digits: digitPrefix(workbook),
  };
  return mendPackage(new Uint8Array(stored), workbook.sheets, drawingsOf(workbook, voice));
}

async function addSheet(
  book: ExcelJs.Workbook,
  sheet: Sheet,
  { language, font }: Workbook,
  styles: StyleTable,
): Promise<void> {
  const rightToLeft = language === 'fa';
  const { print } = sheet;
  const paper = book.addWorksheet(sheetName(sheet.name), {
    ...(sheet.hidden ? { state: 'hidden' as const } : {}),
    properties: {
      ...(sheet.tone === 'none' ? {} : { tabColor: { argb: TAB_COLOURS[sheet.tone] } }),
      outlineProperties: { summaryBelow: false, summaryRight: false },
    },
    views: [
      sheet.freeze
        ? {
            rightToLeft,
            showGridLines: false,
            state: 'frozen',
            ySplit: sheet.freeze.rows,
            xSplit: sheet.freeze.columns,
          }
        : { rightToLeft, showGridLines: false },
    ],
    pageSetup: {
      paperSize: 9,
      orientation: print.landscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: print.pagesHigh,
      horizontalCentered: true,
      margins: { left: 0.4, right: 0.4, top: 0.55, bottom: 0.55, header: 0.25, footer: 0.25 },
      ...(print.area ? { printArea: print.area.replaceAll(/(?=\d+)(?<![\d])/g, '$') } : {}),
      ...(print.titleRows ? { printTitlesRow: `${print.titleRows[0]}:${print.titleRows[1]}` } : {}),
    },
    headerFooter: { oddHeader: `&C&8${pageText(headerOf(sheet))}`, oddFooter: `&C&8${print.footer}` },
  });
  paper.columns = sheet.widths.map((width) => ({ width }));
  sheet.rows.forEach((row, index) => {
    const line = paper.getRow(index + 1);
    if (row.height !== undefined) line.height = row.height;
    if (row.outline) line.outlineLevel = Math.min(row.outline, 7);
    if (row.folded) line.hidden = true;
    row.cells.forEach((content, column) => {
      if (content) fillCell(line.getCell(column + 1), content, styles, rightToLeft);
    });
  });
  for (const row of pageBreaks(sheet, font)) paper.getRow(row).addPageBreak();
  for (const range of sheet.merges) paper.mergeCellsWithoutStyle(range);
  if (sheet.filter) paper.autoFilter = sheet.filter;
  addConditions(paper, sheet.conditions, rightToLeft);
  await guard(paper, sheet);
}

/** The sheet's own name stands behind the words: pages after the first have no title. */
function headerOf({ name, print: { header } }: Sheet): string {
  return header === '' ? '' : `${header} — ${name}`;
}

function fillCell(
  target: ExcelJs.Cell,
  { value, formula, style, note }: Cell,
  styles: StyleTable,
  rightToLeft: boolean,
): void {
  target.style = styles.of(style, typeof value === 'number' && Number.isInteger(value));
  const plain = typeof value === 'string' ? sheetText(value) : value === null ? null : sheetNumber(value);
  if (formula === undefined) target.value = rightToLeft && PROSE.has(style.name) ? marked(plain) : plain;
  else target.value = { formula, ...(plain === null ? {} : { result: plain }), date1904: false };
  if (note !== undefined)
    target.note = { texts: [{ text: noteText(note, rightToLeft) }], margins: { insetmode: 'auto' } };
}

/** A note runs from left to right in every program, whatever its sheet does: each line of a Persian one turns itself round. */
function noteText(note: string, rightToLeft: boolean): string {
  const text = sheetText(note);
  return rightToLeft ? text.replace(/[^\n]+/g, (line) => `\u202b${line}\u202c`) : text;
}

// Where a title or a sentence stands. A code, and a text in the lineage, stay exactly as they were typed.
const PROSE: ReadonlySet<string> = new Set([
  'title',
  'subtitle',
  'cardWord',
  'cardNote',
  'sentence',
  'legend',
  'word',
  'wrapped',
]);

/** Where the font must be replaced, some programs draw letters beside Persian digits twice unless a mark ends the text. */
function marked(text: string | number | null): string | number | null {
  return typeof text === 'string' && /[۰-۹]/.test(text) && /[\p{L}\p{N}٪]$/u.test(text) ? `${text}\u200f` : text;
}
