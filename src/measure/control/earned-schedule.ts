/** A time-phased plan: planned value at the end of each month since the start, `values[0]` after one month; the last is BAC. */
export interface PlannedCurve {
  values: readonly number[];
}

/**
 * Earned schedule: the time at which the plan meant to have earned what is earned now (W. Lipke, "Schedule is Different",
 * The Measurable News, 2003): N the largest month with PV_N ≤ EV, ES = N + (EV − PV_N)/(PV_{N+1} − PV_N); ES = PD when EV ≥ BAC.
 * Months since the start, 0..PD. Worked example: PV 10, 30, 60, 100 and EV 40 → N = 2, ES = 2 + 10/30 = 2.333.
 */
export function earnedSchedule({ values }: PlannedCurve, earned: number): number {
  const duration = values.length;
  const whole = values.at(-1) ?? 0;
  if (earned >= whole) return duration;
  const planned = (month: number) => (month === 0 ? 0 : (values[month - 1] ?? whole));
  let reached = 0;
  while (reached < duration && planned(reached + 1) <= earned) reached += 1;
  const before = planned(reached);
  return reached + (earned - before) / (planned(reached + 1) - before);
}

/**
 * SPI(t) = ES / AT; null before the start. Unlike SPI it does not return to 1 when a late work ends: at completion ES = PD and AT is
 * the time that it really took. Worked example: PD 10 months, finished after 13 → SPI(t) = 10/13 = 0.769.
 */
export function scheduleIndex(earnedMonths: number, actualMonths: number): number | null {
  return actualMonths > 0 ? earnedMonths / actualMonths : null;
}

/** Forecast duration PD / SPI(t) in months (Lipke's IEAC(t)); null without an index above 0. */
export function forecastDuration(plannedMonths: number, index: number | null): number | null {
  return index !== null && index > 0 ? plannedMonths / index : null;
}
