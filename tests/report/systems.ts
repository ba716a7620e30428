import { SCORED_PROGRESS } from '../../src/domain/catalogue/score-reasons.js';
import type { Critical, EarnedValue } from '../../src/domain/control.js';
import type { Feedback, FeedbackOfMonth, Shift } from '../../src/domain/feedback.js';
import type { ForecastFigure, ForecastOfMonth, ForecastRecord, ForecastRow } from '../../src/domain/forecast.js';
import type { IndicatorFigure } from '../../src/domain/indicator-figures.js';
import type { Leaf } from '../../src/domain/measure.js';
import type { MonthFigures } from '../../src/domain/month.js';
import { COMPONENTS, type Scorecard } from '../../src/domain/scorecard.js';

type Systems = Pick<
  MonthFigures,
  'curve' | 'trend' | 'control' | 'indicators' | 'scorecards' | 'scoreNotes' | 'feedback' | 'decisions' | 'forecast'
>;

/** Project control, indicators, scorecards and history that agree with the leaves of a made month. */
export function systems(leaves: readonly Leaf[], departments: readonly string[]): Systems {
  const current = leaves.filter(({ year, kind }) => year === 1399 && kind === 'project');
  const earned = (kind: EarnedValue['kind'], code: string, title: string, own: readonly Leaf[]) =>
    earnedValue(kind, code, title, own);
  const figures = indicatorFigures();
  return {
    curve: Array.from({ length: 12 }, (_, index) => ({
      period: `1399-${String(index + 1).padStart(2, '0')}`,
      planned: (index + 1) / 12,
      physical: index < 6 ? (index + 1) * 0.05 : null,
      budget: index < 6 ? (index + 1) * 0.08 : null,
    })),
    trend: [
      { period: '1399-04', physical: 0.6, budget: 0.98 },
      { period: '1399-05', physical: null, budget: null },
      { period: '1399-06', physical: 0.59, budget: 0.99 },
    ],
    control: {
      nodes: [earned('plan', 'P', 'برنامه راهبردی', current)],
      departments: departments.map((code) =>
        earned(
          'department',
          code,
          `واحد ${code}`,
          current.filter(({ department }) => department === code),
        ),
      ),
      projects: current.map((leaf) => earned('project', leaf.code, leaf.title, [leaf])),
      works: [
        {
          work: 'W1',
          title: 'پل شهید',
          start: '1397-01',
          plannedFinish: '1400-06',
          finish: '1401-02',
          BAC: 9_000_000_000n,
          EV: 3_000_000_000,
          AC: 4_000_000_000n,
          EAC: 12_000_000_000,
          cost_share: 1,
          ES: 20,
          AT: 30,
          SPI_t: 20 / 30,
          reason: null,
        },
      ],
      critical: current.slice(0, 3).map(critical),
      remarks: new Map(
        current
          .slice(0, 1)
          .map(({ code }) => [code, { obstacle: { text: 'معارض ملکی', period: '1399-06' }, action: null }]),
      ),
    },
    indicators: {
      figures,
      weights: new Map(figures.map(({ code }, index) => [code, index + 1])),
      departments: new Map(),
      rollups: new Map([
        [
          'P',
          {
            code: 'P',
            attainment: (1 * 0.4 + 2 * 0.75) / 3,
            defined: 2,
            undefined: 0,
            worse: 0,
            missing: 1,
            notDue: 0,
          },
        ],
      ]),
    },
    scorecards: departments.map(scorecard),
    scoreNotes: [SCORED_PROGRESS.reported],
    feedback: feedbackOf(current),
    decisions: [],
    forecast: forecastOf(current, departments),
  };
}

