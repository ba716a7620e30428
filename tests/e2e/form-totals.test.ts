import { afterEach, beforeEach, expect, it } from 'vitest';
import { renderFinding } from '../../src/domain/catalogue/render.js';
import { filled, PLAN, type } from './forms.js';
import { planFolder, type TestWorkspace, testWorkspace } from './workspace.js';

let town: TestWorkspace;
beforeEach(async () => {
  town = testWorkspace('2020-09-25T08:00:00Z');
  await town.pipeline.importPlan(planFolder(town.root, PLAN), { dryRun: false });
});
afterEach(() => town.remove());

// Under the titles, and in a column that only reminds.
it.each(['B', 'C'])(
  'takes a line of totals on our own form for a total, and tells its words (column %s)',
  async (at) => {
    const [file] = (await town.pipeline.template({ period: '1399-06', department: 'D1' })).files;
    const bytes = await filled(file?.path ?? '', (book) => {
      type(book, 'پروژه‌ها', 'A1', 'هزینه‌کرد', 250);
      type(book, 'پروژه‌ها', 'A3', 'هزینه‌کرد', 40);
      const paper = book.getWorksheet('پروژه‌ها');
      const header = paper?.getRow(6).values as string[];
      const column = (name: string) => header.findIndex((text) => text?.startsWith(name));
      if (paper) paper.getCell(`${at}10`).value = 'جمع کل';
      const row = paper?.getRow(10);
      if (row) row.getCell(column('هزینه‌کرد')).value = 290;
      if (row) row.getCell(column('توضیحات')).value = 'با تعدیل';
    });
    town.drop('D1/فرم.xlsx', bytes);
    const [record] = (await town.pipeline.ingest({ dryRun: false })).files;
    expect([record?.status, record?.findings.map(({ code }) => code)]).toEqual(['accepted', ['SUB_TOTAL_ROW']]);
    for (const finding of record?.findings ?? []) {
      expect(renderFinding(finding, 'fa').message).toMatch(/«جمع کل».*با تعدیل/);
    }
    const facts = (await town.pipeline.facts({ period: '1399-06' })).facts;
    expect(facts.map(({ code, value }) => [code, value])).toEqual([
      ['A1', 250_000_000],
      ['A3', 40_000_000],
    ]);
  },
);
