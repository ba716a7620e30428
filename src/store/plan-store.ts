import { comparePeriods, type Period } from '../domain/calendar.js';
import type { PlanPackage, PlanVersion } from '../domain/plan.js';
import { fiscal, type StoreContext } from './context.js';
import { PLAN_RECORDS } from './plan-tables.js';
import { asOfBound, instant } from './values.js';

const VERSION = 'select id, effective, recorded_at as recordedAt, digest from plan_version';

const OLDEST_FIRST = 'v.effective_year, v.effective_month, v.recorded_at, v.id';

/** A month compares two versions at most: the one in force and the one before it, or the one recorded last. */
const KEPT = 2;

interface Approval {
  code: string;
  rial: number;
  version: number;
  effective: Period;
}

/** The reference data: every version in full, never changed. */
export function planStore({ db, calendar, ledger }: StoreContext) {
  const kept = new Map<number, PlanPackage>();
  const insertVersion = db.prepare(
    `insert into plan_version (effective, effective_year, effective_month, recorded_at, digest)
     values (@effective, @year, @month, @recordedAt, @digest)`,
  );
  const allVersions = db.prepare<[], PlanVersion>(`${VERSION} order by recorded_at, id`);
  const inForce = db.prepare<[{ year: number; month: number; asOf: string }], PlanVersion>(
    `${VERSION} where (effective_year, effective_month) <= (@year, @month) and recorded_at <= @asOf
     order by effective_year desc, effective_month desc, recorded_at desc, id desc limit 1`,
  );
  const firstAmounts = db.prepare<[string], Approval>(
    `select p.code, p.approved_rial as rial, v.id as version, v.effective
     from plan_version v join project p on p.version = v.id
     where p.approved_rial is not null and v.recorded_at <= ? order by ${OLDEST_FIRST}, p.position`,
  );
  const changes = db.prepare<[string], Approval>(
    `select c.project as code, c.approved_rial as rial, v.id as version, c.effective
     from plan_version v join budget_change c on c.version = v.id
     where v.recorded_at <= ? order by ${OLDEST_FIRST}, c.position`,
  );

  const write = db.transaction(
    (pkg: PlanPackage, given: { effective: Period; recordedAt: string; digest: string }): PlanVersion => {
      const version = { ...given, recordedAt: instant(given.recordedAt) };
      const { lastInsertRowid } = insertVersion.run({ ...version, ...fiscal(calendar, given.effective) });
      const id = Number(lastInsertRowid);
      for (const table of Object.keys(PLAN_RECORDS) as (keyof PlanPackage)[]) insertTable(id, pkg, table);
      ledger.append('plan_imported', { version: id, effective: version.effective, digest: version.digest });
      return { id, ...version };
    },
  );

  function insertTable<T extends keyof PlanPackage>(id: number, pkg: PlanPackage, table: T): void {
    PLAN_RECORDS[table].insert(db, [id], pkg[table]);
  }

  function readPackage(id: number): PlanPackage {
    // Frozen, for whoever loads it next gets the same lists.
    const load = <T extends keyof PlanPackage>(table: T): PlanPackage[T][number][] =>
      Object.freeze(PLAN_RECORDS[table].select(db, [id])) as PlanPackage[T][number][];
    return {
      plans: load('plans'),
      nodes: load('nodes'),
      departments: load('departments'),
      projects: load('projects'),
      works: load('works'),
      schedule: load('schedule'),
      budgetChanges: load('budgetChanges'),
      budgetTotals: load('budgetTotals'),
      yearShares: load('yearShares'),
      indicators: load('indicators'),
      targets: load('targets'),
      links: load('links'),
      reporters: load('reporters'),
      crosswalk: load('crosswalk'),
    };
  }

  return {
    /** Stores the whole package as a new version, all or nothing. The package must have passed the plan checks. */
    importPlan: (pkg: PlanPackage, version: { effective: Period; recordedAt: string; digest: string }): PlanVersion =>
      write.immediate(pkg, version),

    /** Every version in the order in which we learnt of it. */
    versions: (): PlanVersion[] => allVersions.all(),

    /** The version in force: latest effective ≤ period, of those recorded up to `asOf` (null = all); null = none. */
    versionAt: (period: Period, asOf: string | null = null): PlanVersion | null =>
      inForce.get({ ...fiscal(calendar, period), asOf: asOfBound(asOf) }) ?? null,

    /** The package exactly as it was imported, rows in file order. A version never changes, so the last two asked for are kept. */
    loadPackage(id: number): PlanPackage {
      const pkg = kept.get(id) ?? readPackage(id);
      kept.delete(id);
      kept.set(id, pkg);
      const [oldest] = kept.keys();
      if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
      return pkg;
    },

    /**
     * Project code → rials as first approved: `approved_rial` of the earliest version (by effective, then recorded)
     * in which the project has one, else its first budget change. A project with neither is absent, not 0.
     */
    firstApproved(asOf: string | null = null): Map<string, number> {
      const bound = asOfBound(asOf);
      const first = new Map<string, number>();
      for (const { code, rial } of firstAmounts.all(bound)) if (!first.has(code)) first.set(code, rial);
      const firstChange = new Map<string, Approval>();
      for (const change of changes.all(bound)) {
        const known = firstChange.get(change.code);
        const isFirst =
          known === undefined ||
          (known.version === change.version && comparePeriods(calendar, change.effective, known.effective) < 0);
        if (isFirst) firstChange.set(change.code, change);
      }
      for (const { code, rial } of firstChange.values()) if (!first.has(code)) first.set(code, rial);
      return first;
    },
  };
}

export type PlanStore = ReturnType<typeof planStore>;
