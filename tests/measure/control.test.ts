import { describe, expect, test } from 'vitest';
import type { ControlReason } from '../../src/domain/control.js';
import type { PlanPackage, Project, ScheduleRow } from '../../src/domain/plan.js';
import { criticalLists } from '../../src/measure/control/critical.js';
import { earnedSchedule, forecastDuration, scheduleIndex } from '../../src/measure/control/earned-schedule.js';
import {
  controlModel,
  departmentEarnedValues,
  nodeEarnedValues,
  projectEarnedValues,
} from '../../src/measure/control/earned-value.js';
import { indicesOf, type ValueSums } from '../../src/measure/control/indices.js';
import { workForecasts } from '../../src/measure/control/works.js';
import type { Figure } from '../../src/measure/input.js';
import { figures, input, model, node, project } from './organisation.js';

const scheduled = (code: string, percents: Record<string, number>): ScheduleRow[] =>
  Object.entries(percents).map(([period, percent]) => ({
    project: code,
    period,
    plannedPhysicalPercent: percent,
    plannedQuantity: null,
    plannedSpendRial: null,
  }));

const control = (given: Partial<PlanPackage>, reported: Figure[], period = '1399-06') =>
  controlModel(model(given, reported, { scope: 'year' }, period));

const only = (given: Partial<Project>, reported: Figure[], schedule: ScheduleRow[] = [], period = '1399-06') =>
  projectEarnedValues(control({ projects: [project('A', given)], schedule }, reported, period))[0];

/** One project, or several that are all known on both sides and planned month by month. */
const whole = (BAC: bigint, PV: number, EV: number, AC: bigint): ValueSums => ({
  earned: { PV, EV },
  cost: { BAC, EV, AC },
  time: { PV, EV },
});

// Published examples of every figure stand in earned-value-published.test.ts; here is when each is unknown.
describe('an index without an answer', () => {
  const ALL_COSTS = ['CV', 'CPI', 'EAC', 'EAC_atypical', 'EAC_spi', 'ETC', 'VAC', 'TCPI', 'TCPI_EAC'] as const;
  const ESTIMATES = ['EAC', 'EAC_spi', 'ETC', 'VAC', 'TCPI_EAC'] as const;
  const each = (names: readonly string[], reason: ControlReason) => names.map((name) => [name, reason]);
  const NULLS: [what: string, sums: ValueSums, reasons: Record<string, ControlReason>][] = [
    [
      'no project is known on a side',
      { earned: 'no_progress_report', cost: 'no_spending_report', time: 'no_schedule' },
      {
        SV: 'no_progress_report',
        SPI: 'no_schedule',
        ...Object.fromEntries(each(ALL_COSTS, 'no_spending_report')),
      },
    ],
    ['nothing spent', whole(100n, 50, 40, 0n), Object.fromEntries(each(['CPI', ...ESTIMATES], 'nothing_spent'))],
    ['nothing earned', whole(100n, 50, 0, 10n), Object.fromEntries(each(ESTIMATES, 'nothing_earned'))],
    [
      'nothing earned of what has a schedule',
      { ...whole(100n, 50, 40, 10n), time: { PV: 50, EV: 0 } },
      { EAC_spi: 'nothing_earned' },
    ],
    [
      'no schedule',
      { ...whole(100n, 50, 40, 10n), time: 'no_schedule' },
      { SPI: 'no_schedule', EAC_spi: 'no_schedule' },
    ],
    ['nothing planned yet', whole(100n, 0, 40, 10n), { SPI: 'nothing_planned_yet', EAC_spi: 'nothing_planned_yet' }],
    ['budget used up', whole(100n, 50, 40, 100n), { TCPI: 'budget_used_up' }],
    ['finished', whole(100n, 100, 100, 90n), { TCPI_EAC: 'finished' }],
  ];
  test.each(NULLS)('%s: null with the reason', (_, sums, reasons) => {
    const found = indicesOf(sums);
    expect(found.reasons).toEqual(reasons);
    const nulls = Object.entries(found).flatMap(([name, value]) => (value === null ? [name] : []));
    expect(nulls.sort()).toEqual(Object.keys(reasons).sort());
  });
});

