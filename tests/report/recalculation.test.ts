import { describe, expect, it } from 'vitest';
import { INDICATOR_LETTERS } from '../../reports/manager/indicators-columns.js';
import { managerWorkbook } from '../../reports/manager.js';
import type { MonthFigures } from '../../src/domain/month.js';
import type { Workbook } from '../../src/report/sheet.js';
import { writeWorkbook } from '../../src/report/xlsx.js';
import { formulaResults, reread } from './cells.js';
import { monthFigures } from './figures.js';
import { hasOffice, recalculated } from './office.js';
import { same } from './same.js';
import { systems } from './systems.js';

const SIZE = { branches: 3, goals: 4, schemes: 2, leavesEach: 2 };

describe('a recalculation in LibreOffice', () => {
  it.skipIf(!hasOffice)('gives every stored result again', async () => {
    const file = await writeWorkbook(managerWorkbook(partlyUnpaid()));
    const stored = formulaResults(await reread(file));
    const computed = formulaResults(await reread(recalculated(file)));
    expect(stored.size).toBeGreaterThan(500);
    const differing = [...stored].filter(([address, value]) => !same(value, computed.get(address)));
    expect(
      differing.map(([address, value]) => `${address}: stored ${value}, computed ${computed.get(address)}`),
    ).toEqual([]);
  });

  it.skipIf(!hasOffice)('moves what rests on an edited number, and turns the control red', async () => {
    const figures = monthFigures(SIZE);
    const workbook = managerWorkbook(figures);
    const current = figures.leaves.findIndex(
      ({ year, physicalState }) => year === 1399 && physicalState === 'reported',
    );
    const progress = edited(workbook, 'پروژه‌ها', 6 + current, 'G', 0.99);
    const both = edited(progress, 'شاخص‌ها', 6, INDICATOR_LETTERS.value, 4.5);
    const stored = formulaResults(await reread(await writeWorkbook(both)));
    const computed = formulaResults(await reread(recalculated(await writeWorkbook(both))));
    const moved = [...stored].filter(([address, value]) => !same(value, computed.get(address))).map(([at]) => at);
    const named = (name: string) => `خلاصه!${workbook.names.find((each) => each.name === name)?.cell}`;
    const whole = address(workbook, 'کنترل پروژه', 'P', 'F');
    const goals = [...moved].filter((at) => at.startsWith('درخت برنامه!F'));
    expect(moved).toEqual(
      expect.arrayContaining([named('payesh_physical'), named('payesh_gap_points'), named('payesh_indicators'), whole]),
    );
    expect(goals.length).toBeGreaterThan(2);
    expect(computed.get(named('payesh_indicators'))).toBeCloseTo((1 * 0.8 + 2 * 0.75) / 3, 9);
    const closing = address(workbook, 'شکاف', 'جمع گام‌ها', 'G');
    expect([stored.get(closing), computed.get(closing)]).toEqual(['برابر تغییر', 'نابرابر']);
    expect(computed.get('کنترل!B6')).toBe('عددی پس از انتشار تغییر کرده است');
    expect(moved).not.toContain(named('payesh_budget'));
  });
});

/** A month in which a project reported its progress and no spending: its cost indices speak of the others alone. */
function partlyUnpaid(): MonthFigures {
  const { leaves } = monthFigures(SIZE);
  const silent = leaves.findIndex(({ year, physicalState }) => year === 1399 && physicalState === 'reported');
  const unpaid = leaves.map((leaf, at) => (at === silent ? { ...leaf, spentRial: null } : leaf));
  const { control } = systems(unpaid, ['D1', 'D2', 'D3']);
  const [plan] = control.nodes;
  expect(plan?.cost_share).toBeLessThan(plan?.earned_share ?? 0);
  return monthFigures(SIZE, { control });
}

/** Where a column stands in the row of a sheet that holds a text in its first or second cell. */
function address({ sheets }: Workbook, sheet: string, code: string, column: string): string {
  const rows = sheets.find(({ name }) => name === sheet)?.rows ?? [];
  return `${sheet}!${column}${rows.findIndex(({ cells }) => [cells[0]?.value, cells[1]?.value].includes(code)) + 1}`;
}

/** The workbook in which somebody typed over one cell. */
function edited(workbook: Workbook, sheet: string, row: number, column: string, value: number): Workbook {
  const at = column.charCodeAt(0) - 65;
  const sheets = workbook.sheets.map((own) => {
    if (own.name !== sheet) return own;
    const rows = own.rows.map((line, index) =>
      index !== row - 1
        ? line
        : { ...line, cells: line.cells.map((cell, place) => (place === at && cell ? { ...cell, value } : cell)) },
    );
    return { ...own, rows };
  });
  return { ...workbook, sheets };
}
