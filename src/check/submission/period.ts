import { comparePeriods, type Period, yearOf } from '../../domain/calendar.js';
import type { Finding, Place } from '../../domain/finding.js';
import type { PlanPackage } from '../../domain/plan.js';
import { type Evidence, weigh } from './evidence.js';
import { gather, nameEvidence, type PeriodEvidence, sheetEvidence } from './period-evidence.js';
import { finding, placeName, shown } from './place.js';
import type { FormRows } from './rows.js';
import type { SubmissionContext } from './submission.js';

export interface PeriodDecision {
  period: Period | null;
  /** Where it is written; null = nowhere, or places contradict each other. */
  from: Place | null;
  /** Errors: each refuses the file. */
  findings: Finding[];
}

const refused = (found: Finding, period: Period | null = null): PeriodDecision => ({
  period,
  from: null,
  findings: [found],
});

function conflict(first: { text: string; place: Place }, second: { text: string; place: Place }): PeriodDecision {
  const params = {
    first: first.text,
    firstPlace: placeName(first.place),
    second: second.text,
    secondPlace: placeName(second.place),
  };
  return refused(finding('SUB_PERIOD_CONFLICT', second.place, params));
}

const asText = ({ raw, place }: Evidence<unknown>) => ({ text: shown(raw), place });

/** A month without its year and a year without its month make one period, where each is said in one way only. */
function fromParts({ months, years }: PeriodEvidence, file: string): PeriodDecision {
  const month = weigh(months);
  if (month.state === 'none') return refused(finding('SUB_PERIOD_MISSING', { file }));
  if (month.state === 'conflict') return conflict(asText(month.first), asText(month.second));
  const binding = years.filter((year) => year.binding);
  const year = weigh(binding.length > 0 ? binding : years);
  if (year.state === 'conflict') return conflict(asText(year.first), asText(year.second));
  const { value, place, raw } = month.evidence;
  if (year.state === 'none') return refused(finding('SUB_PERIOD_YEAR_MISSING', place, { raw: shown(raw) }));
  const period = `${year.evidence.value}-${String(value).padStart(2, '0')}`;
  return { period, from: place, findings: [] };
}

function agreeing(
  period: Period,
  from: Evidence<Period>,
  evidence: PeriodEvidence,
  context: SubmissionContext,
): PeriodDecision {
  const month = Math.min(Number(period.slice(5)), 12);
  const otherMonth = evidence.months.find(({ value }) => value !== month);
  const year = yearOf(context.calendar, period);
  const otherYear = evidence.years.find(({ value, binding }) => binding && value !== year);
  const other = otherMonth ?? otherYear;
  if (other) return conflict({ text: period, place: from.place }, asText(other));
  return { period, from: from.place, findings: [] };
}

/** The month of the file from all places that name one: columns, titles, sheet names, the file's name. They must agree. */
export function decidePeriod(sheets: readonly FormRows[], context: SubmissionContext): PeriodDecision {
  const evidence = gather([...sheets.map((sheet) => sheetEvidence(sheet, context)), nameEvidence(context)]);
  const verdict = weigh(evidence.periods);
  if (evidence.faults.length > 0) {
    const period = verdict.state === 'agreed' ? verdict.evidence.value : null;
    return { period, from: null, findings: evidence.faults };
  }
  if (verdict.state === 'none') return fromParts(evidence, context.fileName);
  if (verdict.state === 'agreed') return agreeing(verdict.evidence.value, verdict.evidence, evidence, context);
  const { first, second } = verdict;
  return conflict({ text: first.value, place: first.place }, { text: second.value, place: second.place });
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
