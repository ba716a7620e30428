import type { Place } from '../../domain/finding.js';
import { cellAddress, type Table } from '../../domain/table.js';

/** One sheet or file of a package: `name` is the sheet's name, or the file's name with or without its ending. */
export interface NamedTable {
  name: string;
  file: string;
  table: Table;
}

/** A file or sheet that was read as a plan table: contract column → the header as written and its 1-based column. */
export interface PlanSource {
  file: string;
  sheet: string | null;
  columns: ReadonlyMap<string, { header: string; column: number }>;
}

/** Where one record stands. */
export interface RowPlace {
  source: PlanSource;
  row: number;
}

/**
 * Where the records of an incoming package stand, by `rowKey`; more than one place = the row is repeated.
 * A record that is not in here was not in the files: it was carried over from the version before.
 */
export type PlanPlaces = ReadonlyMap<string, readonly RowPlace[]>;

/** The place of a row, or of its cell under a contract column. No row known: an empty place. */
export function placeOf(place: RowPlace | undefined, column: string | null): Place {
  if (!place) return {};
  const { file, sheet, columns } = place.source;
  const header = column === null ? undefined : columns.get(column);
  if (!header) return { file, sheet, row: place.row, ...(column === null ? {} : { column }) };
  return { file, sheet, row: place.row, column: header.header, cell: cellAddress(place.row, header.column) };
}

/** A place in one line of text, for a message that must name a second place. */
export function placeText({ file, sheet, row, cell }: Place): string {
  const where = sheet ? `${file} / ${sheet}` : (file ?? '');
  const spot = cell ?? (row === undefined ? '' : String(row));
  return [where, spot].filter((part) => part !== '').join(' / ') || '—';
}