describe('earned schedule', () => {
  // W. Lipke, "Schedule is Different", The Measurable News, summer 2003: ES = N + (EV − PV_N)/(PV_{N+1} − PV_N).
  test('interpolates inside the month that the plan has not reached', () => {
    expect(earnedSchedule({ values: [10, 30, 60, 100] }, 40)).toBeCloseTo(2 + 10 / 30, 12);
    expect(earnedSchedule({ values: [10, 30, 60, 100] }, 30)).toBe(2);
    expect(earnedSchedule({ values: [10, 30, 60, 100] }, 0)).toBe(0);
    expect(earnedSchedule({ values: [10, 30, 60, 100] }, 120)).toBe(4);
    expect(earnedSchedule({ values: [0, 0, 60, 100] }, 30)).toBe(2.5);
  });

  /** Planned over 7 months, done after 10: made up here. Lipke prints his late finish as a curve, without its monthly numbers. */
  const LATE = scheduled('A', {
    '1399-01': 10,
    '1399-02': 25,
    '1399-03': 40,
    '1399-04': 55,
    '1399-05': 70,
    '1399-06': 85,
    '1399-07': 100,
  });
  const DONE = [8, 17, 27, 37, 47, 58, 68, 79, 90, 100];
  const reports = DONE.flatMap((percent, at) =>
    figures('A', `1399-${String(at + 1).padStart(2, '0')}`, { physical: percent / 100, spent_rial: 100 * (at + 1) }),
  );

  test('a completion that was taken back was none: time goes on until the one that stands', () => {
    const said = (percents: Record<string, number>, period: string) =>
      only(
        {},
        Object.entries(percents).flatMap(([month, physical]) => figures('A', `1399-${month}`, { physical })),
        LATE,
        period,
      );
    const back = { '07': 1, '08': 0.8, '09': 1, '10': 1 };
    expect(said(back, '1399-12')).toMatchObject({ ES: 7, AT: 9 });
    expect(said({ '07': 1, '08': 0.8 }, '1399-08')).toMatchObject({ AT: 8 });
    expect(said({ '07': 1, '09': 1 }, '1399-12')).toMatchObject({ ES: 7, AT: 7, SPI_t: 1 });
  });

  test('a project that ends late: SPI returns to 1, SPI(t) does not', () => {
    const at = (period: string) =>
      only(
        {},
        reports.filter(({ month }) => month <= Number(period.slice(5))),
        LATE,
        period,
      );
    const seen = ['1399-05', '1399-07', '1399-10', '1399-12'].map((period) => at(period));
    expect(seen.map((row) => row?.SPI)).toEqual([expect.closeTo(47 / 70, 9), expect.closeTo(0.68, 9), 1, 1]);
    expect(seen[2]).toMatchObject({ ES: 7, AT: 10, SPI_t: 0.7 });
    // Time stopped when the work was done.
    expect(seen[3]).toMatchObject({ ES: 7, AT: 10, SPI_t: 0.7 });
    expect(seen[1]?.ES).toBeCloseTo(4 + (68 - 55) / 15, 9);
    expect(scheduleIndex(7, 0)).toBeNull();
    expect(forecastDuration(7, 0.7)).toBeCloseTo(10, 12);
    expect([forecastDuration(7, 0), forecastDuration(7, null)]).toEqual([null, null]);
  });
});

