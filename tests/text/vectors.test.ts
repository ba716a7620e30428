import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { JALALI } from '../../src/domain/calendar.js';
import { parseDate } from '../../src/domain/text/date.js';
import { type NumberKind, parseNumber } from '../../src/domain/text/number.js';

interface Vectors {
  numbers: { kind: NumberKind; raw: string; status: string; value: number | null; flags: string[] }[];
  dates: { raw: string; status: string; jalali: string | null; gregorian: string | null; flags: string[] }[];
}
const vectors: Vectors = JSON.parse(
  readFileSync(new URL('../vectors/number-date-vectors.json', import.meta.url), 'utf8'),
);

const two = (part: number) => String(part).padStart(2, '0');

test('there are 93 vectors', () => {
  expect(vectors.numbers.length + vectors.dates.length).toBe(93);
});

test.each(vectors.numbers)('$kind $raw', ({ kind, raw, status, value, flags }) => {
  const read = parseNumber(raw, kind);
  expect({ ...read, unit: undefined }).toEqual({ status, value, flags, unit: undefined });
});

test.each(vectors.dates)('date $raw', ({ raw, status, jalali, gregorian, flags }) => {
  const read = parseDate(raw, JALALI);
  const day = read.day && `${read.day.year}/${two(read.day.month)}/${two(read.day.day)}`;
  expect({ ...read, day: day ?? read.period, period: undefined }).toEqual({
    status,
    day: jalali,
    gregorian,
    period: undefined,
    flags,
  });
});
