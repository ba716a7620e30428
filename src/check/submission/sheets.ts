import type { Calendar, Period } from '../../domain/calendar.js';
import type { Finding } from '../../domain/finding.js';
import type { Table } from '../../domain/table.js';
import { isPersian } from '../dictionary/lookup.js';
import { flows, headless, otherTimes, repeatedColumns, sharedHeaders, unknownColumns } from './column-faults.js';
import { type Column, type Form, isText } from './columns.js';
import { type Found, findForms, type Knowledge } from './forms.js';
import { cellPlace, finding, sheetPlace, shown } from './place.js';
import type { Cells } from './placed.js';
import { type FormRows, readRows } from './rows.js';

/** The forms of a file, and what was left aside with the reason. */
export interface SheetsReading {
  sheets: FormRows[];
  findings: Finding[];
  /** The file cannot be trusted as a whole. */
  refused: boolean;
}

const SHOWN_COLUMNS = 12;

const list = (texts: readonly string[]): string => (texts.length > 0 ? texts.slice(0, SHOWN_COLUMNS).join(' · ') : '—');

const headers = (columns: readonly Column[]): string => list(columns.map((column) => shown(column.header)));

/** For columns that we do not know, the ones that they resemble. */
const nearestKnown = (columns: readonly Column[]): string =>
  list(
    columns.flatMap(({ header, suggestion }) =>
      suggestion ? [`${shown(header)} ${isPersian(header) ? '←' : '→'} ${suggestion}`] : [],
    ),
  );

/** Remarks of a line that is not counted: they are told with it, since nothing keeps them. */
export const remarksOf = (cells: Cells): string =>
  [...cells.values()]
    .flatMap(({ cell, column }) => (isText(column.fact) || column.field === 'answer' ? [shown(cell.text)] : []))
    .join('; ') || '—';

function leftAside(sheet: FormRows, file: string): Finding[] {
  const { table, headerRows } = sheet.form;
  const totals = sheet.totals.map(({ row, label, cells }) =>
    finding('SUB_TOTAL_ROW', sheetPlace(file, table, row.number), { label: shown(label), words: remarksOf(cells) }),
  );
  const [firstHidden] = sheet.hiddenRows;
  const params = { count: sheet.hiddenRows.length, rows: list(sheet.hiddenRows.map(String)) };
  const rows =
    firstHidden === undefined ? [] : [finding('SUB_HIDDEN_ROWS', sheetPlace(file, table, firstHidden), params)];
  const hidden = new Set(table.hiddenColumns);
  const columns = headerRows
    .flatMap((row) => row.cells)
    .filter((cell) => hidden.has(cell.column) && cell.text.trim() !== '')
    .filter((cell, index, all) => all.findIndex((other) => other.column === cell.column) === index)
    .map((cell) =>
      finding('SUB_HIDDEN_COLUMN', cellPlace(file, table, cell, cell.text.trim()), { header: shown(cell.text) }),
    );
  const [below] = sheet.afterFooter;
  const footer = below
    ? [finding('SUB_AFTER_FOOTER', sheetPlace(file, table, below.number), { count: sheet.afterFooter.length })]
    : [];
  return [...columns, ...rows, ...totals, ...footer];
}

/** Looks for tables on every visible sheet. */
export function findSheets(tables: readonly Table[], knowledge: Knowledge): Found[] {
  return tables.filter((table) => !table.hidden).flatMap((table) => findForms(table, knowledge));
}

function readForm(found: Form, file: string, period: Period | null, calendar: Calendar): SheetsReading {
  const ofTime = otherTimes(found, file, period, calendar);
  const shared = sharedHeaders(ofTime.form, file);
  const { form, findings, refused } = repeatedColumns(shared.form, file);
  const told = [...ofTime.findings, ...shared.findings, ...findings];
  const unread = new Set(told.map(({ place }) => place.cell));
  const unknown = unknownColumns(form, file).filter(({ place }) => !unread.has(place.cell));
  const sheet = readRows(form);
  const aside = [...headless(sheet, file), ...leftAside(sheet, file)];
  return { sheets: [sheet], findings: [...told, ...flows(form, file).findings, ...unknown, ...aside], refused };
}

function stranger(found: Found, file: string, alone: boolean): Finding[] {
  if (found.state === 'form') return [];
  const { table, headerRow, columns } = found;
  const place = sheetPlace(file, table, headerRow ?? undefined);
  const params = { sheet: table.sheet ?? file, columns: headers(columns), suggestions: nearestKnown(columns) };
  if (found.state === 'no_code') return [finding('SUB_CODE_COLUMN_MISSING', place, params)];
  return alone ? [] : [finding('SUB_SHEET_IGNORED', sheetPlace(file, table), params)];
}

/**
 * Reads every form that was found. `period` = the month of the report, null while nobody knows it yet. Hidden sheets
 * and sheets without a known table are named and not read; a file without any form is refused with the columns it has.
 */
export function readSheets(
  tables: readonly Table[],
  found: readonly Found[],
  file: string,
  period: Period | null,
  calendar: Calendar,
): SheetsReading {
  const hidden = tables
    .filter((table) => table.hidden)
    .map((table) => finding('SUB_HIDDEN_SHEET', sheetPlace(file, table), { sheet: table.sheet ?? file }));
  const forms = found.map((one) =>
    one.state === 'form'
      ? readForm(one.form, file, period, calendar)
      : { sheets: [], findings: stranger(one, file, tables.length === 1), refused: false },
  );
  const result: SheetsReading = {
    sheets: forms.flatMap((form) => form.sheets),
    findings: [...hidden, ...forms.flatMap((form) => form.findings)],
    refused: forms.some((form) => form.refused),
  };
  if (result.sheets.length > 0) return result;
  const columns = found.flatMap((one) => (one.state === 'form' ? [] : one.columns));
  const params = { columns: headers(columns), suggestions: nearestKnown(columns) };
  const codeless = found.some(({ state }) => state === 'no_code');
  const none = codeless ? [] : [finding('SUB_NO_TABLE', { file }, params)];
  return { ...result, refused: true, findings: [...result.findings, ...none] };
}
