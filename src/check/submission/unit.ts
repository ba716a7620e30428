import type { Finding } from '../../domain/finding.js';
import type { Department } from '../../domain/plan.js';
import type { Row } from '../../domain/table.js';
import { findMoneyUnit, moneyUnitRial } from '../../domain/text/money-unit.js';
import { type Column, headerUnitRial, isMoney } from './columns.js';
import { type Evidence, weigh } from './evidence.js';
import { cellPlace, finding, placeName, shown } from './place.js';
import type { FormRows } from './rows.js';
import type { SubmissionContext, UnitSource } from './submission.js';

/** The unit of one column of money: how many rials, and the words that said so. */
export interface ColumnUnit {
  rial: number;
  words: string;
  from: UnitSource;
}

/** For each column number of money its unit; a column is absent when nothing says its unit. */
export type SheetUnits = ReadonlyMap<number, ColumnUnit>;

/** Below a table only a line that speaks of amounts is a note on units: «مبالغ به میلیون ریال است». */
const SPEAKS_OF_AMOUNTS = /مبالغ|مبلغ|ارقام|واحد|amounts?|figures|unit/iu;

function notes(rows: readonly Row[], inside: boolean, sheet: FormRows, file: string): Evidence<number>[] {
  return rows.flatMap((row) =>
    row.cells.flatMap((cell): Evidence<number>[] => {
      const raw = cell.text.trim();
      if (cell.kind !== 'text' || raw === '' || (inside && !SPEAKS_OF_AMOUNTS.test(raw))) return [];
      const value = moneyUnitRial(raw) ?? findMoneyUnit(raw)?.rial ?? null;
      return value === null ? [] : [{ value, place: cellPlace(file, sheet.form.table, cell), raw }];
    }),
  );
}

/** The table's own notes above and below it; only where it has none, those of the whole sheet. */
function notesOf(sheet: FormRows, file: string): Evidence<number>[] {
  const own = [...notes(sheet.form.above, false, sheet, file), ...notes(sheet.beside, true, sheet, file)];
  return own.length > 0 ? own : notes(sheet.form.sheetAbove, false, sheet, file);
}

function fallback(layout: string | null, department: Department, context: SubmissionContext): ColumnUnit | null {
  const said: [string | null, UnitSource][] = [
    [layout, 'layout'],
    [department.moneyUnit, 'department'],
    [context.defaultMoneyUnit, 'configuration'],
  ];
  for (const [words, from] of said) {
    const rial = words === null ? null : moneyUnitRial(words);
    if (words !== null && rial !== null) return { rial, words, from };
  }
  return null;
}

/**
 * Units of money of a sheet: the header's brackets, else the note of the table or the sheet, else the department's saved
 * layout or profile, else the configuration (a cell's own unit wins over all of them, where the cell is read). Header
 * brackets with words that are no unit of money give none: they must not fall through to a guess. Two notes that differ
 * give none either.
 */
export function sheetUnits(
  sheet: FormRows,
  department: Department,
  context: SubmissionContext,
  layout: string | null,
): { units: SheetUnits; findings: Finding[] } {
  const verdict = weigh(notesOf(sheet, context.fileName));
  const note: ColumnUnit | null =
    verdict.state === 'agreed' ? { rial: verdict.evidence.value, words: verdict.evidence.raw, from: 'note' } : null;
  const general = verdict.state === 'conflict' ? null : (note ?? fallback(layout, department, context));
  const units = new Map<number, ColumnUnit>();
  const money = sheet.form.columns.filter((column) => isMoney(column.fact));
  const unstated = money.filter((column) => column.unit === null);
  for (const column of money) {
    const own = headerUnitRial(column);
    if (own !== null && column.unit !== null)
      units.set(column.number, { rial: own, words: column.unit, from: 'header' });
    else if (column.unit === null && general) units.set(column.number, general);
  }
  if (verdict.state !== 'conflict' || unstated.length === 0) return { units, findings: [] };
  const conflict = finding('SUB_UNIT_CONFLICT', verdict.second.place, {
    first: shown(verdict.first.raw),
    firstPlace: placeName(verdict.first.place),
    second: shown(verdict.second.raw),
    secondPlace: placeName(verdict.second.place),
  });
  return { units, findings: [conflict] };
}

/** Money in a column of which nothing says the unit: the whole file waits, for a factor of ten or a million is no detail. */
export function unitUnknown(column: Column, sheet: FormRows, file: string): Finding {
  return finding('SUB_UNIT_UNKNOWN', cellPlace(file, sheet.form.table, column.cell, column.header), {
    header: shown(column.header),
    unit: column.unit ?? '—',
  });
}
