import { describe, expect, it } from 'vitest';
import { REPORTS } from '../../reports/index.js';
import { JALALI } from '../../src/domain/calendar.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { councilCheckBefore, halfYearDueMonth } from '../../src/domain/packs.js';
import type { Workbook } from '../../src/report/sheet.js';
import { writeWorkbook } from '../../src/report/xlsx.js';
import { formulaResults, reread, sheetOf, sheetTexts } from './cells.js';
import { monthFigures } from './figures.js';
import { hasOffice, recalculated } from './office.js';
import { same } from './same.js';

const SIZE = { branches: 3, goals: 3, schemes: 1, leavesEach: 2 };
const PACKS = ['brief', 'half-year', 'council'];

function kindsAt(period: string): string[] {
  const figures = { ...monthFigures(), period };
  return REPORTS.filter(({ workbooks }) => workbooks(figures).length > 0).map(({ code }) => code);
}

function built(code: string, figures: MonthFigures = monthFigures(SIZE)): Workbook {
  const [workbook] = REPORTS.find((report) => report.code === code)?.workbooks(figures) ?? [];
  if (!workbook) throw new Error(`no ${code} in ${figures.period}`);
  return workbook.build();
}

const textOf = (workbook: Workbook) => workbook.sheets.flatMap(sheetTexts).join('\n');

