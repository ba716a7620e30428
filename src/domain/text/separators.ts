export type NumberKind = 'percent' | 'money' | 'number';

/** A plain decimal text (`1250000.5`), or the reason why the digits have none or two readings. */
export type Digits =
  | { status: 'ok'; decimal: string; flags: string[] }
  | { status: 'error' | 'ambiguous'; flags: string[] };

const ok = (decimal: string, flag?: string): Digits => ({ status: 'ok', decimal, flags: flag ? [flag] : [] });
const fault = (flag: string): Digits => ({ status: 'error', flags: [flag] });
const ambiguous = (flag: string): Digits => ({ status: 'ambiguous', flags: [flag] });

const SLASH_DATE =
  /^(?:1[2-5]\d\d|19\d\d|20\d\d)([/.-])\d{1,2}\1\d{1,2}$|^\d{1,2}([/.-])\d{1,2}\2(?:1[2-5]\d\d|19\d\d|20\d\d)$|^\d{1,2}\/\d{1,2}\/\d{1,2}$|^\d{1,2}\/1[34]\d\d$/;
/** `1399/06` may be a month or 1399.06: nobody can tell. */
const YEAR_AND_MONTH = /^1[34]\d\d\/(?:0[1-9]|1[0-2])$/;
const NAMES: Record<string, string> = { '/': 'slash', '.': 'dot', ',': 'comma' };

/**
 * Reads digits with their separators. `٫` is always decimal; groups of three by comma, blank or (two groups and more)
 * slash or dot are thousands; one or two digits after a slash or comma are decimals; `1/250` and `1.250` have two
 * readings as money. Unsigned, ASCII digits.
 */
export function readSeparators(text: string, kind: NumberKind): Digits {
  const digits = text.replace(/[٬،]/g, ',').replace(/ ?([.,/٫]) ?/g, '$1');
  if (/^\d+$/.test(digits)) return ok(digits);
  if (SLASH_DATE.test(digits)) return fault('date_in_number');
  if (YEAR_AND_MONTH.test(digits)) return ambiguous('date_or_decimal');
  const match = /^(\d[\d,./ ]*?|)(?:([.,/٫])(\d+))?$/.exec(digits);
  if (!match) return fault('bad_number');
  const [, head = '', separator, tail = ''] = match;
  const oneSeparator = new Set(digits.replace(/\d/g, '')).size === 1;
  if (oneSeparator && isGrouped(digits) && separator !== undefined && separator !== '٫') {
    return readGroups(digits, separator, kind);
  }
  const whole = head === '' && separator === '.' ? '0' : ungroup(head);
  if (whole === null) return fault('bad_number');
  if (separator === undefined) return ok(whole);
  return readFraction(whole, head, separator, tail, kind);
}

/** `d{1,3}` and then groups of three, by one separator. */
function isGrouped(digits: string): boolean {
  return /^\d{1,3}(?:([.,/ ])\d{3})(?:\1\d{3})*$/.test(digits);
}

function ungroup(head: string): string | null {
  if (/^\d+$/.test(head)) return head;
  return isGrouped(head) ? head.replace(/\D/g, '') : null;
}

/** Digits that one kind of separator cuts into threes: thousands, or in places a decimal part of three digits. */
function readGroups(digits: string, separator: string, kind: NumberKind): Digits {
  const decimal = digits.replace(separator, '.');
  const plain = digits.replaceAll(separator, '');
  if (digits.split(separator).length > 2)
    return ok(plain, separator === ',' ? undefined : `${NAMES[separator]}_thousands`);
  if (digits.startsWith('0')) return ok(decimal, separator === '.' ? undefined : `${NAMES[separator]}_decimal`);
  if (separator === ',') return kind === 'percent' ? ambiguous('comma_1or1000') : ok(plain);
  if (separator === '.') return kind === 'money' ? ambiguous('dot_1or1000') : ok(decimal);
  return kind === 'percent' ? ok(decimal, 'slash_decimal') : ambiguous('slash_1or1000');
}

function readFraction(whole: string, head: string, separator: string, tail: string, kind: NumberKind): Digits {
  const decimal = `${whole}.${tail}`;
  const grouped = head !== whole;
  if (grouped && head.includes(separator)) return fault('bad_number');
  if (separator === '٫' || separator === '.') {
    return grouped && separator === '.' && tail.length === 3 && kind === 'money'
      ? ambiguous('dot_1or1000')
      : ok(decimal);
  }
  if (tail.length === 3 && grouped) return ambiguous(`${NAMES[separator]}_1or1000`);
  if (separator === ',') return tail.length <= 2 ? ok(decimal, 'comma_decimal') : fault('bad_number');
  return ok(decimal, 'slash_decimal');
}
