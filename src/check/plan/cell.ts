import type { Calendar } from '../../domain/calendar.js';
import type { FindingCode } from '../../domain/finding.js';
import type { Cell } from '../../domain/table.js';
import type { Spelling } from './spelling.js';

/** The cell is there and says nothing (`-`, «ندارد», blanks). */
export const BLANK = Symbol('blank');

/** The cell says something that its column cannot take. */
export class Fault {
  constructor(
    readonly code: FindingCode,
    readonly params: Record<string, string | number> = {},
  ) {}
}

export type Reading<T> = T | Fault | typeof BLANK;

/** What a cell must know about its column, file and workspace to be read. */
export interface CellContext {
  calendar: Calendar;
  spelling: Spelling;
  date1904: boolean;
  /** Rials that one unit of a money column stands for. */
  unitRial: number;
}

/** Reads one cell of a column and writes it back. `blank` is the value of an empty cell; `required` refuses one. */
export interface Column<T> {
  name: string;
  /** The column must be in the table's header. */
  required: boolean;
  /** The value of an empty cell; null = an empty cell is refused. */
  blank: { value: T } | null;
  read: (cell: Cell, context: CellContext) => Reading<T>;
  write: (value: T) => string | number | null;
  /** The column holds rials. */
  money: boolean;
  /** The column holds a code, with the space in which it is unique. */
  code: CodeSpace | null;
  /** Not a column of the files: worked out from the others. */
  derived: boolean;
}

/** Codes of plans, nodes, projects and indicators share one space; departments and works have their own. */
export type CodeSpace = 'item' | 'department' | 'work';

/** The text of a cell for a message: what was typed, kept short. */
export function shown(cell: Cell): string {
  return cell.text.length > 60 ? `${cell.text.slice(0, 57)}…` : cell.text;
}
