import type { Finding, FindingCode } from '../../domain/finding.js';
import { type Cell, isErrorCell } from '../../domain/table.js';
import { parseNumber } from '../../domain/text/number.js';
import { shown } from './place.js';

export interface Fault {
  state: 'fault';
  code: FindingCode;
  params: Finding['params'];
}

/** A number as the cell states it, before its meaning is known. Blank cells never come here. */
export type NumberReading =
  | { state: 'blank' }
  | {
      state: 'number';
      value: number;
      /** The cell itself says percent: a typed sign, or a percent format (the value is then already ×100). */
      percent: boolean;
      /** Money with its unit in the cell: the value is already in rials. */
      unit: string | null;
    }
  | Fault;

export const fault = (code: FindingCode, params: Finding['params'] = {}): Fault => ({ state: 'fault', code, params });

/** 0.07 × 100 is 7.000000000000001 in binary: fifteen digits are what a spreadsheet itself keeps. */
export const tidy = (value: number): number => Number(value.toPrecision(15));

function readTyped(cell: Cell, kind: 'percent' | 'money' | 'number'): NumberReading {
  const raw = shown(cell.text);
  const { status, value, flags, unit } = parseNumber(cell.text, kind);
  if (status === 'empty') return { state: 'blank' };
  if (status === 'ambiguous') return fault('SUB_AMBIGUOUS_NUMBER', { raw });
  if (flags.includes('date_in_number')) return fault('SUB_DATE_IN_NUMBER', { raw });
  if (flags.includes('percent_in_money')) return fault('SUB_PERCENT_SIGN', { raw });
  if (flags.includes('not_whole_rial')) return fault('SUB_MONEY_NOT_WHOLE', { raw });
  if (flags.includes('too_large')) return fault('SUB_TOO_LARGE', { raw });
  if (flags.includes('pct_negative')) return fault('SUB_NEGATIVE', { raw });
  if (status !== 'ok' || value === null) return fault('SUB_NOT_A_NUMBER', { raw });
  return { state: 'number', value, percent: flags.includes('pct_sign'), unit };
}

/** Reads a cell as a number. A cell that the spreadsheet turned into a date is refused: 12/5 and 12/05 are one date. */
export function readNumberCell(cell: Cell, kind: 'percent' | 'money' | 'number'): NumberReading {
  const raw = shown(cell.text);
  if (isErrorCell(cell)) return fault('SUB_CELL_ERROR', { raw });
  if (cell.kind === 'date') return fault('SUB_DATE_IN_NUMBER', { raw });
  if (cell.kind === 'boolean') return fault('SUB_NOT_A_NUMBER', { raw });
  if (cell.kind === 'text') return readTyped(cell, kind);
  if (cell.number === null || !Number.isFinite(cell.number)) return fault('SUB_NOT_A_NUMBER', { raw });
  const value = cell.percentFormat ? tidy(cell.number * 100) : cell.number;
  return { state: 'number', value, percent: cell.percentFormat, unit: null };
}
