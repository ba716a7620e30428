import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyPackage } from '../../src/domain/plan.js';
import { check, sheet, stated, TOWN, told } from './town.js';

const A = '1399-R03-0001';

describe('what a plain file says', () => {
  test('a Persian sheet with titles, units, Persian digits, totals and signatures', () => {
    const reading = check(
      `شهرداری منطقه ۳
       گزارش پیشرفت پروژه‌ها – شهریورماه ۱۳۹۹
       مبالغ به میلیون ریال می‌باشد

       ردیف | کد پروژه | عنوان پروژه | پیشرفت فیزیکی (درصد) | مقدار انجام‌شده | هزینه‌کرد | تعهدات (تومان) | مشکلات
       1 | 2 | 3 | 4 | 5 | 6 | 7 | 8
       ۱ | ۱۳۹۹-R03-۰۰۰۱ | آسفالت معابر | ۱۲/۵ | | ۱٬۲۵۰ | ۳۰ میلیارد ریال | معارض دارد
       ۲ | 1399–r03–0002 | جدول‌گذاری | | ۸ کیلومتر | ۰٫۱ | 5 |
       ۳ | 1399-R03-0006 | فاز دو | | | | - | -
       | | جمع کل | | | 1250.1 | |
       تهیه‌کننده: کارشناس | | | | تأییدکننده: مدیر`,
      { folderDepartment: null, fileName: 'نهایی.xlsx' },
    );
    expect(stated(reading)).toEqual([
      `${A} physical 0.125`,
      `${A} spent_rial 1250000000`,
      `${A} committed_rial 30000000000`,
      `${A} obstacle معارض دارد`,
      '1399-R03-0002 quantity 8',
      '1399-R03-0002 spent_rial 100000',
      '1399-R03-0002 committed_rial 50',
    ]);
    // Read right, the amounts contradict each other: that is asked, and refuses nothing.
    expect(told(reading)).toEqual([
      'SUB_TOTAL_ROW row 10',
      'SUB_COMMITTED_OVER_APPROVED G7',
      'SUB_SPENT_OVER_COMMITTED F8',
    ]);
    expect(reading).toMatchObject({
      department: 'R03',
      period: '1399-06',
      status: 'accepted',
      acceptedRows: 2,
      refusedRows: 0,
    });
    expect(reading.statements[0]?.source).toEqual({
      sheet: null,
      row: 7,
      column: 'پیشرفت فیزیکی (درصد)',
      cell: 'D7',
      raw: '۱۲/۵',
    });
    expect(
      reading.understanding[0]?.columns.map(({ column, field, unit }) => [column, field, unit]).slice(3, 7),
    ).toEqual([
      ['D', 'physical_percent', '%'],
      ['E', 'quantity', null],
      ['F', 'spent_rial', 'مبالغ به میلیون ریال می‌باشد'],
      ['G', 'committed_rial', 'تومان'],
    ]);
  });

  test('an English file of both kinds on several sheets, one sheet the progress and one the money', () => {
    const reading = check(
      [
        sheet(`project | physical_percent | note\n${A} | 59%f | fine`, { sheet: 'work' }),
        sheet(`project | spent_rial\n${A} | #n1250`, { sheet: 'money' }),
        sheet('indicator | value | numerator | denominator\nSH-01 | -2.5 | 5 | 2\nSH-02 | 35%f', { sheet: 'KPI' }),
      ],
      { fileName: 'report 1399-06.xlsx' },
    );
    expect(told(reading)).toEqual([]);
    expect(stated(reading)).toEqual([
      `${A} physical 0.59`,
      `${A} note fine`,
      `${A} spent_rial 1250`,
      'SH-01 value -2.5',
      'SH-01 numerator 5',
      'SH-01 denominator 2',
      'SH-02 value 35',
    ]);
  });

  test('a row with an error goes back alone and tells all its faults; the others count', () => {
    const reading = check(
      `project | physical_percent | spent_rial\n${A} | 120 | x\n1399-R03-0006 | 30 | 5\n1399-R03-0003 | |`,
    );
    expect(told(reading)).toEqual(['SUB_PHYSICAL_OVER_100 B2', 'SUB_NOT_A_NUMBER C2']);
    expect(stated(reading)).toEqual(['1399-R03-0006 physical 0.3', '1399-R03-0006 spent_rial 5']);
    expect(reading).toMatchObject({ status: 'partly', acceptedRows: 1, refusedRows: 1 });
  });

  test('«کد» alone is the code of what the figures speak of', () => {
    expect(stated(check(`کد | عنوان | پیشرفت فیزیکی\n${A} | آسفالت | 20`))).toEqual([`${A} physical 0.2`]);
    expect(stated(check('کد | عملکرد شاخص\nSH-01 | 2'))).toEqual(['SH-01 value 2']);
  });

  test('a refused file states nothing and counts its rows', () => {
    const reading = check(`project | physical_percent\n${A} | 20`, { fileName: 'report.csv' });
    expect(reading).toMatchObject({
      status: 'refused',
      statements: [],
      acceptedRows: 0,
      refusedRows: 1,
      department: 'R03',
    });
  });
});