describe('a project', () => {
  test('an assumed plan gives PV and no SPI, ES or SPI(t)', () => {
    const row = only({}, figures('A', '1399-06', { physical: 0.4, spent_rial: 300 }));
    expect(row).toMatchObject({ BAC: 1000n, PV: 500, EV: 400, AC: 300n, SV: -100, SPI: null, ES: null, SPI_t: null });
    expect(row?.reasons).toMatchObject({ SPI: 'no_schedule', SPI_t: 'no_schedule' });
    expect(row?.scheduled_share).toBe(0);
  });

  const COSTS = ['CV', 'CPI', 'EAC', 'EAC_atypical', 'EAC_spi', 'ETC', 'VAC', 'TCPI', 'TCPI_EAC'];
  const TIMES = ['SPI', 'ES', 'AT', 'SPI_t'];
  const FIGURES = ['PV', 'EV', 'AC', 'SV', ...COSTS, ...TIMES];
  const PLAN = scheduled('A', { '1399-04': 50, '1399-09': 100 });
  const LATER = scheduled('A', { '1399-08': 50, '1399-09': 100 });
  const said = figures('A', '1399-06', { physical: 0.4, spent_rial: 300 });
  const because = (reason: ControlReason, names: string[]) => Object.fromEntries(names.map((name) => [name, reason]));
  type Nulls = [what: string, given: Partial<Project>, reported: Figure[], schedule: ScheduleRow[], reasons: object];
  const NULLS: Nulls[] = [
    ['no budget', { approvedRial: null }, said, PLAN, because('no_budget', ['BAC', ...FIGURES])],
    ['no planned work', { quantity: 0, progressMethod: 'quantity' }, said, PLAN, because('no_planned_work', FIGURES)],
    [
      'progress never reported',
      {},
      figures('A', '1399-06', { spent_rial: 300 }),
      PLAN,
      because('no_progress_report', ['EV', 'SV', ...COSTS, ...TIMES]),
    ],
    [
      'spending never reported',
      {},
      figures('A', '1399-06', { physical: 0.4 }),
      PLAN,
      because('no_spending_report', ['AC', ...COSTS]),
    ],
    ['no schedule', {}, said, [], because('no_schedule', ['EAC_spi', ...TIMES])],
    [
      'not started',
      {},
      said,
      LATER,
      { SPI: 'nothing_planned_yet', EAC_spi: 'nothing_planned_yet', SPI_t: 'not_started' },
    ],
  ];
  test.each(NULLS)('%s: unknown with the reason, and no other figure', (_, given, reported, schedule, reasons) => {
    const row = only(given, reported, schedule);
    expect(row?.reasons).toEqual(reasons);
    const unknown = ['BAC', ...FIGURES].filter((name) => row?.[name as keyof typeof row] === null);
    expect(unknown.sort()).toEqual(Object.keys(reasons).sort());
  });

  test('a share of nothing is unknown', () => {
    expect(only({ approvedRial: 0 }, said, PLAN)).toMatchObject({
      BAC: 0n,
      cost_share: null,
      time_share: null,
      coverage: null,
    });
    expect(only({ approvedRial: null }, said, PLAN)).toMatchObject({
      cost_share: null,
      earned_share: null,
      projects: 0,
      left_out: 1,
    });
  });

  test('an amendment changes the baseline from its effective month on', () => {
    const change = {
      project: 'A',
      effective: '1399-06',
      approvedRial: 2000,
      kind: null,
      counterpart: null,
      approvalRef: null,
      reason: null,
    };
    const row = (period: string) =>
      projectEarnedValues(
        control(
          { projects: [project('A')], budgetChanges: [change] },
          figures('A', '1399-05', { physical: 0.4 }),
          period,
        ),
      )[0];
    expect([row('1399-05')?.BAC, row('1399-05')?.EV]).toEqual([1000n, 400]);
    expect([row('1399-06')?.BAC, row('1399-06')?.EV, row('1399-06')?.PV]).toEqual([2000n, 800, 1000]);
  });
});

test('finished work has no TCPI to its estimate, whatever the rounding of BAC/CPI', () => {
  for (const AC of [300n, 7n, 1100n, 333n]) {
    const found = indicesOf(whole(1000n, 1000, 1000, AC));
    expect(found).toMatchObject({ TCPI_EAC: null, reasons: { TCPI_EAC: 'finished' } });
  }
});

