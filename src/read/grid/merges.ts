import { firstAtOrAfter, type Row, type Table } from '../../domain/table.js';
import type { FindingList } from '../finding-list.js';
import type { ReadLimits } from '../limits.js';
import { Refusal } from '../refusal.js';
import { cellPosition } from './address.js';

export type Merge = Table['merges'][number];

/** Sound merged areas are disjoint, so they visit a row rarely; areas that overlap in masses are an attack. */
const MAX_VISITS = 5_000_000;

/** `A1:C2` → [1, 1, 2, 3]; null = not an area. */
export function parseMerge(ref: string): Merge | null {
  const [first = '', last = first] = ref.split(':');
  const from = cellPosition(first);
  const to = cellPosition(last);
  if (!from || !to || to.row < from.row || to.column < from.column) return null;
  return [from.row, from.column, to.row, to.column];
}

/**
 * Clips merged areas to what the sheet holds (a merge of a million rows must not cost a million steps later), and takes
 * away values hidden under them: only the first cell of an area counts.
 */
export function applyMerges(
  rows: Row[],
  merges: Merge[],
  sheet: string | null,
  limits: ReadLimits,
  findings: FindingList,
): Merge[] {
  if (merges.length > limits.merges) throw new Refusal('FILE_MERGES_TOO_MANY', {}, { sheet });
  const lastRow = rows.at(-1)?.number ?? 0;
  const lastColumn = rows.reduce((widest, row) => Math.max(widest, row.cells.at(-1)?.column ?? 0), 0);
  const clipped = merges
    .map(([top, left, bottom, right]): Merge => [top, left, Math.min(bottom, lastRow), Math.min(right, lastColumn)])
    .filter(([top, left, bottom, right]) => bottom >= top && right >= left);
  let visits = 0;
  for (const merge of clipped) {
    for (let index = firstAtOrAfter(rows, merge[0]); ; index += 1) {
      const row = rows[index];
      if (!row || row.number > merge[2]) break;
      visits += 1;
      if (visits > MAX_VISITS) throw new Refusal('FILE_MERGES_TOO_MANY', {}, { sheet });
      dropHidden(row, merge, sheet, findings);
    }
  }
  return clipped;
}

function dropHidden(row: Row, [top, left, , right]: Merge, sheet: string | null, findings: FindingList): void {
  const isHidden = (column: number) => column >= left && column <= right && !(row.number === top && column === left);
  if (!row.cells.some((cell) => isHidden(cell.column))) return;
  row.cells = row.cells.filter((cell) => {
    if (!isHidden(cell.column)) return true;
    const place = { sheet, row: row.number, cell: cell.address };
    findings.add('FILE_MERGED_VALUE', place, { text: cell.text.slice(0, 100) });
    return false;
  });
}