test('a file of answers alone, none of which has a known number, is asked about its numbers and about no table', () => {
  const reading = check('شماره پرسش | پرسش | پاسخ\nQ99 | چرا؟ | باران بود');
  expect(told(reading)).toEqual(['SUB_ANSWER_UNKNOWN A2']);
});

describe('the month', () => {
  const head = `project | physical_percent\n${A} | 20`;
  test.each([
    ['file name', head, 'گزارش شهریور 99.xlsx', '1399-06'],
    ['cell above', `ماه: مرداد ۱۳۹۹\n${head}`, 'a.csv', '1399-05'],
    ['cells of one line above', `ماه | مرداد | سال | ۱۳۹۹\n${head}`, 'a.csv', '1399-05'],
    ['column', `project | period | physical_percent\n${A} | 1399/5 | 20`, 'a.csv', '1399-05'],
    ['the running month', head, '1399-07.csv', '1399-07'],
    ['a code in the file name is no month', `ماه: مرداد ۱۳۹۹\n${head}`, '1399-R03-0127.csv', '1399-05'],
    ['a letter and a number in the file name are no month', `ماه: مرداد ۱۳۹۹\n${head}`, 'm1.xlsx', '1399-05'],
  ])('from the %s', (_, text, fileName, period) => {
    expect(check(text, { fileName })).toMatchObject({ period, status: 'accepted' });
  });

  test('the settlement of a finished year is a period of that year', () => {
    const reading = check('project | spent_rial\n1398-R03-0006 | 20', { fileName: '1398-13.csv' });
    expect(stated(reading)).toEqual(['1398-R03-0006 spent_rial 20']);
    expect(told(check(head, { fileName: '1399-13.csv' }))).toEqual(['SUB_PERIOD_FUTURE']);
  });

  test('a conflict names both places', () => {
    const [finding] = check(`ماه: مرداد ۱۳۹۹\n${head}`, { fileName: '1399-06.csv' }).findings;
    expect(finding?.params).toEqual({
      first: '1399-05',
      firstPlace: 'A1',
      second: '1399-06',
      secondPlace: '1399-06.csv',
    });
  });

  test('no plan holds in the period', () => {
    expect(told(check(head, { planAt: () => null }))).toEqual(['SUB_PERIOD_OUTSIDE_PLAN']);
    expect(told(check(head, { planAt: () => emptyPackage() }))).toContain('SUB_PERIOD_OUTSIDE_PLAN');
  });
});