describe('sums', () => {
  const given = {
    nodes: [node('G', { level: 'goal' }), node('T1', { parent: 'G' }), node('T2', { parent: 'G' })],
    projects: [
      project('A'),
      project('B', { node: 'T2', approvedRial: 3000, department: 'D1' }),
      project('C', { node: 'T2', approvedRial: null }),
    ],
    schedule: scheduled('B', { '1399-06': 50, '1399-12': 100 }),
  };
  const reported = [
    ...figures('A', '1399-06', { physical: 0.4, spent_rial: 300 }),
    ...figures('B', '1399-06', { physical: 0.3 }),
  ];

  test('are added before anything is divided, over the same projects on both sides', () => {
    const [plan, goal, first, second] = nodeEarnedValues(control(given, reported));
    expect(plan).toMatchObject({ code: 'P1', BAC: 4000n, PV: 2000, EV: 1300, AC: 300n, projects: 2, left_out: 1 });
    expect(plan?.SPI).toBeCloseTo(900 / 1500, 12);
    // B never reported spending: 1300 / 300 would praise A for the work of B.
    expect(plan).toMatchObject({ SV: -700, CV: 100, CPI: 400 / 300, EAC: 750, EAC_atypical: 900, ETC: 450, VAC: 250 });
    expect(plan?.TCPI).toBeCloseTo(600 / 700, 12);
    expect(plan).toMatchObject({ scheduled_share: 0.75, time_share: 0.75, earned_share: 1 });
    expect(plan).toMatchObject({ paid_share: 0.25, cost_share: 0.25 });
    expect({ ...goal, code: '', kind: '', level: '', title: '' }).toEqual({
      ...plan,
      code: '',
      kind: '',
      level: '',
      title: '',
    });
    expect([first?.EV, second?.EV]).toEqual([400, 900]);
    expect(second).toMatchObject({ AC: null, CPI: null, cost_share: 0 });
    expect(departmentEarnedValues(control(given, reported))[0]).toMatchObject({ kind: 'department', EV: 1300 });
  });

  test('a project that never reported its progress is not one without progress', () => {
    const [plan] = nodeEarnedValues(control(given, [...figures('A', '1399-06', { physical: 0.4, spent_rial: 300 })]));
    expect(plan).toMatchObject({
      PV: 2000,
      EV: 400,
      SV: -100,
      earned_share: 0.25,
      scheduled_share: 0.75,
      time_share: 0,
    });
    expect(plan).toMatchObject({ SPI: null, reasons: { SPI: 'no_progress_report' } });
    const [apart] = nodeEarnedValues(
      control(given, [...figures('A', '1399-06', { spent_rial: 300 }), ...figures('B', '1399-06', { physical: 0.3 })]),
    );
    expect(apart).toMatchObject({ EV: 900, AC: 300n, CV: null, CPI: null, EAC: null, cost_share: 0 });
    expect(apart?.reasons).toMatchObject({ CV: 'no_common_projects', CPI: 'no_common_projects' });
  });

  test('a scheduled part that never reported has no SPI and no earned schedule, though others speak', () => {
    const [, , , second] = nodeEarnedValues(
      control({ ...given, projects: [project('B', { node: 'T2' }), project('D', { node: 'T2' })] }, [
        ...figures('D', '1399-06', { physical: 0.4, spent_rial: 300 }),
      ]),
    );
    expect(second).toMatchObject({ EV: 400, SPI: null, ES: null, AT: null, SPI_t: null, EAC_spi: null });
    expect(second?.reasons).toMatchObject({ SPI: 'no_progress_report', ES: 'no_progress_report' });
  });

  test('the order of projects changes nothing', () => {
    const turned = { ...given, projects: [...given.projects].reverse() };
    expect(nodeEarnedValues(control(turned, [...reported].reverse()))).toEqual(
      nodeEarnedValues(control(given, reported)),
    );
  });
});

test('a surplus counts up to the one cap, in a row as in a whole work', () => {
  const works = [{ code: 'W', title: 'پل', start: null, end: null, totalRial: null }];
  const given = { works, projects: [project('A', { work: 'W', progressMethod: 'quantity', quantity: 10 })] };
  const reported = figures('A', '1399-06', { quantity: 13, spent_rial: 500 });
  for (const [cap, EV] of [
    [1, 1000],
    [1.25, 1250],
  ] as const) {
    const options = { scope: 'year', cap } as const;
    const [row] = projectEarnedValues(controlModel(model(given, reported, options, '1399-06')));
    const [work] = workForecasts(input(given, reported, options, '1399-06'));
    expect([row?.EV, work?.EV]).toEqual([EV, EV]);
  }
});

