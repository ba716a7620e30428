import type { Place } from '../../domain/finding.js';
import type { FileUnderstanding } from '../../pipeline/types.js';
import { oneLine, table } from '../table.js';
import { type View, wordsOf } from './view.js';

/** How a file was understood, table by table: header, month, sender, columns with unit and reason, lines read and left out. */
export function printUnderstanding(view: View, understanding: readonly FileUnderstanding[]): string {
  return understanding.map((sheet) => sheetLines(view, sheet)).join('\n\n');
}

function sheetLines(view: View, sheet: FileUnderstanding): string {
  const { word, ltr, list } = wordsOf(view);
  const head = [
    ...(sheet.sheet === null ? [] : [word('place.sheet', { sheet: oneLine(sheet.sheet) })]),
    word(`understood.${sheet.kind}`),
    word('understood.header', { rows: sheet.headerRows.join(', ') }),
    word('understood.period', { period: ltr(sheet.period ?? '—'), place: placeText(view, sheet.periodFrom) }),
    word('understood.department', {
      department: ltr(sheet.department ?? '—'),
      place: placeText(view, sheet.departmentFrom),
    }),
    word('understood.rows', { rows: sheet.rowsRead }),
  ];
  const skipped = Object.entries(sheet.rowsSkipped).map(([reason, count]) =>
    word('understood.skipped', { count: count ?? 0, reason: word(`skipped.${reason as SkipReason}`) }),
  );
  const columns = [
    { title: word('understood.column') },
    { title: word('understood.label') },
    { title: word('understood.field'), ltr: true },
    { title: word('understood.unit') },
    { title: word('understood.why') },
  ];
  const rows = sheet.columns.map(({ column, header, field, unit, why }) => [
    column,
    header,
    field ?? '—',
    unit ?? '—',
    word(`why.${why}`),
  ]);
  return `${list([...head, ...skipped])}\n${table(columns, rows, view.terminal && view.language === 'fa')}`;
}

type SkipReason = keyof FileUnderstanding['rowsSkipped'];

function placeText(view: View, place: Place | null): string {
  const { word, ltr } = wordsOf(view);
  if (place === null) return word('understood.nowhere');
  if (place.cell !== undefined) return word('place.cell', { cell: ltr(place.cell) });
  return place.sheet ? word('place.sheet', { sheet: oneLine(place.sheet) }) : word('understood.file');
}