describe('the unit of money', () => {
  const row = `${A} | 2.5`;
  test.each([
    ['the cell over the header', `کد پروژه | هزینه‌کرد (تومان)\n${A} | ۲ میلیون ریال`, null, 2_000_000],
    ['the header over the note', `مبالغ به میلیون ریال\nکد پروژه | هزینه‌کرد (هزار ریال)\n${row}`, null, 2500],
    ['the note over the configuration', `مبالغ به میلیون ریال\nکد پروژه | هزینه‌کرد\n${row}`, 'toman', 2_500_000],
    ['a note below the table', `کد پروژه | هزینه‌کرد\n${row}\n* ارقام به میلیون ریال است`, null, 2_500_000],
    ['the configuration at last', `کد پروژه | هزینه‌کرد\n${row}`, 'billion_rial', 2_500_000_000],
    ['zero needs no unit', `کد پروژه | هزینه‌کرد\n${A} | 0`, null, 0],
  ])('%s', (_, text, defaultMoneyUnit, rial) => {
    const reading = check(text, { defaultMoneyUnit });
    expect(told(reading)).toEqual([]);
    expect(reading.statements.map(({ value }) => value)).toEqual([rial]);
  });

  test('the profile of the department stands before the configuration', () => {
    const planAt = () => ({ ...TOWN, reporters: [{ department: 'D06', fields: 'money' as const, code: 'P1' }] });
    const reading = check(`کد پروژه | هزینه‌کرد\n${A} | 2`, {
      folderDepartment: 'D06',
      defaultMoneyUnit: 'rial',
      planAt,
    });
    expect(stated(reading)).toEqual([`${A} spent_rial 2000000`]);
  });

  test('brackets that name no unit of money are never taken for another unit', () => {
    const text = `کد پروژه | هزینه‌کرد (روز)\n${A} | 5`;
    expect(told(check(text, { defaultMoneyUnit: 'rial' }))).not.toEqual([]);
    expect(stated(check(text, { defaultMoneyUnit: 'rial' }))).toEqual([]);
  });

  test('million rial with decimals is exact to the rial', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 14 }), (rial) => {
        const typed = `${Math.floor(rial / 1e6)}.${String(rial % 1e6).padStart(6, '0')}`;
        const reading = check(`project | هزینه‌کرد (میلیون ریال)\n${A} | ${typed}`);
        expect(reading.statements.map(({ value }) => value)).toEqual([rial]);
      }),
      { numRuns: 50 },
    );
  });
});

describe('who may report what', () => {
  const reporters = (...rows: [string, 'physical' | 'money' | 'all' | 'indicators', string][]) => ({
    planAt: () => ({ ...TOWN, reporters: rows.map(([department, fields, code]) => ({ department, fields, code })) }),
  });
  const text = `project | physical_percent | spent_rial | note\n${A} | 20 | 5 | n`;

  test('finance sends the money of the nodes that the table gives it', () => {
    const money = `project | spent_rial\n${A} | 5\n1399-O04-0001 | 6`;
    const reading = check(money, {
      folderDepartment: 'D06',
      ...reporters(['D06', 'money', 'S1'], ['R03', 'all', 'G1']),
    });
    expect(told(reading)).toEqual(['SUB_FOREIGN_PROJECT A3']);
    expect(stated(reading)).toEqual([`${A} spent_rial 5`]);
  });

  test('with a table a department reports what the table says, even of its own projects', () => {
    expect(told(check(text, reporters(['D06', 'all', 'S1'])))).toEqual(['SUB_FOREIGN_PROJECT A2']);
    expect(told(check(text, reporters(['R03', 'money', A])))).toEqual(['SUB_FIELD_NOT_ALLOWED B2']);
    expect(told(check(text, reporters(['R03', 'money', A], ['R03', 'physical', 'G1'])))).toEqual([]);
  });

  test('suggestions name the code that was meant', () => {
    const [unknown] = check('project | physical_percent\n1399-R03-001 | 20').findings;
    expect(unknown?.params).toMatchObject({ raw: '1399-R03-001', suggestion: A });
    const [lastYear] = check('project | physical_percent\n1398-R03-0006 | 20').findings;
    expect(lastYear?.params).toMatchObject({ suggestion: '1399-R03-0006' });
  });
});

