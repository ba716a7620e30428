import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPlanPackage } from '../../src/check/plan/read-package.js';
import { checkSubmission } from '../../src/check/submission/check.js';
import { JALALI, periodAt } from '../../src/domain/calendar.js';
import { FINDINGS } from '../../src/domain/catalogue/findings.js';
import { isQuestion } from '../../src/domain/question.js';
import { readTables } from '../../src/read/read.js';
import { addFaults } from '../../src/sample/faults.js';
import type { SampleFile } from '../../src/sample/files.js';
import { generate } from '../../src/sample/generate.js';
import { LAYOUTS } from '../../src/sample/layout.js';
import type { Report } from '../../src/sample/reports.js';
import { oldKeyboard } from '../../src/sample/typing.js';

const ROOT = 'data/sample';
const faults: Record<string, string>[] = parse(readFileSync(join(ROOT, 'faults.csv')), { columns: true, bom: true });

async function planOfSample() {
  const tables = [];
  for (const file of readdirSync(join(ROOT, 'plan'))) {
    const read = await readTables(readFileSync(join(ROOT, 'plan', file)), file);
    for (const table of read.tables) tables.push({ name: basename(file, '.csv'), file, table });
  }
  const { package: plan } = readPlanPackage(tables, JALALI);
  if (!plan) throw new Error("the sample's plan is refused");
  return plan;
}

/** What a file should state: code, period, field and value of every figure and remark that is not blank. */
function statedBy(report: Report): string[] {
  const period = `${report.year}-${String(report.month).padStart(2, '0')}`;
  const fields: [string, number | string | null][] = [
    ['physical', report.percent === null ? null : report.percent / 100],
    ['quantity', report.quantity],
    ['verified_percent', report.verified],
    ['allocated_rial', report.allocatedRial],
    ['committed_rial', report.committedRial],
    ['certified_rial', report.certifiedRial],
    ['spent_rial', report.spentRial],
    ['spent_noncash_rial', report.noncashRial],
    ['advance_rial', report.advanceRial],
    ['note', report.note],
    ['obstacle', report.obstacle],
    ['action', report.action],
  ];
  return fields.flatMap(([field, value]) => (value === null ? [] : [lineOf(report.project, period, field, value)]));
}

const lineOf = (code: string, period: string, field: string, value: number | string | null): string =>
  `${code} ${period} ${field} ${typeof value === 'number' ? Number(value.toFixed(6)) : value}`;

describe('the layouts of the sample', () => {
  let plan: Awaited<ReturnType<typeof planOfSample>>;
  const files = new Map<string, SampleFile>();
  beforeAll(async () => {
    plan = await planOfSample();
    const made = generate();
    for (const file of addFaults(made.plan, made.files).files) files.set(file.path, file);
  });

  async function read(path: string) {
    const file = files.get(path);
    if (!file) throw new Error(`the sample has no ${path}`);
    const { tables, findings } = await readTables(readFileSync(join(ROOT, 'inbox', path)), basename(path));
    const reading = checkSubmission(tables, {
      calendar: JALALI,
      planAt: () => plan,
      folderDepartment: file.department,
      fileName: basename(path),
      currentPeriod: periodAt(JALALI, new Date(file.receivedAt), 'Asia/Tehran'),
      closedPeriods: new Set(),
      lastFigure: () => null,
      atomic: false,
      defaultMoneyUnit: null,
    });
    return { file, findings: [...findings, ...reading.findings], statements: reading.statements };
  }

  it.each(Object.keys(LAYOUTS))('%s is read without a doubt', async (path) => {
    const { findings } = await read(path);
    expect(faults.filter(({ file }) => file === path)).toEqual([]);
    // What the figures say may be asked about; that they were read may not.
    const doubtful = findings.filter((one) => FINDINGS[one.code].severity !== 'info' && !isQuestion(one));
    expect(doubtful).toEqual([]);
  });

  const columnsOf = (file: SampleFile) =>
    new Set(
      file.sheets.flatMap(({ columns }) => columns.map(({ key }) => key.replace('physical_percent', 'physical'))),
    );

  it('changes no figure: every file without a fault states what its department meant', async () => {
    let compared = 0;
    const faulty = new Set(faults.map(({ file }) => file));
    for (const [path, file] of files) {
      if (faulty.has(path) || file.refused || file.reports.length === 0) continue;
      const columns = columnsOf(file);
      const { statements } = await read(path);
      const stated = statements
        .filter(({ kind }) => kind === 'project')
        .map(({ code, period, field, value, text }) => lineOf(code, period, field, value ?? text));
      const typed = (line: string) => (file.style.encoding === 'windows1256' ? oldKeyboard(line) : line);
      const meant = file.reports
        .flatMap(statedBy)
        .map(typed)
        .filter((line) => columns.has(line.split(' ')[2] ?? ''));
      expect(stated.sort(), path).toEqual(meant.sort());
      compared += 1;
    }
    expect(compared).toBeGreaterThan(250);
  });
});
