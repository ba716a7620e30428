import { CODE_COLUMN, type Column, factOf, isFigure } from './columns.js';
import type { SheetKind } from './submission.js';

const TITLE_OF: Record<string, string> = { title: '', node_title: 'node' };

const settled = (column: Column, kind: SheetKind, field: string): Column => ({
  ...column,
  field,
  fact: factOf(kind, field),
  suggestion: null,
  why: 'context',
});

/** «کد» beside «عنوان پروژه» is the project's, beside «عنوان طرح» the scheme's; the neighbour that follows comes first. */
function neighbourCode(columns: readonly Column[], index: number, kind: SheetKind): string | null {
  for (const neighbour of [columns[index + 1], columns[index - 1]]) {
    const title = neighbour?.field === undefined || neighbour.field === null ? undefined : TITLE_OF[neighbour.field];
    if (title !== undefined) return title === '' ? CODE_COLUMN[kind] : title;
  }
  return null;
}

/**
 * «کد» alone may be the code of anything; where it is the only such column on a sheet of figures it is the code of what
 * the figures speak of. Every code is then looked up in the plan, so that a wrong reading cannot pass.
 */
export function settleCode(columns: Column[], kind: SheetKind): Column[] {
  const code = CODE_COLUMN[kind];
  const vague = columns.filter((column) => column.likely === code);
  const figures = columns.some(
    (column) => isFigure(column.fact) || column.flowOf !== null || isFigure(factOf(kind, column.likely)),
  );
  if (vague.length === 0 || !figures || columns.some((column) => column.field === code)) return columns;
  if (vague.length === 1)
    return columns.map((column) => (column.likely === code ? settled(column, kind, code) : column));
  return columns.map((column, index) => {
    const field = column.likely === code ? neighbourCode(columns, index, kind) : null;
    return field === null ? column : settled(column, kind, field);
  });
}