describe('packs', () => {
  it('come in the months to which they apply', () => {
    expect(kindsAt('1399-04')).toEqual(['manager', 'brief', 'council', 'department']);
    expect(kindsAt('1399-05')).toEqual(['manager', 'brief', 'department']);
    expect(kindsAt('1399-06')).toEqual(['manager', 'brief', 'half-year', 'council', 'department']);
    expect(kindsAt('1398-13')).toEqual(['manager', 'brief', 'half-year', 'department']);
    expect(councilCheckBefore(JALALI, '1399-06')).toBe('1399-04');
    expect(councilCheckBefore(JALALI, '1399-04')).toBe('1398-09');
    expect(councilCheckBefore(JALALI, '1399-05')).toBeNull();
    expect([halfYearDueMonth(JALALI, '1399-06'), halfYearDueMonth(JALALI, '1398-13')]).toEqual(['1399-07', '1399-01']);
  });

  it('say that income is the finance system’s, and by when a half year is to be published', () => {
    const text = textOf(built('half-year'));
    expect(text).toContain('بخش درآمد این گزارش از سامانهٔ مالی گرفته می‌شود');
    expect(text).toContain('مهلت انتشار: ۱۵ مهر ۱۳۹۹');
    expect(sheetTexts(sheetOf(built('manager'), 'خلاصه')).join('\n')).toContain('درآمد در این گزارش نیست');
  });

  it('cut the year by district, and the districts add up to their projects', () => {
    const figures = monthFigures(SIZE);
    const [first, second] = figures.slices.yearFull.district;
    const year = figures.leaves.filter((leaf) => leaf.kind === 'project' && leaf.year === 1399);
    expect((first?.spentRial ?? 0n) + (second?.spentRial ?? 0n)).toBe(
      BigInt(year.reduce((sum, { spentRial }) => sum + (spentRial ?? 0), 0)),
    );
    expect(textOf(built('half-year'))).toMatch(/منطقهٔ ۱ \| \d+ \|[^\n]+\n(.*\n)?.*منطقهٔ ۲ \| \d+/);
  });

  it('cut the council’s pack and the half year by all four attributes, and are signed by whom the configuration names', () => {
    const figures = monthFigures(SIZE);
    const signed = { ...figures, look: { ...figures.look, signatures: ['ناظر عالی', 'خزانه‌دار'] } };
    for (const code of ['council', 'half-year']) {
      const text = textOf(built(code, signed));
      for (const cut of ['منطقه', 'مأموریت', 'نوع کار', 'محل تأمین اعتبار']) expect(text).toContain(`به تفکیک ${cut}`);
      expect(text).toMatch(/ناظر عالی \| خزانه‌دار/);
      expect(text).not.toMatch(/شهردار[:)]/);
    }
  });

  it('give the sentence of an empty table the whole width, and end a Persian name in an English sentence', () => {
    const sheet = built('council').sheets[0];
    const at =
      (sheet?.rows.findIndex(({ cells }) => cells[0]?.value === 'گزارش پیشینی که سنجیده شده باشد نیست.') ?? -1) + 1;
    expect(sheet?.merges).toContain(`A${at}:L${at}`);
    const english = textOf(built('council', { ...monthFigures(SIZE), language: 'en' }));
    expect(english).toMatch(/“گزاره G2[^”]*”\u200e \(\d/);
    expect(english).toMatch(/“واحد D2”\u200e \(\d/);
  });

  it('name the branches of a plan that has one of each, not the plan again', () => {
    const one = monthFigures({ branches: 1, goals: 1, schemes: 1, leavesEach: 1 });
    const rows = built('brief', one).sheets[0]?.rows.map(({ cells }) => cells[0]?.value) ?? [];
    expect(rows.filter((code) => code === 'P')).toHaveLength(1);
  });

  it('set a council pack against the one before', () => {
    const figures = monthFigures(SIZE);
    const rows = figures.headline.rows.map((row) => ({ ...row, physical: (row.physical ?? 0) - 0.1 }));
    const pack = textOf(built('council', { ...figures, sinceCouncil: { period: '1399-04', rows } }));
    expect(pack).toContain('از گزارش پیشین شورا (تیر ۱۳۹۹) تا امروز');
    expect(pack.split('\n').filter((line) => / \| 10 \| /.test(line)).length).toBeGreaterThan(3);
    expect(textOf(built('council'))).toContain('گزارش پیشینی که سنجیده شده باشد نیست.');
  });

  it('fit the brief on one page, and repeat themselves cell by cell', () => {
    expect(built('brief').sheets.map(({ print }) => print.pagesHigh)).toEqual([1]);
    for (const code of PACKS) expect(built(code)).toEqual(built(code));
  });

  it('hold hostile text as plain text', async () => {
    const figures = monthFigures(SIZE);
    const evil = `=HYPERLINK("http://evil")\u202e\u0000${'x'.repeat(40_000)}`;
    const row = <T extends object>(own: T): T => ({ ...own, title: evil });
    const hostile = {
      ...figures,
      organisation: evil,
      leaves: figures.leaves.map(row),
      headline: { ...figures.headline, rows: figures.headline.rows.map(row) },
      slices: {
        ...figures.slices,
        headline: { ...figures.slices.headline, district: figures.slices.headline.district.map(row) },
      },
    };
    for (const code of PACKS) {
      const book = await reread(await writeWorkbook(built(code, hostile)));
      book.eachSheet((sheet) =>
        sheet.eachRow((line) =>
          line.eachCell((cell) => {
            if (!String(cell.value).includes('evil')) return;
            expect([typeof cell.value, cell.formula]).toEqual(['string', undefined]);
            expect(String(cell.value).length).toBeLessThanOrEqual(32_767);
          }),
        ),
      );
    }
  });

  it.skipIf(!hasOffice)('recalculate to what they store', async () => {
    const month = monthFigures(SIZE);
    // The fixture's own year has a total that was made up; the headline's is summed.
    const figures = { ...month, others: { ...month.others, yearFull: month.headline } };
    const since = { period: '1399-04', rows: figures.headline.rows };
    // One workbook, one start of the office: the sheets of the three under names of their own.
    const sheets = PACKS.flatMap((code) => {
      const own = built(code, { ...figures, sinceCouncil: since }).sheets;
      return own.map((sheet, index) => ({ ...sheet, name: `${code} ${index}` }));
    });
    const written = await writeWorkbook({ ...built('brief'), sheets });
    const stored = formulaResults(await reread(written));
    const computed = formulaResults(await reread(recalculated(written)));
    expect(stored.size).toBeGreaterThan(60);
    expect([...stored].filter(([at, value]) => !same(value, computed.get(at)))).toEqual([]);
  });
});