describe('percent', () => {
  test.each([
    ['59', 0.59],
    ['۵۹٪', 0.59],
    ['0.5%', 0.005],
    ['7%f', 0.07],
    ['100', 1],
    ['0', 0],
    ['12/375', 0.12375],
  ])('%s', (typed, ratio) => {
    const reading = check(`project | physical_percent\n${A} | ${typed}`);
    expect(reading.statements.map(({ value }) => value)).toEqual([ratio]);
  });

  test('a fraction or a bare 1 is asked about in every row, also when the whole column is so', () => {
    const reading = check(`project | پیشرفت فیزیکی (درصد)\n${A} | 0.59\n1399-R03-0006 | 1`);
    expect(told(reading)).toEqual(['SUB_PERCENT_SCALE B2', 'SUB_PERCENT_SCALE B3']);
    expect(reading.status).toBe('refused');
  });
});

describe('rows of one code', () => {
  test('different rows name each other and neither counts', () => {
    const reading = check(`project | physical_percent\n${A} | 20\n${A} | 30\n1399-R03-0006 | 7`);
    expect(reading.findings.map(({ place, params }) => [place.cell, params.other])).toEqual([
      ['A2', 'A3'],
      ['A3', 'A2'],
    ]);
    expect(stated(reading)).toEqual(['1399-R03-0006 physical 0.07']);
  });

  test('equal rows count once', () => {
    const reading = check(`project | physical_percent\n${A} | 20\n${A} | 20`);
    expect(reading).toMatchObject({ status: 'accepted', acceptedRows: 1, refusedRows: 0 });
    expect(stated(reading)).toEqual([`${A} physical 0.2`]);
  });

  test('a row with an error drags its twin down: nobody knows which was meant', () => {
    const reading = check(`project | physical_percent\n${A} | 20\n${A} | abc`);
    expect(reading).toMatchObject({ status: 'refused', refusedRows: 2 });
  });
});

test('at most 200 findings are listed and the rest is counted', () => {
  const rows = Array.from({ length: 300 }, (_, index) => `X-${index} | 5`).join('\n');
  const { findings } = check(`project | physical_percent\n${rows}`);
  expect(findings).toHaveLength(201);
  expect(findings.at(-1)).toMatchObject({ code: 'SUB_MORE_FINDINGS', params: { count: 100 } });
});

test('«جمع‌آوری» and «جمعه‌بازار» are works, «جمع» and «کل» are totals', () => {
  const reading = check(
    'project | title | physical_percent\n | جمع‌آوری پسماند | 1\n | جمع آوری آب | 2\n | جمعه‌بازار | 3\n | جمع منطقه ۳ | 4\n | کل | 5',
  );
  expect(told(reading)).toEqual([
    'SUB_TOTAL_ROW row 5',
    'SUB_TOTAL_ROW row 6',
    'SUB_CODE_MISSING A2',
    'SUB_CODE_MISSING A3',
    'SUB_CODE_MISSING A4',
  ]);
});

test('whatever cells hold, nothing throws and every statement is sound', () => {
  const typed = fc.oneof(
    fc.constantFrom(
      A,
      '1399-R03-0002',
      'SH-02',
      'جمع',
      'حذف',
      '59%f',
      '#n0.5',
      '#n1e300',
      '#d46361',
      '#!N/A',
      '1/250',
      '-',
      '۱۲٫۵',
    ),
    fc.double({ min: -1e17, max: 1e17, noNaN: true }).map(String),
    fc.string({ unit: 'grapheme', maxLength: 12 }).map((text) => text.replace(/[|~\n\r]/g, ' ')),
  );
  const head = 'project | physical_percent | quantity | هزینه‌کرد (میلیون ریال) | note';
  fc.assert(
    fc.property(fc.array(fc.array(typed, { minLength: 1, maxLength: 6 }), { maxLength: 8 }), (lines) => {
      const reading = check([head, ...lines.map((cells) => cells.join(' | '))].join('\n'));
      for (const { field, value } of reading.statements) {
        if (field === 'physical' && value !== null) expect(value >= 0 && value <= 1).toBe(true);
        if (field === 'spent_rial' && value !== null) expect(Number.isSafeInteger(value) && value >= 0).toBe(true);
      }
      expect(reading.statements.length > 0).toBe(reading.status !== 'refused');
    }),
    { numRuns: 300 },
  );
});