describe('a work of two years', () => {
  const given = {
    projects: [project('A', { year: 1398, work: 'W' }), project('B', { year: 1399, work: 'W', approvedRial: 3000 })],
    works: [{ code: 'W', title: 'پل', start: null, end: null, totalRial: null }],
    schedule: [
      ...scheduled('A', { '1398-06': 0, '1398-12': 100 }),
      ...scheduled('B', { '1399-06': 50, '1399-12': 100 }),
    ],
  };

  test('its finish comes from the earned schedule of the whole', () => {
    const reported = [
      ...figures('A', '1398-12', { physical: 1 }),
      ...figures('B', '1399-12', { physical: 0.5, spent_rial: 10 }),
    ];
    const [work] = workForecasts(input(given, reported, { scope: 'year' }, '1399-12'));
    // Planned from 1398-12 to 1399-12, 13 months. EV 2500 is what the plan held from 1399-06 to 1399-11: the largest N counts.
    expect(work).toMatchObject({ start: '1398-12', plannedFinish: '1399-12', BAC: 4000n, EV: 2500, ES: 12, AT: 13 });
    // 13 / (12/13) = 14.08 months: it ends in the 15th since 1398-12.
    expect(work?.finish).toBe('1400-02');
  });

  test('its cost is that of the years known on both sides', () => {
    const half = [
      ...figures('A', '1398-12', { physical: 1 }),
      ...figures('B', '1399-12', { physical: 0.5, spent_rial: 3000 }),
    ];
    const work = (reported: Figure[]) => workForecasts(input(given, reported, { scope: 'year' }, '1399-12'))[0];
    // A was never paid as far as is known: 4000 · 3000/2500 would be flattered by its 1000 of work.
    expect(work(half)).toMatchObject({ EV: 2500, AC: 3000n, EAC: 6000, cost_share: 0.75 });
    expect(work([...half, ...figures('A', '1398-12', { spent_rial: 900 })])).toMatchObject({
      EAC: 6240,
      cost_share: 1,
    });
  });

  test('years to come have earned and cost nothing yet; carried work is counted with the work that it finishes', () => {
    const works = [{ code: 'W', title: 'پل', start: null, end: null, totalRial: null }];
    const later = {
      works,
      projects: [project('A', { work: 'W' }), project('B', { year: 1400, work: 'W', approvedRial: 3000 })],
    };
    const begun = figures('A', '1399-06', { physical: 0.4, spent_rial: 500 });
    const [first] = workForecasts(input(later, begun, { scope: 'year' }, '1399-06'));
    expect(first).toMatchObject({ EAC: 5000, cost_share: 1 });
    const carrier = { year: 1399, work: 'W', approvedRial: 400, carriedRial: 400, carriedWork: true, continues: 'A' };
    const carried = { works, projects: [project('A', { year: 1398, work: 'W' }), project('B', carrier)] };
    const work = (reported: Figure[]) =>
      workForecasts(
        input(
          carried,
          [...figures('A', '1398-12', { physical: 0.6, spent_rial: 600 }), ...reported],
          { scope: 'year' },
          '1399-03',
        ),
      )[0];
    expect(work([])).toMatchObject({ EV: 600, AC: 600n, EAC: 1000 });
    expect(work(figures('B', '1399-03', { physical: 0.5, spent_rial: 300 }))).toMatchObject({
      EV: 800,
      AC: 900n,
      EAC: 1125,
    });
    // The work of B stands in the EV of A; its cost is not known.
    expect(work(figures('B', '1399-03', { physical: 0.5 }))).toMatchObject({
      EV: 800,
      AC: 600n,
      EAC: null,
      cost_share: 0,
    });
  });

  const EVEN = given.schedule;
  const [A, B] = given.projects;
  const half = [...figures('A', '1398-12', { physical: 1 }), ...figures('B', '1399-12', { physical: 0.5 })];
  const UNKNOWN: [
    what: string,
    plan: Partial<PlanPackage>,
    reported: Figure[],
    period: string,
    reason: ControlReason,
  ][] = [
    [
      'a year without a schedule',
      { schedule: EVEN.filter((row) => row.project === 'A') },
      half,
      '1399-12',
      'no_schedule',
    ],
    [
      'a year without a budget',
      { projects: [{ ...A, approvedRial: null } as Project, B as Project] },
      half,
      '1399-12',
      'no_schedule',
    ],
    [
      'a total that its years do not hold yet',
      { works: [{ code: 'W', title: 'پل', start: null, end: null, totalRial: 9000 }] },
      half,
      '1399-12',
      'no_schedule',
    ],
    ['nothing reported', {}, [], '1399-12', 'no_progress_report'],
    [
      'a finished year that never reported',
      {},
      figures('B', '1399-12', { physical: 0.5 }),
      '1399-12',
      'no_progress_report',
    ],
    ['not begun', {}, figures('A', '1398-06', { physical: 0 }), '1398-06', 'not_started'],
    ['nothing earned', {}, figures('A', '1398-12', { physical: 0 }), '1398-12', 'nothing_earned'],
  ];
  test.each(UNKNOWN)('%s leaves the finish unknown, with the reason', (_, plan, reported, period, reason) => {
    const [work] = workForecasts(input({ ...given, ...plan }, reported, { scope: 'year' }, period));
    expect(work).toMatchObject({ finish: null, EAC: null, reason });
    expect(work?.SPI_t).toBe(reason === 'nothing_earned' ? 0 : null);
  });
});

