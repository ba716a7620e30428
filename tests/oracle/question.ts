import type { Basis, MeasureOptions, Realization, Scope } from '../../src/domain/measure.js';
import { departmentFigures, nodeFigures, projectFigures } from '../../src/measure/figures.js';
import { explainGap } from '../../src/measure/gap.js';
import { type MonthModel, monthModel } from '../../src/measure/model.js';
import { differences } from './compare.js';
import { gapFaults, type NodeGap } from './compare-gap.js';
import type { Organisation } from './generate.js';
import type { Oracle } from './load.js';
import { answer, type OracleAnswer } from './oracle.js';

export const QUESTIONS: readonly [Scope, Basis][] = [
  ['month', 'due'],
  ['month', 'full'],
  ['year', 'due'],
  ['year', 'full'],
  ['plan', 'due'],
  ['plan', 'full'],
];

/** Asks the program and the oracle the same question; each line names what they answer differently. */
export function disagreements(given: Organisation, db: Oracle, scope: Scope, basis: Basis): string[] {
  const options: MeasureOptions = { ...given.options, scope, basis };
  const model = monthModel({ ...given, options });
  const oracle = answer(db, given, options);
  return [...figureFaults(model, oracle), ...gapsFaults(model, oracle, schemesBelow(db))];
}

function figureFaults(model: MonthModel, oracle: OracleAnswer): string[] {
  const expected = new Map(oracle.figures.map((figure) => [`${figure.kind} ${figure.subject}`, figure]));
  const faults: string[] = [];
  for (const [key, figure] of programFigures(model)) {
    const own = expected.get(key);
    expected.delete(key);
    const lines = own ? differences(figure, own) : ['unknown to the oracle'];
    faults.push(...lines.map((line) => `${key}: ${line}`));
  }
  return [...faults, ...[...expected.keys()].map((key) => `${key}: missing`)];
}

/** All figures of the program, each with the key under which the oracle keeps its own. */
export function programFigures(model: MonthModel): [string, Realization][] {
  return [
    ...nodeFigures(model).map((figure): [string, Realization] => [`node ${figure.code}`, figure]),
    ...departmentFigures(model).map((figure): [string, Realization] => [`department ${figure.code}`, figure]),
    ...projectFigures(model).map((figure): [string, Realization] => [`project ${figure.code}`, figure]),
  ];
}

function gapsFaults(model: MonthModel, { gap }: OracleAnswer, schemes: Map<string, Set<string>>): string[] {
  const causes = groupBy(gap.causes, ({ subject }) => subject);
  const children = groupBy(gap.children, ({ asked }) => asked);
  const between = new Map(gap.between.map(({ subject, mix_between_years }) => [subject, mix_between_years]));
  return [...model.nodes.values()].flatMap((node) => {
    const terms: NodeGap = {
      causes: new Map((causes.get(node.code) ?? []).map((cause) => [cause.code, cause])),
      mixBetweenYears: between.get(node.code) ?? 0,
      children: (children.get(node.code) ?? []).map(({ child, contribution }) => ({
        code: child,
        contribution,
        schemes: schemes.get(child) ?? new Set(),
      })),
    };
    return gapFaults(explainGap(model, node), terms).map((line) => `gap ${node.code}: ${line}`);
  });
}

function schemesBelow(db: Oracle): Map<string, Set<string>> {
  const rows = db
    .prepare<[], { top: string; code: string }>('select top, code from below join scheme using (code)')
    .all();
  return new Map(
    [...groupBy(rows, ({ top }) => top)].map(([top, below]) => [top, new Set(below.map(({ code }) => code))]),
  );
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const group = groups.get(keyOf(item));
    if (group) group.push(item);
    else groups.set(keyOf(item), [item]);
  }
  return groups;
}
