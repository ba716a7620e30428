import type { Cell } from '../../domain/table.js';
import { cleanText, isNoData } from '../../domain/text/normalise.js';
import { readWord, type Vocabulary } from '../../domain/text/values.js';
import { BLANK, type CodeSpace, type Column, Fault, type Reading, shown } from './cell.js';
import { readNumber, readPercent, readPositive, readRial, readWhole, readYear, writeNumber } from './numbers.js';
import { readMoment, readPeriod, readPeriodOrYear } from './times.js';

const PLAIN_COLUMN = { money: false, code: null, derived: false };
const asText = (value: string | null) => value;

type Reader<T> = Column<T>['read'];

/** The cell must be filled, so the column must be there. */
function filled<T>(
  name: string,
  read: Reader<T>,
  write: Column<T>['write'],
  extra: Partial<Column<T>> = {},
): Column<T> {
  return { ...PLAIN_COLUMN, name, required: true, blank: null, read, write, ...extra };
}

/** The cell may be blank, which is null; `required` asks for the column all the same. */
function open<T>(
  name: string,
  read: Reader<T>,
  write: Column<T | null>['write'],
  extra: Partial<Column<T | null>> = {},
) {
  const column: Column<T | null> = {
    ...PLAIN_COLUMN,
    name,
    required: false,
    blank: { value: null },
    read,
    write,
    ...extra,
  };
  return column;
}

/** The apostrophe that an export puts before text which a spreadsheet would run as a formula. */
const FORMULA_GUARD = /^'(?=[=+\-@])/;

function readText(cell: Cell): Reading<string> {
  if (cell.kind === 'error') return new Fault('PLAN_ERROR_CELL', { value: shown(cell) });
  return cleanText(cell.text).replace(FORMULA_GUARD, '') || BLANK;
}

function readCode(space: CodeSpace): Reader<string> {
  return (cell, { spelling }) => {
    if (cell.kind === 'error') return new Fault('PLAN_ERROR_CELL', { value: shown(cell) });
    return isNoData(cell.text) ? BLANK : spelling.of(space, cell.text);
  };
}

/** Text that can be checked, and is kept as typed where it holds. */
function readSound(holds: (text: string) => boolean, code: Fault['code']): Reader<string> {
  return (cell) => {
    const text = readText(cell);
    if (typeof text !== 'string') return text;
    if (isNoData(text)) return BLANK;
    return holds(text) ? text : new Fault(code, { value: shown(cell) });
  };
}

/** A word of a vocabulary. Looked up before blanks are, because «-» may be a word (a falling indicator). */
function oneOf<T extends string>(words: Vocabulary<T>): Reader<T> {
  return (cell) => {
    const text = readText(cell);
    if (typeof text !== 'string') return text;
    const allowed = () => [...new Set(words.values())].join(', ');
    return (
      readWord(words, text) ??
      (isNoData(text) ? BLANK : new Fault('PLAN_UNKNOWN_WORD', { value: shown(cell), allowed: allowed() }))
    );
  };
}

/** Columns whose cells must be filled. */
export const filledColumn = {
  text: (name: string) => filled(name, readText, asText),
  code: (name: string, space: CodeSpace) => filled(name, readCode(space), asText, { code: space }),
  year: (name: string) => filled(name, readYear, writeNumber),
  percent: (name: string) => filled(name, readPercent, writeNumber),
  rial: (name: string) => filled(name, readRial, writeNumber, { money: true }),
  period: (name: string) => filled(name, readPeriod, asText),
  periodOrYear: (name: string) => filled(name, readPeriodOrYear, asText),
  word: <T extends string>(name: string, words: Vocabulary<T>) => filled(name, oneOf(words), asText),
};

/** Columns whose cells may be blank (null). */
export const openColumn = {
  text: (name: string) => open(name, readText, asText),
  code: (name: string, space: CodeSpace) => open(name, readCode(space), asText, { code: space }),
  year: (name: string) => open(name, readYear, writeNumber),
  number: (name: string) => open(name, readNumber, writeNumber),
  positive: (name: string) => open(name, readPositive, writeNumber),
  percent: (name: string) => open(name, readPercent, writeNumber),
  rial: (name: string) => open(name, readRial, writeNumber, { money: true }),
  period: (name: string) => open(name, readPeriod, asText),
  moment: (name: string) => open(name, readMoment, asText),
  sound: (name: string, holds: (text: string) => boolean, code: Fault['code']) =>
    open(name, readSound(holds, code), asText),
  word: (name: string, words: Vocabulary<string>) => open(name, oneOf(words), asText),
};

/** The same column, asked for in the header although its cells may be blank. */
export function expected<T>(column: Column<T>): Column<T> {
  return { ...column, required: true };
}

/** Columns whose blank cell stands for a value that the contract states. */
export const defaultColumn = {
  whole: (name: string, value: number): Column<number> => ({
    ...filled(name, readWhole, writeNumber),
    required: false,
    blank: { value },
  }),
  word: <T extends string>(name: string, words: Vocabulary<T>, value: NoInfer<T>): Column<T> => ({
    ...filled(name, oneOf(words), asText),
    required: false,
    blank: { value },
  }),
  /** Written as `yes` or nothing. */
  flag: (name: string, find: (text: string) => boolean | null): Column<boolean> => ({
    ...PLAIN_COLUMN,
    name,
    required: false,
    blank: { value: false },
    read: (cell) => {
      const text = readText(cell);
      if (typeof text !== 'string') return text;
      if (isNoData(text)) return BLANK;
      return find(text) ?? new Fault('PLAN_UNKNOWN_WORD', { value: shown(cell), allowed: 'yes, no, بلی, خیر' });
    },
    write: (value) => (value ? 'yes' : null),
  }),
};

/** A field of the record that no file holds: it is worked out once the row is read. */
export function derived<T>(name: string, value: T): Column<T> {
  return {
    ...PLAIN_COLUMN,
    derived: true,
    name,
    required: false,
    blank: { value },
    read: () => BLANK,
    write: () => null,
  };
}
