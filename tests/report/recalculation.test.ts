import { describe, expect, it } from 'vitest';
import { managerWorkbook } from '../../reports/manager.js';
import type { Workbook } from '../../src/report/sheet.js';
import { writeWorkbook } from '../../src/report/xlsx.js';
import { formulaResults, reread } from './cells.js';
import { monthFigures } from './figures.js';
import { hasOffice, recalculated } from './office.js';

const SIZE = { branches: 3, goals: 4, schemes: 2, leavesEach: 2 };

describe('a recalculation in LibreOffice', () => {
  it.skipIf(!hasOffice)('gives every stored result again', async () => {
    const file = await writeWorkbook(managerWorkbook(monthFigures(SIZE)));
    const stored = formulaResults(await reread(file));
    const computed = formulaResults(await reread(recalculated(file)));
    expect(stored.size).toBeGreaterThan(500);
    const differing = [...stored].filter(([address, value]) => !same(value, computed.get(address)));
    expect(
      differing.map(([address, value]) => `${address}: stored ${value}, computed ${computed.get(address)}`),
    ).toEqual([]);
  });

  it.skipIf(!hasOffice)('moves the headline and turns the control red when somebody edits one progress', async () => {
    const workbook = managerWorkbook(monthFigures(SIZE));
    const file = await writeWorkbook(edited(workbook));
    const computed = formulaResults(await reread(recalculated(file)));
    const headline = workbook.names.find(({ name }) => name === 'payesh_physical')?.cell ?? '';
    const issued = workbook.sheets[0]?.rows[Number(headline.slice(1)) - 1]?.cells[2]?.value;
    expect(computed.get(`خلاصه!${headline}`)).not.toBeCloseTo(Number(issued), 6);
    expect(computed.get('کنترل!B6')).toBe('عددی پس از انتشار تغییر کرده است');
  });
});

/** The workbook in which somebody typed 0.99 over the first progress. */
function edited(workbook: Workbook): Workbook {
  return {
    ...workbook,
    sheets: workbook.sheets.map((sheet) =>
      sheet.name !== 'پروژه‌ها'
        ? sheet
        : {
            ...sheet,
            rows: sheet.rows.map((row, index) =>
              index !== 5
                ? row
                : {
                    ...row,
                    cells: row.cells.map((cell, column) => (column === 6 && cell ? { ...cell, value: 0.99 } : cell)),
                  },
            ),
          },
    ),
  };
}

function same(stored: string | number, computed: string | number | undefined): boolean {
  if (typeof stored !== 'number' || typeof computed !== 'number') return stored === computed;
  return Math.abs(stored - computed) <= 1e-9 * Math.max(1, Math.abs(stored));
}
