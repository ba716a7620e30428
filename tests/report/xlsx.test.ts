import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, expect, it } from 'vitest';
import { managerWorkbook } from '../../reports/manager.js';
import { cell } from '../../src/report/cells.js';
import { writeWorkbook } from '../../src/report/xlsx.js';
import { reread } from './cells.js';
import { monthFigures } from './figures.js';
import { packageFaults } from './package-faults.js';

let file: Uint8Array;
let parts: Record<string, string>;

beforeAll(async () => {
  file = await writeWorkbook(managerWorkbook(monthFigures({ branches: 3, goals: 30, schemes: 1, leavesEach: 2 })));
  parts = Object.fromEntries(Object.entries(unzipSync(file)).map(([name, bytes]) => [name, strFromU8(bytes)]));
});

it('gives the same bytes for the same workbook', async () => {
  const again = await writeWorkbook(
    managerWorkbook(monthFigures({ branches: 3, goals: 30, schemes: 1, leavesEach: 2 })),
  );
  expect(Buffer.compare(Buffer.from(file), Buffer.from(again))).toBe(0);
  expect(parts['docProps/core.xml']).toContain('2020-09-24T06:30:00Z');
});

it('writes what readers need: right to left, frozen headers, print set-up, names', async () => {
  const book = await reread(file);
  const tree = book.getWorksheet('درخت برنامه');
  expect(tree?.views[0]).toMatchObject({ rightToLeft: true, state: 'frozen', xSplit: 3, ySplit: 5 });
  expect(tree?.pageSetup).toMatchObject({
    paperSize: 9,
    orientation: 'landscape',
    fitToWidth: 1,
    printTitlesRow: '5:5',
  });
  expect(tree?.getCell('F6').numFmt).toBe('[>=0][$-3000429]0.0%;[<=-0.0005][$-3000429]-0.0%;[$-3000429]0.0%');
  expect(parts['xl/workbook.xml']).toContain(
    '<definedName name="payesh_physical">&apos;خلاصه&apos;!$C$6</definedName>',
  );
});

it('mends comment shapes and random names that the library gets wrong', () => {
  const drawings = Object.keys(parts).filter((name) => name.endsWith('.vml'));
  const shapes = drawings.map((name) => /_x0000_s(\d+)/.exec(parts[name] ?? '')?.[1]);
  expect(drawings.length).toBeGreaterThan(1);
  expect(new Set(shapes).size).toBe(drawings.length);
  expect(parts['xl/worksheets/sheet1.xml']).toContain('{00000000-0001-4000-8000-000000000001}');
});

it('folds deep levels under their summary row and links inside the workbook only', () => {
  const tree = parts['xl/worksheets/sheet2.xml'] ?? '';
  expect(tree).toMatch(/<row r="7"[^>]* collapsed="1"/);
  expect(tree).toMatch(/<row r="8"[^>]* hidden="1"[^>]* outlineLevel="1"/);
  expect(parts['xl/worksheets/sheet4.xml']).toMatch(/<hyperlink ref="G6" location="'ردگیری'!A6"\/>/);
  expect(Object.keys(parts).some((name) => (parts[name] ?? '').includes('TargetMode="External"'))).toBe(false);
});

it('keeps the order where one sheet has comments and bars', async () => {
  const print = { landscape: true, pagesHigh: 0, area: null, titleRows: null, header: '', footer: '' };
  const rows = [{ cells: [cell('header', 'a', { note: 'why' })] }, { cells: [cell('bar', 0.5)] }];
  const conditions = [{ kind: 'bar', range: 'A2:A2', tone: 'primary', min: 0, max: 1 } as const];
  const sheet = {
    name: 'a',
    tone: 'none',
    widths: [9],
    rows,
    merges: [],
    freeze: null,
    filter: null,
    print,
    conditions,
  } as const;
  const plain = { title: 't', language: 'en', font: 'Tahoma', instant: '2020-01-01T00:00:00.000Z', names: [] } as const;
  const written = await writeWorkbook({
    ...plain,
    names: [],
    sheets: [{ ...sheet, widths: [9], merges: [], conditions: [...conditions] }],
  });
  const xml = strFromU8(unzipSync(written)['xl/worksheets/sheet1.xml'] ?? new Uint8Array());
  expect(xml).toMatch(/<legacyDrawing [^>]*\/><extLst>/);
  expect(await packageFaults(written)).toEqual([]);
});
