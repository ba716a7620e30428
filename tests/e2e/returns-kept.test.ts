import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type ExcelJs from 'exceljs';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { cellAt, filled, openBook, PLAN, type } from './forms.js';
import { factsOf, listedIn, PROJECTS, returnOf } from './returned.js';
import { planFolder, type TestWorkspace, testWorkspace } from './workspace.js';

let town: TestWorkspace;
beforeEach(async () => {
  town = testWorkspace('2020-09-25T08:00:00Z');
  const projects = `${PLAN.projects}\n${['A4', 'A5', 'A6'].map((code) => `${code},پروژه ${code},T1,D1,1399,900000000,,,,,,`).join('\n')}`;
  await town.pipeline.importPlan(planFolder(town.root, { ...PLAN, projects }), { dryRun: false });
});
afterEach(() => town.remove());

const [CODE, PHYSICAL, SPENT] = ['کد پروژه', 'پیشرفت فیزیکی', 'هزینه‌کرد'];
const HEAD = 'کد پروژه,پیشرفت فیزیکی (درصد),هزینه‌کرد (میلیون ریال)';

/** Takes in one more file and gives what the return still lists: code of the line, figures beside it, code of the finding. */
async function send(bytes: string | Uint8Array, name = '1399-06.csv'): Promise<string[]> {
  sendings += 1;
  town.drop(`D1/${sendings} ${name}`, bytes);
  await town.pipeline.ingest({ dryRun: false });
  return listedIn(town);
}
let sendings = 0;

/** Lines of the returned sheet that our plan does not know: code and figures. */
async function strays(): Promise<string[]> {
  const found: string[] = [];
  (await openBook(returnOf(town))).getWorksheet(PROJECTS)?.eachRow((row, number) => {
    if (number > 6 && !/^A[1-6]$/.test(String(row.getCell(1).value ?? '')))
      found.push((row.values as ExcelJs.CellValue[]).filter((value) => /[^\s—]/.test(String(value ?? ''))).join(' '));
  });
  return found.sort();
}

async function edited(edit: (book: ExcelJs.Workbook) => void): Promise<Uint8Array> {
  return filled(returnOf(town), edit);
}

it('keeps lines without a place in the plan until their sender mends them or takes them out', async () => {
  const [form] = (await town.pipeline.template({ period: '1399-06', department: 'D1' })).files;
  const sheet = await filled(form?.path ?? '', (book) => {
    type(book, PROJECTS, 'A1', PHYSICAL, 20);
    const paper = book.getWorksheet(PROJECTS);
    const columns = [PHYSICAL, SPENT].map((header) => Number(cellAt(book, PROJECTS, 'A1', header).col));
    for (const [row, code, ...figures] of [
      [13, 'A97', 40, 70],
      [14, null, 41, 71],
      [15, 'A97', 42, 72],
    ] as const) {
      if (paper && code) paper.getCell(row, 1).value = code;
      if (paper) paper.getCell(row, 2).value = `کار ${row}`;
      for (const [at, value] of figures.entries()) if (paper) paper.getCell(row, columns[at] ?? 0).value = value;
    }
  });
  const open = ['A97 SUB_UNKNOWN_PROJECT', 'A97 SUB_UNKNOWN_PROJECT', 'بی‌کد SUB_CODE_MISSING'];
  expect(await send(sheet, 'فرم.xlsx')).toEqual(open);
  const lines = ['A97 کار 13 40 70', 'A97 کار 15 42 72', 'کار 14 41 71'];
  expect(await strays()).toEqual(lines);
  // Files that speak of something else, of one of the same rows, or have one figure by chance, leave them where they are.
  for (const line of ['A5,12,', 'A1,21,', 'A4,40,'])
    expect([await send(`${HEAD}\n${line}\n`), await strays()]).toEqual([open, lines]);

  // One of two lines with the same code is mended: the other stays once, as does the line without a code.
  const half = await edited((book) => {
    cellAt(book, PROJECTS, 'A97', CODE).value = 'A3';
  });
  expect(await send(half, 'اصلاح.xlsx')).toEqual(open.slice(1));
  expect(await strays()).toEqual(['A97 کار 15 42 72', 'کار 14 41 71']);
  expect(await factsOf(town)).toContain('A3 physical 0.4');

  // Taken out of the return by hand it is gone; what is left comes back with its code in a file of its own.
  const without = await edited((book) => {
    const row = book.getWorksheet(PROJECTS)?.getRow(Number(cellAt(book, PROJECTS, 'A97', CODE).row));
    row?.eachCell((cell) => {
      cell.value = null;
    });
  });
  expect(await send(without, 'بی سطر.xlsx')).toEqual(['بی‌کد SUB_CODE_MISSING']);
  expect(await strays()).toEqual(['کار 14 41 71']);
  expect(await send(`${HEAD}\nA6,41,71\n`)).toEqual([]);
});

