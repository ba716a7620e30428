import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import type { Report } from '../../reports/index.js';
import { sheetTexts } from './cells.js';
import { monthFigures } from './figures.js';

/** The example of the document, run as it stands there: from a file beside the tests, as `reports/` is beside `src/`. */
const FILE = join('tests', `.example-${process.pid}.ts`);
afterAll(() => rmSync(FILE, { force: true }));

it('runs the report that docs/adding-a-report.md shows', async () => {
  const [, example = ''] = /```ts\n(.*?)```/s.exec(readFileSync('docs/adding-a-report.md', 'utf8')) ?? [];
  writeFileSync(FILE, example);
  const { report }: { report: Report } = await import(pathToFileURL(FILE).href);
  const figures = monthFigures({ branches: 2, goals: 4, schemes: 1, leavesEach: 2 });
  const [workbook] = report.workbooks(figures);
  const silent = figures.leaves.filter(({ physicalState }) => physicalState === 'missing');
  expect(workbook?.file).toBe('payesh-silent-1399-06.xlsx');
  expect(silent.length).toBeGreaterThan(0);
  const text = workbook?.build().sheets.flatMap(sheetTexts).join('\n') ?? '';
  expect(figures.leaves.map(({ code }) => code).filter((code) => text.includes(`${code} |`))).toEqual(
    silent.map(({ code }) => code),
  );
  expect(report.workbooks({ ...figures, period: '1399-07' })).toEqual([]);
});
