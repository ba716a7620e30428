import { createHash } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { diffPackages } from '../check/plan/diff.js';
import { mergePackages } from '../check/plan/merge.js';
import { checkPlan } from '../check/plan/plan-check.js';
import { readPlanPackage } from '../check/plan/read-package.js';
import { packageDigestInput, writePlanPackage } from '../check/plan/write-package.js';
import { type Period, periodOf } from '../domain/calendar.js';
import { FINDINGS } from '../domain/catalogue/findings.js';
import type { Finding } from '../domain/finding.js';
import type { PlanPackage } from '../domain/plan.js';
import type { Context } from './context.js';
import { noPlan } from './errors.js';
import { readPlanFiles } from './plan-files.js';
import type { PlanImportAnswer } from './types.js';

/**
 * Imports a plan package as a new version, all or nothing. Without `effective` it holds from the first period of the
 * earliest plan in the package, and the answer says that this was assumed. The same content again changes nothing.
 * `recordedAt` is now, or the sample's own instant.
 */
export async function importPlan(
  context: Context,
  path: string,
  options: { effective?: Period; dryRun: boolean },
  recordedAt: Date = context.world.now(),
): Promise<PlanImportAnswer> {
  const { tables, findings: unreadable } = await readPlanFiles(path);
  const { package: incoming, places, findings: faults } = readPlanPackage(tables, context.calendar);
  if (incoming) context.createStore();
  const before = incoming ? latestPackage(context) : null;
  const failed = { version: null, effective: null, effectiveAssumed: false, unchanged: false, difference: [] };
  if (!incoming || hasErrors(unreadable)) return { ...failed, findings: [...unreadable, ...faults] };
  const merged = before ? mergePackages(before, incoming) : incoming;
  const findings = [...unreadable, ...faults, ...checkPlan(merged, places, before, context.calendar)];
  const effective = options.effective ?? firstPeriod(context, incoming);
  const head = { effective, effectiveAssumed: options.effective === undefined, findings };
  const difference = differenceOf(before, merged);
  if (hasErrors(findings)) return { ...failed, ...head, difference };
  const digest = createHash('sha256').update(packageDigestInput(merged)).digest('hex');
  const { plans } = context.store();
  const same = plans.versionAt(effective);
  const unchanged = same?.digest === digest && same.effective === effective;
  if (unchanged || options.dryRun) return { ...head, version: unchanged ? same : null, unchanged, difference };
  const version = plans.importPlan(merged, { effective, recordedAt: recordedAt.toISOString(), digest });
  return { ...head, version, unchanged: false, difference };
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

/** The package of the version recorded last, with which an import is compared; null = the first import. */
function latestPackage({ store }: Context): PlanPackage | null {
  const latest = store().plans.versions().at(-1);
  return latest ? store().plans.loadPackage(latest.id) : null;
}

/** Findings of the plan recorded last. Throws PayeshError when there is none. */
export function checkLoadedPlan(context: Context): Finding[] {
  const current = latestPackage(context);
  if (!current) throw noPlan();
  return checkPlan(current, null, null, context.calendar);
}

/** Writes the plan recorded last as the contract's CSV files; gives their paths. */
export async function exportPlan(context: Context, folder: string): Promise<string[]> {
  const current = latestPackage(context);
  if (!current) throw noPlan();
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
      typeof value === 'string' && /^[=+\-@\t\r]/.test(value) && !/^-?\d/.test(value) ? `'${value}` : String(value);
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}
