import type { Config } from '../src/config/config.js';
import { type Period, periodAt } from '../src/domain/calendar.js';
import type { Pipeline } from '../src/pipeline/types.js';
import type { DueInput } from './due.js';

/**
 * Gathers what `due` judges. A workspace reports from its first period with facts; where nobody has reported yet, from
 * the month in which its plan was loaded, so that even total silence is reported. Without a plan nothing is due.
 */
export async function dueInput(pipeline: Pipeline, config: Config, now: Date): Promise<DueInput> {
  const { calendar, timeZone, deadline } = config;
  const { plan } = await pipeline.status({});
  const firstWithFacts: Period | undefined = pipeline.periodsWithFacts()[0];
  const loaded = plan ? periodAt(calendar, new Date(plan.version.recordedAt), timeZone) : null;
  return {
    now,
    calendar,
    timeZone,
    deadline,
    firstPeriod: plan ? (firstWithFacts ?? loaded) : null,
    lastPeriod: plan?.lastPeriod ?? null,
    runs: pipeline.jobRuns(),
  };
}