describe('time and money of a whole work', () => {
  const works = [{ code: 'W', title: 'پل', start: null, end: null, totalRial: null }];
  const months = (code: string, from: number, to: number) =>
    Array.from({ length: to - from + 1 }, (_, at) =>
      figures(code, `1399-${String(from + at).padStart(2, '0')}`, { physical: 1, spent_rial: 900 }),
    ).flat();

  test('time stops in the month that first said all is done, however often that is said again', () => {
    const given = {
      projects: [project('A', { work: 'W' })],
      works,
      schedule: scheduled('A', { '1399-02': 50, '1399-04': 100 }),
    };
    const reported = [...figures('A', '1399-04', { physical: 0.8 }), ...months('A', 5, 9)];
    const [work] = workForecasts(input(given, reported, { scope: 'year' }, '1399-09'));
    // Planned from month 2 to 4, done in month 5: three months' work took four.
    expect(work).toMatchObject({ ES: 3, AT: 4, SPI_t: 0.75, finish: '1399-05' });
  });

  test('carried credit is counted once, and carried work finishes what it continues', () => {
    const given = {
      projects: [
        project('A', { year: 1398, work: 'W' }),
        project('B', {
          work: 'W',
          approvedRial: 400,
          carriedRial: 400,
          carriedWork: true,
          continues: 'A',
        }),
      ],
      works,
      schedule: scheduled('A', { '1398-01': 5, '1398-12': 100 }),
    };
    const reported = [
      ...figures('A', '1398-12', { physical: 0.6, spent_rial: 600 }),
      ...figures('B', '1399-03', { physical: 0.5, spent_rial: 300 }),
    ];
    const [half] = workForecasts(input(given, reported, { scope: 'year' }, '1399-03'));
    expect(half).toMatchObject({ BAC: 1000n, AC: 900n, EV: 800, AT: 15, plannedFinish: '1398-12' });
    const done = [...reported, ...figures('B', '1399-06', { physical: 1, spent_rial: 400 })];
    const [whole] = workForecasts(input(given, done, { scope: 'year' }, '1399-09'));
    expect(whole).toMatchObject({ BAC: 1000n, EV: 1000, ES: 12, AT: 18, finish: '1399-06' });
  });
});

