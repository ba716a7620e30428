import type { Period } from '../domain/calendar.js';
import type { Fact, FactField } from '../domain/fact.js';
import { fiscal, type StoreContext } from './context.js';
import { FACT_COLUMNS, type FactRow, factOf } from './fact-rows.js';
import { asOfBound } from './values.js';

/** Which facts are asked for; every bound includes itself. `asOf` null = everything known. */
export interface FactQuery {
  from?: Period;
  to?: Period;
  code?: string;
  /** The department that sent the fact in force. */
  department?: string;
  asOf?: string | null;
  /** Also show figures that were taken back (as withdrawn facts without a value). */
  withWithdrawn?: boolean;
}

/** The narrow row for measuring: what a code's field stood at, cumulative, in a fiscal year and month (13 = settlement). */
export interface Figure {
  kind: Fact['kind'];
  code: string;
  field: FactField;
  year: number;
  month: number;
  value: number;
}

/** A figure as checks need it: which field of which month, who stated it. */
export interface PastFigure {
  field: FactField;
  period: Period;
  value: number;
  department: string;
}

/** Rows (projects, indicators) of a department in one period, each once: those ever accepted, and those with a fact in force. */
export interface RowCount {
  department: string;
  sent: number;
  inForce: number;
}

/** The first and the last accepted value of one figure. */
export interface Restatement {
  code: string;
  field: 'physical' | 'quantity' | 'spent_rial';
  period: Period;
  before: number | null;
  after: number | null;
}

type FigureRow = [Figure['kind'], string, FactField, number, number, number];

/** In force = the latest revision of code, period and field; the rest of a submission's silence changes nothing. */
const IN_FORCE = `f.recorded_at <= @asOf and not exists (
  select 1 from fact later
  where later.year = f.year and later.month = f.month and later.code = f.code and later.field = f.field
    and (later.recorded_at, later.id) > (f.recorded_at, f.id) and later.recorded_at <= @asOf)`;

const RANGE = '(f.year, f.month) between (@fromYear, @fromMonth) and (@toYear, @toMonth)';

