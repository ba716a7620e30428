import { type HeaderKey, splitTailUnit, withoutUnit } from '../../domain/text/header-key.js';
import { headerMonth } from '../../domain/text/header-month.js';
import { headerKey, squash } from '../../domain/text/normalise.js';
import { ambiguousReading } from './ambiguous.js';
import type { SheetKind } from './entry.js';
import { cumulativeOf } from './flows.js';
import { fieldNamed, HEADER_KEYS, isPersian, type KnownField } from './lookup.js';
import { nearKey } from './near.js';
import { OTHER_TIME } from './pairs.js';
import { bareYear, type Reading, readAlone, readFlow, readPair, underFlow } from './read-header.js';

export type { SheetKind } from './entry.js';

/**
 * What a column header means.
 * - `field`: the contract's column name (`spent_rial`), or the name of a column that is known and unused
 *   (`credit_reserved`, `row_no`); null unless `match` is `exact` or `pair`.
 * - `unit`: `%` or the unit's words, from the header, its parent or the English name; null = not said.
 * - `year`: the fiscal year that the header names. A figure of another year is not this period's: the caller compares.
 * - `month`: the month to whose end the header says it counts («تا پایان مرداد» → 5); null = not said.
 * - `flowOf`: where the column holds the flow of one month, the cumulative column that we would need instead.
 * - `suggestion`: for people, the label of the nearest known header; `likelyField` the same as a column name.
 */
export interface RecognisedHeader {
  field: string | null;
  unit: string | null;
  year: number | null;
  month: number | null;
  flowOf: string | null;
  match: 'exact' | 'pair' | 'near' | 'ambiguous' | 'none';
  suggestion: string | null;
  likelyField: string | null;
}

/**
 * Recognises a header by the dictionary: parent and child together, the exact label, the label without its year, its
 * usual endings («تا پایان شهریور») and openings («میزان»), its unit without brackets. One letter off is a suggestion
 * only. `recogniseHeader('هزینه‌کرد (میلیون ریال)', 'project')` → `spent_rial`, `میلیون ریال`.
 */
export function recogniseHeader(text: string, sheetKind: SheetKind, parent?: string): RecognisedHeader {
  const key = `${sheetKind}\n${parent ?? ''}\n${text}`;
  const known = READ.get(key);
  if (known) return known;
  const read = recogniseAnew(text, sheetKind, parent);
  if (READ.size >= MOST_REMEMBERED) READ.clear();
  if (key.length <= LONGEST_REMEMBERED) READ.set(key, read);
  return read;
}

/** The same headers come back in hundreds of files and a look-up is dear; what was read once is remembered, within bounds. */
const READ = new Map<string, RecognisedHeader>();
const MOST_REMEMBERED = 5_000;
const LONGEST_REMEMBERED = 400;

function recogniseAnew(text: string, sheetKind: SheetKind, parent?: string): RecognisedHeader {
  const child = headerKey(text);
  const above = parent === undefined ? null : headerKey(parent);
  const time = sheetKind === 'plan' ? null : headerMonth(withoutUnit(text));
  const upper = sheetKind === 'plan' || parent === undefined ? null : headerMonth(withoutUnit(parent));
  const to = [time, upper].find((one) => one?.span === 'to');
  const parts = {
    unit: child.unit ?? above?.unit ?? null,
    year: child.year ?? bareYear(child.key) ?? above?.year ?? null,
    month: to?.month ?? null,
  };
  if (!/[\p{L}\p{Nd}#%]/u.test(child.key)) return nothing(parts);

  const reading = (above?.key ? readPair(child, above, sheetKind, time) : null) ?? readAlone(child, sheetKind);
  if (reading) return judge(underFlow(reading, upper), child, above, parts, sheetKind);
  const flow = sheetKind === 'project' ? readFlow(time, above) : null;
  if (flow) return judge(flow, child, null, parts, sheetKind);

  const tail = splitTailUnit(text);
  if (tail) {
    const plain = recogniseHeader(tail.label, sheetKind, parent);
    if (plain.match !== 'none') return settle(plain, tail.unit);
  }
  const near = nearKey(child.bareKey, HEADER_KEYS.keys());
  const known = near === null ? undefined : HEADER_KEYS.get(near);
  return known ? open(known, 'near', child.key, parts) : nothing(parts);
}

type Parts = Pick<RecognisedHeader, 'unit' | 'year' | 'month'>;

const nothing = (parts: Parts): RecognisedHeader => ({
  field: null,
  ...parts,
  flowOf: null,
  match: 'none',
  suggestion: null,
  likelyField: null,
});

/** A reading that is only offered: Persian headers get the Persian label, Latin ones the contract's name. */
function open(known: KnownField, match: 'near' | 'ambiguous', key: string, parts: Parts): RecognisedHeader {
  const suggestion = isPersian(key) ? known.label : known.field;
  return { field: null, ...parts, flowOf: null, match, suggestion, likelyField: known.field };
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
  // «پیشرفت فیزیکی (متر)» is no percent: most likely the quantity that was done.
  if (known.type === 'percent' && child.unit !== null && child.unit !== '%')
    return open(known.field === 'physical_percent' ? fieldNamed('quantity') : known, 'ambiguous', child.key, parts);
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
    flowOf: cumulativeOf(known.field),
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
