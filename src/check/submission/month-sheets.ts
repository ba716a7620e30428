import type { Finding } from '../../domain/finding.js';
import type { Table } from '../../domain/table.js';
import type { Found } from './forms.js';
import { nameEvidence, sheetNameEvidence } from './period-evidence.js';
import { finding, sheetPlace } from './place.js';
import type { SubmissionContext } from './submission.js';

/** The month in a sheet's name, 1..12 or 13; null = it names none. */
function monthOfSheet(table: Table, { calendar }: SubmissionContext): number | null {
  if (table.sheet === null) return null;
  const { periods, months } = sheetNameEvidence(table.sheet, calendar);
  const [period] = periods;
  return period === undefined ? (months[0]?.value ?? null) : Number(period.value.slice(5));
}

/**
 * A workbook with a sheet for each month of the year: where the file's name says the month, its sheet is read and the
 * others are left aside and named. Without such a name all stay, and the months contradict each other.
 */
export function leaveOtherMonths(
  found: readonly Found[],
  context: SubmissionContext,
): { found: Found[]; findings: Finding[] } {
  const tableOf = (one: Found): Table => (one.state === 'form' ? one.form.table : one.table);
  const forms = found.filter((one) => one.state === 'form');
  const months = new Map(forms.map((one) => [tableOf(one).sheet, monthOfSheet(tableOf(one), context)]));
  const named = new Set([...months.values()].filter((month) => month !== null));
  const name = nameEvidence(context);
  const wanted = name.periods.length === 1 ? Number(name.periods[0]?.value.slice(5)) : name.months[0]?.value;
  if (named.size < 2 || wanted === undefined || !named.has(wanted)) return { found: [...found], findings: [] };
  const other = (one: Found) => {
    const month = months.get(tableOf(one).sheet) ?? null;
    return one.state === 'form' && month !== null && month !== wanted;
  };
  const left = new Map(found.filter(other).map((one) => [tableOf(one).sheet, tableOf(one)]));
  const findings = [...left.values()].map((table) =>
    finding('SUB_SHEET_OTHER_MONTH', sheetPlace(context.fileName, table), { sheet: table.sheet ?? '' }),
  );
  return { found: found.filter((one) => !other(one)), findings };
}
