import fc from 'fast-check';
import { expect, it } from 'vitest';
import { managerWorkbook } from '../../reports/manager.js';
import { InvariantError } from '../../src/domain/invariant.js';
import { cell } from '../../src/report/cells.js';
import { sheetText } from '../../src/report/sanitise.js';
import type { Workbook } from '../../src/report/sheet.js';
import { writeWorkbook } from '../../src/report/xlsx.js';
import { reread } from './cells.js';
import { monthFigures } from './figures.js';
import { named, parsed, partsOf } from './package.js';
import { packageFaults } from './package-faults.js';

function workbookOf(values: (string | number)[]): Workbook {
  const print = { landscape: true, pagesHigh: 0, area: null, titleRows: null, header: 'R&D', footer: '&P' };
  const rows = values.map((value) => ({ cells: [cell('text', value)] }));
  const sheet = {
    name: 'a',
    tone: 'none' as const,
    widths: [10],
    rows,
    merges: [],
    freeze: null,
    filter: null,
    print,
    conditions: [],
  };
  return {
    title: 't',
    language: 'en',
    font: 'Tahoma',
    instant: '2020-01-01T00:00:00.000Z',
    sheets: [sheet],
    names: [],
  };
}

const HOSTILE: [name: string, typed: string, stored: string][] = [
  ['a formula', '=HYPERLINK("http://evil","x")', '=HYPERLINK("http://evil","x")'],
  ['a command', '+cmd|" /C calc"!A0', '+cmd|" /C calc"!A0'],
  ['a link', 'javascript:alert(1)', 'javascript:alert(1)'],
  ['markup', '</t></si><script>&amp;', '</t></si><script>&amp;'],
  ['illegal XML', 'a\u0000b\u0008c\ufffed\uffff', 'abcd'],
  ['a lone surrogate', 'a\ud800b', 'a\ufffdb'],
  ['turned text', 'abc\u202egnp.exe\u2066x', 'abcgnp.exex'],
  ['half-spaces stay', 'پروژه\u200cها', 'پروژه\u200cها'],
];

it.each(HOSTILE)('writes %s as plain text', async (_, typed, stored) => {
  const book = await reread(await writeWorkbook(workbookOf([typed])));
  const read = book.getWorksheet('a')?.getCell('A1');
  expect(read?.formula).toBeUndefined();
  expect(read?.hyperlink).toBeUndefined();
  expect(read?.value).toBe(stored);
});

it('cuts what is longer than a cell holds, and says so by an ellipsis', () => {
  expect(sheetText('x'.repeat(40_000))).toHaveLength(32_767);
  expect(sheetText(`${'x'.repeat(32_765)}😀😀`).endsWith('x…')).toBe(true);
});

it('keeps a text that looks like an escape as it was typed', () => {
  expect(sheetText('_x0041_')).toBe('_x005F_x0041_');
});

it('reads back any text that it wrote', async () => {
  const texts = fc.sample(fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }), { numRuns: 300, seed: 7 });
  const wanted = texts.map(sheetText).filter((text) => text.trim() !== '' && !text.includes('\r'));
  const book = await reread(await writeWorkbook(workbookOf(wanted)));
  expect(wanted.map((_, index) => book.getWorksheet('a')?.getCell(index + 1, 1).value)).toEqual(wanted);
});

it('refuses a number that is none, as our own fault', async () => {
  await expect(writeWorkbook(workbookOf([Number.NaN]))).rejects.toBeInstanceOf(InvariantError);
});

it('survives a plan full of hostile names', async () => {
  const figures = monthFigures();
  const evil = '=1+1\u202e"\'&<\ufffe';
  const workbook = managerWorkbook({
    ...figures,
    organisation: evil,
    headline: { ...figures.headline, rows: figures.headline.rows.map((row) => ({ ...row, title: evil })) },
    leaves: figures.leaves.map((leaf) => ({ ...leaf, title: evil })),
  });
  const file = await writeWorkbook(workbook);
  expect(await packageFaults(file)).toEqual([]);
  const book = await reread(file);
  const title = book.getWorksheet('پروژه‌ها')?.getCell('C6');
  expect([title?.value, title?.formula]).toEqual(['=1+1"\'&<', undefined]);
});

it('keeps every free field of the systems and their charts as plain text', async () => {
  const figures = monthFigures();
  const evil = "=cmd|' /C calc'!A0\u202e\"&<\u0000]]>";
  const plain = "=cmd|' /C calc'!A0\"&<]]>";
  const { control, indicators, scorecards, feedback, forecast } = figures;
  const appeal = {
    id: 1,
    department: 'D1',
    period: '1399-06',
    component: 'physical',
    recordedAt: '',
    decidedAt: null,
  } as const;
  const workbook = managerWorkbook({
    ...figures,
    headline: { ...figures.headline, rows: figures.headline.rows.map((row) => ({ ...row, title: evil })) },
    control: {
      ...control,
      projects: control.projects.map((row) => ({ ...row, title: evil })),
      departments: control.departments.map((row) => ({ ...row, title: evil })),
      works: control.works.map((work) => ({ ...work, title: evil })),
      critical: control.critical.map((row) => ({ ...row, title: evil, text: evil })),
      remarks: new Map(
        control.projects.map(({ code }) => {
          const said = { text: evil, period: '1399-06' };
          return [code, { obstacle: said, action: said }];
        }),
      ),
    },
    indicators: { ...indicators, figures: indicators.figures.map((row) => ({ ...row, title: evil, unit: evil })) },
    scorecards: scorecards.map((card) => ({
      ...card,
      title: evil,
      peerGroup: evil,
      appeals: [{ ...appeal, text: evil, outcome: 'rejected' as const, decidedBy: evil, reason: evil }],
    })),
    feedback: {
      ...feedback,
      items: feedback.items.map((item) => ({ ...item, title: evil })),
      paces: feedback.paces.map((pace) => ({ ...pace, title: evil })),
      cycle: feedback.cycle.map((row) => ({ ...row, title: evil, unit: evil })),
      proposal: { ...feedback.proposal, rows: feedback.proposal.rows.map((row) => ({ ...row, title: evil })) },
    },
    forecast: { ...forecast, rows: forecast.rows.map((row) => ({ ...row, title: evil })) },
  });
  const file = await writeWorkbook(workbook);
  const book = await reread(file);
  let met = 0;
  book.eachSheet((sheet) =>
    sheet.eachRow((row) =>
      row.eachCell((cell) => {
        if (typeof cell.value === 'string' && cell.value.includes('calc')) {
          met += 1;
          expect(cell.value.includes(plain), `${sheet.name}!${cell.address}`).toBe(true);
        }
        if (cell.formula) expect(cell.formula, `${sheet.name}!${cell.address}`).not.toContain('calc');
        expect(cell.hyperlink).toBeUndefined();
      }),
    ),
  );
  expect(met).toBeGreaterThan(25);
  const parts = partsOf(file);
  const charts = Object.keys(parts).filter((name) => name.startsWith('xl/charts/'));
  // Each part is well-formed, and the title is its own text, cut for its room.
  const texts = charts.flatMap((name) => named(parsed(parts[name] ?? ''), 'c:v').map(({ text }) => text));
  expect(texts.some((text) => text.startsWith('=cmd|'))).toBe(true);
});
