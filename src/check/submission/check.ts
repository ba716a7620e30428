import { comparePeriods, type Period, yearOf } from '../../domain/calendar.js';
import type { Finding } from '../../domain/finding.js';
import type { PlanPackage } from '../../domain/plan.js';
import { columnLetters, type Table } from '../../domain/table.js';
import type { Sender } from './code.js';
import { decideDepartment } from './department.js';
import { settleDuplicates } from './duplicates.js';
import { limitFindings, severityOf } from './limit.js';
import { checkPeriod, decidePeriod } from './period.js';
import { finding } from './place.js';
import { planIndex } from './plan-index.js';
import { doubts } from './plausible.js';
import { type RowReading, readRow } from './read-row.js';
import type { FormRows } from './rows.js';
import { findSheets, readSheets } from './sheets.js';
import type { SheetUnderstanding, SubmissionContext, SubmissionReading } from './submission.js';
import { type SheetUnits, sheetUnits, unitUnknown } from './unit.js';

export type { EarlierFigure, SheetUnderstanding, SubmissionContext, SubmissionReading } from './submission.js';

function understanding(sheet: FormRows, units: SheetUnits): SheetUnderstanding {
  const columns = sheet.form.columns.map(({ number, header, field, unit }) => ({
    column: columnLetters(number),
    header,
    field,
    unit: units.get(number)?.words ?? unit,
  }));
  return { sheet: sheet.form.table.sheet, headerRow: sheet.form.headerRow, kind: sheet.form.kind, columns };
}

/** The plan by which names are read: that of the period; while the period is unknown or future, that of today. */
function planFor(period: Period | null, context: SubmissionContext): PlanPackage | null {
  const { calendar, currentPeriod, planAt } = context;
  return planAt(period !== null && comparePeriods(calendar, period, currentPeriod) <= 0 ? period : currentPeriod);
}

/** Headers that name a year («هزینه‌کرد ۹۸») can only be judged once the year of the report is known. */
const namesYears = (sheets: readonly FormRows[]): boolean =>
  sheets.some(({ form }) => form.columns.some((column) => column.year !== null));

interface Whole {
  sender: Sender | null;
  department: string | null;
  period: Period | null;
  findings: Finding[];
}

/** What holds for the file as a whole: month, sender, plan. No sender = the file is refused. */
function readWhole(sheets: readonly FormRows[], context: SubmissionContext): Whole {
  const said = decidePeriod(sheets, context);
  const plan = planFor(said.period, context);
  const period = said.period;
  const periodFaults = period === null || said.findings.length > 0 ? said.findings : checkPeriod(period, plan, context);
  if (!plan) return { sender: null, department: context.folderDepartment, period, findings: periodFaults };
  const index = planIndex(plan);
  const { department, findings } = decideDepartment(sheets, index, context);
  const faults = [...periodFaults, ...findings];
  const trusted = faults.length === 0 && period !== null && department !== null;
  const sender = trusted ? { index, department, period, context } : null;
  return { sender, department: department?.code ?? context.folderDepartment, period, findings: faults };
}

/** All lines of one sheet; columns of money without a unit are told once each. */
function readSheet(sheet: FormRows, sender: Sender) {
  const { units, findings } = sheetUnits(sheet, sender.department, sender.context);
  const readings = sheet.rows.map((row) => readRow(row, sender, units));
  const unitless = [...new Set(readings.flatMap((reading) => reading.unitless))];
  const faults = [...findings, ...unitless.map((column) => unitUnknown(column, sheet, sender.context.fileName))];
  return { readings, faults, understanding: understanding(sheet, units) };
}

function verdict(readings: readonly RowReading[], findings: readonly Finding[]): SubmissionReading['status'] {
  if (!readings.some((reading) => reading.statements.length > 0 && !reading.refused)) return 'refused';
  return findings.some((one) => severityOf(one) === 'error') ? 'partly' : 'accepted';
}

/**
 * Turns one monthly submission into statements and findings. Pure: all knowledge of plan, history and time comes in the
 * context. A row with an error is refused alone; a file that cannot be trusted as a whole (month, sender, unit of money,
 * no table, no rows) states nothing. Never throws for wrong data.
 */
export function checkSubmission(tables: Table[], context: SubmissionContext): SubmissionReading {
  const file = context.fileName;
  const found = findSheets(tables);
  const first = readSheets(tables, found, file, null);
  const whole = readWhole(first.sheets, context);
  const year = whole.period === null ? null : yearOf(context.calendar, whole.period);
  const form = namesYears(first.sheets) ? readSheets(tables, found, file, year) : first;
  const count = form.sheets.reduce((sum, sheet) => sum + sheet.rows.length, 0);
  const refuse = (findings: Finding[], seen: SheetUnderstanding[]): SubmissionReading => ({
    department: whole.department,
    period: whole.period,
    status: 'refused',
    statements: [],
    acceptedRows: 0,
    refusedRows: count,
    findings: limitFindings(findings, file),
    understanding: seen,
  });
  const plain = form.sheets.map((sheet) => understanding(sheet, new Map()));
  const noRows = form.sheets.length > 0 && count === 0 ? [finding('SUB_NO_ROWS', { file })] : [];
  const general = [...form.findings, ...whole.findings, ...noRows];
  if (form.refused || noRows.length > 0 || !whole.sender) return refuse(general, plain);

  const { sender } = whole;
  const sheets = form.sheets.map((sheet) => readSheet(sheet, sender));
  const seen = sheets.map((sheet) => sheet.understanding);
  const unitFaults = sheets.flatMap((sheet) => sheet.faults);
  const settled = settleDuplicates(
    sheets.flatMap((sheet) => sheet.readings),
    file,
  );
  const rowFindings = settled.flatMap((reading) => reading.findings);
  if (unitFaults.length > 0) return refuse([...general, ...unitFaults, ...rowFindings], seen);

  const accepted = settled.filter((reading) => !reading.refused && reading.statements.length > 0);
  const findings = [
    ...general,
    ...settled.flatMap((one) => (one.refused ? one.findings : [...one.findings, ...doubts(one, sender)])),
  ];
  const errors = findings.filter((one) => severityOf(one) === 'error').length;
  if (context.atomic && errors > 0)
    return refuse([...findings, finding('SUB_ATOMIC', { file }, { count: errors })], seen);
  return {
    ...refuse(findings, seen),
    status: verdict(settled, findings),
    statements: accepted.flatMap((reading) => reading.statements),
    acceptedRows: accepted.length,
    refusedRows: settled.filter((reading) => reading.refused).length,
  };
}