it('takes a list that came again without the line as mended, whoever laid it out', async () => {
  expect(await send(`${HEAD}\nA1,20,5\nA97,30,6\n`)).toEqual(['A97 SUB_UNKNOWN_PROJECT']);
  expect(await send(`${HEAD}\nA1,20,5\n`)).toEqual([]);
});

it('keeps the figures of columns that nobody could read until each is stated', async () => {
  const open = ['A1', 'A3'].flatMap((code) => [`${code} SUB_COLUMN_VAGUE`, `${code} SUB_COLUMN_VAGUE`]);
  expect(await send('کد پروژه,پیشرفت فیزیکی (متر),هزینه‌کرد (درهم)\nA1,31,500\nA3,32,60\n', '1399-06.csv')).toEqual(
    open,
  );
  expect(await send(`${HEAD}\nA2,,5\n`)).toEqual(open);
  expect(await send(`${HEAD}\nA1,31,\n`)).toEqual(open.slice(1));
  const typed = await edited((book) => {
    type(book, PROJECTS, 'A1', SPENT, 500);
    type(book, PROJECTS, 'A3', SPENT, 60);
  });
  expect(await send(typed, 'اصلاح.xlsx')).toEqual(open.slice(3));
  expect(await send(`${HEAD}\nA3,32,\n`)).toEqual([]);
});

it('keeps the figures of a month alone until the cumulative ones came', async () => {
  const flow = 'کد پروژه,پیشرفت فیزیکی (درصد),هزینه‌کرد طی ماه (میلیون ریال)\nA1,20,5\nA3,30,6\n';
  expect(await send(flow)).toEqual(['A1 SUB_FLOW_COLUMN', 'A3 SUB_FLOW_COLUMN']);
  expect(await send(`${HEAD}\nA1,20,25\n`)).toEqual(['A3 SUB_FLOW_COLUMN']);
  expect(await send(`${HEAD}\nA3,30,26\n`)).toEqual([]);
});

it('marks every line over which a figure is merged, each until it is stated', async () => {
  const { default: Excel } = await import('exceljs');
  const book = new Excel.Workbook();
  const paper = book.addWorksheet('شهریور');
  paper.addRows([HEAD.split(','), ['A1', 20, 60], ['A3', null, 61], ['A4', null, 62], ['A5', 7, 63]]);
  paper.mergeCells('B2:B4');
  const open = ['A1', 'A3', 'A4'].map((code) => `${code} SUB_MERGED_FIGURE`);
  expect(await send(new Uint8Array(await book.xlsx.writeBuffer()), '1399-06.xlsx')).toEqual(open);
  expect(cellAt(await openBook(returnOf(town)), PROJECTS, 'A3', PHYSICAL).note).toBeTruthy();
  expect(await send(await edited((sheet) => type(sheet, PROJECTS, 'A1', PHYSICAL, 11)), 'اصلاح.xlsx')).toEqual(
    open.slice(1),
  );
  expect(await send(`${HEAD}\nA3,12,\nA4,13,\n`)).toEqual([]);
});

it('keeps a file that was returned as a whole until all that it said was said again', async () => {
  const stands = async (unit: string, line: string): Promise<boolean> => {
    sendings += 1;
    town.drop(`D2/${sendings} 1399-06.csv`, `کد پروژه,پیشرفت فیزیکی (درصد),هزینه‌کرد${unit}\n${line}\n`);
    await town.pipeline.ingest({ dryRun: false });
    return existsSync(join(town.root, 'data', 'outbox', 'D2', 'payesh-return-1399-06.xlsx'));
  };
  expect(await stands('', 'B1,20,500')).toBe(true);
  expect(await stands(' (میلیون ریال)', 'B1,21,')).toBe(true);
  expect(await stands(' (میلیون ریال)', 'B1,,500')).toBe(false);
});

