import type { CalendarDay } from '../../domain/calendar.js';
import { instantText, percentText } from '../../domain/catalogue/numbers.js';
import type { ReportingOverview, StatusAnswer } from '../../pipeline/types.js';
import { amount } from '../numbers.js';
import { oneLine } from '../table.js';
import { ignoredLines } from './findings.js';
import { type View, wordsOf } from './view.js';

/** What the clock asks for: months to close now, and the next one with its day. */
export interface Ahead {
  dueNow: string[];
  next: { period: string; day: CalendarDay } | null;
}

/** Who reported, what is open, what ran, what is next, and what is wrong. */
export function printStatus(view: View, status: StatusAnswer, ahead: Ahead): string {
  const { word, period } = wordsOf(view);
  const sections: string[] = [
    status.period === null ? word('status.none') : word('status.period', { period: period(status.period) }),
  ];
  if (status.plan) {
    const { version, nodes, projects } = status.plan;
    sections.push(word('status.plan', { version: version.id, effective: version.effective, nodes, projects }));
  }
  if (status.departments.length > 0) sections.push(`${word('status.departments')}\n${departmentTable(view, status)}`);
  if (status.reporting) sections.push(...reportingSections(view, status.reporting));
  if (status.periods.length > 0) sections.push(`${word('status.periods')}\n${periodTable(view, status)}`);
  if (status.jobs.length > 0) sections.push(`${word('status.jobs')}\n${jobTable(view, status)}`);
  if (status.mail) sections.push(word('status.mail', status.mail));
  if (status.service !== null) {
    const { state, at } = status.service;
    sections.push(word('status.service', { state: word(`service.${state}`), at: instantAt(view, at) }));
  }
  if (status.recoveries.length > 0) {
    const lines = status.recoveries.map((each) => `  ${instantAt(view, each.at)} ${oneLine(each[view.language])}`);
    sections.push([word('status.recoveries'), ...lines].join('\n'));
  }
  const { open, overdue, answered } = status.questions;
  if (open + answered > 0) sections.push(word('question.summary', { open, escalated: overdue, answered }));
  const next = aheadLines(view, ahead);
  if (next.length > 0) sections.push(next.join('\n'));
  const problems = [
    ...status.problems.map((problem) => problem[view.language]),
    ...ignoredLines(view, status.ignored),
  ].map((problem) => `  ${oneLine(problem)}`);
  sections.push(problems.length > 0 ? [word('status.problems'), ...problems].join('\n') : word('status.fine'));
  return `${sections.join('\n\n')}\n`;
}

function aheadLines(view: View, { dueNow, next }: Ahead): string[] {
  const { word, ltr, list } = wordsOf(view);
  const lines = dueNow.length > 0 ? [word('status.dueNow', { periods: spanText(dueNow.map(ltr), list) })] : [];
  if (next) lines.push(word('status.next', { period: ltr(next.period), day: ltr(dayText(next.day)) }));
  return lines;
}

const SPAN_NAMED = 4;

/** A few periods by name; many as the first, the last and their count. */
function spanText(periods: readonly string[], list: (items: readonly string[]) => string): string {
  if (periods.length <= SPAN_NAMED) return list(periods);
  return `${periods[0]} … ${periods.at(-1)} (${periods.length})`;
}

export function dayText({ year, month, day }: CalendarDay): string {
  return `${year}/${String(month).padStart(2, '0')}/${String(day).padStart(2, '0')}`;
}

function departmentTable(view: View, { departments }: StatusAnswer): string {
  const { word, table, labels } = wordsOf(view);
  const columns = [
    { title: word('code'), ltr: true },
    { title: word('state') },
    { title: word('files'), align: 'end' as const },
    { title: word('rowsAccepted'), align: 'end' as const },
    { title: word('rowsRefused'), align: 'end' as const },
    { title: word('received'), ltr: true },
    { title: word('title') },
  ];
  const rows = departments.map((row) => [
    row.code,
    labels.reporting[row.state],
    String(row.files),
    String(row.acceptedRows),
    String(row.refusedRows),
    instantAt(view, row.receivedAt),
    row.title,
  ]);
  return table(columns, rows);
}

function periodTable(view: View, { periods }: StatusAnswer): string {
  const { word, table } = wordsOf(view);
  const columns = [
    { title: word('period'), ltr: true },
    { title: word('department'), align: 'end' as const },
    { title: word('rows'), align: 'end' as const },
    { title: word('edition'), align: 'end' as const },
    { title: word('state') },
  ];
  const rows = periods.map(({ period, departments, facts, edition, closed }) => [
    period,
    String(departments),
    String(facts),
    edition === null ? '—' : String(edition),
    word(closed ? 'status.closed' : 'status.open'),
  ]);
  return table(columns, rows);
}

const JOBS_SHOWN = 10;

/** The newest last, where the eye ends. */
function jobTable(view: View, { jobs }: StatusAnswer): string {
  const { word, table } = wordsOf(view);
  const columns = [
    { title: word('job'), ltr: true },
    { title: word('key'), ltr: true },
    { title: word('state') },
    { title: word('at'), ltr: true },
    { title: word('note') },
  ];
  const rows = jobs
    .slice(-JOBS_SHOWN)
    .map(({ job, key, state, startedAt, finishedAt, note }) => [
      job,
      key,
      word(`job.${state}`),
      instantAt(view, finishedAt ?? startedAt),
      note ?? '',
    ]);
  return table(columns, rows);
}

function instantAt({ config }: View, instant: string | null): string {
  return instantText('en', config.calendar, config.timeZone, instant);
}

const BLOCKING_SHOWN = 10;

/** The rate and the content in two lines, whom the report waits for, and the months before. */
function reportingSections(view: View, overview: ReportingOverview): string[] {
  const { word, table, ltr, unit } = wordsOf(view);
  const percent = (share: number | null) => percentText(view.language, share);
  const { due, onTime, late, rows, filledRows, fields, filledFields, matrix, blocking } = overview;
  const lines = [
    word('status.rate', { reported: onTime + late, due, rate: percent(overview.rate), onTime, late }),
    word('status.content', {
      ...{ filledRows, rows, rowShare: percent(overview.rowShare) },
      ...{ filledFields, fields, fieldShare: percent(overview.fieldShare) },
    }),
    word('status.deadline', { day: ltr(slashed(overview.deadline)), grace: ltr(slashed(overview.graceEnd)) }),
  ];
  const sections = [lines.join('\n')];
  if (blocking.length > 0) {
    const columns = [
      { title: word('code'), ltr: true },
      { title: word('status.missingRows'), align: 'end' as const },
      { title: word('status.missingBudget', { unit }), align: 'end' as const },
      { title: word('title') },
    ];
    const waited = blocking
      .slice(0, BLOCKING_SHOWN)
      .map(({ code, title, rows: all, missing, missingRial }) => [
        code,
        `${missing.length}/${all}`,
        amount(view.config.displayUnit, missingRial),
        title,
      ]);
    sections.push(`${word('status.blocking', { count: blocking.length })}\n${table(columns, waited)}`);
  }
  if (matrix.rows.length > 0) sections.push(`${word('status.matrix')}\n${matrixTable(view, matrix)}`);
  return sections;
}

const slashed = (day: string) => day.replaceAll('-', '/');

function matrixTable(view: View, { periods, rows }: ReportingOverview['matrix']): string {
  const { word, table, labels } = wordsOf(view);
  return table(
    [{ title: word('code'), ltr: true }, ...periods.map((period) => ({ title: period }))],
    rows.map(({ code, cells }) => [code, ...cells.map((state) => labels.matrix[state])]),
  );
}
