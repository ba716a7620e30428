import type { OwnForm } from '../check/submission/own-form.js';
import type { SubmissionContext } from '../check/submission/submission.js';
import { moneyUnitRial } from '../domain/text/money-unit.js';
import type { Context } from './context.js';
import { moneyUnitOf, shownValue } from './form-value.js';

/**
 * Of an older form of ours, which of its figures somebody left standing while a file that the form had not seen stated another
 * one: that file's figure stays. A cell that its sender changed, or that says what is in force, always counts.
 */
export function overtakenIn(context: Context, { kept, seen }: OwnForm): NonNullable<SubmissionContext['overtaken']> {
  if (seen === null) return () => null;
  const { facts, submissions } = context.store();
  return ({ sheet, cell }, { code, period, field }, said) => {
    if (!kept.has(`${sheet ?? ''} ${cell}`)) return null;
    const newest = facts.revisions(code, period, field).at(-1);
    if (!newest || (said !== null && newest.value === said.value && newest.text === said.text)) return null;
    const { sha256, file, department } = submissions.record(newest.submission);
    if (seen.has(sha256)) return null;
    const sender = context.planAt(period)?.package.departments.find((one) => one.code === department) ?? null;
    const now = shownValue(newest, moneyUnitRial(moneyUnitOf(context, sender)) ?? 1);
    return { now: now === null ? null : String(now), file };
  };
}