it('keeps a file whose month nobody knows until a dated one has its rows', async () => {
  const unread = () => readdirSync(join(town.root, 'data', 'outbox', 'D1')).filter((name) => name.includes('unread'));
  town.drop('D1/گزارش.csv', `${HEAD}\nA1,40,5\nA3,30,6\nA97,41,71\n`);
  await town.pipeline.ingest({ dryRun: false });
  await send(`${HEAD}\nA1,40,5\n`);
  expect(unread()).toHaveLength(1);
  await send(`${HEAD}\nA3,30,6\n`);
  expect(unread()).toHaveLength(1);
  await send(`${HEAD}\nA5,41,71\n`);
  expect(unread()).toEqual([]);
});

it('asks for the other figures of a row that went back, when only its fault was sent again', async () => {
  expect(await send(`${HEAD}\nA1,140,60\nA3,30,5\n`)).toEqual(['A1 SUB_PHYSICAL_OVER_100']);
  expect(await send(`${HEAD}\nA1,14,\n`)).toEqual(['A1 SUB_ROW_NOT_COUNTED']);
  const asked = cellAt(await openBook(returnOf(town)), PROJECTS, 'A1', SPENT);
  expect([asked.value, String(asked.note).replace(/[\u200e\u200f]/g, '')]).toEqual([
    null,
    expect.stringContaining('60 (C2)'),
  ]);
  expect(await send(await edited((book) => type(book, PROJECTS, 'A1', SPENT, 60)), 'اصلاح.xlsx')).toEqual([]);
  expect(await factsOf(town)).toEqual([
    'A1 physical 0.14',
    'A1 spent_rial 60000000',
    'A3 physical 0.3',
    'A3 spent_rial 5000000',
  ]);
});

it('asks for it though a column of the same row was not read, and keeps the remark of a file returned as a whole', async () => {
  const head = 'کد پروژه,پیشرفت فیزیکی (درصد),هزینه‌کرد (میلیون ریال),تعهدات (درهم)';
  expect(await send(`${head}\nA1,x,60,40\n`)).toEqual(['A1 SUB_COLUMN_VAGUE', 'A1 SUB_NOT_A_NUMBER']);
  expect(await send(`${HEAD}\nA1,14,\n`)).toEqual(['A1 SUB_COLUMN_VAGUE', 'A1 SUB_ROW_NOT_COUNTED']);

  const unread = () => readdirSync(join(town.root, 'data', 'outbox', 'D1')).filter((name) => name.includes('unread'));
  await send(`${HEAD},مشکلات\nA3,30,6,معارض\n`, 'گزارش.csv');
  await send(`${HEAD}\nA3,30,6\n`);
  expect(unread()).toHaveLength(1);
  await send(`${HEAD},مشکلات\nA3,,,معارض\n`);
  expect(unread()).toEqual([]);

  // A remark is taken back as a figure is.
  town.drop('D1/1399-06 حذف.csv', 'کد پروژه,مشکلات\nA3,حذف\n');
  const [record] = (await town.pipeline.ingest({ dryRun: false })).files;
  expect(record?.findings.map(({ code }) => code)).toEqual(['SUB_WITHDRAWN']);
});

it('takes no figures that many lines have for the same line, and no shorter file for the whole one', async () => {
  const chance = [
    ['A97,0,0', 'A4,0,0'],
    ['A97,100,0', 'A4,100,0'],
    ['A97,44,55\nA98,44,55', 'A4,44,55'],
  ] as const;
  for (const [at, [lines, other]] of chance.entries()) {
    const before = await send(`${HEAD}\nA1,20,250\nA3,30,60\n${lines}\n`);
    expect(before).toEqual(lines.split('\n').map((line) => `${line.slice(0, 3)} SUB_UNKNOWN_PROJECT`));
    expect(await send(`${HEAD}\n${other}\n`)).toEqual(before);
    // No two files are alike: the same bytes would be a duplicate.
    expect(await send(`${HEAD}\nA1,20,250\nA3,30,60\n${'\n'.repeat(at)}`)).toEqual([]);
  }
});

