import type { Calendar } from '../../domain/calendar.js';
import type { Finding } from '../../domain/finding.js';
import type { Indicator, PlanTableName, Project } from '../../domain/plan.js';
import { placeOf } from './places.js';
import type { PlanRecords } from './records.js';
import type { ReadRow, RowsReading } from './rows.js';
import { activeMonths } from './times.js';

/** Fills in what a row leaves to the other columns of its row: a project's months and method. */
export function completeRows<T extends PlanTableName>(
  name: T,
  reading: RowsReading<PlanRecords[T]>,
  calendar: Calendar,
): RowsReading<PlanRecords[T]> {
  if (name === 'projects')
    return completeProjects(reading as RowsReading<Project>, calendar) as RowsReading<PlanRecords[T]>;
  if (name === 'indicators') return noteAssumptions(reading as RowsReading<Indicator>) as RowsReading<PlanRecords[T]>;
  return reading;
}

function completeProjects(reading: RowsReading<Project>, calendar: Calendar): RowsReading<Project> {
  const rows: ReadRow<Project>[] = [];
  const findings = [...reading.findings];
  for (const row of reading.rows) {
    const { record, place, blank } = row;
    const months = activeMonths(calendar, record.year, record.start, record.end);
    if ('fault' in months) {
      const params = { table: 'projects', column: months.column, project: record.code, ...months.fault.params };
      findings.push({ code: months.fault.code, place: placeOf(place, months.column), params });
      continue;
    }
    // A project that states how much there is to do reports how much is done, unless it says otherwise.
    const byQuantity = blank.has('progress_method') && record.quantity !== null;
    const progressMethod = byQuantity ? 'quantity' : record.progressMethod;
    rows.push({ ...row, record: { ...record, ...months, progressMethod } });
  }
  return { rows, findings };
}

/** Columns whose blank is read as the plainest case: said, because a wrong direction turns a success into a failure. */
const ASSUMED = ['direction', 'aggregation', 'frequency'] as const;

function noteAssumptions(reading: RowsReading<Indicator>): RowsReading<Indicator> {
  const notes = reading.rows.flatMap(({ record, place, blank }): Finding[] => {
    const assumed = ASSUMED.filter((column) => blank.has(column)).map((column) => `${column} = ${record[column]}`);
    if (assumed.length === 0) return [];
    const params = { table: 'indicators', indicator: record.code, assumed: assumed.join(', ') };
    return [{ code: 'PLAN_INDICATOR_ASSUMED', place: placeOf(place, 'code'), params }];
  });
  return { rows: reading.rows, findings: [...reading.findings, ...notes] };
}
