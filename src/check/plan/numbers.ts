import type { FindingCode } from '../../domain/finding.js';
import type { Cell } from '../../domain/table.js';
import { wholeRial } from '../../domain/text/money-unit.js';
import { parseNumber } from '../../domain/text/number.js';
import { calendarOfYear } from '../../domain/text/years.js';
import { BLANK, type CellContext, Fault, type Reading, shown } from './cell.js';

/** Digits that can be read in one way only; sixty thousand schedule rows make this short cut worth its lines. */
const PLAIN = /^\d{1,15}(\.\d{1,2})?$/;

type Figure = { value: number; inRial: boolean };

function figure(cell: Cell, kind: 'percent' | 'money' | 'number'): Figure | Fault | typeof BLANK {
  if (cell.kind === 'error') return new Fault('PLAN_ERROR_CELL', { value: shown(cell) });
  if (cell.kind === 'date') return new Fault('PLAN_DATE_IN_NUMBER', { value: shown(cell) });
  if (cell.kind === 'number' && cell.number !== null) {
    return { value: cell.percentFormat ? hundredfold(cell.number) : cell.number, inRial: false };
  }
  if (PLAIN.test(cell.text)) return { value: Number(cell.text), inRial: false };
  const read = parseNumber(cell.text, kind);
  if (read.status === 'empty') return BLANK;
  if (read.value !== null && Number.isFinite(read.value) && (read.status === 'ok' || read.value < 0)) {
    return { value: read.value, inRial: read.unit !== null };
  }
  return new Fault(faultOf(read.status, read.flags), { value: shown(cell) });
}

function faultOf(status: string, flags: readonly string[]): FindingCode {
  if (status === 'ambiguous') return 'PLAN_AMBIGUOUS_NUMBER';
  if (flags.includes('date_in_number')) return 'PLAN_DATE_IN_NUMBER';
  if (flags.includes('not_whole_rial')) return 'PLAN_MONEY_NOT_WHOLE';
  return flags.includes('too_large') ? 'PLAN_NUMBER_TOO_LARGE' : 'PLAN_NOT_A_NUMBER';
}

/** A percent without the dust of binary fractions: 0.07 is 7, not 7.000000000000001. */
function hundredfold(ratio: number): number {
  return Number((ratio * 100).toPrecision(15));
}

/** Any number. */
export function readNumber(cell: Cell): Reading<number> {
  const read = figure(cell, 'number');
  return typeof read === 'symbol' || read instanceof Fault ? read : read.value;
}

/** A number that cannot be negative: weights, quantities, months of lag. */
export function readPositive(cell: Cell): Reading<number> {
  const read = readNumber(cell);
  return typeof read === 'number' && read < 0 ? new Fault('PLAN_NEGATIVE', { value: shown(cell) }) : read;
}

/** A percentage as 0..100, with or without its sign. */
export function readPercent(cell: Cell): Reading<number> {
  const read = figure(cell, 'percent');
  if (typeof read === 'symbol' || read instanceof Fault) return read;
  return read.value < 0 || read.value > 100 ? new Fault('PLAN_PERCENT_RANGE', { value: shown(cell) }) : read.value;
}

/** Whole rials. The cell's own unit wins over the column's. */
export function readRial(cell: Cell, { unitRial }: CellContext): Reading<number> {
  const read = figure(cell, 'money');
  if (typeof read === 'symbol' || read instanceof Fault) return read;
  const rial = read.inRial ? read.value : wholeRial(read.value, unitRial);
  if (rial === 'fraction') return new Fault('PLAN_MONEY_NOT_WHOLE', { value: shown(cell) });
  if (rial === 'too_large') return new Fault('PLAN_NUMBER_TOO_LARGE', { value: shown(cell) });
  return rial < 0 ? new Fault('PLAN_NEGATIVE', { value: shown(cell) }) : rial;
}

/** A count of months. */
export function readWhole(cell: Cell): Reading<number> {
  const read = readPositive(cell);
  return typeof read === 'number' && !Number.isInteger(read)
    ? new Fault('PLAN_NOT_WHOLE', { value: shown(cell) })
    : read;
}

/** A fiscal year in four digits; «سال ۱۳۹۹» and 1399 alike. */
export function readYear(cell: Cell, { calendar }: CellContext): Reading<number> {
  const read = readNumber({ ...cell, text: cell.text.replace(/^\s*سال\s*/, '') });
  if (typeof read !== 'number') return typeof read === 'symbol' ? read : yearFault(cell);
  return Number.isInteger(read) && calendarOfYear(read) === calendar.kind ? read : yearFault(cell);
}

function yearFault(cell: Cell): Fault {
  return new Fault('PLAN_NOT_A_YEAR', { value: shown(cell) });
}

/** A number that reads back the same: exponents, which nobody writes in a plan, are spelled out as text. */
export function writeNumber(value: number | null): number | string | null {
  const [digits = '', exponent] = String(value).split('e-');
  if (value === null || exponent === undefined) return value;
  const sign = value < 0 ? '-' : '';
  return `${sign}0.${'0'.repeat(Number(exponent) - 1)}${digits.replace(/[-.]/g, '')}`;
}
