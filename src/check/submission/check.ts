import type { AnswerGiven } from '../../domain/answer.js';
import { comparePeriods, type Period } from '../../domain/calendar.js';
import type { Finding } from '../../domain/finding.js';
import type { PlanPackage } from '../../domain/plan.js';
import type { Table } from '../../domain/table.js';
import { type Vocabulary, vocabularyOf } from '../dictionary/vocabulary.js';
import { questionsOf } from '../oddity/ask.js';
import { answersByNumber, answersLeft, answersOfRows, partAnswers } from './answers.js';
import { answersTold } from './answers-told.js';
import type { Sender } from './code.js';
import { decideDepartment } from './department.js';
import { settleDuplicates } from './duplicates.js';
import { limitFindings, severityOf } from './limit.js';
import { leaveOtherMonths } from './month-sheets.js';
import { checkPeriod, decidePeriod } from './period.js';
import { finding, sheetPlace } from './place.js';
import { namedDepartment, planIndex } from './plan-index.js';
import { doubts } from './plausible.js';
import { type RowReading, readRow } from './read-row.js';
import type { FormRows } from './rows.js';
import { findSheets, readSheets, remarksOf } from './sheets.js';
import type { SheetUnderstanding, SubmissionContext, SubmissionReading } from './submission.js';
import { isUnnamedTotal, reconcile } from './totals.js';
import { type Decisions, understandingOf } from './understanding.js';
import { type SheetUnits, sheetUnits, unitUnknown } from './unit.js';

export { readTemplates, type TemplateSettings } from '../dictionary/templates.js';
export type {
  EarlierFigure,
  HistoryFigure,
  SheetUnderstanding,
  SubmissionContext,
  SubmissionReading,
} from './submission.js';

/** The plan by which names are read: that of the period; while the period is unknown or future, that of today. */
function planFor(period: Period | null, context: SubmissionContext): PlanPackage | null {
  const { calendar, currentPeriod, planAt } = context;
  return planAt(period !== null && comparePeriods(calendar, period, currentPeriod) <= 0 ? period : currentPeriod);
}

/** Headers that name a time («هزینه‌کرد ۹۸», «تا پایان مرداد») can only be judged once the month of the report is known. */
const namesTimes = (sheets: readonly FormRows[]): boolean =>
  sheets.some(({ form }) => form.columns.some((column) => column.year !== null || column.month !== null));

interface Whole {
  sender: Sender | null;
  department: string | null;
  period: Period | null;
  findings: Finding[];
  decisions: Decisions;
}

/** What holds for the file as a whole: month, sender, plan. No sender = the file is refused. */
function readWhole(sheets: readonly FormRows[], context: SubmissionContext): Whole {
  const said = decidePeriod(sheets, context);
  const plan = planFor(said.period, context);
  const { period } = said;
  const faults = period === null || said.findings.length > 0 ? said.findings : checkPeriod(period, plan, context);
  const index = plan ? planIndex(plan) : null;
  const decided = index ? decideDepartment(sheets, index, context) : null;
  const findings = [...faults, ...(decided?.findings ?? [])];
  const department = decided?.department ?? null;
  const trusted = findings.length === 0 && index && period !== null && department !== null;
  return {
    sender: trusted ? { index, department, period, context } : null,
    department: department?.code ?? context.folderDepartment,
    period,
    findings,
    decisions: { period: said, department: decided },
  };
}

/** Whose answers a file holds: null where places contradict each other about who sent it, or nobody says. */
function certainSender({ department, decisions }: Whole): string | null {
  return (decisions.department?.findings.length ?? 0) > 0 ? null : department;
}

/** A line that only sums up the lines above is a total, even where nobody wrote «جمع» beside it. */
function withoutUnnamedTotals(
  sheet: FormRows,
  units: SheetUnits,
  file: string,
): { sheet: FormRows; findings: Finding[] } {
  const last = sheet.rows.at(-1);
  const before = sheet.rows.slice(0, -1);
  if (!last || !isUnnamedTotal(last, before, units)) return { sheet, findings: [] };
  const place = sheetPlace(file, sheet.form.table, last.row.number);
  const skipped = { ...sheet.skipped, total: (sheet.skipped.total ?? 0) + 1 };
  const params = { label: '—', words: remarksOf(last.cells) };
  return { sheet: { ...sheet, rows: before, skipped }, findings: [finding('SUB_TOTAL_ROW', place, params)] };
}

/** All lines of one sheet; columns of money without a unit are told once each. */
function readSheet(found: FormRows, sender: Sender, decisions: Decisions, vocabulary: Vocabulary) {
  const { context } = sender;
  const { units, findings } = sheetUnits(found, sender.department, context, vocabulary.moneyUnit);
  const { sheet, findings: totals } = withoutUnnamedTotals(found, units, context.fileName);
  const readings = sheet.rows.map((row) => readRow(row, sender, units));
  const unitless = [...new Set(readings.flatMap((reading) => reading.unitless))];
  const faults = [...findings, ...unitless.map((column) => unitUnknown(column, sheet, context.fileName))];
  const notes = [...totals, ...reconcile(sheet, units, context.fileName)];
  return { readings, faults, notes, understanding: understandingOf(sheet, units, decisions) };
}

function verdict(readings: readonly RowReading[], findings: readonly Finding[]): SubmissionReading['status'] {
  if (!readings.some((reading) => reading.statements.length > 0 && !reading.refused)) return 'refused';
  return findings.some((one) => severityOf(one) === 'error') ? 'partly' : 'accepted';
}

/**
 * A file that states nothing and answers something says so; with an error in it, it went back as any other. `told` = how many of
 * its answers were not taken, each with a finding of its own.
 */
