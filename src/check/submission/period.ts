import { type Calendar, comparePeriods, type Period, yearOf } from '../../domain/calendar.js';
import type { Finding } from '../../domain/finding.js';
import type { PlanPackage } from '../../domain/plan.js';
import { findPeriods, parsePeriod } from '../../domain/text/date.js';
import { type Evidence, weigh } from './evidence.js';
import { cellPlace, finding, placeName, shown } from './place.js';
import type { DataRow, FormRows } from './rows.js';
import type { SubmissionContext } from './submission.js';

/** The month that one line states for itself; null = it says none. A year column completes a bare month («شهریور»). */
function rowPeriod(row: DataRow, calendar: Calendar): { raw: string; period: Period | null } | null {
  const cell = row.cells.get('period')?.cell;
  if (!cell) return null;
  const year = row.cells.get('year')?.cell.text.trim();
  const period = parsePeriod(cell.text, calendar) ?? (year ? parsePeriod(`${cell.text} ${year}`, calendar) : null);
  return { raw: cell.text.trim(), period };
}

function columnEvidence(sheet: FormRows, context: SubmissionContext): { said: Evidence<Period>[]; faults: Finding[] } {
  const said: Evidence<Period>[] = [];
  const faults: Finding[] = [];
  for (const row of sheet.rows) {
    const stated = rowPeriod(row, context.calendar);
    const placed = row.cells.get('period');
    if (!stated || !placed) continue;
    const place = cellPlace(context.fileName, sheet.form.table, placed.cell, placed.column.header);
    if (stated.period === null) faults.push(finding('SUB_PERIOD_UNREADABLE', place, { raw: shown(stated.raw) }));
    else said.push({ value: stated.period, place, raw: stated.raw });
  }
  return { said, faults };
}

/** Titles above the header; a line whose cells say the month only together («ماه» «شهریور» «۱۳۹۹») is read as one. */
function titleEvidence(sheet: FormRows, context: SubmissionContext): Evidence<Period>[] {
  return sheet.above.flatMap((row) => {
    const cells = row.cells.filter((cell) => cell.kind !== 'date' && cell.text.trim() !== '');
    const single = cells.flatMap((cell) =>
      findPeriods(cell.text, context.calendar).map((value) => ({
        value,
        place: cellPlace(context.fileName, sheet.form.table, cell),
        raw: cell.text.trim(),
      })),
    );
    const [first] = cells;
    if (single.length > 0 || !first) return single;
    const raw = cells.map((cell) => cell.text.trim()).join(' ');
    const place = cellPlace(context.fileName, sheet.form.table, first);
    return findPeriods(raw, context.calendar).map((value) => ({ value, place, raw }));
  });
}

function nameEvidence(context: SubmissionContext): Evidence<Period>[] {
  const raw = context.fileName;
  return findPeriods(raw.replace(/\.[a-z]{2,5}$/i, ''), context.calendar).map((value) => ({
    value,
    place: { file: raw },
    raw,
  }));
}

/** The month of the file from all places that name one. Findings are errors: each refuses the file. */
export function decidePeriod(
  sheets: readonly FormRows[],
  context: SubmissionContext,
): { period: Period | null; findings: Finding[] } {
  const columns = sheets.map((sheet) => columnEvidence(sheet, context));
  const verdict = weigh([
    ...columns.flatMap((column) => column.said),
    ...sheets.flatMap((sheet) => titleEvidence(sheet, context)),
    ...nameEvidence(context),
  ]);
  const unreadable = columns.flatMap((column) => column.faults);
  if (unreadable.length > 0)
    return { period: verdict.state === 'agreed' ? verdict.evidence.value : null, findings: unreadable };
  if (verdict.state === 'none')
    return { period: null, findings: [finding('SUB_PERIOD_MISSING', { file: context.fileName })] };
  if (verdict.state === 'agreed') return { period: verdict.evidence.value, findings: [] };
  const { first, second } = verdict;
  const conflict = finding('SUB_PERIOD_CONFLICT', second.place, {
    first: first.value,
    firstPlace: placeName(first.place),
    second: second.value,
    secondPlace: placeName(second.place),
  });
  return { period: null, findings: [conflict] };
}

/** Whether a month can be reported at all; findings are errors, each refuses the file. */
export function checkPeriod(period: Period, plan: PlanPackage | null, context: SubmissionContext): Finding[] {
  const { calendar, currentPeriod } = context;
  const place = { file: context.fileName };
  if (comparePeriods(calendar, period, currentPeriod) > 0)
    return [finding('SUB_PERIOD_FUTURE', place, { period, current: currentPeriod })];
  if (context.closedPeriods.has(period)) return [finding('SUB_PERIOD_CLOSED', place, { period })];
  const year = yearOf(calendar, period);
  const planned = plan?.plans.some(({ firstYear, lastYear }) => year >= firstYear && year <= lastYear) ?? false;
  return planned ? [] : [finding('SUB_PERIOD_OUTSIDE_PLAN', place, { period })];
}
