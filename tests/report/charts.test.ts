import { beforeAll, describe, expect, it } from 'vitest';
import { managerWorkbook } from '../../reports/manager.js';
import type { Workbook } from '../../src/report/sheet.js';
import { writeWorkbook } from '../../src/report/xlsx.js';
import { reread } from './cells.js';
import { monthFigures } from './figures.js';
import { hasOffice, recalculated } from './office.js';
import { named, parsed, partsOf } from './package.js';

const SIZE = { branches: 3, goals: 4, schemes: 1, leavesEach: 2 };
let workbook: Workbook;
let file: Uint8Array;
let parts: Record<string, string>;

beforeAll(async () => {
  workbook = managerWorkbook(monthFigures(SIZE));
  file = await writeWorkbook(workbook);
  parts = partsOf(file);
});

const chartsIn = (all: Record<string, string>) =>
  Object.keys(all)
    .filter((name) => /^xl\/charts\/chart\d+\.xml$/.test(name))
    .map((name) => parsed(all[name] ?? ''));

describe('native charts', () => {
  it('stand in parts that the package knows', () => {
    const drawn = Object.entries(parts).filter(([name]) => /^xl\/(charts|drawings)\/[a-z]+\d+\.xml$/.test(name));
    expect(drawn.length).toBeGreaterThan(7);
    for (const [name] of drawn) expect(parts['[Content_Types].xml'], name).toContain(`PartName="/${name}"`);
    const relations = Object.entries(parts).filter(([name]) => /(drawings|worksheets)\/_rels\//.test(name));
    for (const [name, xml] of relations) {
      const folder = name.replace(/_rels\/.*$/, '');
      for (const { attributes } of named(parsed(xml), 'Relationship')) {
        const target = new URL(attributes.Target ?? '', `file:///${folder}`).pathname.slice(1);
        expect(Object.keys(parts), `${name} → ${attributes.Target}`).toContain(target);
      }
    }
  });

  it('keep a copy of exactly what stands in their cells', async () => {
    const book = await reread(file);
    let points = 0;
    for (const chart of chartsIn(parts)) {
      for (const reference of [...named(chart, 'c:numRef'), ...named(chart, 'c:strRef')]) {
        const [, sheet = '', first = '', last = first] =
          /^'(.+)'!(\$[A-Z]+\$\d+)(?::(\$[A-Z]+\$\d+))?$/.exec(named(reference, 'c:f')[0]?.text ?? '') ?? [];
        const column = first.replace(/[^A-Z]/g, '');
        const [from, to] = [first, last].map((cell) => Number(cell.replace(/\D/g, '')));
        const cache = new Map(named(reference, 'c:pt').map((point) => [Number(point.attributes.idx), point]));
        for (let row = from ?? 0; row <= (to ?? -1); row += 1) {
          const cell = book.getWorksheet(sheet)?.getCell(`${column}${row}`);
          const value = cell?.formula ? cell.result : cell?.value;
          const copy = cache.get(row - (from ?? 0))?.children[0]?.text;
          expect(copy ?? null, `${sheet}!${column}${row}`).toBe(value == null ? null : String(value));
          points += 1;
        }
      }
    }
    expect(points).toBeGreaterThan(100);
  });

  it('read from right to left in Persian and from left to right in English, in the same colours', async () => {
    const english = partsOf(await writeWorkbook(managerWorkbook(monthFigures(SIZE, { language: 'en' }))));
    const [curve, ours] = [chartsIn(parts)[0], chartsIn(english)[0]];
    if (!curve || !ours) throw new Error('no chart');
    const orientation = (chart: typeof curve) => named(chart, 'c:orientation').map(({ attributes }) => attributes.val);
    expect(orientation(curve)).toEqual(['maxMin', 'minMax']);
    expect(orientation(ours)).toEqual(['minMax', 'minMax']);
    const colours = (chart: typeof curve) => named(chart, 'a:srgbClr').map(({ attributes }) => attributes.val);
    expect(colours(curve)).toEqual(colours(ours));
    expect(named(ours, 'a:t')[0]?.text).toBe('Year 1399: planned, achieved, spent (share of the whole year)');
    expect(named(curve, 'a:t')[0]?.text).toContain('سال ۱۳۹۹');
  });

  it('hang the parts of the gap between budget and physical, so that they meet', () => {
    const data = workbook.sheets.find(({ hidden }) => hidden);
    const rows = data?.rows ?? [];
    const start = rows.findIndex(({ cells }) => String(cells[0]?.value).startsWith('از تحقق هزینه'));
    const numbers = rows
      .slice(start + 2, start + 6)
      .map(({ cells }) => cells.slice(1).map((cell) => Number(cell?.value ?? 0)));
    const [budget, ...rest] = numbers;
    let level = budget?.[1] ?? Number.NaN;
    for (const [base = 0, total = 0, less = 0, more = 0] of rest.slice(0, -1)) {
      expect(total).toBe(0);
      expect(Math.max(base + less, base + more)).toBeCloseTo(Math.max(level, level - less + more), 12);
      level = level - less + more;
    }
    expect(rest.at(-1)?.[1]).toBeCloseTo(level, 12);
  });

  it('are not drawn where there is nothing to draw', () => {
    const figures = monthFigures(SIZE);
    const silent = managerWorkbook({
      ...figures,
      trend: [],
      curve: figures.curve.map((point) => ({ ...point, planned: null, physical: null, budget: null })),
      gap: { ...figures.gap, bridge: [] },
      indicators: { figures: [], weights: new Map(), rollups: new Map(), departments: new Map() },
    });
    expect(silent.sheets.flatMap(({ charts = [] }) => charts.map(({ kind }) => kind))).toEqual(['bars']);
  });

  it.skipIf(!hasOffice)('survive being opened and saved by LibreOffice, with their ranges', () => {
    const ranges = (all: Record<string, string>) =>
      chartsIn(all)
        .flatMap((chart) => named(chart, 'c:numRef').map((one) => named(one, 'c:f')[0]?.text.replaceAll(/[$']/g, '')))
        .sort();
    const kept = partsOf(recalculated(file));
    expect(ranges(kept)).toEqual(ranges(parts));
    expect(chartsIn(kept)).toHaveLength(chartsIn(parts).length);
  });
});