function earnedValue(kind: EarnedValue['kind'], code: string, title: string, own: readonly Leaf[]): EarnedValue {
  const counted = own.filter(({ approvedRial, planned }) => approvedRial !== null && planned !== null);
  const add = (of: (leaf: Leaf) => number, from: readonly Leaf[] = counted) =>
    from.reduce((sum, leaf) => sum + of(leaf), 0);
  const budget = ({ approvedRial }: Leaf) => approvedRial ?? 0;
  const pv = (leaf: Leaf) => budget(leaf) * (leaf.planned ?? 0);
  const ev = (leaf: Leaf) => budget(leaf) * (leaf.achieved ?? 0);
  const known = counted.filter(({ physicalState }) => physicalState !== 'missing');
  const paid = counted.filter(({ spentRial }) => spentRial !== null);
  const costed = known.filter((leaf) => paid.includes(leaf));
  const spent = ({ spentRial }: Leaf) => spentRial ?? 0;
  const BAC = add(budget);
  const PV = add(pv);
  const EV = known.length > 0 ? add(ev, known) : null;
  const cost = costed.length > 0 ? { BAC: add(budget, costed), EV: add(ev, costed), AC: add(spent, costed) } : null;
  const CPI = cost && cost.AC > 0 ? cost.EV / cost.AC : null;
  const EAC = cost && CPI !== null && CPI > 0 ? cost.BAC / CPI : null;
  const share = (part: readonly Leaf[]) => (BAC > 0 ? add(budget, part) / BAC : null);
  return {
    kind,
    code,
    level: kind,
    title,
    BAC: BigInt(BAC),
    PV,
    EV,
    AC: paid.length > 0 ? BigInt(add(spent)) : null,
    SV: EV === null ? null : EV - add(pv, known),
    CV: cost && cost.EV - cost.AC,
    SPI: EV !== null && add(pv, known) > 0 ? EV / add(pv, known) : null,
    CPI,
    EAC,
    EAC_atypical: null,
    EAC_spi: null,
    ETC: cost && EAC !== null ? EAC - cost.AC : null,
    VAC: cost && EAC !== null ? cost.BAC - EAC : null,
    TCPI: null,
    TCPI_EAC: null,
    ES: EV === null ? null : 3,
    AT: EV === null ? null : 6,
    SPI_t: EV === null ? null : 0.5,
    scheduled_share: 1,
    earned_share: share(known),
    paid_share: share(paid),
    cost_share: share(costed),
    time_share: share(known),
    coverage: 1,
    projects: counted.length,
    left_out: own.length - counted.length,
    reasons: EV === null ? { EV: 'no_progress_report' } : {},
  };
}

function critical({ code, title, department, node, achieved, planned }: Leaf, index: number): Critical {
  const kind = (['late', 'obstacle', 'money_ahead'] as const)[index] ?? 'late';
  return {
    kind,
    code,
    title,
    department: department ?? '',
    node,
    achieved,
    planned,
    plannedAssumed: index === 0,
    spentShare: 0.8,
    size: 0.3,
    silent: false,
    silentPeriods: null,
    text: kind === 'obstacle' ? 'معارض ملکی' : null,
    since: kind === 'obstacle' ? '1399-06' : null,
  };
}

function indicatorFigures(): IndicatorFigure[] {
  const base: IndicatorFigure = {
    code: 'I1',
    title: 'زمان رسیدن آتش‌نشانی',
    department: 'D1',
    linked: ['1-1'],
    unit: 'دقیقه',
    direction: 'down',
    aggregation: 'average',
    frequency: 'monthly',
    weight: 1,
    baseline: 6.5,
    opening: 6.5,
    target: 4,
    band: null,
    path: 4,
    pathAssumed: true,
    value: 5.5,
    numerator: null,
    denominator: null,
    measuredAt: '1399-06',
    dueAt: '1399-06',
    measuredParts: 6,
    expectedParts: 6,
    state: 'reported',
    attainmentRaw: 0.4,
    attainment: 0.4,
    reason: null,
    worseThanBaseline: false,
    nextTarget: 3.5,
    gapToFill: -2,
  };
  return [
    base,
    {
      ...base,
      code: 'I2',
      title: 'خدمات الکترونیک',
      direction: 'up',
      aggregation: 'sum',
      weight: 2,
      baseline: 0,
      opening: 0,
      target: 22,
      path: 20,
      value: 15,
      attainmentRaw: 0.75,
      attainment: 0.75,
      nextTarget: 26,
      gapToFill: 26,
    },
    {
      ...base,
      code: 'I3',
      title: 'سرانهٔ فضای سبز',
      direction: 'band',
      aggregation: 'last',
      weight: 3,
      target: null,
      band: { low: 40, high: 60, zeroBelow: 20, zeroAbove: null },
      path: null,
      value: null,
      measuredAt: null,
      state: 'missing',
      attainmentRaw: null,
      attainment: null,
      reason: 'never_reported',
      worseThanBaseline: null,
      nextTarget: null,
      gapToFill: null,
    },
  ];
}

function scorecard(code: string, index: number): Scorecard {
  const value = [0.9, 0.6, 0.9][index] ?? 0.5;
  const components = COMPONENTS.map((name, at) => ({
    name,
    value: name === 'indicators' ? null : value,
    points: name === 'indicators' ? 0 : at === 0 ? 40 : 10,
    lost: name === 'indicators' ? 0 : (at === 0 ? 40 : 10) * (1 - value),
    counted: 3,
    of: 5,
    restored: false,
  }));
  return {
    code,
    title: `واحد ${code}`,
    peerGroup: index < 2 ? 'مناطق' : null,
    score: 100 - components.reduce((sum, { lost }) => sum + lost, 0),
    rank: index === 1 ? 2 : 1,
    peers: index < 2 ? 2 : 1,
    previous: index === 2 ? null : 70,
    components,
    lateCreditRial: 5_000_000n,
    projects: 4,
    appeals: [],
  };
}

