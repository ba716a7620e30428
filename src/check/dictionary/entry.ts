/** What kind of values a column holds; a unit that contradicts it makes the header doubtful. */
export type FieldType = 'code' | 'text' | 'money' | 'percent' | 'number' | 'date' | 'period';

/** One field with the labels by which people call it. Spelling forms (ي/ك, ZWNJ, digits) are not listed: keys fold them. */
export interface HeaderEntry {
  /** The contract's column name where it is not the entry's own name. */
  field?: string;
  /** The label that we suggest to people. */
  label: string;
  type: FieldType;
  /** Other labels, separated by `|`. */
  words: string;
}

/** The kinds of sheet on which one word may mean different columns. */
export type SheetKind = 'project' | 'indicator' | 'plan';

export type HeaderGroup = Readonly<Record<string, HeaderEntry>>;