/** Facts in force, at any instant. Nothing here writes: facts come in with their submission. */
export function factStore({ db, calendar }: StoreContext) {
  const facts = `from fact f join submission s on s.id = f.submission`;
  const current = db
    .prepare<[object], FactRow>(
      `select ${FACT_COLUMNS} ${facts}
     where ${RANGE} and ${IN_FORCE} and f.withdrawn <= @withdrawn
       and (@department is null or s.department = @department)
     order by f.code, f.year, f.month, f.field`,
    )
    .raw();
  const currentOfCode = db
    .prepare<[object], FactRow>(
      `select ${FACT_COLUMNS} ${facts}
     where f.code = @code and ${RANGE} and ${IN_FORCE} and f.withdrawn <= @withdrawn
       and (@department is null or s.department = @department)
     order by f.year, f.month, f.field`,
    )
    .raw();
  // Arrays and the order of the index: this read is in every measuring.
  const narrow = db
    .prepare<[object], FigureRow>(
      `select f.kind, f.code, f.field, f.year, f.month, ifnull(f.value_integer, f.value_real) from fact f
       where ${RANGE} and ${IN_FORCE} and f.withdrawn = 0 and f.text is null
       order by f.year, f.month, f.code, f.field`,
    )
    .raw();
  const texts = db.prepare<[object], { code: string; field: FactField; text: string; period: Period }>(
    `select f.code, f.field, f.text, f.period from fact f
     where ${RANGE} and ${IN_FORCE} and f.withdrawn = 0 and f.text is not null
     order by f.year, f.month, f.code, f.field`,
  );
  const rows = db.prepare<[object], RowCount>(
    `select s.department, count(distinct f.kind || ' ' || f.code) as sent,
       count(distinct case when f.withdrawn = 0 and ${IN_FORCE} then f.kind || ' ' || f.code end) as inForce ${facts}
     where ${RANGE} and f.recorded_at <= @asOf group by s.department order by s.department`,
  );
  // The window keeps the first and the last revision of a figure beside each other.
  const revised = db.prepare<[object], Restatement>(
    `with known as (
       select f.code, f.field, f.period, ifnull(f.value_integer, f.value_real) as value,
         row_number() over (partition by f.code, f.field, f.year, f.month order by f.recorded_at, f.id) as nth,
         row_number() over (partition by f.code, f.field, f.year, f.month order by f.recorded_at desc, f.id desc) as from_last
       from fact f
       where ${RANGE} and f.recorded_at <= @asOf and f.field in ('physical', 'quantity', 'spent_rial')
     )
     select first.code, first.field, first.period, first.value as before, latest.value as after
     from known first join known latest
       on latest.code = first.code and latest.field = first.field and latest.period = first.period
     where first.nth = 1 and latest.from_last = 1 and latest.nth > 1 and first.value is not latest.value
     order by first.code, first.period, first.field`,
  );
  const last = db
    .prepare<[object], FactRow>(
      `select ${FACT_COLUMNS} ${facts}
     where f.code = @code and f.field = @field and ${RANGE} and ${IN_FORCE} and f.withdrawn = 0
     order by f.year desc, f.month desc limit 1`,
    )
    .raw();
  // Narrow, because every row of every file asks for the whole past of its code.
  const past = db
    .prepare<[{ code: string; asOf: string }], [FactField, Period, number, string]>(
      `select f.field, f.period, ifnull(f.value_integer, f.value_real), s.department ${facts}
     where f.code = @code and ${IN_FORCE} and f.withdrawn = 0 and f.text is null
     order by f.year, f.month, f.field`,
    )
    .raw();
  const latest = db.prepare<[{ asOf: string }], { period: Period }>(
    `select f.period from fact f where ${IN_FORCE} and f.withdrawn = 0 order by f.year desc, f.month desc limit 1`,
  );
  const newest = db.prepare<[string], { id: number; recordedAt: string }>(
    `select max(id) as id, max(recorded_at) as recordedAt from fact where recorded_at <= ? having count(*) > 0`,
  );
  const history = db
    .prepare<[object], FactRow>(
      `select ${FACT_COLUMNS} ${facts}
     where f.code = @code and (@year is null or (f.year = @year and f.month = @month))
       and (@field is null or f.field = @field)
     order by f.year, f.month, f.field, f.recorded_at, f.id`,
    )
    .raw();

  function bounds({ from, to, asOf }: Pick<FactQuery, 'from' | 'to' | 'asOf'>) {
    const first = from === undefined ? { year: 0, month: 0 } : fiscal(calendar, from);
    const final = to === undefined ? { year: 9999, month: 13 } : fiscal(calendar, to);
    const years = { fromYear: first.year, fromMonth: first.month, toYear: final.year, toMonth: final.month };
    return { ...years, asOf: asOfBound(asOf) };
  }

  return {
    /** Facts in force in the order of code, period, field, with provenance. */
    currentFacts(query: FactQuery = {}): Fact[] {
      const { code = null, department = null, withWithdrawn = false } = query;
      const asked = { ...bounds(query), code, department, withdrawn: withWithdrawn ? 1 : 0 };
      return (code === null ? current : currentOfCode).all(asked).map(factOf);
    },

    /** Figures in force without provenance or text, for measures: the same selection in time order, read fast. */
    figures: (query: Pick<FactQuery, 'from' | 'to' | 'asOf'> = {}): Figure[] =>
      narrow
        .all(bounds(query))
        .map(([kind, code, field, year, month, value]) => ({ kind, code, field, year, month, value })),

    /** How many rows each department has sent for a period, however often each came. */
    rowsOf: (period: Period, asOf: string | null = null): RowCount[] =>
      rows.all(bounds({ from: period, to: period, asOf })),

    /** Figures whose first accepted value was later replaced by another; null = it was withdrawn. */
    restatements: (query: Pick<FactQuery, 'from' | 'to' | 'asOf'> = {}): Restatement[] => revised.all(bounds(query)),

    /** What people wrote (note, obstacle, action), in force, in time order. */
    remarks: (query: Pick<FactQuery, 'from' | 'to' | 'asOf'> = {}) => texts.all(bounds(query)),

    /** Every figure in force of a code, in time order, without provenance: what checks compare a new figure with. */
    pastOf: (code: string): PastFigure[] =>
      past
        .all({ code, asOf: asOfBound(null) })
        .map(([field, period, value, department]) => ({ field, period, value, department })),

    /** The last figure of a field in force before or at a period, of any fiscal year, not withdrawn; null = none. */
    lastFigure(code: string, field: FactField, period: Period, asOf: string | null = null): Fact | null {
      const row = last.get({ ...bounds({ to: period, asOf }), code, field });
      return row === undefined ? null : factOf(row);
    },

    /** The latest period with a fact in force; null = no facts. */
    latestPeriod: (asOf: string | null = null): Period | null => latest.get({ asOf: asOfBound(asOf) })?.period ?? null,

    /** The highest fact number and the latest instant of receipt: up to where a run has looked; null = no facts. */
    newest: (asOf: string | null = null): { id: number; recordedAt: string } | null =>
      newest.get(asOfBound(asOf)) ?? null,

    /** Every revision of a code, oldest first within period and field, withdrawn ones too. */
    revisions(code: string, period?: Period, field?: FactField): Fact[] {
      const month = period === undefined ? { year: null, month: null } : fiscal(calendar, period);
      return history.all({ ...month, code, field: field ?? null }).map(factOf);
    },
  };
}

export type FactStore = ReturnType<typeof factStore>;
