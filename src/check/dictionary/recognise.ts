import { fullJalaliYear, type HeaderKey, splitTailUnit } from '../../domain/text/header-key.js';
import { headerKey, squash } from '../../domain/text/normalise.js';
import { ambiguousReading } from './ambiguous.js';
import type { SheetKind } from './entry.js';
import { fieldNamed, HEADER_KEYS, type KnownField } from './lookup.js';
import { nearKey } from './near.js';
import { OTHER_TIME, pairedField, yearlyField } from './pairs.js';
import { plainerKeys } from './plainer.js';

export type { SheetKind } from './entry.js';

/**
 * What a column header means.
 * - `field`: the contract's column name (`spent_rial`), or the name of a column that is known and unused
 *   (`credit_reserved`, `row_no`); null unless `match` is `exact` or `pair`.
 * - `unit`: `%` or the unit's words, from the header, its parent or the English name; null = not said.
 * - `year`: the fiscal year that the header names. A figure of another year is not this period's: the caller compares.
 * - `suggestion`: for people, the label of the nearest known header; `likelyField` the same as a column name.
 */
export interface RecognisedHeader {
  field: string | null;
  unit: string | null;
  year: number | null;
  match: 'exact' | 'pair' | 'near' | 'ambiguous' | 'none';
  suggestion: string | null;
  likelyField: string | null;
}

interface Reading {
  known: KnownField;
  match: 'exact' | 'pair' | 'ambiguous';
}

/**
 * Recognises a header by the dictionary: parent and child together, the exact label, the label without its year, its
 * usual endings («تا پایان شهریور») and openings («میزان»), its unit without brackets. One letter off is a suggestion
 * only. `recogniseHeader('هزینه‌کرد (میلیون ریال)', 'project')` → `spent_rial`, `میلیون ریال`.
 */
