import type { Database } from 'better-sqlite3';
import type { Critical, EarnedValue, WorkForecast } from '../domain/control.js';
import type { IndicatorFigure, IndicatorRollup } from '../domain/indicator-figures.js';
import type { ControlFigures, IndicatorMonth } from '../domain/month.js';
import type { ScoreComponent, Scorecard } from '../domain/scorecard.js';
import { recordTable } from './record-table.js';

/** Project control, indicators and scorecards as a run measured them. Remarks and appeals have tables of their own. */
export interface MeasuredSystems {
  control: Omit<ControlFigures, 'remarks'>;
  indicators: IndicatorMonth;
  scorecards: Omit<Scorecard, 'appeals'>[];
}

/** Lists and records inside a row are stored as JSON text. */
type EarnedValueRow = Omit<EarnedValue, 'reasons'> & { reasons: string };
type IndicatorRow = Omit<IndicatorFigure, 'linked' | 'band'> & {
  linked: string;
  band: string | null;
  planWeight: number | null;
};
type RollupRow = IndicatorRollup & { place: 'node' | 'department' };
type ScoreRow = Omit<Scorecard, 'appeals' | 'components'>;

const EARNED_VALUES = recordTable<EarnedValueRow>(
  'earned_value',
  ['run'],
  {
    kind: 'kind',
    code: 'code',
    level: 'level',
    title: 'title',
    BAC: 'bac',
    PV: 'pv',
    EV: 'ev',
    AC: 'ac',
    SV: 'sv',
    CV: 'cv',
    SPI: 'spi',
    CPI: 'cpi',
    EAC: 'eac',
    EAC_atypical: 'eac_atypical',
    EAC_spi: 'eac_spi',
    ETC: 'etc',
    VAC: 'vac',
    TCPI: 'tcpi',
    TCPI_EAC: 'tcpi_eac',
    ES: 'es',
    AT: 'at',
    SPI_t: 'spi_t',
    scheduled_share: 'scheduled_share',
    earned_share: 'earned_share',
    paid_share: 'paid_share',
    cost_share: 'cost_share',
    time_share: 'time_share',
    coverage: 'coverage',
    projects: 'projects',
    left_out: 'left_out',
    reasons: 'reasons',
  },
  { BAC: 'bigint', AC: 'bigint' },
);

const WORKS = recordTable<WorkForecast>(
  'work_forecast',
  ['run'],
  {
    work: 'work',
    title: 'title',
    start: 'start',
    plannedFinish: 'planned_finish',
    finish: 'finish',
    BAC: 'bac',
    EV: 'ev',
    AC: 'ac',
    EAC: 'eac',
    cost_share: 'cost_share',
    ES: 'es',
    AT: 'at',
    SPI_t: 'spi_t',
    reason: 'reason',
  },
  { BAC: 'bigint', AC: 'bigint' },
);

const CRITICAL = recordTable<Critical>(
  'critical',
  ['run'],
  {
    kind: 'kind',
    code: 'code',
    title: 'title',
    department: 'department',
    node: 'node',
    achieved: 'achieved',
    planned: 'planned',
    plannedAssumed: 'planned_assumed',
    spentShare: 'spent_share',
    size: 'size',
    silent: 'silent',
    silentPeriods: 'silent_periods',
    text: 'text',
    since: 'since',
  },
  { silent: 'boolean', plannedAssumed: 'boolean' },
);

const INDICATORS = recordTable<IndicatorRow>(
  'indicator_figure',
  ['run'],
  {
    code: 'code',
    title: 'title',
    department: 'department',
    linked: 'linked',
    unit: 'unit',
    direction: 'direction',
    aggregation: 'aggregation',
    frequency: 'frequency',
    weight: 'weight',
    baseline: 'baseline',
    opening: 'opening',
    target: 'target',
    band: 'band',
    path: 'path',
    pathAssumed: 'path_assumed',
    value: 'value',
    numerator: 'numerator',
    denominator: 'denominator',
    measuredAt: 'measured_at',
    dueAt: 'due_at',
    measuredParts: 'measured_parts',
    expectedParts: 'expected_parts',
    state: 'state',
    attainmentRaw: 'attainment_raw',
    attainment: 'attainment',
    reason: 'reason',
    worseThanBaseline: 'worse_than_baseline',
    nextTarget: 'next_target',
    gapToFill: 'gap_to_fill',
    planWeight: 'plan_weight',
  },
  { pathAssumed: 'boolean', worseThanBaseline: 'boolean' },
);