it('takes the same list without an unread column for its word on it', async () => {
  const list = (more: (at: number) => string) =>
    ['A1', 'A3', 'A4', 'A5'].map((code, at) => `${code},${20 + at},${50 + at}${more(at)}`).join('\n');
  const flow = `${HEAD},تخصیص طی ماه (میلیون ریال)\n${list((at) => `,${at < 2 ? 11 + at : ''}`)}\n`;
  expect(await send(flow)).toEqual(['A1 SUB_FLOW_COLUMN', 'A3 SUB_FLOW_COLUMN']);
  expect(await send(`${HEAD}\n${list(() => '')}\n`)).toEqual([]);
});

it('asks of a file without a month the same figures, not the next month’s', async () => {
  const unread = () => readdirSync(join(town.root, 'data', 'outbox', 'D1')).filter((name) => name.includes('unread'));
  await send(`${HEAD}\nA1,10,100\nA97,20,200\n`, 'گزارش.csv');
  await send(`${HEAD}\nA1,10,100\n`);
  expect(unread()).toHaveLength(1);
  await send(`${HEAD}\nA1,50,500\nA3,20,60\n`, '1399-05.csv');
  expect(unread()).toHaveLength(1);
  await send(`${HEAD}\nA97,20,200\n`, '1399-05.csv');
  expect(unread()).toHaveLength(1);
  await send(`${HEAD}\nA4,20,200\n`);
  expect(unread()).toEqual([]);
});

it('greys what is in force, and nothing else', async () => {
  await send(`${HEAD},تعهدات (درهم)\nA1,20,50,7\nA3,140,60,\n`);
  const book = await openBook(returnOf(town));
  const tone = (code: string, header: string) =>
    (cellAt(book, PROJECTS, code, header).fill as ExcelJs.FillPattern)?.fgColor?.argb;
  expect([tone('A1', PHYSICAL), tone('A1', SPENT)]).toEqual(['FFF3F4F6', 'FFF3F4F6']);
  expect(tone('A3', SPENT)).not.toBe('FFF3F4F6');
});

it('asks which of two contradicting lines is meant in a file that went back as a whole', async () => {
  const unread = () => join(town.root, 'data', 'outbox', 'D2', 'payesh-return-1399-06.xlsx');
  town.drop('D2/1399-06.csv', 'کد پروژه,هزینه‌کرد\nB1,240\nB1,223\n');
  await town.pipeline.ingest({ dryRun: false });
  const cell = cellAt(await openBook(unread()), PROJECTS, 'B1', SPENT);
  expect([cell.value, /240.*223/.test(String(cell.note).replace(/[\u200e\u200f]/g, ''))]).toEqual([null, true]);
});

it('keeps a line outside the plan beside another sheet of the same rows, and what it said beside what it says', async () => {
  const [work, money] = ['کد پروژه,پیشرفت فیزیکی (درصد)', 'کد پروژه,هزینه‌کرد (میلیون ریال)'];
  const open = ['A97 SUB_UNKNOWN_PROJECT'];
  expect(await send(`${work}\nA1,10\nA3,20\nA4,30\nA97,77\n`)).toEqual(open);
  expect(await send(`${money}\nA1,41\nA3,42\nA4,43\n`)).toEqual(open);
  expect(await send(`${money}\nA97,6\nA5,44\n`)).toEqual(open);
  expect(await strays()).toEqual(['A97 77 6']);
});

it('takes a suggested code for the line only where it says as much', async () => {
  town.drop('D1/1399-06.csv', 'کد پروژه,پیشرفت فیزیکی (درصد)\nA1,10\nA9,44\n');
  const [record] = (await town.pipeline.ingest({ dryRun: false })).files;
  const suggestion = String(record?.findings[0]?.params.suggestion);
  expect(suggestion).toMatch(/^A\d$/);
  const other = suggestion === 'A1' ? 'A3' : suggestion;
  expect(await send(`کد پروژه,هزینه‌کرد (میلیون ریال)\n${other},55\n`)).toEqual(['A9 SUB_UNKNOWN_PROJECT']);
  expect(await send(`${HEAD}\n${other},43,55\n`)).toEqual(other === suggestion ? [] : ['A9 SUB_UNKNOWN_PROJECT']);
});
