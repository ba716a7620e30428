import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diffPackages } from '../check/plan/diff.js';
import { mergePackages } from '../check/plan/merge.js';
import { checkPlan } from '../check/plan/plan-check.js';
import { readPlanPackage } from '../check/plan/read-package.js';
import { packageDigestInput, writePlanPackage } from '../check/plan/write-package.js';
import { comparePeriods, isPeriod, monthOf, type Period, periodOf, SETTLEMENT_MONTH } from '../domain/calendar.js';
import { FINDINGS } from '../domain/catalogue/findings.js';
import type { Finding } from '../domain/finding.js';
import type { PlanPackage } from '../domain/plan.js';
import { latestPackage } from './codes.js';
import type { Context } from './context.js';
import { badPeriod } from './errors.js';
import { readPlanFiles } from './plan-files.js';
import type { PlanImportAnswer } from './types.js';

/**
 * Imports a plan package as a new version, all or nothing. It is compared and merged with the version in force at its
 * effective period; where nothing differs, nothing is stored. Without `effective` it holds from where the version in force
 * today holds (the first import: from the first period of its plan), and the answer says that this was assumed.
 * `recordedAt` is now, or the sample's own instant.
 */
export async function importPlan(
  context: Context,
  path: string,
  options: { effective?: Period; dryRun: boolean },
  recordedAt: Date = context.world.now(),
): Promise<PlanImportAnswer> {
  if (options.effective !== undefined) refuseSettlement(context, options.effective);
  const { tables, findings: unreadable } = await readPlanFiles(path, context.config);
  const { package: incoming, places, findings: faults } = readPlanPackage(tables, context.calendar);
  const failed = { version: null, effective: null, effectiveAssumed: false, unchanged: false, difference: [] };
  if (!incoming || hasErrors(unreadable)) return { ...failed, findings: [...unreadable, ...faults] };
  const effective = options.effective ?? assumedEffective(context, incoming);
  const before = context.hasStore() ? context.planAt(effective) : null;
  const merged = before ? mergePackages(before.package, incoming) : incoming;
  const checked = checkPlan(merged, places, before?.package ?? null, context.calendar);
  const findings = [...unreadable, ...faults, ...checked, ...overtaken(context, effective)];
  const head = { effective, effectiveAssumed: options.effective === undefined, findings };
  const difference = differenceOf(before?.package ?? null, merged);
  if (hasErrors(findings)) return { ...failed, ...head, difference };
  if (before && difference.length === 0) return { ...head, version: before.version, unchanged: true, difference };
  if (options.dryRun) return { ...head, version: null, unchanged: false, difference };
  context.createStore();
  const digest = createHash('sha256').update(packageDigestInput(merged)).digest('hex');
  const { plans } = context.store();
  const version = plans.importPlan(merged, { effective, recordedAt: recordedAt.toISOString(), digest });
  return { ...head, version, unchanged: false, difference };
}

function refuseSettlement({ calendar }: Context, effective: Period): void {
  if (!isPeriod(effective) || monthOf(calendar, effective) === SETTLEMENT_MONTH) throw badPeriod(effective);
}

/** Where the version in force today holds from, but never before the package's own first period. */
function assumedEffective(context: Context, incoming: PlanPackage): Period {
  const first = firstPeriod(context, incoming);
  if (!context.hasStore()) return first;
  const { facts, plans } = context.store();
  const today = facts.latestPeriod();
  const inForce = today === null ? plans.versions().at(-1) : plans.versionAt(today);
  if (!inForce) return first;
  return comparePeriods(context.calendar, inForce.effective, first) > 0 ? inForce.effective : first;
}

/** A version that was stored for a later period keeps holding from there on: that is said, never left to be found out. */
function overtaken(context: Context, effective: Period): Finding[] {
  if (!context.hasStore()) return [];
  const later = context
    .store()
    .plans.versions()
    .filter((version) => comparePeriods(context.calendar, version.effective, effective) > 0)
    .sort((a, b) => comparePeriods(context.calendar, a.effective, b.effective));
  const [next] = later;
  if (!next) return [];
  return [{ code: 'VERSION_OVERTAKEN', place: {}, params: { effective, later: next.effective, version: next.id } }];
}

function differenceOf(before: PlanPackage | null, after: PlanPackage): PlanImportAnswer['difference'] {
  return diffPackages(before, after).tables.map(({ table, added, removed, changed }) => ({
    table,
    added: added.map(({ row }) => row),
    removed: removed.map(({ row }) => row),
    changed: changed.map(({ row, fields }) => ({
      key: row,
      fields: fields.map(({ column, before: old, after: now }) => `${column}: ${old ?? '—'} → ${now ?? '—'}`),
    })),
  }));
}

function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some(({ code }) => FINDINGS[code].severity === 'error');
}

function firstPeriod(context: Context, { plans }: PlanPackage): Period {
  return periodOf(context.calendar, Math.min(...plans.map((plan) => plan.firstYear)), 1);
}

/** Findings of the plan recorded last. Throws PayeshError when there is none. */
export function checkLoadedPlan(context: Context): Finding[] {
  return checkPlan(latestPackage(context), null, null, context.calendar);
}

/** Writes the plan recorded last as the contract's CSV files; gives their paths. */
export async function exportPlan(context: Context, folder: string): Promise<string[]> {
  const current = latestPackage(context);
  await mkdir(folder, { recursive: true });
  const paths: string[] = [];
  for (const { name, header, rows } of writePlanPackage(current)) {
    const path = join(folder, `${name}.csv`);
    await writeFile(path, csvText([header, ...rows]));
    paths.push(path);
  }
  return paths;
}

/** CSV with a byte order mark, so that Excel reads Persian; text that could run as a formula gets a quote before it. */
export function csvText(rows: readonly (readonly (string | number | bigint | null)[])[]): string {
  const cell = (value: string | number | bigint | null): string => {
    if (value === null) return '';
    const text =
      typeof value === 'string' && /^[=+\-@\t\r]/.test(value) && !/^-?\d+(\.\d+)?$/.test(value)
        ? `'${value}`
        : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
