import { type FactField, TEXT_FIELDS } from '../domain/fact.js';
import { codeKey } from '../domain/text/normalise.js';
import { isSameCode, type SentFile, type SentRow, UNKNOWN_UNIT } from './sent-rows.js';

export const says = ({ entries }: SentRow): boolean => Object.keys(entries).length > 0;

/** The fields of a line that are figures. */
export const figuresOf = ({ entries }: SentRow): FactField[] =>
  (Object.keys(entries) as FactField[]).filter((field) => !TEXT_FIELDS.has(field));

export const sameFigures = (line: SentRow, other: SentRow): boolean =>
  figuresOf(line).length > 0 &&
  figuresOf(line).every((field) => isSameFigure(line.entries[field], other.entries[field]));

/** An amount whose unit nobody knew is the same in any unit: they are powers of ten. */
export function isSameFigure(before: string | number | undefined, after: string | number | undefined): boolean {
  if (String(before) === String(after)) return true;
  const unknown = UNKNOWN_UNIT.exec(String(before))?.[1];
  if (unknown === undefined || after === undefined) return false;
  const digits = (value: string | number): string | undefined => Number(value).toExponential().split('e')[0];
  return digits(unknown) === digits(after);
}

/** Whether a line states at least every figure that another states. */
export const hasFields = (line: SentRow, other: SentRow): boolean =>
  says(other) && figuresOf(line).every((field) => other.entries[field] !== undefined);

/** A line that came again: by its code, without one by its title or its figures. */
export function isSameLine(one: SentRow, other: SentRow): boolean {
  if (!isSameCode(one, other)) return false;
  if (one.code !== '' || (one.title !== '' && one.title === other.title)) return true;
  const fields = new Set([...Object.keys(one.entries), ...Object.keys(other.entries)] as FactField[]);
  return [...fields].every((field) => isSameFigure(one.entries[field], other.entries[field]));
}

/** A line of a returned form that nobody touched only repeats what the form had shown. */
export const isRepeated = ({ entries, kept }: SentRow, { form }: SentFile): boolean =>
  form !== null && form.seen !== null && Object.keys(entries).every((field) => kept.has(field as FactField));

/** What somebody wrote into a line of a form. */
export const touched = ({ entries, kept }: SentRow): SentRow['entries'] =>
  Object.fromEntries(Object.entries(entries).filter(([field]) => !kept.has(field as FactField)));

/** Whether a return showed the line when it was written: without a code it is known by its figures. */
export function isListed({ code, entries }: SentRow, written: readonly string[][]): boolean {
  const own = written.filter(([, key = '']) => codeKey(key) === codeKey(code));
  if (code !== '') return own.length > 0;
  const values = new Set(own.map(([, , , value]) => value));
  return Object.values(entries).every((value) => values.has(String(value)));
}
