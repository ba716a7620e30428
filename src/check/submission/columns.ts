import { type FactField, INDICATOR_FIELDS, MONEY_FIELDS, PROJECT_FIELDS, TEXT_FIELDS } from '../../domain/fact.js';
import type { Cell, Row, Table } from '../../domain/table.js';
import { moneyUnitRial } from '../../domain/text/money-unit.js';
import { type RecognisedHeader, recogniseHeader } from '../dictionary/recognise.js';
import type { Vocabulary } from '../dictionary/vocabulary.js';
import { type HeaderPath, headerText } from './header-path.js';
import type { MergeIndex } from './merges.js';
import type { SheetKind } from './submission.js';

/** How a header came to its meaning; the last three are not read. */
export type Why = 'exact' | 'pair' | 'context' | 'mapping' | 'synonym' | 'near' | 'vague' | 'unknown';

/** One column of a form. `field` is the contract's column name, `fact` the field of facts that it feeds. */
export interface Column {
  number: number;
  cell: Cell;
  header: string;
  field: string | null;
  /** What a vague header («کد») most likely means, for who can settle it. */
  likely: string | null;
  /** What an unknown header is without words in brackets that say neither a unit nor a time: «هزینه‌کرد (درهم)». */
  bare: string | null;
  fact: FactField | null;
  unit: string | null;
  /** The fiscal year that the header names. */
  year: number | null;
  /** The month to whose end the header says it counts. */
  month: number | null;
  /** The cumulative column that we would need instead of this flow of one month. */
  flowOf: string | null;
  suggestion: string | null;
  why: Why;
}

/** A sheet that holds a known table: its header row and what its columns mean. */
export interface Form {
  /** The rows and columns of one table; places are those of the sheet. */
  table: Table;
  kind: SheetKind;
  /** The last header row. */
  headerRow: number;
  headerRows: Row[];
  columns: Column[];
  /** Lines below the header, up to the next table of the sheet. */
  body: Row[];
  /** Titles over this very table, and titles of the sheet that hold for all of its tables. */
  above: Row[];
  sheetAbove: Row[];
  merges: MergeIndex;
}

/** The contract's name of the column that holds the code. */
export const CODE_COLUMN: Record<SheetKind, string> = { project: 'project', indicator: 'indicator' };

const FACT_FIELDS: Record<SheetKind, readonly FactField[]> = { project: PROJECT_FIELDS, indicator: INDICATOR_FIELDS };

/** The fact field of a contract column: only physical progress is called otherwise in files. */
export function factOf(kind: SheetKind, field: string | null): FactField | null {
  const name = field === 'physical_percent' ? 'physical' : field === 'physical' ? null : field;
  return FACT_FIELDS[kind].find((fact) => fact === name) ?? null;
}

export const isMoney = (field: FactField | null): boolean => field !== null && MONEY_FIELDS.has(field);
export const isText = (field: FactField | null): boolean => field !== null && TEXT_FIELDS.has(field);
export const isFigure = (field: FactField | null): boolean => field !== null && !TEXT_FIELDS.has(field);

const PERCENT_UNIT = /[%٪]|درصد|percent/iu;
export const saysPercent = (unit: string | null): boolean => unit !== null && PERCENT_UNIT.test(unit);

/** What a parent of two levels («عملکرد» over «فیزیکی») is called as one. */
const PARENT_WORDS: Readonly<Record<string, string>> = {
  physical_percent: 'پیشرفت فیزیکی',
  fin_actual: 'پیشرفت ریالی',
  spent_rial: 'هزینه‌کرد',
};

function middle(parents: readonly string[], kind: SheetKind): string[] {
  const [upper, lower] = parents.slice(-2);
  if (upper === undefined || lower === undefined) return [];
  const { match, field, unit } = recogniseHeader(lower, kind, upper);
  const words = match === 'pair' || match === 'exact' ? PARENT_WORDS[field ?? ''] : undefined;
  return words === undefined ? [] : [unit === null ? words : `${words} (${unit})`];
}