test('critical lists name who is late, over cost, stopped, ahead, and left without an answer', () => {
  const projects = ['late', 'cost', 'stop', 'fine'].map((code) => project(code));
  const reported = [
    ...figures('late', '1399-06', { physical: 0.3, spent_rial: 300 }),
    ...figures('cost', '1399-06', { physical: 0.5, spent_rial: 900 }),
    ...['01', '02', '03', '04', '05', '06'].flatMap((month) =>
      figures('stop', `1399-${month}`, { physical: 0.45, spent_rial: 450 }),
    ),
    ...figures('fine', '1399-06', { physical: 0.55, spent_rial: 420 }),
  ];
  const remarks = [
    { code: 'fine', obstacle: { text: 'معارض', month: 5 }, actionMonth: 4 },
    { code: 'cost', obstacle: { text: 'کمبود قیر', month: 4 }, actionMonth: 5 },
  ];
  const found = criticalLists(
    control({ projects }, reported),
    { points: 0.1, overCost: 0.1, stoppedPeriods: 3 },
    remarks,
  );
  expect(found.map(({ kind, code, size }) => [kind, code, Math.round(size * 100) / 100])).toEqual([
    ['late', 'late', 0.2],
    ['over_cost', 'cost', 0.8],
    ['stopped', 'stop', 5],
    ['money_ahead', 'cost', 0.4],
    ['work_ahead', 'fine', 0.13],
    ['obstacle', 'fine', 2],
  ]);
  expect(found.at(-1)).toMatchObject({ text: 'معارض', since: '1399-05' });
  // A settlement closes the twelfth month and is no month of waiting itself.
  const settled = criticalLists(
    control({ projects }, reported, '1399-13'),
    { points: 9, overCost: 9, stoppedPeriods: 99 },
    remarks,
  );
  expect(settled).toMatchObject([{ kind: 'obstacle', code: 'fine', size: 8 }]);
  // None of them has a schedule: being late rests on a straight line.
  expect(found.every(({ plannedAssumed }) => plannedAssumed)).toBe(true);
  const given = { projects, schedule: scheduled('late', { '1399-06': 50, '1399-12': 100 }) };
  const [late] = criticalLists(control(given, reported), { points: 0.1, overCost: 0.1, stoppedPeriods: 3 }, []);
  expect(late).toMatchObject({ kind: 'late', code: 'late', plannedAssumed: false });
});

test('what is unknown puts nobody on a list', () => {
  const rules = { points: 0.1, overCost: 0.1, stoppedPeriods: 1 };
  const listed = (reported: Figure[], given: Partial<Project> = {}) =>
    criticalLists(control({ projects: [project('A', given)] }, reported), rules, []).map(({ kind }) => kind);
  expect(listed([])).toEqual([]);
  expect(listed(figures('A', '1399-06', { spent_rial: 900 }))).toEqual([]);
  expect(listed(figures('A', '1399-06', { spent_rial: 1200 }))).toEqual(['over_cost']);
  expect(listed(figures('A', '1399-06', { physical: 0.1 }))).toEqual(['late']);
  expect(listed(figures('A', '1399-06', { physical: 0.1, spent_rial: 900 }), { approvedRial: null })).toEqual(['late']);
});

describe('a stop', () => {
  const stopOf = (months: Record<string, number>, given: Partial<Project> = {}, period = '1399-08') =>
    criticalLists(
      control(
        { projects: [project('A', given)] },
        Object.entries(months).flatMap(([month, physical]) => figures('A', `1399-${month}`, { physical })),
        period,
      ),
      { points: 1, overCost: 1, stoppedPeriods: 3 },
      [],
    ).find(({ kind }) => kind === 'stopped');

  test('takes so many reports without a move; silence is none, and is named', () => {
    const stop = stopOf({ '01': 0.2, '02': 0.4, '03': 0.4, '05': 0.4, '06': 0.4 });
    expect(stop).toMatchObject({ size: 3, silentPeriods: 3, silent: true, since: '1399-06' });
    expect(stopOf({ '02': 0.4 })).toBeUndefined();
    expect(stopOf({ '02': 0.4, '03': 0.4, '08': 0.4 })).toBeUndefined();
  });

  test('is none before the work was planned, after a move, or when all is done', () => {
    const still = { '03': 0, '04': 0, '05': 0, '06': 0, '07': 0, '08': 0 };
    expect(stopOf(still, { startMonth: 6, endMonth: 12 })).toBeUndefined();
    expect(stopOf(still, { startMonth: 5, endMonth: 12 })).toMatchObject({ size: 3, silentPeriods: 0, silent: false });
    expect(stopOf({ ...still, '08': 0.1 })).toBeUndefined();
    expect(stopOf({ '05': 1, '06': 1, '07': 1, '08': 1 })).toBeUndefined();
  });
});
