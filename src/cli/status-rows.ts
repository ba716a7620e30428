import { duePeriods, nextClosing } from '../../jobs/due.js';
import { dueInput } from '../../jobs/due-input.js';
import type { ReportingOverview, StatusAnswer } from '../pipeline/types.js';
import { type Ahead, dayText } from './print/status.js';
import type { Session } from './session.js';

/** What the clock asks for next, by the same rule by which the scheduler works. */
export async function aheadOf({
  pipeline,
  config,
  host,
}: Pick<Session, 'pipeline' | 'config' | 'host'>): Promise<Ahead> {
  const input = await dueInput(pipeline, config, host.now());
  return { dueNow: duePeriods(input), next: nextClosing(input) };
}

export function statusJson(answer: StatusAnswer, { dueNow, next }: Ahead) {
  const { plan } = answer;
  return {
    period: answer.period,
    plan: plan && {
      version: plan.version.id,
      effective: plan.version.effective,
      recorded_at: plan.version.recordedAt,
      nodes: plan.nodes,
      projects: plan.projects,
    },
    departments: answer.departments.map((row) => ({
      code: row.code,
      title: row.title,
      state: row.state,
      files: row.files,
      accepted_rows: row.acceptedRows,
      refused_rows: row.refusedRows,
      received_at: row.receivedAt,
    })),
    reporting: answer.reporting && reportingJson(answer.reporting),
    periods: answer.periods,
    jobs: answer.jobs.map((row) => ({
      job: row.job,
      key: row.key,
      state: row.state,
      started_at: row.startedAt,
      finished_at: row.finishedAt,
      note: row.note,
      attempts: row.attempts,
    })),
    due_now: dueNow,
    next_close: next && { period: next.period, day: dayText(next.day) },
    mail: answer.mail,
    questions: answer.questions,
    ignored: answer.ignored,
    problems: answer.problems,
    recoveries: answer.recoveries,
    service: answer.service && {
      state: answer.service.state,
      started_at: answer.service.startedAt,
      at: answer.service.at,
      ok: answer.service.ok,
      jobs: answer.service.jobs,
    },
  };
}

function reportingJson(overview: ReportingOverview) {
  const completeness = (row: ReportingOverview['departments'][number]) => ({
    code: row.code,
    rows: row.rows,
    filled_rows: row.filledRows,
    fields: row.fields,
    filled_fields: row.filledFields,
    missing: row.missing.map(({ code }) => code),
    missing_rial: row.missingRial,
  });
  return {
    deadline: overview.deadline,
    grace_end: overview.graceEnd,
    due: overview.due,
    on_time: overview.onTime,
    late: overview.late,
    rate: overview.rate,
    rows: overview.rows,
    filled_rows: overview.filledRows,
    row_share: overview.rowShare,
    fields: overview.fields,
    filled_fields: overview.filledFields,
    field_share: overview.fieldShare,
    departments: overview.departments.map(completeness),
    blocking: overview.blocking.map(({ code }) => code),
    matrix: overview.matrix,
  };
}
