import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkSubmission, type SubmissionReading } from '../../src/check/submission/check.js';
import type { Table } from '../../src/domain/table.js';
import { CONTEXT, sheet } from '../submission/town.js';
import { CITY } from './reading.js';

const HEADERS = [
  'ردیف',
  'کد پروژه',
  'عنوان پروژه',
  'پیشرفت فیزیکی (درصد)',
  'تخصیص (میلیون ریال)',
  'هزینه‌کرد (ریال)',
  'مشکلات و موانع',
  'اقدامات اصلاحی',
];
const CODES = ['1399-R03-0001', '1399-R03-0003', '1399-R03-0004', '1399-R03-0006', '1399-R03-0007'];

const check = (table: Table): SubmissionReading =>
  checkSubmission([table], { ...CONTEXT, planAt: () => CITY, fileName: '1399-06.xlsx' });

/** What is said, without where: the facts in text order. */
const said = ({ statements }: SubmissionReading): string[] =>
  statements.map(({ code, field, value, text }) => `${code} ${field} ${value ?? text}`).sort();

const errors = ({ findings }: SubmissionReading): string[] => findings.map(({ code }) => code);

const line = fc.record({
  percent: fc.oneof(
    fc.constant(''),
    fc.integer({ min: 2, max: 100 }).map(String),
    fc.constant('۱۲/۵'),
    fc.constant('٪۴۰'),
  ),
  allocated: fc.oneof(fc.constant('-'), fc.integer({ min: 0, max: 90_000 }).map(String)),
  spent: fc.integer({ min: 0, max: 10 ** 9 }).map((rial) => `#n${rial}`),
  obstacle: fc.constantFrom('', 'معارض', 'ندارد', 'کمبود اعتبار'),
  action: fc.constantFrom('', 'پیگیری'),
});

const rowsOf = (lines: readonly (typeof line extends fc.Arbitrary<infer T> ? T : never)[]): string[][] =>
  lines.map((one, index) => [
    `${index + 1}`,
    CODES[index] ?? '',
    `پروژه ${index + 1}`,
    one.percent,
    one.allocated,
    one.spent,
    one.obstacle,
    one.action,
  ]);

const tableOf = (rows: readonly string[][]): Table =>
  sheet(rows.map((cells) => cells.join(' | ')).join('\n'), { sheet: 'برگه' });

const lines = fc.array(line, { minLength: 2, maxLength: CODES.length });

/** Lines that people put among their data; none of them states anything. */
const NOISE = [
  [],
  ['مأموریت کالبدی و شهرسازی'],
  ['طرح: بهسازی معابر'],
  HEADERS,
  ['', 'میانگین', '', '۴۰'],
  ['', 'نقل از صفحه قبل', '', '', '۱۲', '#n13'],
];
const ABOVE = [['بسمه تعالی'], ['گزارش عملکرد پروژه‌ها'], ['شهرداری قم', '', '', 'محرمانه'], []];
const BELOW = [['توضیح: رقم‌ها موقت است'], ['تهیه‌کننده: کارشناس', '', '', 'تأییدکننده: مدیر واحد'], ['مهر و امضا']];

describe('the layout changes no fact', () => {
  test('columns in any order', () => {
    const orders = fc.shuffledSubarray([...HEADERS.keys()], { minLength: HEADERS.length });
    fc.assert(
      fc.property(lines, orders, (some, order) => {
        const rows = [HEADERS, ...rowsOf(some)];
        const permuted = rows.map((cells) => order.map((index) => cells[index] ?? ''));
        const [plain, other] = [check(tableOf(rows)), check(tableOf(permuted))];
        expect(said(other)).toEqual(said(plain));
        expect(errors(other).sort()).toEqual(errors(plain).sort());
      }),
      { numRuns: 100 },
    );
  });

  test('noise above, among and below the data', () => {
    const places = fc.array(fc.tuple(fc.nat(5), fc.constantFrom(...NOISE)), { maxLength: 6 });
    const numbers = fc.boolean();
    fc.assert(
      fc.property(
        lines,
        fc.subarray(ABOVE),
        places,
        fc.subarray(BELOW),
        numbers,
        (some, above, noise, below, numbered) => {
          const rows = rowsOf(some);
          const body = rows.flatMap((cells, index) => [
            ...noise.filter(([at]) => at === index).map(([, cells]) => cells),
            cells,
          ]);
          const numbering = numbered ? [HEADERS.map((_, index) => `${index + 1}`)] : [];
          const noisy = [...above, HEADERS, ...numbering, ...body, [], ...below].map((cells) => [...cells]);
          const [plain, other] = [check(tableOf([HEADERS, ...rows])), check(tableOf(noisy))];
          expect(said(other)).toEqual(said(plain));
          expect(errors(other).filter((code) => code !== 'SUB_TOTAL_ROW')).toEqual(errors(plain));
        },
      ),
      { numRuns: 150 },
    );
  });

  test('every fact names the cell that holds what was typed', () => {
    fc.assert(
      fc.property(lines, (some) => {
        const table = tableOf([['بسمه تعالی'], HEADERS, ...rowsOf(some)]);
        const cells = new Map(table.rows.flatMap((row) => row.cells.map((cell) => [cell.address, cell])));
        for (const { source } of check(table).statements) {
          expect(cells.get(source.cell)).toMatchObject({ row: source.row, text: source.raw });
          expect(HEADERS).toContain(source.column);
        }
      }),
      { numRuns: 30 },
    );
  });
});