function feedbackOf(current: readonly Leaf[]): FeedbackOfMonth {
  const items = current.slice(0, 2).map(
    ({ code, title, department, node, achieved, planned }, index): Feedback => ({
      kind: index === 0 ? 'funded_staller' : 'starved_winner',
      subject: 'project',
      code,
      level: 'project',
      title,
      department,
      node,
      value: 0.3,
      threshold: 0.2,
      persistence: 3,
      since: '1399-04',
      openEnded: index === 0,
      contribution: 0.01,
      shortfall: 0.02,
      physical: null,
      high: null,
      budget: null,
      reference: null,
      achieved,
      planned,
      spent: 0.9,
      released: 0.95,
      creditRial: 1_000_000_000,
    }),
  );
  const shift = (code: string, reason: Shift['reason'], base: bigint, taken: bigint, received: bigint): Shift => ({
    code,
    title: `طرح ${code}`,
    currentRial: base,
    baseRial: base,
    committedRial: 0n,
    commitmentsUnknown: 0,
    takenRial: taken,
    receivedRial: received,
    boundRial: 0n,
    proposedRial: base - taken + received,
    reason,
    stalled: 0.4,
    starved: 0,
    strong: 0,
    physical: 0.4,
    budget: 0.9,
  });
  return {
    rules: {
      periods: 3,
      weak: 0.2,
      strong: 0.1,
      funded: 0.8,
      behind: 0.2,
      moved: 0.25,
      winner: 0.95,
      starved: 0.6,
      shift: 0.2,
    },
    history: ['1399-04', '1399-05', '1399-06'],
    items,
    undecided: 1,
    contributions: [],
    paces: [
      {
        subject: 'node',
        code: '1-1',
        level: 'هدف',
        title: 'هدف 1-1',
        from: 0,
        reached: 0.5,
        target: 1,
        monthsPassed: 54,
        monthsLeft: 6,
        needed: 0.5 / 6,
        soFar: 0.5 / 54,
        times: 9,
      },
    ],
    cycle: [
      {
        indicator: 'I1',
        title: 'زمان رسیدن آتش‌نشانی',
        unit: 'دقیقه',
        department: 'D1',
        opening: 6.5,
        target: 4,
        value: 5.5,
        gap: -1.5,
        nextYear: 1400,
        nextTarget: 3.5,
        gapToFill: -2,
        projects: 2,
        creditRial: 5_000_000_000n,
      },
    ],
    proposal: {
      nextYear: 1400,
      totalRial: 5_000_000_000n,
      totalAssumed: true,
      equalAssumed: false,
      coversCommitments: true,
      committedRial: 0n,
      rows: [
        shift('1-1-1', 'staller', 3_000_000_000n, 500_000_000n, 0n),
        shift('1-2-1', 'starved', 2_000_000_000n, 0n, 500_000_000n),
      ],
    },
  };
}

/** Work that rests on a stretched record, spending without one; a goal that never reported, a department without a budget. */
function forecastOf(current: readonly Leaf[], departments: readonly string[]): ForecastOfMonth {
  const none: ForecastFigure = {
    now: null,
    value: null,
    low: null,
    high: null,
    method: null,
    record: null,
    reason: null,
    noInterval: null,
  };
  const work: ForecastFigure = { ...none, now: 0.3, value: 0.6, low: 0.5, high: 0.75, method: 'index', record: 1 };
  const money: ForecastFigure = { ...none, now: 0.4, value: 0.8, method: 'naive', noInterval: 'too_little_history' };
  const row = (
    kind: ForecastRow['kind'],
    code: string,
    title: string,
    change: Partial<ForecastRow> = {},
  ): ForecastRow => ({
    kind,
    code,
    level: kind,
    title,
    physical: work,
    spend: money,
    budgetRial: 4_000_000_000n,
    spendRial: 3_200_000_000n,
    spendLowRial: null,
    spendHighRial: null,
    projects: 4,
    silent: 0,
    unreported: 0,
    ...change,
  });
  const ofProjects: ForecastRecord = {
    measure: 'physical',
    size: 'project',
    method: 'index',
    source: 'this_year',
    band: [2, 4],
    cases: 300,
    meanError: 0.09,
    naiveError: 0.12,
    coverage: null,
    stretch: 2,
  };
  const [first] = current;
  return {
    rows: [
      row('plan', 'P', 'برنامه راهبردی', { silent: 2, unreported: 3, projects: 8 }),
      row('node', 'G1', 'گزاره G1'),
      row('node', '1-1', 'هدف 1-1', { physical: { ...none, reason: 'never_reported' }, silent: 4 }),
      row('node', '1-1-1', 'طرح 1-1-1'),
      ...departments.map((code, index) =>
        row(
          'department',
          code,
          `واحد ${code}`,
          index === 0 ? { spend: { ...none, reason: 'no_budget' }, budgetRial: null, spendRial: null } : {},
        ),
      ),
      ...(first ? [row('project', first.code, first.title, { physical: { ...work, record: 0 } })] : []),
    ],
    records: [ofProjects, { ...ofProjects, size: '6-20', cases: 24, meanError: 0.05 }],
    published: [],
  };
}
