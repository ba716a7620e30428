import { monthOf, ordinalOf, yearOf } from '../../src/domain/calendar.js';
import type { MeasureOptions, OutsideKind } from '../../src/domain/measure.js';
import type { MeasureInput } from '../../src/measure/input.js';
import { type Oracle, sqlText } from './load.js';

/** A row of the oracle: the names of `Realization` in snake case; rials as text, because they may pass 2^53. */
export interface OracleFigure {
  kind: 'node' | 'department' | 'project';
  subject: string;
  physical: number | null;
  high: number | null;
  budget: number | null;
  gap: number | null;
  adherence: number | null;
  coverage: number | null;
  coverage_budget: number | null;
  assumed: number | null;
  assumed_budget: number | null;
  active_weight: number | null;
  achieved: number | null;
  planned: number | null;
  spent_rial: string | null;
  budget_rial: string | null;
  silent: number;
  leaves: number;
}

export interface OracleGap {
  causes: {
    subject: string;
    code: string;
    kind: OutsideKind | null;
    paid_ahead: number;
    mix: number;
    outside: number;
  }[];
  between: { subject: string; mix_between_years: number | null }[];
  children: { asked: string; child: string; contribution: number }[];
}

export interface OracleAnswer {
  figures: OracleFigure[];
  gap: OracleGap;
}

const TEXTS = new Map(
  [
    'earned-value',
    'control-index',
    'indicator',
    'indicator-rollup',
    'reading',
    'leaf',
    'weight',
    'level',
    'part',
    'completeness',
    'figure',
    'gap',
    'between',
    'child',
  ].map((name) => [name, sqlText(name)]),
);

function text(name: string): string {
  const found = TEXTS.get(name);
  if (found === undefined) throw new RangeError(name);
  return found;
}

/** Asks one question of a loaded organisation: all figures and the gap's terms at every node. */
export function answer(db: Oracle, input: Omit<MeasureInput, 'options'>, options: MeasureOptions): OracleAnswer {
  ask(db, input, options);
  db.exec(text('reading'));
  db.exec(text('leaf'));
  db.exec(text('weight'));
  weighLevels(db);
  db.exec(text('part'));
  db.exec(text('completeness'));
  db.exec(text('gap'));
  return {
    figures: db.prepare<[], OracleFigure>(text('figure')).all(),
    gap: {
      causes: db.prepare<[], OracleGap['causes'][number]>('select * from cause').all(),
      between: db.prepare<[], OracleGap['between'][number]>(text('between')).all(),
      children: db.prepare<[], OracleGap['children'][number]>(text('child')).all(),
    },
  };
}

/** A row of earned value: the names of `EarnedValue`; BAC and AC as text. */
export type OracleEarnedValue = Record<string, number | string | null> & { kind: string; subject: string };

/** Asks for the earned value of the fiscal year of every node, department and project. */
export function answerEarnedValue(
  db: Oracle,
  input: Omit<MeasureInput, 'options'>,
  options: MeasureOptions,
): OracleEarnedValue[] {
  ask(db, input, options);
  db.exec(text('reading'));
  db.exec(text('earned-value'));
  return db.prepare<[], OracleEarnedValue>(text('control-index')).all();
}

export interface OracleIndicator {
  code: string;
  v: number | null;
  b: number | null;
  raw: number | null;
  held: number | null;
  target: number | null;
  path: number | null;
  came: number | null;
  awaited: number | null;
  state: string;
  reason: string | null;
  worse: number | null;
}

export interface OracleRollup {
  kind: 'place' | 'department';
  subject: string;
  attainment: number | null;
  defined: number;
  undefined: number;
  worse: number;
  missing: number;
  notDue: number;
}

/** Asks for every indicator that stands in the plan and for its roll-ups; `db` needs `loadIndicators`. */
export function answerIndicators(
  db: Oracle,
  input: Omit<MeasureInput, 'options'>,
  options: MeasureOptions,
): { indicators: OracleIndicator[]; rollups: OracleRollup[] } {
  ask(db, input, options);
  db.exec(text('indicator'));
  const [place, select] = splitLast(text('indicator-rollup'));
  db.exec(place);
  return {
    rollups: db.prepare<[], OracleRollup>(select).all(),
    indicators: db
      .prepare<[], OracleIndicator>('select * from attained where code in (select indicator from place)')
      .all(),
  };
}

/** A text of statements, and its last one, which answers. */
function splitLast(statements: string): [string, string] {
  const at = statements.trimEnd().lastIndexOf(';\n\n') + 1;
  return [statements.slice(0, at), statements.slice(at)];
}

function ask(
  db: Oracle,
  { calendar, period, ignoreReleases }: Omit<MeasureInput, 'options'>,
  options: MeasureOptions,
): void {
  db.exec('delete from ask');
  db.prepare(
    `insert into ask values (@scope, @basis, @spending, @budget, @denominator, @blankWeights, @cap,
      @year, @month, @at, @keepReleased)`,
  ).run({
    ...options,
    year: yearOf(calendar, period),
    month: monthOf(calendar, period),
    at: ordinalOf(calendar, period),
    keepReleased: ignoreReleases ? 1 : 0,
  });
}

/** From the deepest level up, because a node lives in the weights only while something below it does. */
function weighLevels(db: Oracle): void {
  const level = db.prepare(text('level'));
  const life = db.prepare(`insert into alive select distinct parent from node join node_share using (code)
    join depth using (code) where depth = ? and parent not in (select code from alive)`);
  const deepest = db.prepare<[], number>('select max(depth) from depth').pluck().get() ?? 0;
  for (let depth = deepest; depth > 0; depth -= 1) {
    level.run(depth);
    life.run(depth);
  }
}