function toldIfAnswersOnly(reading: SubmissionReading, told: number, file: string): SubmissionReading {
  const { department, status, findings } = reading;
  const given = reading.answers.filter(({ fromNote }) => !fromNote).length;
  const isWhole = department !== null && !findings.some((one) => severityOf(one) === 'error');
  if (status !== 'refused' || given === 0 || !isWhole) return reading;
  const count = given - told;
  return { ...reading, findings: [...findings, finding('SUB_ANSWERS_ONLY', { file }, { count })] };
}

/**
 * Turns one monthly submission into statements and findings. Pure: all knowledge of plan, history and time comes in the
 * context. A row with an error is refused alone; a file that cannot be trusted as a whole (month, sender, unit of money,
 * no table, no rows) states nothing. Never throws for wrong data.
 */
export function checkSubmission(tables: Table[], context: SubmissionContext): SubmissionReading {
  const reading = readingOf(tables, context);
  const told = answersTold(reading, context);
  const whole = { ...reading, findings: limitFindings([...reading.findings, ...told], context.fileName) };
  return toldIfAnswersOnly(whole, told.length, context.fileName);
}

function readingOf(tables: Table[], context: SubmissionContext): SubmissionReading {
  const file = context.fileName;
  const { forms, answers: onSheet } = partAnswers(tables);
  const known = planFor(null, context);
  const isDepartment = (text: string) => known !== null && namedDepartment(planIndex(known), text) !== null;
  const read = (department: string | null, period: Period | null) => {
    const vocabulary = vocabularyOf(context.templates, department);
    const { found, findings } = leaveOtherMonths(findSheets(forms, { vocabulary, isDepartment }), context);
    const form = readSheets(forms, found, file, period, context.calendar);
    return { vocabulary, form: { ...form, findings: [...form.findings, ...findings] } };
  };
  const first = read(context.folderDepartment, null);
  const whole = readWhole(first.form.sheets, context);
  // Times in headers and the saved layout of a department that only the file names are known in a second reading.
  const layout = whole.department !== context.folderDepartment && (context.templates?.layouts.length ?? 0) > 0;
  const again = (namesTimes(first.form.sheets) && whole.period !== null) || layout;
  const { form, vocabulary } = again ? read(whole.department, whole.period) : first;
  const rows = form.sheets.flatMap((sheet) => sheet.rows);
  const numbered = answersByNumber(onSheet, certainSender(whole), context);
  const count = rows.length;
  const refuse = (
    findings: Finding[],
    seen: SheetUnderstanding[],
    beside: readonly AnswerGiven[] = [],
  ): SubmissionReading => ({
    department: whole.department,
    period: whole.period,
    status: 'refused',
    statements: [],
    acceptedRows: 0,
    refusedRows: count,
    findings,
    answers: [...numbered.answers, ...beside],
    understanding: seen,
  });
  const plain = form.sheets.map((sheet) => understandingOf(sheet, new Map(), whole.decisions));
  const asked = form.findings.some(({ code }) => code === 'SUB_COLUMN_VAGUE');
  const noRows =
    form.sheets.length > 0 && count === 0 && !asked && numbered.answers.length === 0
      ? [finding('SUB_NO_ROWS', { file })]
      : [];
  // A file may come back with answers alone.
  const alone = numbered.answers.length + numbered.findings.length > 0 && forms.length === 0;
  const found = alone ? form.findings.filter(({ code }) => code !== 'SUB_NO_TABLE') : form.findings;
  // Answers are of no month: their numbers say what they answer.
  const faults = alone ? whole.findings.filter(({ code }) => code !== 'SUB_PERIOD_MISSING') : whole.findings;
  const general = [...found, ...faults, ...numbered.findings, ...noRows];
  if (form.refused || count === 0 || !whole.sender) return refuse([...general, ...answersLeft(rows, file)], plain);

  const { sender } = whole;
  const sheets = form.sheets.map((sheet) => readSheet(sheet, sender, whole.decisions, vocabulary));
  const seen = sheets.map((sheet) => sheet.understanding);
  const unitFaults = sheets.flatMap((sheet) => sheet.faults);
  const settled = settleDuplicates(
    sheets.flatMap((sheet) => sheet.readings),
    file,
  );
  const left = answersLeft(
    settled.flatMap(({ row, subject }) => (subject ? [] : [row])),
    file,
  );
  const rowFindings = [...settled.flatMap((reading) => reading.findings), ...left];
  const beside = answersOfRows(settled, file);
  // A remark is no more than its file; an answer counts whatever becomes of the figures.
  const answers = beside.filter(({ fromNote }) => !fromNote);
  if (unitFaults.length > 0) return refuse([...general, ...unitFaults, ...rowFindings], seen, answers);

  const accepted = settled.filter((reading) => !reading.refused && reading.statements.length > 0);
  const findings = [
    ...general,
    ...sheets.flatMap((sheet) => sheet.notes),
    ...settled.flatMap((one) => (one.refused ? one.findings : [...one.findings, ...doubts(one, sender)])),
    ...questionsOf(accepted, sender),
    ...left,
  ];
  const errors = findings.filter((one) => severityOf(one) === 'error').length;
  if (context.atomic && errors > 0)
    return refuse([...findings, finding('SUB_ATOMIC', { file }, { count: errors })], seen, answers);
  return {
    ...refuse(findings, seen, beside),
    status: verdict(settled, findings),
    statements: accepted.flatMap((reading) => reading.statements),
    acceptedRows: accepted.length,
    refusedRows: settled.filter((reading) => reading.refused).length,
  };
}
