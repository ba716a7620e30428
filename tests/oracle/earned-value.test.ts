import { expect, it } from 'vitest';
import type { EarnedValue } from '../../src/domain/control.js';
import {
  controlModel,
  departmentEarnedValues,
  nodeEarnedValues,
  projectEarnedValues,
} from '../../src/measure/control/earned-value.js';
import { monthModel } from '../../src/measure/model.js';
import { close } from './compare.js';
import { type Organisation, organisation } from './generate.js';
import { load } from './load.js';
import { answerEarnedValue, type OracleEarnedValue } from './oracle.js';

const SEEDS = 200;
const SHOWN = 20;
const PATIENCE_MS = 120_000;

const NUMBERS = [
  'PV', 'EV', 'SV', 'CV', 'SPI', 'CPI', 'EAC', 'EAC_atypical', 'EAC_spi', 'ETC', 'VAC', 'TCPI', 'TCPI_EAC', 'ES', 'AT', 'SPI_t',
  'scheduled_share', 'earned_share', 'paid_share', 'cost_share', 'time_share', 'coverage', 'projects', 'left_out',
] as const; // biome-ignore format: one line for each group.

/** PV, EV, AC, BAC, their indices and earned schedule, at every node, department and project of the year. */
it(
  `agrees with a second definition of earned value in SQL on ${SEEDS} generated organisations`,
  () => {
    const faults: string[] = [];
    let compared = 0;
    for (let seed = 1; seed <= SEEDS && faults.length < SHOWN; seed += 1) {
      const given = organisation(seed);
      const rows = programRows(given);
      const db = load(given);
      const expected = answerEarnedValue(db, given, { ...given.options, scope: 'year', basis: 'full' });
      db.close();
      compared += rows.size;
      faults.push(...faultsOf(rows, expected).map((line) => `seed ${seed}, ${given.period}: ${line}`));
    }
    expect(faults.slice(0, SHOWN)).toEqual([]);
    expect(compared).toBeGreaterThan(SEEDS);
  },
  PATIENCE_MS,
);

function programRows(given: Organisation): Map<string, EarnedValue> {
  const control = controlModel(monthModel({ ...given, options: { ...given.options, scope: 'year', basis: 'full' } }));
  const rows = [...nodeEarnedValues(control), ...departmentEarnedValues(control), ...projectEarnedValues(control)];
  return new Map(rows.map((row) => [`${row.kind === 'plan' ? 'node' : row.kind} ${row.code}`, row]));
}

function faultsOf(rows: ReadonlyMap<string, EarnedValue>, expected: readonly OracleEarnedValue[]): string[] {
  const keys = new Set(expected.map(({ kind, subject }) => `${kind} ${subject}`));
  const extra = [...rows.keys()].filter((key) => !keys.has(key)).map((key) => `${key}: not in the oracle`);
  return [
    ...extra,
    ...expected.flatMap((oracle) => {
      const key = `${oracle.kind} ${oracle.subject}`;
      const row = rows.get(key);
      return row ? differences(row, oracle).map((line) => `${key}: ${line}`) : [`${key}: gone`];
    }),
  ];
}

/** Rials exactly, the rest to 1e-9 of what was added up to reach it; every null has its reason. */
function differences(row: EarnedValue, oracle: OracleEarnedValue): string[] {
  const money = Math.max(Number(row.BAC ?? 0), Number(row.AC ?? 0), row.EAC ?? 0, row.EAC_spi ?? 0);
  const same = (name: (typeof NUMBERS)[number]): boolean => {
    const [a, b] = [row[name], oracle[name] as number | null];
    if (a === null || b === null) return a === b;
    return close(a, b, IN_RIALS.has(name) ? money : Math.max(Math.abs(a), Math.abs(b)));
  };
  return [
    ...NUMBERS.filter((name) => !same(name)).map((name) => `${name} ${row[name]} ≠ ${oracle[name]}`),
    ...(['BAC', 'AC'] as const)
      .filter((name) => (row[name]?.toString() ?? null) !== oracle[name])
      .map((name) => `${name} ${row[name]} ≠ ${oracle[name]}`),
    ...([...NUMBERS, 'BAC', 'AC'] as const)
      .filter((name) => !name.endsWith('_share') && name !== 'coverage')
      .filter((name) => (row[name] === null) !== (row.reasons[name] !== undefined))
      .map((name) => `${name} ${row[name]} with the reason ${row.reasons[name]}`),
  ];
}

const IN_RIALS = new Set<string>(['PV', 'EV', 'SV', 'CV', 'EAC', 'EAC_atypical', 'EAC_spi', 'ETC', 'VAC']);
