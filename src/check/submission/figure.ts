import type { FactField } from '../../domain/fact.js';
import type { Cell } from '../../domain/table.js';
import { wholeRial } from '../../domain/text/money-unit.js';
import { squash } from '../../domain/text/normalise.js';
import type { Subject } from './code.js';
import { isMoney, saysPercent } from './columns.js';
import { type Fault, fault, readNumberCell } from './number-cell.js';
import { shown } from './place.js';

export type FigureReading = { state: 'blank' } | { state: 'value'; value: number } | { state: 'unit_unknown' } | Fault;

/**
 * Ordinary percent columns: 0..100. 0.59 may be 59% or 0.59%, and 1 may be 1% or 100%: without a sign we ask. A column
 * under the contract's own name (`physical_percent`) is filled by programs and states its scale; there it is only doubted.
 */
function readPercent(
  cell: Cell,
  over: 'SUB_PHYSICAL_OVER_100' | 'SUB_VERIFIED_OVER_100',
  scaleStated: boolean,
): FigureReading {
  const read = readNumberCell(cell, 'percent');
  if (read.state !== 'number') return read;
  const raw = shown(cell.text);
  if (read.value < 0) return fault('SUB_NEGATIVE', { raw });
  if (read.value > 100) return fault(over, { raw, value: read.value });
  if (!scaleStated && !read.percent && read.value > 0 && read.value <= 1) return fault('SUB_PERCENT_SCALE', { raw });
  return { state: 'value', value: read.value };
}

/** A quantity may carry the project's own unit behind it («۱۶ کیلومتر»), and no other. */
function withoutUnit(cell: Cell, unit: string | null): Cell {
  if (unit === null || cell.kind !== 'text') return cell;
  const match = /^(.*[\d۰-۹٠-٩])\s*(\D+)$/u.exec(cell.text.trim());
  return match && squash(match[2] ?? '') === squash(unit) ? { ...cell, text: match[1] ?? '' } : cell;
}

function readQuantity(cell: Cell, unit: string | null): FigureReading {
  const read = readNumberCell(withoutUnit(cell, unit), 'number');
  if (read.state !== 'number') return read;
  const raw = shown(cell.text);
  if (read.percent) return fault('SUB_PERCENT_SIGN', { raw });
  return read.value < 0 ? fault('SUB_NEGATIVE', { raw }) : { state: 'value', value: read.value };
}

/** An indicator in percent may pass 100 or fall below 0; one in any other unit takes no percent sign. */
function readIndicatorFigure(cell: Cell, unit: string | null, field: FactField): FigureReading {
  const inPercent = field === 'value' && saysPercent(unit);
  const read = readNumberCell(inPercent ? cell : withoutUnit(cell, unit), 'number');
  if (read.state !== 'number') return read;
  const raw = shown(cell.text);
  if (read.percent && !inPercent) return fault('SUB_PERCENT_SIGN', { raw });
  if (inPercent && !read.percent && read.value > 0 && read.value < 1) return fault('SUB_PERCENT_SCALE', { raw });
  return { state: 'value', value: read.value };
}

/** Money in whole rials. The cell's own unit wins over the column's; zero is zero in every unit. */
export function readMoney(cell: Cell, unitRial: number | null): FigureReading {
  const read = readNumberCell(cell, 'money');
  if (read.state !== 'number') return read;
  const raw = shown(cell.text);
  if (read.percent) return fault('SUB_PERCENT_SIGN', { raw });
  if (read.value < 0) return fault('SUB_NEGATIVE', { raw });
  const scale = read.unit !== null || read.value === 0 ? 1 : unitRial;
  if (scale === null) return { state: 'unit_unknown' };
  const rial = wholeRial(read.value, scale);
  if (rial === 'fraction') return fault('SUB_MONEY_NOT_WHOLE', { raw });
  return rial === 'too_large' ? fault('SUB_TOO_LARGE', { raw }) : { state: 'value', value: rial };
}

/**
 * One figure of a project or an indicator: physical as a ratio 0..1, `verified_percent` as 0..100, money in whole rials,
 * quantities and indicator values in the plan's own unit. Faults are findings at this very cell.
 */
export function readFigure(
  cell: Cell,
  field: FactField,
  subject: Subject,
  unitRial: number | null,
  header: string,
): FigureReading {
  if (subject.kind === 'indicator') return readIndicatorFigure(cell, subject.record.unit, field);
  if (isMoney(field)) return readMoney(cell, unitRial);
  const byQuantity = subject.record.progressMethod === 'quantity';
  const unit = subject.record.unit ?? '—';
  if (field === 'verified_percent') return readPercent(cell, 'SUB_VERIFIED_OVER_100', isContractName(header));
  if (field === 'quantity')
    return byQuantity
      ? readQuantity(cell, subject.record.unit)
      : fault('SUB_QUANTITY_FOR_PERCENT', { raw: shown(cell.text) });
  if (byQuantity) return fault('SUB_PERCENT_FOR_QUANTITY', { raw: shown(cell.text), unit });
  const read = readPercent(cell, 'SUB_PHYSICAL_OVER_100', isContractName(header));
  return read.state === 'value' ? { state: 'value', value: tidyRatio(read.value) } : read;
}

/** 59 → 0.59, with no dust of a percent format read as ×100 and back. */
const tidyRatio = (percent: number): number => Number((percent / 100).toPrecision(15));

/** The contract's own column names, as programs write them. */
export const isContractName = (header: string): boolean => /^\s*(physical|verified)_percent\s*$/i.test(header);
