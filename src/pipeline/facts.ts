import { isPeriod, type Period } from '../domain/calendar.js';
import type { Fact } from '../domain/fact.js';
import { departmentOf, latestPackage, mustKnow } from './codes.js';
import type { Context } from './context.js';
import { badPeriod } from './errors.js';

/**
 * Facts in force of one period (the latest with accepted facts), of one code or department where named. A code of the plan
 * without facts has none; a code that the plan does not know is a PayeshError.
 */
export function factsInForce(
  context: Context,
  {
    period,
    code,
    department,
    asOf = null,
  }: { period?: Period; code?: string; department?: string; asOf?: string | null },
): { period: Period | null; facts: Fact[] } {
  if (period !== undefined && !isPeriod(period)) throw badPeriod(period);
  const { facts } = context.store();
  const month = period ?? facts.latestPeriod(asOf);
  const bounds = month === null ? {} : { from: month, to: month };
  const asked = {
    ...(code === undefined ? {} : { code: mustKnow(latestPackage(context), code) }),
    ...(department === undefined ? {} : { department: departmentOf(latestPackage(context), department).code }),
  };
  return { period: month, facts: facts.currentFacts({ ...bounds, ...asked, asOf }) };
}
