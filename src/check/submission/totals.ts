import type { FactField } from '../../domain/fact.js';
import type { Finding } from '../../domain/finding.js';
import { foldWords } from '../../domain/text/normalise.js';
import { CODE_COLUMN, isMoney } from './columns.js';
import { readMoney } from './figure.js';
import { cellPlace, finding, shown } from './place.js';
import type { DataRow, FormRows, Placed, TotalRow } from './rows.js';
import type { SheetUnits } from './unit.js';

/** Carried sums and averages are no sums of the lines above. */
const NO_SUM = /میانگین|average|نقل|forward|(?<!\p{L})مانده/u;
const WHOLE = /کل|مجموع|سرجمع|total|grand/u;
const PART = /صفحه|جز(?:ء|ی|ئی)?(?!\p{L})|منطقه|طرح|ماموریت|مأموریت|فصل|sub/u;

/** Rials of one cell of money; null = it is blank, unread or without a unit, so that no sum over it can be checked. */
function rialOf(placed: Placed | undefined, units: SheetUnits): number | null | undefined {
  if (!placed) return undefined;
  const read = readMoney(placed.cell, units.get(placed.column.number)?.rial ?? null);
  if (read.state === 'blank') return undefined;
  return read.state === 'value' ? read.value : null;
}

/** The sum of a column over some lines; null = a line cannot be read. Sums may pass 2^53, so they are whole BigInts. */
function sum(rows: readonly DataRow[], field: FactField, units: SheetUnits): bigint | null {
  let total = 0n;
  for (const { cells } of rows) {
    const rial = rialOf(cells.get(field), units);
    if (rial === null) return null;
    total += BigInt(rial ?? 0);
  }
  return total;
}

const near = (a: bigint, b: bigint, tolerance: number): boolean => {
  const apart = a > b ? a - b : b - a;
  return apart <= BigInt(Math.ceil(tolerance));
};

/** The lines over which a total may have been made, by its own words; hidden lines may be in it or not. */
function spans(total: TotalRow, sheet: FormRows): DataRow[][] {
  const words = foldWords(total.label);
  const all = sheet.rows.slice(0, total.rowsBefore);
  const part = sheet.rows.slice(total.groupFrom, total.rowsBefore);
  const chosen = PART.test(words) ? [part] : WHOLE.test(words) ? [all, part] : [part, all];
  const hidden = sheet.hidden.filter(({ row }) => row.number < total.row.number);
  return hidden.length === 0 ? chosen : chosen.flatMap((rows) => [rows, [...rows, ...hidden]]);
}

/** People round the lines and the total apart: half a unit for each line, and at least one unit. */
const toleranceOf = (count: number, unitRial: number): number => Math.max(1, count / 2) * (unitRial > 1 ? unitRial : 1);

/**
 * Compares the totals that people write with the lines above them, for columns of money. A total is never data; where it
 * differs from every reasonable span of lines, both sums are told at its cell.
 */
export function reconcile(sheet: FormRows, units: SheetUnits, file: string): Finding[] {
  return sheet.totals.flatMap((total) => {
    if (NO_SUM.test(foldWords(total.label))) return [];
    return [...total.cells.values()].flatMap((placed): Finding[] => {
      const { fact } = placed.column;
      if (fact === null || !isMoney(fact)) return [];
      const stated = rialOf(placed, units);
      if (stated === null || stated === undefined) return [];
      const candidates = spans(total, sheet);
      const sums = candidates.map((rows) => ({ value: sum(rows, fact, units), count: rows.length }));
      const [first] = sums;
      if (!first || sums.some(({ value }) => value === null) || first.count === 0) return [];
      const unit = units.get(placed.column.number)?.rial ?? 1;
      if (sums.some(({ value, count }) => value !== null && near(value, BigInt(stated), toleranceOf(count, unit))))
        return [];
      const params = {
        label: shown(total.label),
        header: shown(placed.column.header),
        stated,
        sum: Number(first.value ?? 0n),
        rows: first.count,
      };
      return [
        finding('SUB_TOTAL_DIFFERS', cellPlace(file, sheet.form.table, placed.cell, placed.column.header), params),
      ];
    });
  });
}

/**
 * A last line without code and name whose amounts are the sums of the lines above is a total that nobody named. Over fewer than
 * two amounts nothing is summed up: the same amount once more is a line that lost its code.
 */
export function isUnnamedTotal(row: DataRow, before: readonly DataRow[], units: SheetUnits): boolean {
  if (row.cells.has(CODE_COLUMN[row.form.kind]) || row.cells.has('title') || before.length < 2) return false;
  const money = [...row.cells.values()].filter(({ column }) => isMoney(column.fact));
  if (money.length === 0) return false;
  return money.every((placed) => {
    const { fact } = placed.column;
    if (fact === null) return false;
    const stated = rialOf(placed, units);
    const stating = before.filter(({ cells }) => (rialOf(cells.get(fact), units) ?? 0) > 0);
    if (stating.length < 2) return false;
    const made = sum(before, fact, units);
    const tolerance = toleranceOf(stating.length, units.get(placed.column.number)?.rial ?? 1);
    return made !== null && typeof stated === 'number' && stated > 0 && near(made, BigInt(stated), tolerance);
  });
}
