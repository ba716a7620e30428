import { readFileSync } from 'node:fs';
import Database from 'better-sqlite3';
import { isPeriod, monthOf, ordinalOf, yearOf } from '../../src/domain/calendar.js';
import type { MeasureInput } from '../../src/measure/input.js';

export type Oracle = Database.Database;

export function sqlText(name: string): string {
  return readFileSync(new URL(`${name}.sql`, import.meta.url), 'utf8');
}

/** An organisation in an in-memory SQLite, as it was given; the asked plan only. */
export function load(input: Omit<MeasureInput, 'options'>): Oracle {
  const db = new Database(':memory:');
  db.pragma('journal_mode = off');
  db.exec(sqlText('tables'));
  const insert = (table: string, rows: Row[]): void => insertRows(db, table, rows);
  const { calendar, package: given } = input;
  const at = (period: string | null): number => (period === null ? 0 : ordinalOf(calendar, period));
  const plan = given.plans.find(({ code }) => code === input.plan);
  if (!plan) throw new RangeError(`no plan ${input.plan}`);
  const nodes = given.nodes.filter((node) => node.plan === plan.code);
  const own = new Set(nodes.map(({ code }) => code));
  const projects = given.projects.filter(({ node }) => own.has(node));
  const byCode = new Map(projects.map((project) => [project.code, project]));
  db.transaction(() => {
    insert('plan', [{ first_year: plan.firstYear, last_year: plan.lastYear }]);
    insert('node', [
      { code: plan.code, parent: null, weight: null },
      ...nodes.map(({ code, parent, weight }) => ({ code, parent: parent ?? plan.code, weight })),
    ]);
    insert(
      'project',
      projects.map((project) => ({
        code: project.code,
        node: project.node,
        department: project.department,
        year: project.year,
        weight: project.weight,
        start_month: project.startMonth ?? 1,
        end_month: project.endMonth ?? 12,
        approved: rial(project.approvedRial),
        first_approved: rial(input.firstApproved.get(project.code) ?? null),
        method: project.progressMethod,
        quantity: project.quantity,
        life: project.progressBasis === 'life' ? 1 : 0,
        opening: project.openingPercent,
        target: project.targetPercent,
        continues: project.continues,
        carried_work: project.carriedWork ? 1 : 0,
        carried: BigInt(project.carriedRial ?? 0),
        status: project.status,
        status_at: at(project.statusEffective),
        released: project.released === null ? 0 : 1,
      })),
    );
    insert(
      'schedule',
      given.schedule
        .filter(({ project }) => byCode.has(project))
        .map((row) => ({
          project: row.project,
          month: monthOf(calendar, row.period),
          physical_n: hundredths(row.plannedPhysicalPercent ?? row.plannedQuantity),
          physical_d: row.plannedQuantity === null ? 10_000 : hundredths(byCode.get(row.project)?.quantity ?? null),
          spend: rial(row.plannedSpendRial),
        })),
    );
    insert(
      'change',
      given.budgetChanges.map((change) => ({
        project: change.project,
        at: at(change.effective),
        approved: rial(change.approvedRial),
      })),
    );
    insert(
      'year_share',
      given.yearShares.map(({ node, year, sharePercent }) => ({ node, year, percent: sharePercent })),
    );
    insert(
      'figure',
      input.figures
        .filter(({ code }) => byCode.has(code))
        .map(({ code, field, month, value }) => ({ code, field, month, value })),
    );
  })();
  return db;
}

type Row = Record<string, string | number | bigint | null>;

function insertRows(db: Oracle, table: string, rows: readonly Row[]): void {
  const columns = Object.keys(rows[0] ?? {});
  if (columns.length === 0) return;
  const names = columns.join(', ');
  const statement = db.prepare(
    `insert into ${table} (${names}) values (${columns.map((name) => `@${name}`).join(', ')})`,
  );
  for (const row of rows) statement.run(row);
}

const STEP = { monthly: 1, quarterly: 3, half_yearly: 6, yearly: 12 };

/** Adds the indicators of an organisation, with their targets, links and reports. */
export function loadIndicators(db: Oracle, { calendar, package: given, figures }: Omit<MeasureInput, 'options'>): void {
  db.exec(sqlText('indicator-tables'));
  db.transaction(() => {
    insertRows(
      db,
      'indicator',
      given.indicators.map(({ code, department, node, direction, aggregation, baseline, weight, ...rest }) => ({
        ...{ code, department, node, direction, aggregation, baseline, weight },
        ...{ step: STEP[rest.frequency], lag: rest.lagMonths },
      })),
    );
    insertRows(
      db,
      'target',
      given.targets.map((row) => ({
        code: row.indicator,
        year: isPeriod(row.periodOrYear) ? yearOf(calendar, row.periodOrYear) : Number(row.periodOrYear),
        month: isPeriod(row.periodOrYear) ? monthOf(calendar, row.periodOrYear) : 12,
        ...{ target: row.target, low: row.low, high: row.high, zero_below: row.zeroBelow, zero_above: row.zeroAbove },
      })),
    );
    insertRows(
      db,
      'link',
      given.links.map(({ indicator, code, weight }) => ({ indicator, code, weight })),
    );
    const own = new Set(given.indicators.map(({ code }) => code));
    const reports = new Map<string, Row>();
    for (const { code, year, month, field, value } of figures) {
      if (!own.has(code)) continue;
      const key = `${code} ${year} ${month}`;
      const row = reports.get(key) ?? { code, year, month, value: null, numerator: null, denominator: null };
      reports.set(key, { ...row, [field]: value });
    }
    insertRows(db, 'report', [...reports.values()]);
  })();
}

/** Rials go in as 64-bit integers, so that no sum or rounding of theirs passes through a floating number. */
function rial(value: number | null): bigint | null {
  return value === null ? null : BigInt(value);
}

/** Percents and quantities of a schedule have two decimals at most here, so hundredths keep them exact. */
function hundredths(value: number | null): number | null {
  return value === null ? null : Math.round(value * 100);
}
