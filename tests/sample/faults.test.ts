import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPlanPackage } from '../../src/check/plan/read-package.js';
import { checkSubmission } from '../../src/check/submission/check.js';
import { JALALI, periodAt } from '../../src/domain/calendar.js';
import type { Finding } from '../../src/domain/finding.js';
import type { PlanPackage } from '../../src/domain/plan.js';
import { isQuestion } from '../../src/domain/question.js';
import { readTables } from '../../src/read/read.js';

const ROOT = 'data/sample';
const records = (path: string): Record<string, string>[] =>
  parse(readFileSync(join(ROOT, path)), { columns: true, bom: true });
const faults = records('faults.csv');

/** Files that the listed ones look back to: last month's progress, the first version. */
const EARLIER = ['O13/گزارش مرداد 99.xlsx', 'D02/گزارش شهریور 99.xlsx'];
/** Ordinary remarks that the list leaves out. */
const REMARKS = ['SUB_TOTAL_ROW', 'SUB_QUANTITY_OVER_PLAN'];

async function planOfSample(): Promise<PlanPackage> {
  const tables = [];
  for (const file of readdirSync(join(ROOT, 'plan'))) {
    const { tables: read } = await readTables(readFileSync(join(ROOT, 'plan', file)), file);
    for (const table of read) tables.push({ name: basename(file, '.csv'), file, table });
  }
  const reading = readPlanPackage(tables, JALALI);
  if (!reading.package)
    throw new Error(`the sample's plan is refused: ${JSON.stringify(reading.findings.slice(0, 3))}`);
  return reading.package;
}

/** Reads and checks the listed files in the order of receipt; findings by file. */
async function findingsOfListed(): Promise<Map<string, Finding[]>> {
  const plan = await planOfSample();
  const listed = new Set([...faults.map(({ file }) => file ?? ''), ...EARLIER]);
  const known = new Map<string, { value: number | null; period: string; department: string }>();
  const found = new Map<string, Finding[]>();
  for (const { path = '', received_at = '' } of records('receipts.csv').filter(({ path }) => listed.has(path ?? ''))) {
    const { tables, findings } = await readTables(readFileSync(join(ROOT, 'inbox', path)), basename(path));
    found.set(path, findings);
    if (tables.length === 0) continue;
    const reading = checkSubmission(tables, {
      calendar: JALALI,
      planAt: () => plan,
      folderDepartment: path.includes('/') ? (path.split('/')[0] ?? null) : null,
      fileName: basename(path),
      currentPeriod: periodAt(JALALI, new Date(received_at), 'Asia/Tehran'),
      closedPeriods: new Set(),
      lastFigure: (code, field) => known.get(`${code} ${field}`) ?? null,
      atomic: false,
      defaultMoneyUnit: null,
    });
    for (const { code, field, value, period } of reading.statements) {
      known.set(`${code} ${field}`, { value, period, department: reading.department ?? '' });
    }
    found.set(path, [...findings, ...reading.findings]);
  }
  return found;
}

describe('the known list of faults', () => {
  let found: Map<string, Finding[]>;
  beforeAll(async () => {
    found = await findingsOfListed();
  });

  it('is found: each at its file and cell', () => {
    const missed = faults.filter(
      ({ file = '', code = '', cell = '' }) =>
        code !== '' && !found.get(file)?.some((one) => one.code === code && standsAt(one, cell)),
    );
    expect(missed).toEqual([]);
  });

  it('is complete: no other fault is found in these files (questions about what the figures say are no faults)', () => {
    const codes = new Map<string, Set<string>>();
    for (const { file = '', code = '' } of faults) codes.set(file, (codes.get(file) ?? new Set()).add(code));
    const surplus = [...found].flatMap(([file, findings]) =>
      findings
        .filter((one) => !codes.get(file)?.has(one.code) && !REMARKS.includes(one.code) && !isQuestion(one))
        .map(({ code }) => `${file} ${code}`),
    );
    expect(surplus).toEqual([]);
  });
});

/** A finding of a whole file fits any cell, one of a whole row any cell of that row. */
function standsAt({ place }: Finding, cell: string): boolean {
  if (cell === '' || place.cell !== undefined) return cell === '' || place.cell === cell;
  return place.row === undefined || cell.endsWith(String(place.row));
}
