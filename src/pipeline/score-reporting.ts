import { monthOf, type Period, periodOf, yearOf } from '../domain/calendar.js';
import type { SubmissionRecord } from '../domain/month.js';
import { isCounted } from '../domain/outcome.js';
import type { Context } from './context.js';
import type { Question } from './questions.js';
import { nobodyReported, notBegun } from './reasons.js';
import { isLate, isOverdue } from './reporting.js';
import type { Sentence } from './types.js';

/** Files of each month of the fiscal year up to a period, as known at `asOf`. */
export type YearOfFiles = ReadonlyMap<Period, SubmissionRecord[]>;

export function yearOfFiles({ calendar, store }: Context, { asOf }: Question, period: Period): YearOfFiles {
  const year = yearOf(calendar, period);
  const months = Array.from({ length: Math.min(12, monthOf(calendar, period)) }, (_, index) =>
    periodOf(calendar, year, index + 1),
  );
  return new Map(months.map((month) => [month, store().submissions.records({ period: month, asOf })]));
}

/** Whether any department reported in the year yet. Until one did, the silence of each is no evidence about it: months before monthly reporting are unknown. */
export function reportingBegun(files: YearOfFiles): boolean {
  return [...files.values()].some((sent) => sent.some(isCounted));
}

/** Why there is no score, or what one counts of months in which nobody reported: of the question's period and its fiscal year. */
export function silenceReasons(context: Context, question: Question): Sentence[] {
  const files = yearOfFiles(context, question, question.period);
  if (!reportingBegun(files)) return [notBegun(question.period)];
  const silent = [...files].filter(([, sent]) => !sent.some(isCounted)).map(([month]) => month);
  return silent.length === 0 ? [] : [nobodyReported(silent)];
}

/**
 * Months in which a department reported in time, of the months of the year whose deadline had passed (at `asOf`, or now); a report that came
 * before it counts already. Rows of the period itself: an accepted one counts once, however often it was sent.
 */
export function reportingHistory(context: Context, { asOf }: Question, period: Period, files: YearOfFiles) {
  const year = yearOf(context.calendar, period);
  const rows = new Map(
    context
      .store()
      .facts.rowsOf(period, asOf)
      .map(({ department, sent }) => [department, sent]),
  );
  const now = asOf === null ? context.world.now() : new Date(asOf);
  return (department: string) => {
    let received = 0;
    let months = 0;
    for (const [month, sent] of files) {
      const owns = context
        .planAt(month, asOf)
        ?.package.projects.some((project) => project.department === department && project.year === year);
      if (!owns) continue;
      const counted = sent.filter((file) => file.department === department && isCounted(file));
      const inTime = counted.some(({ receivedAt }) => !isLate(context, month, receivedAt));
      if (!inTime && !isOverdue(context, month, now)) continue;
      months += 1;
      if (inTime) received += 1;
    }
    const own = (files.get(period) ?? []).filter(
      (file) => file.department === department && file.status !== 'duplicate',
    );
    const refused = own.reduce((sum, { refusedRows }) => sum + refusedRows, 0);
    return { received, months, accepted: rows.get(department) ?? 0, refused };
  };
}
