import { describe, expect, it } from 'vitest';
import { REPORTS } from '../../reports/index.js';
import { pageBreaks } from '../../src/report/page-breaks.js';
import type { Row, Sheet } from '../../src/report/sheet.js';
import { monthFigures } from './figures.js';

const figures = monthFigures({ branches: 3, goals: 8, schemes: 2, leavesEach: 3 });
const LONG = 'معارض ملکی در بخشی از مسیر و تأخیر در صدور مجوز حفاری '.repeat(8);
const told = {
  ...figures,
  control: {
    ...figures.control,
    critical: figures.control.critical.map((row) => ({ ...row, kind: 'obstacle' as const, text: LONG })),
  },
};
const sheets = REPORTS.flatMap((report) => report.workbooks(told)).flatMap(({ file, build }) =>
  build().sheets.map((sheet) => ({ file, sheet })),
);
const styles = (row: Row | undefined) => new Set(row?.cells.map((cell) => cell?.style.name));

describe('printed pages', () => {
  it('leave no heading behind, cut no chart, and never begin with signatures', () => {
    let seen = 0;
    for (const { file, sheet } of sheets) {
      for (const last of sheet.print.breaks ? [] : pageBreaks(sheet, 'Tahoma')) {
        const at = `${file} ${sheet.name} after row ${last}`;
        seen += 1;
        for (const back of [1, 2]) expect([at, styles(sheet.rows[last - back]).has('section')]).toEqual([at, false]);
        expect([at, styles(sheet.rows[last - 1]).has('header')]).toEqual([at, false]);
        const next = sheet.rows.slice(last).find(({ cells }) => cells.length > 0);
        expect([at, styles(next).has('signature')]).toEqual([at, false]);
        const cut = (sheet.charts ?? []).filter(({ place }) => place.firstRow <= last && last < place.lastRow);
        expect([at, cut.length]).toEqual([at, 0]);
      }
    }
    expect(seen).toBeGreaterThan(10);
  });

  it('have no head over an empty table, and no head without words', () => {
    for (const { file, sheet } of sheets.filter((one) => !one.sheet.hidden)) {
      sheet.rows.forEach((row, index) => {
        if (!styles(row).has('header')) return;
        const at = `${file} ${sheet.name} ${index + 1}`;
        const words = row.cells.map((cell) => (cell?.style.name === 'header' ? cell.value : 'other'));
        // A cell under a merged one, or a head that runs on, has no words of its own.
        expect([at, words.includes('')]).toEqual([at, false]);
        expect([at, styles(sheet.rows[index + 1]).has('legend')]).toEqual([at, false]);
      });
    }
  });

  it('give an obstacle the width of the page and the height of its words', () => {
    const obstacles = sheets.flatMap(({ sheet }) => sheet.rows.map((row, index) => ({ sheet, row, at: index + 1 })));
    const rows = obstacles.filter(({ row }) =>
      row.cells.some((cell) => cell?.value === LONG && cell.style.name === 'remark'),
    );
    expect(rows.length).toBeGreaterThan(2);
    for (const { sheet, row, at } of rows) {
      expect(row.height).toBeGreaterThan(20);
      expect(sheet.merges.some((merge) => merge.endsWith(`${at}`) && merge.includes(`${at}:`))).toBe(true);
    }
  });
});

it('breaks where the room of a page ends: rows of one height, as many as fit', () => {
  const rows = Array.from(
    { length: 200 },
    (): Row => ({ cells: [{ value: 'x', style: { name: 'text' } }], height: 20 }),
  );
  const sheet = {
    rows,
    widths: [100],
    print: { pagesHigh: 0, titleRows: null, area: null },
    name: 'x',
  } as unknown as Sheet;
  // 516 points less a part for care hold 24 rows of 20; narrow sheets are not enlarged.
  expect(pageBreaks(sheet, 'Arial').slice(0, 2)).toEqual([24, 48]);
  const wide = { ...sheet, widths: [300] };
  // 300 characters are shrunk to half: about twice as many rows.
  expect(pageBreaks(wide, 'Arial')[0]).toBe(Math.floor((516 * 0.96 * ((300 * 5.25) / 784)) / 20));
  expect(pageBreaks({ ...sheet, print: { ...sheet.print, titleRows: [5, 5] } }, 'Arial')).toEqual([]);
});