export function recogniseHeader(text: string, sheetKind: SheetKind, parent?: string): RecognisedHeader {
  const child = headerKey(text);
  const above = parent === undefined ? null : headerKey(parent);
  const parts = {
    unit: child.unit ?? above?.unit ?? null,
    year: child.year ?? bareYear(child.key) ?? above?.year ?? null,
  };
  if (!/[\p{L}\p{Nd}#%]/u.test(child.key)) return nothing(parts);

  const reading = (above?.key ? readPair(child, above, sheetKind) : null) ?? readAlone(child, sheetKind);
  if (reading) return judge(reading, child, above, parts, sheetKind);

  const tail = splitTailUnit(text);
  if (tail) {
    const plain = recogniseHeader(tail.label, sheetKind, parent);
    if (plain.match !== 'none') return settle(plain, tail.unit);
  }
  const near = nearKey(child.bareKey, HEADER_KEYS.keys());
  const known = near === null ? undefined : HEADER_KEYS.get(near);
  return known ? open(known, 'near', child.key, parts) : nothing(parts);
}

type Parts = Pick<RecognisedHeader, 'unit' | 'year'>;

const nothing = (parts: Parts): RecognisedHeader => ({
  field: null,
  ...parts,
  match: 'none',
  suggestion: null,
  likelyField: null,
});

/** A reading that is only offered: Persian headers get the Persian label, Latin ones the contract's name. */
function open(known: KnownField, match: 'near' | 'ambiguous', key: string, parts: Parts): RecognisedHeader {
  const suggestion = /\p{Script=Arabic}/u.test(key) ? known.label : known.field;
  return { field: null, ...parts, match, suggestion, likelyField: known.field };
}

function bareYear(key: string): number | null {
  const match = /^(?:سال)?(1[34]\d\d|\d\d)$/.exec(key);
  return match ? fullJalaliYear(Number(match[1])) : null;
}

function readPair(child: HeaderKey, above: HeaderKey, kind: SheetKind): Reading | null {
  for (const parent of new Set([above.key, above.bareKey, ...plainerKeys(above.bareKey)])) {
    for (const key of new Set([child.key, child.bareKey])) {
      const field = pairedField(parent, key);
      if (field !== null) return { known: fieldNamed(field), match: 'pair' };
      const cumulative = key === 'تجمعی' ? ambiguousReading(parent, kind) : null;
      if (cumulative?.sure) return { known: fieldNamed(cumulative.field), match: 'pair' };
      const joined = HEADER_KEYS.get(parent + key) ?? HEADER_KEYS.get(key + parent);
      if (joined && key !== '') return { known: joined, match: 'pair' };
    }
    const yearly = bareYear(child.key) === null ? null : yearlyField(parent);
    if (yearly !== null) return { known: fieldNamed(yearly), match: 'pair' };
  }
  return null;
}

function readAlone(child: HeaderKey, kind: SheetKind): Reading | null {
  for (const key of new Set([child.key, child.bareKey, ...plainerKeys(child.bareKey)])) {
    const vague = ambiguousReading(key, kind);
    if (vague) return { known: fieldNamed(vague.field), match: vague.sure ? 'exact' : 'ambiguous' };
    const known = HEADER_KEYS.get(key);
    if (known && fitsOpening(child.bareKey, key, known)) return { known, match: 'exact' };
  }
  return null;
}

/** «نام» and «عنوان» open names and never amounts: «عنوان هزینه» is no money. */
function fitsOpening(whole: string, key: string, known: KnownField): boolean {
  const opening = whole.endsWith(key) ? whole.slice(0, whole.length - key.length) : '';
  const named = /^(?:نام|عنوان)$/.test(opening);
  return named ? known.type === 'text' : !/^(?:میزان|مبلغ|جمع)$/.test(opening) || known.type !== 'text';
}

/** A share of money is no amount of it, and an amount of money is no percent; two of them have names of their own. */
const SHARE_OF: Record<string, string> = { allocated_rial: 'alloc_pct', spent_rial: 'fin_actual' };

function judge(
  { known, match }: Reading,
  child: HeaderKey,
  above: HeaderKey | null,
  parts: Parts,
  kind: SheetKind,
): RecognisedHeader {
  const money = parts.unit !== null && /ریال|تومان|rial|toman|همت/iu.test(parts.unit);
  const vague = ambiguousReading(child.bareKey, kind);
  if (match === 'ambiguous') {
    // The unit settles what the word left open: «عملکرد (میلیون ریال)» is money.
    const settled = money && known.type === 'money' && vague !== null;
    return settled ? accept(known, 'exact', child, parts) : open(known, 'ambiguous', child.key, parts);
  }
  if (known.type === 'money' && parts.unit === '%') {
    const share = SHARE_OF[known.field];
    return share === undefined
      ? open(known, 'ambiguous', child.key, parts)
      : accept(fieldNamed(share), match, child, parts);
  }
  if (known.type === 'percent' && money) return open(known, 'ambiguous', child.key, parts);
  if (match === 'exact' && above !== null && OTHER_TIME.test(above.key)) {
    return open(known, 'ambiguous', child.key, parts);
  }
  return accept(known, match, child, parts);
}

function accept(known: KnownField, match: 'exact' | 'pair', child: HeaderKey, parts: Parts): RecognisedHeader {
  return {
    field: known.field,
    ...parts,
    unit: parts.unit ?? unitInName(known, child.key),
    match,
    suggestion: null,
    likelyField: known.field,
  };
}

/** `spent_rial` says rial and «درصد پیشرفت» says percent in the label itself. */
function unitInName(known: KnownField, key: string): string | null {
  if (known.type === 'money' && key === squash(known.field) && key.endsWith('rial')) return 'rial';
  return known.type === 'percent' && /درصد|%|percent/.test(key) ? '%' : null;
}

/** A header read without its unbracketed unit gets the unit back, and with it the judgement on units. */
function settle(plain: RecognisedHeader, unit: string): RecognisedHeader {
  const money = unit !== '%';
  const type = plain.likelyField === null ? null : fieldNamed(plain.likelyField).type;
  const contradicts = (type === 'money' && !money) || (type === 'percent' && money);
  if (!contradicts || plain.field === null) return { ...plain, unit };
  return { ...plain, field: null, unit, match: 'ambiguous', suggestion: plain.likelyField };
}
