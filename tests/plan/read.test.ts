import { describe, expect, it } from 'vitest';
import { readPlanPackage } from '../../src/check/plan/read-package.js';
import { activeMonths } from '../../src/check/plan/times.js';
import { JALALI } from '../../src/domain/calendar.js';
import type { Cell } from '../../src/domain/table.js';
import { packageFrom, read, SOUND, type Texts, tables, told } from './organisation.js';

const PROJECTS = 'code,title,node,department,year';
const first = (columns: string, values: string) =>
  packageFrom({ projects: `${PROJECTS},${columns}\nP1,Bridge,S1,D1,1399,${values}` }).projects[0];

describe('reading a plan package', () => {
  it('reads English headers in any order, and what is blank by its default', () => {
    expect(packageFrom({ projects: 'year,title,department,node,code\n1399,Bridge,D1,S1,P1' }).projects).toEqual([
      {
        code: 'P1',
        title: 'Bridge',
        node: 'S1',
        department: 'D1',
        year: 1399,
        weight: null,
        start: null,
        end: null,
        startMonth: null,
        endMonth: null,
        approvedRial: null,
        unit: null,
        quantity: null,
        work: null,
        progressMethod: 'declared',
        progressBasis: 'year',
        openingPercent: null,
        targetPercent: null,
        continues: null,
        carriedWork: false,
        carriedRial: null,
        status: 'active',
        statusEffective: null,
        successor: null,
        released: null,
        budgetCode: null,
        kind: null,
        fundSource: null,
        district: null,
        mission: null,
      },
    ]);
  });

  it('reads Persian tables, headers, digits, units, words and dates below a title', () => {
    const { package: pkg, findings } = readPlanPackage(
      tables({
        برنامه‌ها: 'کد برنامه,عنوان,سال شروع,سال پایان\nQ,برنامه پنج‌ساله,۱۳۹۵,۱۳۹۹',
        گره‌ها: 'برنامه,کد,والد,سطح,عنوان,وزن\nQ,S1,-,طرح,پل‌ها,۱۲٫۵',
        واحدها: 'کد,عنوان\nD1,عمران',
        پروژه‌ها: [
          'فهرست پروژه‌های سال ۱۳۹۹',
          'ردیف,کد پروژه,عنوان پروژه,طرح,واحد مجری,سال,اعتبار مصوب (میلیون ریال),وضعیت,شروع',
          '۱,پ–۱,احداث پل,s1,d1,۱۳۹۹,۱۲٫۵,متوقف,۱۳۹۹/۰۳/۱۵',
        ].join('\n'),
        زمان‌بندی: 'کد پروژه,دوره,پیشرفت فیزیکی برنامه‌ای (درصد)\nپ-1,شهریور ۹۹,۴۰٪\nپ-1,۱۳۹۹/۱۲,۱۰۰٪',
      }),
      JALALI,
    );
    expect(findings.map(told)).toEqual([]);
    expect(pkg?.plans[0]).toEqual({
      code: 'Q',
      title: 'برنامه پنج‌ساله',
      firstYear: 1395,
      lastYear: 1399,
      horizonYear: null,
    });
    expect(pkg?.nodes[0]).toMatchObject({ parent: null, weight: 12.5 });
    expect(pkg?.projects[0]).toMatchObject({
      code: 'پ-1',
      node: 'S1',
      department: 'D1',
      year: 1399,
      approvedRial: 12_500_000,
      status: 'suspended',
      startMonth: 3,
      endMonth: null,
    });
    expect(pkg?.schedule).toEqual([
      { project: 'پ-1', period: '1399-06', plannedPhysicalPercent: 40, plannedQuantity: null, plannedSpendRial: null },
      { project: 'پ-1', period: '1399-12', plannedPhysicalPercent: 100, plannedQuantity: null, plannedSpendRial: null },
    ]);
  });

  it('takes the method of progress from the quantity unless the row says otherwise', () => {
    expect(first('quantity', '16')?.progressMethod).toBe('quantity');
    expect(first('quantity,progress_method', '16,declared')?.progressMethod).toBe('declared');
  });

  it('reads money in the unit of the cell, of the brackets or of a note above', () => {
    const rial = (header: string, value: string, note = '') =>
      packageFrom({ projects: `${note}${PROJECTS},${header}\nP1,Bridge,S1,D1,1399,${value}` }).projects[0]
        ?.approvedRial;
    expect(rial('approved_rial', '1000')).toBe(1000);
    expect(rial('approved_rial', '2 میلیون تومان')).toBe(20_000_000);
    expect(rial('اعتبار مصوب (میلیون تومان)', '1.1')).toBe(11_000_000);
    expect(rial('اعتبار مصوب', '3', 'مبالغ به میلیارد ریال است\n')).toBe(3_000_000_000);
  });

  it('reads cells of a spreadsheet: numbers, percent formats and dates', () => {
    const texts: Texts = {
      ...SOUND,
      projects: `${PROJECTS},start,weight\nP1,Bridge,S1,D1,1399,DATE,SHARE`,
      year_shares: 'node,year,share_percent\nS1,1398,SHARE\nS1,1399,REST',
    };
    const cells: Record<string, Partial<Cell>> = {
      DATE: { kind: 'date', text: '44064', number: 44064 },
      SHARE: { kind: 'number', text: '0.07', number: 0.07, percentFormat: true },
      REST: { kind: 'number', text: '93', number: 93 },
    };
    const typed = tables(texts).map(({ table, ...named }) => ({
      ...named,
      table: {
        ...table,
        rows: table.rows.map((row) => ({ ...row, cells: row.cells.map((cell) => ({ ...cell, ...cells[cell.text] })) })),
      },
    }));
    const { package: pkg } = readPlanPackage(typed, JALALI);
    expect(pkg?.projects[0]).toMatchObject({ start: '1399-05-31', startMonth: 5, weight: 7 });
    expect(pkg?.yearShares.map(({ sharePercent }) => sharePercent)).toEqual([7, 93]);
  });

  it('gives every code the spelling of its definition, wherever that stands', () => {
    const { nodes, projects } = packageFrom({
      nodes: 'plan,code,parent,level,title\nq,S1,g,scheme,Bridges\nQ,G,,goal,Roads',
      projects: `${PROJECTS}\nP1,Bridge,s1,d1,1399`,
    });
    expect(nodes[0]).toMatchObject({ plan: 'Q', parent: 'G' });
    expect(projects[0]).toMatchObject({ node: 'S1', department: 'D1' });
  });

  it('tells every fault at once and gives no package', () => {
    const { package: pkg, findings } = read({
      plans: 'plan,title,first_year,last_year\nQ,,98,1399',
      departments: 'code,title\n,Works',
    });
    expect(pkg).toBeNull();
    expect(findings.map(told)).toEqual([
      'PLAN_CELL_REQUIRED plans.csv!B2 title',
      'PLAN_NOT_A_YEAR plans.csv!C2 first_year',
      'PLAN_CELL_REQUIRED departments.csv!A2 code',
    ]);
  });
});

describe('the active months of a project', () => {
  it.each([
    [null, null, null, null],
    ['1399-03', '1399/09/30', 3, 9],
    ['1398-10', '1400-02', 1, 12],
  ])('%s to %s', (start, end, startMonth, endMonth) => {
    expect(activeMonths(JALALI, 1399, start, end)).toEqual({ startMonth, endMonth });
  });

  it('are counted from the start of the fiscal year', () => {
    const autumn = { kind: 'gregorian', yearStartMonth: 10 } as const;
    expect(activeMonths(autumn, 2024, '2024-11', '2025-03-31')).toEqual({ startMonth: 2, endMonth: 6 });
  });
});
