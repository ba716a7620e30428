import { squash } from '../../domain/text/normalise.js';
import type { FieldType, HeaderEntry } from './entry.js';
import { HIERARCHY_HEADERS } from './hierarchy-headers.js';
import { INDICATOR_HEADERS } from './indicator-headers.js';
import { MONEY_HEADERS } from './money-headers.js';
import { PEOPLE_HEADERS } from './people-headers.js';
import { PLAN_COLUMNS } from './plan-columns.js';
import { WORK_HEADERS } from './work-headers.js';

export interface KnownField {
  /** The contract's column name, or our own name of a column that is known and not used. */
  field: string;
  type: FieldType;
  label: string;
}

const ENTRIES: [string, HeaderEntry][] = [
  HIERARCHY_HEADERS,
  MONEY_HEADERS,
  WORK_HEADERS,
  PEOPLE_HEADERS,
  INDICATOR_HEADERS,
].flatMap((group) => Object.entries(group));

function known([name, entry]: [string, HeaderEntry]): KnownField {
  return { field: entry.field ?? name, type: entry.type, label: entry.label };
}

const FIELDS: ReadonlyMap<string, KnownField> = new Map(ENTRIES.map((entry) => [entry[0], known(entry)]));

/** A column of the contract that no entry describes, such as `zero_below`, typed by its name. */
function byName(name: string): KnownField {
  const type = name.endsWith('_rial') ? 'money' : name.endsWith('_percent') ? 'percent' : 'text';
  return { field: name, type, label: name };
}

/** The field of a contract column or of a known unused one. */
export function fieldNamed(name: string): KnownField {
  return FIELDS.get(name) ?? byName(name);
}

/**
 * What a header should say instead, in the script of the header itself: the label, or the contract's name. Of money without its
 * `_rial`: figures in another unit must not come back under a name that says rial.
 */
export function nameLike(header: string, { field, type, label }: KnownField): string {
  if (isPersian(header)) return label;
  return type === 'money' ? field.replace(/_rial$/, '') : field;
}

export const isPersian = (header: string): boolean => /\p{Script=Arabic}/u.test(header);

/** English column names of the contract win over synonyms, as the first in the list. */
function buildKeys(): ReadonlyMap<string, KnownField> {
  const keys = new Map<string, KnownField>();
  const columns = Object.values(PLAN_COLUMNS).flatMap((table) => Object.keys(table));
  for (const name of [...FIELDS.keys(), ...columns]) {
    const key = squash(name);
    if (!keys.has(key) && name !== 'code') keys.set(key, fieldNamed(name));
  }
  for (const [name, { label, words }] of ENTRIES) {
    for (const word of [label, ...words.split('|')]) {
      const key = squash(word);
      if (!keys.has(key)) keys.set(key, fieldNamed(name));
    }
  }
  return keys;
}

/** Every known header key with its field; «صورت‌وضعیت» and `spent_rial` alike. */
export const HEADER_KEYS = buildKeys();