const ROLLUPS = recordTable<RollupRow>('indicator_rollup', ['run'], {
  place: 'place',
  code: 'code',
  attainment: 'attainment',
  defined: 'defined',
  undefined: 'undefined',
  worse: 'worse',
  missing: 'missing',
  notDue: 'not_due',
});

const SCORECARDS = recordTable<ScoreRow>(
  'scorecard',
  ['run'],
  {
    code: 'code',
    title: 'title',
    peerGroup: 'peer_group',
    score: 'score',
    rank: 'rank',
    peers: 'peers',
    previous: 'previous',
    lateCreditRial: 'late_credit_rial',
    projects: 'projects',
  },
  { lateCreditRial: 'bigint' },
);

const COMPONENTS = recordTable<ScoreComponent>(
  'score_component',
  ['run', 'card'],
  {
    name: 'name',
    value: 'value',
    points: 'points',
    lost: 'lost',
    counted: 'counted',
    of: 'counted_of',
    restored: 'restored',
  },
  { restored: 'boolean' },
);

export function insertSystems(db: Database, run: number, { control, indicators, scorecards }: MeasuredSystems): void {
  const places = [...control.nodes, ...control.departments, ...control.projects];
  EARNED_VALUES.insert(
    db,
    [run],
    places.map((row) => ({ ...row, reasons: JSON.stringify(row.reasons) })),
  );
  WORKS.insert(db, [run], control.works);
  CRITICAL.insert(db, [run], control.critical);
  INDICATORS.insert(
    db,
    [run],
    indicators.figures.map((figure) => ({
      ...figure,
      linked: JSON.stringify(figure.linked),
      band: figure.band && JSON.stringify(figure.band),
      planWeight: indicators.weights.get(figure.code) ?? null,
    })),
  );
  ROLLUPS.insert(
    db,
    [run],
    [
      ...[...indicators.rollups.values()].map((row): RollupRow => ({ ...row, place: 'node' })),
      ...[...indicators.departments.values()].map((row): RollupRow => ({ ...row, place: 'department' })),
    ],
  );
  SCORECARDS.insert(db, [run], scorecards);
  for (const [card, { components }] of scorecards.entries()) COMPONENTS.insert(db, [run, card], components);
}

/** The three systems of a run as they were stored; empty lists where the run holds none. */
export function selectSystems(db: Database, run: number): MeasuredSystems {
  const places = EARNED_VALUES.select(db, [run]).map(
    (row): EarnedValue => ({ ...row, reasons: JSON.parse(row.reasons) }),
  );
  const rows = INDICATORS.select(db, [run]);
  const rollups = ROLLUPS.select(db, [run]);
  return {
    control: {
      nodes: places.filter(({ kind }) => kind === 'plan' || kind === 'node'),
      departments: places.filter(({ kind }) => kind === 'department'),
      projects: places.filter(({ kind }) => kind === 'project'),
      works: WORKS.select(db, [run]),
      critical: CRITICAL.select(db, [run]),
    },
    indicators: {
      figures: rows.map(({ planWeight: _weight, linked, band, ...figure }) => ({
        ...figure,
        linked: JSON.parse(linked),
        band: band === null ? null : JSON.parse(band),
      })),
      weights: new Map(rows.flatMap(({ code, planWeight }) => (planWeight === null ? [] : [[code, planWeight]]))),
      rollups: rollupsOf(rollups, 'node'),
      departments: rollupsOf(rollups, 'department'),
    },
    scorecards: SCORECARDS.select(db, [run]).map((row, card) => ({
      ...row,
      components: COMPONENTS.select(db, [run, card]),
    })),
  };
}

function rollupsOf(rows: readonly RollupRow[], kind: RollupRow['place']): Map<string, IndicatorRollup> {
  return new Map(rows.flatMap(({ place, ...rollup }) => (place === kind ? [[rollup.code, rollup]] : [])));
}
