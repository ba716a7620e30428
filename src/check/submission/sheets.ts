import type { Finding } from '../../domain/finding.js';
import type { Table } from '../../domain/table.js';
import { headless, otherYears, repeatedColumns, unknownColumns } from './column-faults.js';
import type { Column, Form } from './columns.js';
import { findHeader, type HeaderReading } from './header.js';
import { cellPlace, finding, sheetPlace, shown } from './place.js';
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
  list(columns.flatMap(({ header, suggestion }) => (suggestion ? [`${shown(header)} ← ${suggestion}`] : [])));

function leftAside(sheet: FormRows, file: string): Finding[] {
  const { table } = sheet.form;
  const totals = sheet.totals.map(({ row, label }) =>
    finding('SUB_TOTAL_ROW', sheetPlace(file, table, row.number), { label: shown(label) }),
  );
  const [firstHidden] = sheet.hiddenRows;
  const params = { count: sheet.hiddenRows.length, rows: list(sheet.hiddenRows.map(String)) };
  const rows =
    firstHidden === undefined ? [] : [finding('SUB_HIDDEN_ROWS', sheetPlace(file, table, firstHidden), params)];
  const hidden = new Set(table.hiddenColumns);
  const header = table.rows.find((row) => row.number === sheet.form.headerRow);
  const columns = (header?.cells ?? [])
    .filter((cell) => hidden.has(cell.column) && cell.text.trim() !== '')
    .map((cell) =>
      finding('SUB_HIDDEN_COLUMN', cellPlace(file, table, cell, cell.text.trim()), { header: shown(cell.text) }),
    );
  return [...columns, ...rows, ...totals];
}

/** A visible sheet with what its header turned out to be. */
export interface FoundSheet {
  table: Table;
  header: HeaderReading;
}

/** Looks for a header on every visible sheet. */
export function findSheets(tables: readonly Table[]): FoundSheet[] {
  return tables.filter((table) => !table.hidden).map((table) => ({ table, header: findHeader(table) }));
}

function readForm(found: Form, file: string, year: number | null): SheetsReading {
  const ofYear = otherYears(found, file, year);
  const { form, findings, refused } = repeatedColumns(ofYear.form, file);
  const told = [...ofYear.findings, ...findings];
  const unread = new Set(told.map(({ place }) => place.cell));
  const unknown = unknownColumns(form, file).filter(({ place }) => !unread.has(place.cell));
  const sheet = readRows(form);
  const aside = [...headless(sheet, file), ...leftAside(sheet, file)];
  return { sheets: [sheet], findings: [...told, ...unknown, ...aside], refused };
}

function stranger({ table, header }: FoundSheet, file: string, alone: boolean): Finding[] {
  if (header.state === 'form') return [];
  const place = sheetPlace(file, table, header.headerRow ?? undefined);
  const params = {
    sheet: table.sheet ?? file,
    columns: headers(header.columns),
    suggestions: nearestKnown(header.columns),
  };
  if (header.state === 'no_code') return [finding('SUB_CODE_COLUMN_MISSING', place, params)];
  return alone ? [] : [finding('SUB_SHEET_IGNORED', sheetPlace(file, table), params)];
}

/**
 * Reads every form that was found. `year` = the fiscal year of the report, null while nobody knows it yet. Hidden sheets
 * and sheets without a known table are named and not read; a file without any form is refused with the columns it has.
 */
export function readSheets(
  tables: readonly Table[],
  found: readonly FoundSheet[],
  file: string,
  year: number | null,
): SheetsReading {
  const hidden = tables
    .filter((table) => table.hidden)
    .map((table) => finding('SUB_HIDDEN_SHEET', sheetPlace(file, table), { sheet: table.sheet ?? file }));
  const forms = found.map((one) =>
    one.header.state === 'form'
      ? readForm(one.header.form, file, year)
      : { sheets: [], findings: stranger(one, file, tables.length === 1), refused: false },
  );
  const result: SheetsReading = {
    sheets: forms.flatMap((form) => form.sheets),
    findings: [...hidden, ...forms.flatMap((form) => form.findings)],
    refused: forms.some((form) => form.refused),
  };
  if (result.sheets.length > 0) return result;
  const columns = found.flatMap(({ header }) => (header.state === 'form' ? [] : header.columns));
  const params = { columns: headers(columns), suggestions: nearestKnown(columns) };
  const codeless = found.some(({ header }) => header.state === 'no_code');
  const none = codeless ? [] : [finding('SUB_NO_TABLE', { file }, params)];
  return { ...result, refused: true, findings: [...result.findings, ...none] };
}
