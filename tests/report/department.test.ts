import { describe, expect, it } from 'vitest';
import { departmentFile, departmentWorkbooks } from '../../reports/department.js';
import type { Finding } from '../../src/domain/finding.js';
import type { MonthFigures, SubmissionRecord } from '../../src/domain/month.js';
import type { Workbook } from '../../src/report/sheet.js';
import { writeWorkbook } from '../../src/report/xlsx.js';
import { formulaResults, reread, sheetOf, sheetTexts } from './cells.js';
import { monthFigures } from './figures.js';
import { hasOffice, recalculated } from './office.js';
import { same } from './same.js';

const SIZE = { branches: 3, goals: 3, schemes: 1, leavesEach: 2 };

function workbookOf(figures: MonthFigures, code: string): Workbook {
  const found = departmentWorkbooks(figures).find(({ department }) => department === code);
  if (!found) throw new Error(`no workbook of ${code}`);
  return found.build();
}

const FINDING: Finding = {
  code: 'SUB_CODE_MISSING',
  place: { sheet: 'برگه ۱', row: 7, column: 'کد', cell: 'B7' },
  params: { title: '=1+1', suggestion: '—' },
};

function file(id: number, change: Partial<SubmissionRecord>): SubmissionRecord {
  return {
    id,
    file: `گزارش ${id}.xlsx`,
    department: 'D1',
    period: '1399-06',
    sha256: 'ab'.repeat(32),
    receivedAt: `2020-09-2${id}T06:30:00.000Z`,
    status: 'partly',
    acceptedRows: 3,
    refusedRows: 1,
    findings: [FINDING],
    ...change,
  };
}

describe('a department’s workbook', () => {
  it('is one for each department with something to say, and speaks of its own projects alone', () => {
    const figures = monthFigures(SIZE);
    const reporting = [
      ...figures.reporting,
      { ...(figures.reporting[0] as never as object), code: 'D9', title: 'بی‌کار' },
    ];
    const books = departmentWorkbooks({ ...figures, reporting: reporting as MonthFigures['reporting'] });
    expect(books.map(({ department, file: name }) => [department, name])).toEqual(
      ['D1', 'D2', 'D3'].map((code) => [code, `payesh-department-${code}-1399-06.xlsx`]),
    );
    const own = figures.leaves.filter(({ department }) => department === 'D2').map(({ code }) => code);
    const others = figures.leaves.filter(({ department }) => department === 'D1').map(({ code }) => code);
    const text = workbookOf(figures, 'D2').sheets.flatMap(sheetTexts).join('\n');
    expect(own.filter((code) => !text.includes(code))).toEqual([]);
    expect(others.filter((code) => text.includes(code))).toEqual([]);
    expect(text).toContain('نام و سمت رئیس واحد:');
  });

  it('says of how much of the budget its earned value speaks, and computes nothing over what is unknown', () => {
    const figures = monthFigures(SIZE);
    const departments = figures.control.departments.map((row) => ({
      ...{ ...row, BAC: 1000n, EV: 300, AC: 500n, CPI: 0.8 },
      ...{ earned_share: 0.75, paid_share: 1, cost_share: 0.5, time_share: 0.75 },
    }));
    const book = workbookOf({ ...figures, control: { ...figures.control, departments } }, 'D1');
    const total = book.sheets.flatMap(sheetTexts).find((row) => row.includes('سهم از اعتبار: EV ۷۵٫۰٪، CPI/EAC ۵۰٫۰٪'));
    // EV 300 of 750, not of 1000; CPI as it was measured, and not 300 / 500.
    expect(total).toContain(' | 0.4 | ');
    expect(total).toContain(' | 0.8 | ');
  });

  it('shows what was refused and from where, and leaves out what was sent again', () => {
    const replaced = file(1, {});
    const again = file(2, { status: 'accepted', acceptedRows: 4, refusedRows: 0, findings: [] });
    const open = file(3, { acceptedRows: 9, refusedRows: 2 });
    const textOf = (submissions: SubmissionRecord[]) =>
      sheetTexts(sheetOf(workbookOf({ ...monthFigures(SIZE), submissions }, 'D1'), 'کیفیت داده')).join('\n');
    expect(textOf([open])).toContain('گزارش 3.xlsx | D1 | برگه ۱ | ۷ | کد | B7');
    expect(textOf([replaced, again])).not.toContain('B7');
  });

  it('names a lost point with its reason, and a reported obstacle', () => {
    const text = sheetTexts(sheetOf(workbookOf(monthFigures(SIZE), 'D1'), 'خلاصه')).join('\n');
    expect(text).toMatch(/کار انجام‌شده \| .+ \| [\d.]+ \| [\d.]+ \| [\d.]+ \| [\d.]+/);
  });

  it('is signed by the configured roles and, always, by its head', () => {
    const figures = monthFigures(SIZE);
    const signed = (signatures: string[] | null) =>
      sheetTexts(sheetOf(workbookOf({ ...figures, look: { ...figures.look, signatures } }, 'D1'), 'خلاصه')).slice(-2);
    const head = expect.stringMatching(/^نام و سمت رئیس واحد: \|/);
    expect(signed(['کارشناس', 'معاون'])).toEqual(['کارشناس | معاون', head]);
    expect(signed(null)[1]).toEqual(head);
    expect(signed(null)[0]).not.toContain('|');
  });

  it('keeps two codes apart in two plain file names', () => {
    expect(departmentFile('A/B', '1399-06')).not.toBe(departmentFile('A:B', '1399-06'));
    expect(departmentFile('A/B', '1399-06')).toBe('payesh-department-A~2fB-1399-06.xlsx');
  });

  it('holds hostile text as plain text, and is the same whenever it is built', async () => {
    const figures = monthFigures(SIZE);
    const evil = `=HYPERLINK("http://evil")\u202e\u0000${'x'.repeat(40_000)}`;
    const hostile = {
      ...figures,
      leaves: figures.leaves.map((leaf) => ({ ...leaf, title: evil })),
      submissions: [file(1, { file: evil, findings: [{ ...FINDING, place: { ...FINDING.place, sheet: evil } }] })],
    };
    const book = await reread(await writeWorkbook(workbookOf(hostile, 'D1')));
    const held: unknown[] = [];
    book.eachSheet((sheet) =>
      sheet.eachRow((row) => row.eachCell((cell) => String(cell.value).includes('evil') && held.push(cell.value))),
    );
    expect(held.length).toBeGreaterThan(3);
    expect(held.every((value) => typeof value === 'string' && value.length <= 32_767)).toBe(true);
    expect(workbookOf(figures, 'D1')).toEqual(workbookOf(monthFigures(SIZE), 'D1'));
  });

  it.skipIf(!hasOffice)('recalculates to what it stores', async () => {
    const written = await writeWorkbook(workbookOf(monthFigures(SIZE), 'D1'));
    const stored = formulaResults(await reread(written));
    const computed = formulaResults(await reread(recalculated(written)));
    expect(stored.size).toBeGreaterThan(20);
    expect([...stored].filter(([at, value]) => !same(value, computed.get(at)))).toEqual([]);
  });
});
