import { describe, expect, it } from 'vitest';
import { FIRST_ROW } from '../../reports/manager/columns.js';
import { INDICATOR_KEYS } from '../../reports/manager/indicators-columns.js';
import { managerWorkbook } from '../../reports/manager.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { rowText, sheetOf, sheetTexts } from './cells.js';
import { monthFigures } from './figures.js';

const SIZE = { branches: 2, goals: 6, schemes: 1, leavesEach: 2 };

function texts(figures: MonthFigures, sheet: string): string[] {
  return sheetTexts(sheetOf(managerWorkbook(figures), sheet));
}

describe('the manager’s workbook', () => {
  it('has its sheets in order, right to left, each with page numbers and one page wide', () => {
    const workbook = managerWorkbook(monthFigures());
    expect(workbook.sheets.map(({ name }) => name)).toEqual([
      'خلاصه',
      'درخت برنامه',
      'شکاف',
      'پروژه‌ها',
      'کنترل پروژه',
      'ارزش کسب‌شده',
      'شاخص‌ها',
      'واحدها',
      'ارزیابی واحدها',
      'بازخورد',
      'برش‌ها',
      'پیش‌بینی',
      'گزارش‌دهی',
      'کیفیت داده',
      'ردگیری',
      'کنترل',
      'داده نمودارها',
    ]);
    expect(new Set(workbook.sheets.map(({ print }) => print.footer))).toEqual(
      new Set(['\u200e&P\u200e / \u200e&N\u200e']),
    );
    expect(workbook.sheets[0]?.print.breaks).toHaveLength(1);
  });

  it('names the questions that nobody answers, and the oddities that were accepted with who and why', () => {
    const params = { code: '1', field: 'physical', header: 'پیشرفت', value: 25, before: 40, period: '1399-05' };
    const finding = { code: 'SUB_FALLING' as const, place: {}, params };
    const head = {
      department: 'D1',
      code: '1',
      field: 'physical' as const,
      findingCode: finding.code,
      holdsFor: '1399-06',
    };
    const asked = { ...head, finding, period: '1399-06', events: [], lapsed: false };
    const overdue = {
      ...asked,
      id: 7,
      state: 'open' as const,
      openSince: '1399-04',
      answer: null,
      remark: null,
      waited: 2,
      escalated: true,
    };
    const accepted = {
      ...{ ...asked, id: 8, state: 'acknowledged' as const, openSince: null, waited: 0, escalated: false },
      answer: { text: 'نقشه‌برداری شد', by: 'رضایی', at: '' },
      remark: { text: 'سند دیده شد', by: 'دفتر برنامه', at: '' },
    };
    const rows = texts({ ...monthFigures(), questions: [overdue, accepted] }, 'کیفیت داده').filter((row) =>
      /^Q\d/.test(row),
    );
    expect(rows[0]).toMatch(/^Q7 \| .*از ۴۰ .*به ۲۵ .*؟ \| D1 \| 1 \| .* \| دیر مانده \| 2 \| —/);
    expect(rows[1]).toMatch(/پذیرفته شد \| 0 \| نقشه‌برداری شد \| سند دیده شد \| دفتر برنامه$/);
  });

  it('prints the headline with scope, basis, bounds, coverage and silence', () => {
    const figures = monthFigures(SIZE);
    const [total] = figures.headline.rows;
    if (!total) throw new Error('no total');
    const exact = {
      ...total,
      physical: 0.59,
      low: 0.59,
      high: 0.642,
      budget: 1.005,
      gap: 0.415,
      coverage: 0.91,
      silent: 12,
      leaves: 140,
    };
    const summary = texts(
      {
        ...figures,
        headline: { ...figures.headline, rows: [exact, ...figures.headline.rows.slice(1)] },
        gap: { ...figures.gap, physical: exact.physical, budget: exact.budget, gap: exact.gap },
      },
      'خلاصه',
    );
    expect(summary).toContain('داده نمونه — غیرواقعی');
    expect(summary).toContain(
      'برنامه راهبردی — از آغاز برنامه، نسبت به برنامهٔ موعدرسیده | داده تا ۱۳۹۹/۰۷/۰۳ ۱۰:۰۰ — نوبت ۱',
    );
    expect(summary).toContain('0.9 | 0.59 | 1.005 | 0.6333 | 41.5');
    expect(summary.join('\n')).toContain('۵۹٪ (۵۹ تا ۶۴ اگر بی‌گزارش‌ها طبق برنامه باشند)، پوشش ۹۱٪، ۱۲ از ۱۴۰ بی‌گزارش');
    expect(summary.join('\n')).toContain('پول ۴۱٫۵ واحد درصد از کار جلوتر است.');
  });

  it('adds the parts of the gap up, small ones too, and exceeds no bound that it names', () => {
    const figures = monthFigures(SIZE);
    const [cause] = figures.gap.causes;
    if (!cause) throw new Error('no cause');
    const outside = [{ kind: 'money_without_work' as const, value: -0.000255 }];
    const gap = { paidAhead: 0.4, mix: 0.015, outside, gap: 0.414745 };
    const causes = [{ ...cause, paidAhead: 0.00136, mix: 0, outside: 0 }];
    const summary = texts({ ...figures, gap: { ...figures.gap, ...gap, causes } }, 'خلاصه').join('\n');
    expect(summary).toContain('-0.0255');
    expect(summary).toContain('بیش از ۰٫۲ واحد');
  });

  it('says nothing about the placement of money where weights are assumed', () => {
    const figures = monthFigures(SIZE);
    const mix = 'چیدمان پول در جاهایی جز وزن‌های برنامه';
    expect(texts(figures, 'خلاصه').join('\n')).toContain(mix);
    expect(texts({ ...figures, gap: { ...figures.gap, weightsAssumed: true } }, 'خلاصه').join('\n')).not.toContain(mix);
  });

  it('shows no data as "—", never as 0, and marks what is stale or assumed', () => {
    const figures = monthFigures(SIZE);
    const projects = sheetOf(managerWorkbook(figures), 'پروژه‌ها');
    const rowOf = (found: (leaf: MonthFigures['leaves'][number]) => boolean) => figures.leaves.findIndex(found) + 6;
    const missing = rowText(
      projects,
      rowOf(({ physicalState }) => physicalState === 'missing'),
    );
    expect(missing).toMatch(/ \| — \| 0\.5 \| — \| [\d.]+ \| [\d.]+ \| — \| — \| — \| /);
    expect(missing).toContain('پیشرفت هرگز گزارش نشده');
    const stale = projects.rows[rowOf(({ physicalState }) => physicalState === 'stale') - 1];
    expect(stale?.cells[6]?.style.tone).toBe('muted');
    expect(stale?.cells[15]?.value).toBe('مانده از تیر ۱۳۹۹');
    const assumed = projects.rows[rowOf(({ plannedAssumed }) => plannedAssumed) - 1];
    expect(assumed?.cells[7]?.style.assumed).toBe(true);
  });

  it('keeps every figure of the tree live: leaf nodes over the projects, the others over their children', () => {
    const workbook = managerWorkbook(monthFigures());
    const tree = sheetOf(workbook, 'درخت برنامه');
    const formula = (row: number, column: number) => tree.rows[row - 1]?.cells[column]?.formula;
    expect(formula(6, 19)).toBe('SUM(T7,T12)');
    expect(formula(9, 19)).toBe("SUMIFS('پروژه‌ها'!$S$6:$S$13,'پروژه‌ها'!$V$6:$V$13,$A9)");
    expect(formula(9, 21)).toBe(`COUNTIFS('پروژه‌ها'!$V$6:$V$13,$A9,'پروژه‌ها'!$G$6:$G$13,"<1E+300")`);
    expect(formula(6, 5)).toBe('IF(OR(V6=0,U6<=0),"—",T6/U6)');
    expect(tree.rows.slice(5, 9).map(({ outline }) => outline)).toEqual([undefined, undefined, 1, 2]);
    const card = workbook.sheets[0]?.rows[5]?.cells[2];
    expect(card?.formula).toBe("'درخت برنامه'!F6");
  });

  it('leads from the first page to the sheets behind it, and no link to a place that is not there', () => {
    const { sheets } = managerWorkbook(monthFigures());
    const links = sheets.map(({ rows }) => rows.flatMap(({ cells }) => cells.flatMap((each) => each?.link ?? [])));
    expect(new Set(links[0]?.map(({ sheet }) => sheet))).toEqual(
      new Set(['درخت برنامه', 'کنترل', 'کنترل پروژه', 'ارزیابی واحدها', 'بازخورد', 'پیش‌بینی', 'گزارش‌دهی', 'ردگیری']),
    );
    const lost = links.flat().filter(({ sheet, cell }) => {
      const target = sheets.find(({ name }) => name === sheet);
      return Number(/\d+$/.exec(cell)?.[0]) > (target?.rows.length ?? 0);
    });
    expect(lost).toEqual([]);
  });

  it('leads each progress and spending to its row of the lineage', () => {
    const figures = monthFigures();
    const workbook = managerWorkbook(figures);
    const [first] = figures.leaves;
    const link = sheetOf(workbook, 'پروژه‌ها').rows[5]?.cells[6]?.link;
    expect(link?.sheet).toBe('ردگیری');
    const target = rowText(sheetOf(workbook, 'ردگیری'), Number(link?.cell.slice(1)));
    expect(target).toContain(`${first?.code} | تفریغ سال ۱۳۹۸ | پیشرفت فیزیکی`);
    expect(target).toContain('گزارش شهریور.xlsx | پروژه‌ها | C4');
  });

  it('shows what is left to the next target as it was measured, of a sum all of it', () => {
    const figures = monthFigures(SIZE);
    const sheet = sheetOf(managerWorkbook(figures), 'شاخص‌ها');
    const column = INDICATOR_KEYS.indexOf('gapToFill');
    const shown = figures.indicators.figures.map((_, at) => sheet.rows[FIRST_ROW - 1 + at]?.cells[column]?.value);
    expect(shown).toEqual(figures.indicators.figures.map(({ gapToFill }) => gapToFill ?? '—'));
    expect(shown).toContain(26);
  });

  it('says in words whether being late rests on an assumed plan, and of how much of the budget an index speaks', () => {
    const figures = monthFigures();
    const [late, ...others] = figures.control.critical;
    if (!late) throw new Error('nobody is late');
    const critical = [late, { ...late, code: 'other', plannedAssumed: false }, ...others];
    const rows = texts({ ...figures, control: { ...figures.control, critical } }, 'کنترل پروژه');
    expect(rows.find((row) => row.startsWith(late.code))).toMatch(/فرض خطی$/);
    expect(rows.find((row) => row.startsWith('other'))).toMatch(/زمان‌بندی$/);
    const { earned_share, paid_share, cost_share, time_share } = figures.control.nodes[0] ?? {};
    const shares = [earned_share, paid_share, cost_share, time_share].map(
      (share) => Math.round((share ?? 0) * 1e4) / 1e4,
    );
    expect(rows.find((row) => row.startsWith('P | '))).toContain(shares.join(' | '));
  });

  it('speaks English from the same definitions', () => {
    const workbook = managerWorkbook(monthFigures(SIZE, { language: 'en', sample: false }));
    const ours = workbook.sheets.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) =>
        cells.flatMap((cell) =>
          cell && ['header', 'section', 'cardLabel', 'word'].includes(cell.style.name) ? [String(cell.value)] : [],
        ),
      ),
    );
    expect(ours.length).toBeGreaterThan(100);
    expect(ours.filter((text) => /[\u0600-\u06ff]/.test(text))).toEqual([]);
    expect(workbook.sheets.map(({ name }) => name)).toContain('Plan tree');
  });

  it('still builds where nothing was reported', () => {
    const figures = monthFigures();
    const silent = { physical: null, budget: null, gap: null, low: null, high: null };
    const nothing: MonthFigures = {
      ...figures,
      leaves: [],
      facts: [],
      submissions: [],
      dataAsOf: null,
      headline: { ...figures.headline, rows: figures.headline.rows.map((row) => ({ ...row, ...silent })) },
      gap: { ...figures.gap, ...silent, paidAhead: null, mix: null, bridge: [], causes: [] },
      gapByNode: [],
    };
    expect(texts(nothing, 'خلاصه')).toContain('0.9 | — | — | 0.6333 | —');
    expect(texts(nothing, 'درخت برنامه')[5]).toContain('— | بدون داده | — | — | بدون داده');
  });
});
