import type { FindingCode } from '../finding.js';
import { FINDINGS } from './findings.js';
import type { Language } from './numbers.js';
import { type RenderedFinding, renderFinding } from './render.js';

/** What stands in a slot when a finding is shown as an example; every other slot is filled by its kind below. */
const WORDS: Record<string, string> = {
  code: '1399-R03-0001',
  project: '1399-R03-0001',
  other: '1399-R03-0002',
  successor: '1400-R03-0001',
  continues: '1398-R03-0001',
  indicator: 'K-01',
  node: '1-1-1',
  parent: '1-1',
  plan: 'P1',
  department: 'R03',
  owner: 'R03',
  period: '1399-06',
  since: '1399-04',
  later: '1399-07',
  effective: '1399-03',
  raw: '1/250',
  said: 'کارگاه دو هفته تعطیل بود',
  header: 'هزینه‌کرد',
  column: 'spent_rial',
  field: 'spent_rial',
  table: 'projects',
  sheet: 'شهریور',
  suggestion: '1399-R03-0010',
  suggestions: 'spent_rial',
  columns: 'کد · عنوان',
  cell: 'D7',
  unit: 'km',
  path: 'synonyms[0].field',
  original: '1399-06.csv',
  newer: '1399-06-2.csv',
  whenFa: '۱۳۹۹/۰۷/۰۳ ۱۴:۰۵',
  whenEn: '2020-09-24 14:05',
};
const COUNTED =
  /^(count|value|before|limit|year|month|rial|megabytes|factor|share|seconds|attempts|sum|far|near|ratio|bytes|periods|rialNear|rialBefore|low|high|firstYear|lastYear|row|percent|sample)$/;

/** A finding as its reader sees it, with invented particulars: the same at every call. */
export function exampleOf(code: FindingCode, language: Language): RenderedFinding {
  const text = FINDINGS[code];
  const slots = [text.fa, text.en, text.remedyFa, text.remedyEn].flatMap((one) => [...one.matchAll(/\{(\w+)\}/g)]);
  const params = Object.fromEntries(
    slots.map(([, name = '']) => [
      name,
      WORDS[name] ?? (/^(year|firstYear|lastYear)$/.test(name) ? 1399 : COUNTED.test(name) ? 12 : 'A'),
    ]),
  );
  return renderFinding({ code, place: {}, params }, language);
}
