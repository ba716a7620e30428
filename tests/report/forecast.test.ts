import { describe, expect, it } from 'vitest';
import { managerWorkbook } from '../../reports/manager.js';
import type { ForecastOfMonth } from '../../src/domain/forecast.js';
import { sheetOf, sheetTexts } from './cells.js';
import { monthFigures } from './figures.js';

const NAME = 'پیش‌بینی';

function sheetWith(change: (forecast: ForecastOfMonth) => ForecastOfMonth = (same) => same) {
  const figures = monthFigures();
  return managerWorkbook({ ...figures, forecast: change(figures.forecast) });
}

describe('the sheet of forecasts', () => {
  it('has plan, nodes and departments with bounds and methods, and says what is unknown or assumed', () => {
    const sheet = sheetOf(sheetWith(), NAME);
    const texts = sheetTexts(sheet);
    expect(texts[1]).toContain('از آغاز سال، نسبت به کل');
    expect(texts.slice(5, 12).map((text) => text.split(' | ')[1])).toEqual([
      'P',
      'G1',
      '1-1',
      '1-1-1',
      'D1',
      'D2',
      'D3',
    ]);
    expect(texts[5]).toBe(
      '1 | P | برنامه راهبردی | کل برنامه | 8 | 2 | 3 | 0.3 | 0.6 | 0.5 | 0.75 | شاخص (نسبت به برنامه)، کارنامهٔ ۲ | ' +
        '0.4 | 0.8 | — | — | ادامهٔ آهنگ (ساده)، بی‌کارنامه | 4000 | 3200 | ' +
        'کار: بازه ×۲٫۰ کشیده (فرض)؛ هزینه: بی‌بازه: تاریخچه کم است؛ ۲ پروژهٔ بی‌گزارش روی صفر (فرض)',
    );
    expect(texts[7]).toMatch(/ \| 4 \| 4 \| 0 \| — \| — \| — \| — \| — \| 0\.4 .*کار: گزارش نشده؛/);
    expect(texts[9]).toMatch(/ — \| — \| — \| — \| — \| — \| — \| .*هزینه: بودجه ندارد$/);
    const italic = (row: number) => sheet.rows[row - 1]?.cells.slice(7, 11).map((cell) => cell?.style.assumed);
    expect([italic(6), italic(7), italic(8)]).toEqual([
      [true, true, true, true],
      [false, false, true, true],
      [false, false, false, false],
    ]);
    expect(sheet.rows.slice(5, 9).map(({ outline }) => outline)).toEqual([undefined, undefined, 1, 2]);
    expect(sheet.freeze).toEqual({ rows: 5, columns: 3 });
    expect(sheet.print).toMatchObject({ landscape: true, titleRows: [5, 5] });
  });

  it('prints the record of the methods, and says that no printed year is over yet, or how printed ones did', () => {
    const before = sheetTexts(sheetOf(sheetWith(), NAME)).join('\n');
    expect(before).toContain(
      '2 | کار | شاخص (نسبت به برنامه) | ماه‌های امسال | ۶-۲۰ | ۲–۴ | 24 | 0.05 | 0.12 | — | ×۲٫۰',
    );
    // Only projects rest on the first record, and they are not on the sheet.
    expect(before).not.toContain('1 | کار | شاخص');
    expect(before).toContain('هنوز هیچ سالی پس از نخستین پیش‌بینیِ چاپ‌شده به پایان نرسیده است.');
    expect(before).not.toContain('پروژه‌ها | مورد');
    const published = [{ measure: 'spend', size: 'project', cases: 31, meanError: 0.07, coverage: 0.81 }] as const;
    const after = sheetTexts(
      sheetOf(
        sheetWith((own) => ({ ...own, published: [...published] })),
        NAME,
      ),
    ).join('\n');
    expect(after).toContain('1 | هزینه | ۱ | 31 | 0.07 | 0.81');
    expect(after).not.toContain('هنوز هیچ سالی');
  });

  it('tells the first page where the year will end, with interval, method and record, or that there is none', () => {
    const summary = (change?: (forecast: ForecastOfMonth) => ForecastOfMonth) =>
      sheetTexts(sheetOf(sheetWith(change), 'خلاصه')).find((text) => text.startsWith('پیش‌بینی پایان سال'));
    expect(summary()).toBe(
      'پیش‌بینی پایان سال ۱۳۹۹: کار ۶۰٫۰٪ از کار سال (بازهٔ چهار از پنج ۵۰٫۰٪ تا ۷۵٫۰٪؛ روش «شاخص (نسبت به برنامه)»، میانگین خطا ۵٫۰٪ در ۲۴ مورد از ماه‌های امسال، با کشش فرضی ×۲٫۰)؛ ' +
        'هزینه ۸۰٫۰٪ از اعتبار سال (بی‌بازه: تاریخچه کم است؛ روش «ادامهٔ آهنگ (ساده)» بی‌کارنامه). ' +
        '۲ از ۸ پروژهٔ سال هنوز پیشرفتی گزارش نکرده‌اند و در جمع‌ها روی صفر ایستاده‌اند (فرض). ' +
        '۳ پروژهٔ ناتمام برای این ماه پیشرفتی نفرستاده‌اند؛ پیش‌بینی‌شان از ماه آخرین گزارششان حساب شده است: ماه بی‌گزارش نامعلوم است، نه ماه بی‌کار. شرح در برگهٔ «پیش‌بینی».',
    );
    const over = { method: null, record: null, low: null, high: null, noInterval: 'year_is_over' } as const;
    const ended = summary(({ rows, ...rest }) => ({
      ...rest,
      rows: rows.map((row) => ({ ...row, silent: 0, physical: { ...row.physical, ...over } })),
    }));
    expect(ended).toContain('کار ۶۰٫۰٪ از کار سال (سال به پایان رسیده: خودِ عملکرد)؛');
    expect(summary((own) => ({ ...own, rows: [] }))).toBeUndefined();
  });

  it('has its sums on the control sheet, live over the sheet', () => {
    const control = sheetOf(sheetWith(), 'کنترل');
    const rows = control.rows.filter(({ cells }) => String(cells[0]?.value).includes(`${NAME}: `));
    expect(rows.map(({ cells }) => cells[1]?.formula)).toContain(
      `SUMPRODUCT('${NAME}'!$I$6:$I$12,'${NAME}'!$A$6:$A$12)`,
    );
    // 1·0.6 + 2·0.6 + 4·0.6 + 5·0.6 + 6·0.6 + 7·0.6: the third row never reported.
    expect(rows[0]?.cells[2]?.value).toBeCloseTo(15, 12);
    expect(rows).toHaveLength(7);
  });

  it('speaks English from the same definitions', () => {
    const figures = monthFigures(undefined, { language: 'en' });
    const texts = sheetTexts(sheetOf(managerWorkbook(figures), 'Forecast')).join('\n');
    expect(texts).toContain('work: interval stretched ×2.0 (assumed); spending: no interval: too little history');
    expect(texts).toContain('No year has ended yet since a report first printed a forecast.');
  });
});

it('says the whole year above every sheet whose figures are of the whole year, though the headline is of what was due', () => {
  const workbook = managerWorkbook(monthFigures());
  for (const sheet of [NAME, 'کنترل پروژه', 'ارزش کسب‌شده'])
    expect(sheetTexts(sheetOf(workbook, sheet))[1]).toContain('از آغاز سال، نسبت به کل');
  expect(sheetTexts(sheetOf(workbook, 'ارزیابی واحدها'))[1]).toContain('از آغاز سال، نسبت به برنامهٔ موعدرسیده');
  expect(sheetTexts(sheetOf(workbook, 'پروژه‌ها'))[1]).toContain('نسبت به برنامهٔ موعدرسیده');
});

it('says above the feedback what its rules judge by, also where the headline is of a month and of the whole', () => {
  const figures = monthFigures();
  const options = { ...figures.headline.options, scope: 'month' as const, basis: 'full' as const };
  const workbook = managerWorkbook({ ...figures, headline: { ...figures.headline, options } });
  expect(sheetTexts(sheetOf(workbook, 'بازخورد'))[1]).toContain('از آغاز سال، نسبت به برنامهٔ موعدرسیده');
});
