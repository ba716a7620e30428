import type { Period } from '../domain/calendar.js';
import type { EarnedValue } from '../domain/control.js';
import type { IndicatorRollup } from '../domain/indicator-figures.js';
import type { Context } from './context.js';
import { yearDue } from './month-figures.js';
import { controlFigures, indicatorMonth } from './month-systems.js';
import { type Question, resolve } from './questions.js';
import { scorecardsOf } from './scorecard.js';

type Row = (string | number | bigint | null)[];
export interface CsvTable {
  name: string;
  rows: Row[];
}

/** The spelling of the standard and of `--json`; `BAC` and `AC` whole rials. */
const EARNED_VALUE = [
  ...['BAC', 'PV', 'EV', 'AC', 'SV', 'CV', 'SPI', 'CPI', 'EAC', 'EAC_atypical', 'EAC_spi', 'ETC', 'VAC', 'TCPI'],
  ...['TCPI_EAC', 'ES', 'AT', 'SPI_t', 'scheduled_share', 'coverage', 'projects', 'left_out'],
  ...['earned_share', 'paid_share', 'cost_share', 'time_share'],
] as (keyof Omit<EarnedValue, 'reasons'>)[];

const ROLLUP = ['attainment', 'defined', 'undefined', 'worse', 'missing', 'notDue'] as const;

/** Project control, indicators with their roll-ups, and scores of every given period as they stand now; null is an empty cell. */
export function systemTables(context: Context, periods: readonly Period[]): CsvTable[] {
  const months = periods.map((period) => resolve(context, { period }));
  const all = (rowsOf: (question: Question) => Row[]) =>
    months.flatMap((question) => rowsOf(question).map((row) => [question.period, question.plan.code, ...row]));
  const head = (...names: string[]) => ['period', 'plan', ...names];
  const indicators = new Map(months.map((question) => [question.period, indicatorMonth(context, question)]));
  const scores = new Map(months.map((question) => [question.period, scorecardsOf(context, yearDue(question))]));
  return [
    {
      name: 'earned-value.csv',
      rows: [
        head('kind', 'code', 'level', ...EARNED_VALUE, 'reasons'),
        ...all((question) => {
          const { nodes, departments, projects } = controlFigures(context, question);
          return [...nodes, ...departments, ...projects].map((row) => [
            ...[row.kind, row.code, row.level],
            ...EARNED_VALUE.map((name) => row[name]),
            Object.entries(row.reasons)
              .map(([name, reason]) => `${name}=${reason}`)
              .join(' '),
          ]);
        }),
      ],
    },
    {
      name: 'indicators.csv',
      rows: [
        head(
          'scope',
          'basis',
          'code',
          'department',
          'value',
          'opening',
          'target',
          'path',
          'measured_at',
          'state',
        ).concat(['attainment_raw', 'attainment', 'reason', 'measured_parts', 'expected_parts']),
        ...all(({ period, options }) =>
          (indicators.get(period)?.figures ?? []).map((row) => [
            ...[options.scope, options.basis, row.code, row.department, row.value, row.opening, row.target, row.path],
            ...[row.measuredAt, row.state, row.attainmentRaw, row.attainment, row.reason],
            ...[row.measuredParts, row.expectedParts],
          ]),
        ),
      ],
    },
    {
      name: 'indicator-rollups.csv',
      rows: [
        head('scope', 'basis', 'place', 'code', 'attainment', 'defined', 'undefined', 'worse', 'missing', 'not_due'),
        ...all(({ period, options }) => {
          const month = indicators.get(period);
          const rows = (place: string, rollups: Iterable<IndicatorRollup>) =>
            [...rollups].map((row) => [
              options.scope,
              options.basis,
              place,
              row.code,
              ...ROLLUP.map((name) => row[name]),
            ]);
          return month
            ? [...rows('node', month.rollups.values()), ...rows('department', month.departments.values())]
            : [];
        }),
      ],
    },
    {
      name: 'scorecards.csv',
      rows: [
        head(
          'department',
          'peer_group',
          'score',
          'rank',
          'peers',
          'previous',
          'component',
          'value',
          'points',
          'lost',
        ).concat(['counted', 'of', 'restored', 'late_credit_rial']),
        ...all(({ period }) =>
          (scores.get(period) ?? []).flatMap((card) =>
            card.components.map(({ name, value, points, lost, counted, of, restored }) => [
              ...[card.code, card.peerGroup, card.score, card.rank, card.peers, card.previous],
              ...[name, value, points, lost, counted, of, restored ? 1 : 0, card.lateCreditRial],
            ]),
          ),
        ),
      ],
    },
  ];
}
