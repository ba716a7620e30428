import type { FactField } from '../../src/domain/fact.js';
import type { Cell } from '../../src/report/sheet.js';
import type { Layout } from './layout.js';
import type { Voice } from './voice.js';

/** A jump to the first of the fields that has a row on the lineage sheet. */
export function sourceLink(
  code: string,
  period: string | null,
  fields: readonly FactField[],
  voice: Voice,
  layout: Layout,
): Pick<Cell, 'link'> {
  if (period === null) return {};
  for (const field of fields) {
    const row = layout.lineageRow(code, period, field);
    if (row !== null) return { link: { sheet: voice.labels.sheets.lineage, cell: `A${row}` } };
  }
  return {};
}
