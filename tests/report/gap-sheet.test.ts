import { describe, expect, it } from 'vitest';
import { managerWorkbook } from '../../reports/manager.js';
import { JALALI } from '../../src/domain/calendar.js';
import { gapSentences, gapText } from '../../src/domain/catalogue/gap-sentences.js';
import type { MonthFigures } from '../../src/domain/month.js';
import type { Cell, Sheet } from '../../src/report/sheet.js';
import { rowText, sheetOf, sheetTexts } from './cells.js';
import { monthFigures } from './figures.js';

const SIZE = { branches: 2, goals: 6, schemes: 2, leavesEach: 2 };
const figures = monthFigures(SIZE);

function gapSheetOf(given: MonthFigures): Sheet {
  return sheetOf(managerWorkbook(given), given.language === 'fa' ? 'شکاف' : 'Gap');
}

/** Rows between a heading and the next one, without its column heads. */
function tableUnder(sheet: Sheet, heading: RegExp): (Cell | null)[][] {
  const start = sheet.rows.findIndex(({ cells }) => heading.test(String(cells[0]?.value ?? '')));
  const rest = sheet.rows.slice(start + 2);
  const end = rest.findIndex(({ cells }) => cells.length === 0);
  return rest.slice(0, end < 0 ? undefined : end).map(({ cells }) => cells);
}

describe('the sheet of the gap', () => {
  it('says what moved the gap since the edition published before, in steps that close', () => {
    const steps = tableUnder(gapSheetOf(figures), /^از مرداد ۱۳۹۹، ویرایش ۲ تا امروز/);
    const gaps = steps.map((cells) => cells[4]?.value);
    const [start, ...others] = gaps.map(Number);
    const [now, sum] = [others.pop(), others.pop()];
    expect(others.reduce((total, one) => total + one, 0)).toBeCloseTo(sum ?? Number.NaN, 9);
    expect((start ?? 0) + (sum ?? 0)).toBeCloseTo(now ?? Number.NaN, 9);
    expect(now).toBeCloseTo((figures.gap.gap ?? 0) * 100, 9);
    expect(steps.map((cells) => String(cells[1]?.value).split(':')[0])).toEqual([
      'مرداد ۱۳۹۹، ویرایش ۲',
      'اصلاح ارقام',
      'بازبرنامه‌ریزی',
      'اصلاح بودجه',
      'آزاد شدن وزن',
      'بی‌گزارش',
      'گزارش تازه',
      'جمع گام‌ها',
      'شهریور ۱۳۹۹',
    ]);
  });

  it('leads the change to departments, nodes and projects, each table adding up to it', () => {
    const sheet = gapSheetOf(figures);
    const change = (figures.gapSince?.changes.change.gap ?? Number.NaN) * 100;
    for (const heading of [/^تغییر شکاف کل از کدام/, /^تغییر شکاف کل در سطح/, /^تغییر شکاف کل، پروژه/]) {
      const rows = tableUnder(sheet, heading);
      const total = rows.at(-1);
      expect(Number(total?.[9]?.value)).toBeCloseTo(change, 9);
      const sums = rows.slice(0, -1).map((cells) => Number(cells[9]?.value));
      expect(sums.reduce((sum, one) => sum + one, 0)).toBeCloseTo(change, 9);
      expect(sums.length).toBeGreaterThan(2);
      expect(total?.[11]?.value).toBe('برابر تغییر');
    }
  });

  it.each(['fa', 'en'] as const)(
    'says the sentences of the catalogue and where each number stands (%s)',
    (language) => {
      const own = { ...figures, language };
      const sheet = gapSheetOf(own);
      const told = gapSentences(own.gap, own.gapSince?.changes ?? null, own.gapSince?.since ?? null);
      const [since] = told.filter(({ rule }) => rule === 'since_edition');
      if (!since) throw new Error('nothing is said of the change');
      expect(sheetTexts(sheet).join('\n')).toContain(gapText(since, language, JALALI));
      const trace = tableUnder(sheet, /^(جای عددهای جمله‌ها|Where the numbers)/);
      const numbers = told.flatMap(({ operands }) => operands.filter(({ value }) => typeof value === 'number'));
      expect(trace).toHaveLength(numbers.length);
      for (const [index, cells] of trace.entries()) {
        const { name, kind, value } = numbers[index] ?? { name: '', kind: '', value: Number.NaN };
        const shown = cells.slice(2, 5).find((cell) => cell?.value !== '');
        const wanted = kind === 'points' || kind === 'signed' ? Number(value) * 100 : Number(value);
        expect([name, Number(shown?.value)]).toEqual([name, expect.closeTo(wanted, 9)]);
        // A number is live over its cell; that of an edition stands in the words of its row.
        const [at = ''] = String(cells[5]?.value).split(', ');
        expect([name, at]).toEqual([name, expect.stringMatching(/^[A-L]\d+$/)]);
        expect(shown?.formula === undefined ? name : '').toBe(name === 'edition' ? 'edition' : '');
        expect(rowText(sheet, Number(at.slice(1)))).not.toBe('');
      }
    },
  );

  it('says so where nothing went before', () => {
    const first = gapSheetOf({ ...figures, gapSince: null });
    expect(sheetTexts(first).join('\n')).not.toMatch(/ویرایش ۲|undefined|null/);
    const said = first.rows.findIndex(({ cells }) => cells[0]?.value === 'برنامه پیش از این دوره آغاز نشده بود.') + 1;
    expect(first.merges).toContain(`A${said}:L${said}`);
  });
});

it('counts one project as one', () => {
  const told = (value: number) =>
    gapText({ rule: 'money_ahead', operands: [{ name: 'projects', kind: 'count', value }] }, 'en', JALALI);
  expect([told(1), told(2)]).toEqual([
    expect.stringMatching(/in 1 project\.$/),
    expect.stringMatching(/in 2 projects\.$/),
  ]);
});
