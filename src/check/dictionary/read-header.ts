import { fullJalaliYear, type HeaderKey } from '../../domain/text/header-key.js';
import type { HeaderMonth } from '../../domain/text/header-month.js';
import { ambiguousReading } from './ambiguous.js';
import type { SheetKind } from './entry.js';
import { flowField } from './flows.js';
import { fieldNamed, HEADER_KEYS, type KnownField } from './lookup.js';
import { pairedField, yearlyField } from './pairs.js';
import { plainerKeys } from './plainer.js';

/** What a header may mean, before its unit and its parent are held against it. */
export interface Reading {
  known: KnownField;
  match: 'exact' | 'pair' | 'ambiguous';
}

/** The year of a header that is nothing but a year («۹۸», «سال ۱۳۹۸»). */
export function bareYear(key: string): number | null {
  const match = /^(?:سال)?(1[34]\d\d|\d\d)$/.exec(key);
  return match ? fullJalaliYear(Number(match[1])) : null;
}

/** «تا پایان مرداد» under «هزینه‌کرد» is «تا پایان ماه», «طی مرداد» is «طی ماه». */
const OF_ANY_MONTH: Record<HeaderMonth['span'], string[]> = { to: ['تاپایانماه'], within: ['طیماه'], bare: [] };

export function readPair(
  child: HeaderKey,
  above: HeaderKey,
  kind: SheetKind,
  time: HeaderMonth | null,
): Reading | null {
  const timed = time?.label === '' ? OF_ANY_MONTH[time.span] : [];
  for (const parent of new Set([above.key, above.bareKey, ...plainerKeys(above.bareKey)])) {
    for (const key of new Set([child.key, child.bareKey, ...timed])) {
      const field = pairedField(parent, key);
      if (field !== null) return { known: fieldNamed(field), match: 'pair' };
      const cumulative = key === 'تجمعی' ? ambiguousReading(parent, kind) : null;
      if (cumulative?.sure) return { known: fieldNamed(cumulative.field), match: 'pair' };
      const joined = [parent + key, key + parent].find((one) => key !== '' && HEADER_KEYS.has(one));
      const known = joined === undefined ? undefined : HEADER_KEYS.get(joined);
      const vague = joined === undefined ? null : ambiguousReading(joined, kind);
      if (vague && !vague.sure) return { known: fieldNamed(vague.field), match: 'ambiguous' };
      if (known) return { known, match: 'pair' };
    }
    const yearly = bareYear(child.key) === null ? null : yearlyField(parent);
    if (yearly !== null) return { known: fieldNamed(yearly), match: 'pair' };
  }
  return null;
}

/** A cumulative column under a parent that says «طی ماه» holds the flow of the month. */
export function underFlow(reading: Reading, upper: HeaderMonth | null): Reading {
  const field = upper?.span === 'within' ? flowField(reading.known.field) : null;
  return field === null ? reading : { ...reading, known: fieldNamed(field) };
}

/** «تخصیص طی شهریور» is a flow; «پیشرفت شهریور» may be either, and somebody has to say which. */
export function readFlow(time: HeaderMonth | null, above: HeaderKey | null): Reading | null {
  if (time === null || time.span === 'to') return null;
  const label = time.label === '' ? (above?.bareKey ?? '') : time.label;
  const base = [label, ...plainerKeys(label)].map((key) => HEADER_KEYS.get(key)).find((known) => known !== undefined);
  const field = base === undefined ? null : flowField(base.field);
  if (base === undefined || field === null) return null;
  return time.span === 'within' ? { known: fieldNamed(field), match: 'exact' } : { known: base, match: 'ambiguous' };
}

/** The exact label, then the label with less and less around it. */
export function readAlone(child: HeaderKey, kind: SheetKind): Reading | null {
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