/** The header with what stands above it: the nearest parent first, then all of them as one, then the topmost. */
function recognisePath(path: HeaderPath, kind: SheetKind): RecognisedHeader {
  const child = path.cell.text.trim();
  const sure = path.parents.filter((one) => one.sure).map(({ cell }) => cell.text.trim());
  const all = path.parents.map(({ cell }) => cell.text.trim());
  const parents = [...new Set([...middle(all, kind), all.at(-1), all.join(' '), sure.at(-1), all[0]])].filter(
    (parent): parent is string => parent !== undefined && parent !== '',
  );
  const alone = recogniseHeader(child, kind);
  if (parents.length === 0) return alone;
  const readings = parents.map((parent) => recogniseHeader(child, kind, parent));
  const unit = alone.unit ?? readings.map((one) => one.unit).find((one) => one !== null) ?? null;
  const pair = readings.find(({ match }) => match === 'pair');
  if (pair) return { ...pair, unit: pair.unit ?? unit };
  const below = sure.length > 0 ? recogniseHeader(child, kind, sure.at(-1)) : alone;
  // A parent that only stands to the left may lend its unit of money to a column of money, and nothing else.
  const money = factOf(kind, below.field) !== null && isMoney(factOf(kind, below.field));
  return { ...below, unit: below.unit ?? (money ? unit : null) };
}

const OTHER: Record<SheetKind, SheetKind> = { project: 'indicator', indicator: 'project' };

const USED: ReadonlySet<RecognisedHeader['match']> = new Set(['exact', 'pair']);

const UNREAD: ReadonlySet<RecognisedHeader['match']> = new Set(['none', 'near']);
/** Another time, or what was meant to be: such a column says nothing of what was done by now. */
const OTHER_SENSE = /قبل|گذشته|پیشین|سال|ماه|برنامه|مصوب|هدف|previous|last|year|month|plan|target/iu;
const BRACKETED = /[([{][^()[\]{}]*[)\]}]/gu;

function bareField({ cell, parents, ...path }: HeaderPath, kind: SheetKind): string | null {
  const words = [cell, ...parents.map((parent) => parent.cell)].flatMap(({ text }) => text.match(BRACKETED) ?? []);
  if (words.length === 0 || words.some((one) => OTHER_SENSE.test(one))) return null;
  const bare = (one: Cell): Cell => ({ ...one, text: one.text.replace(BRACKETED, ' ').trim() });
  const above = parents.map((parent) => ({ ...parent, cell: bare(parent.cell) }));
  const read = recognisePath({ ...path, cell: bare(cell), parents: above }, kind);
  return USED.has(read.match) ? read.field : null;
}

/** What a header means on a sheet of this kind: the words of the organisation first, then the dictionary. */
export function readColumn(path: HeaderPath, kind: SheetKind, vocabulary: Vocabulary): Column {
  const header = headerText(path);
  const known = recognisePath(path, kind);
  const base = {
    number: path.column,
    cell: path.cell,
    header,
    likely: null,
    bare: UNREAD.has(known.match) ? bareField(path, kind) : null,
    unit: known.unit,
    year: known.year,
    month: known.month,
  };
  const own = vocabulary.meaning(kind, header) ?? vocabulary.meaning(kind, path.cell.text);
  if (own) {
    const { field } = own.meaning;
    const unit = known.unit ?? own.meaning.unit;
    return { ...base, unit, field, fact: factOf(kind, field), flowOf: null, suggestion: null, why: own.why };
  }
  if (USED.has(known.match) && factOf(kind, known.field) === null && factOf(OTHER[kind], known.field) !== null) {
    // «مقدار محقق‌شده» belongs to indicators: over projects its figures must not vanish as "known and not used".
    const likely = kind === 'project' && isFigure(factOf(OTHER[kind], known.field)) ? 'quantity' : null;
    return { ...base, field: null, likely, fact: null, flowOf: null, suggestion: null, why: 'vague' };
  }
  const usable = USED.has(known.match);
  // «عملکرد» over ۹۸ and ۹۹: which of the years is the report's own is judged when its month is known.
  if (usable && known.field === 'value_of_year' && kind === 'indicator')
    return { ...base, field: 'value', fact: 'value', flowOf: null, suggestion: null, why: 'pair' };
  const why = usable ? (known.match === 'pair' ? 'pair' : 'exact') : WHY_NOT[known.match];
  return {
    ...base,
    field: usable ? known.field : null,
    likely: known.match === 'ambiguous' ? known.likelyField : null,
    fact: usable ? factOf(kind, known.field) : null,
    flowOf: usable ? known.flowOf : null,
    suggestion: known.suggestion,
    why,
  };
}

const WHY_NOT: Record<RecognisedHeader['match'], Why> = {
  exact: 'exact',
  pair: 'pair',
  near: 'near',
  ambiguous: 'vague',
  none: 'unknown',
};

/** How many rials the header's own unit means; null = the header names none, or none that is money. */
export function headerUnitRial(column: Column): number | null {
  return column.unit === null ? null : moneyUnitRial(column.unit);
}
