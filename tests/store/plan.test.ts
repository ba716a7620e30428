import fc from 'fast-check';
import { expect, it } from 'vitest';
import { type Calendar, periodOf } from '../../src/domain/calendar.js';
import { emptyPackage, type PlanPackage, type Project } from '../../src/domain/plan.js';
import { packages } from './packages.js';
import { freshStore } from './temporary.js';

const project = (code: string, approvedRial: number | null = null): Project => ({
  ...{ code, title: code, node: 'N', department: 'D', year: 1399, weight: null, approvedRial },
  ...{ startMonth: null, endMonth: null, start: null, end: null, unit: null, quantity: null, work: null },
  ...{ progressMethod: 'declared', progressBasis: 'year', openingPercent: null, targetPercent: null },
  ...{ continues: null, carriedWork: false, carriedRial: null, status: 'active', statusEffective: null },
  ...{ successor: null, released: null, budgetCode: null, kind: null, fundSource: null, district: null, mission: null },
});

const tree = (): PlanPackage => ({
  ...emptyPackage(),
  plans: [{ code: 'PL', title: '', firstYear: 1397, lastYear: 1401, horizonYear: null }],
  nodes: [{ plan: 'PL', code: 'N', parent: null, level: 'goal', title: '', weight: null, owner: null }],
});

it('gives back every package exactly as it was imported', () => {
  fc.assert(
    fc.property(packages, (pkg) => {
      const store = freshStore();
      const { id } = store.plans.importPlan(pkg, {
        effective: '1399-01',
        recordedAt: '2020-01-01T00:00:00Z',
        digest: 'd',
      });
      expect(store.plans.loadPackage(id)).toEqual(pkg);
    }),
    { numRuns: 30 },
  );
});

it('stores all of a package or nothing', () => {
  const store = freshStore();
  const orphan = { ...tree(), projects: [{ ...project('P1'), node: 'nowhere' }] };
  const version = { effective: '1399-01', recordedAt: '2020-01-01T00:00:00Z', digest: 'd' };
  expect(() => store.plans.importPlan(orphan, version)).toThrow('FOREIGN KEY');
  expect(store.plans.versions()).toEqual([]);
});

it('refuses a number that is none, instead of storing it as not given', () => {
  const store = freshStore();
  const broken = { ...tree(), projects: [project('P1', Number.NaN)] };
  const version = { effective: '1399-01', recordedAt: '2020-01-01T00:00:00Z', digest: 'd' };
  expect(() => store.plans.importPlan(broken, version)).toThrow('no value to store');
});

it('finds the version in force by effective period, then by when we knew', () => {
  const store = freshStore();
  const given = [
    ['first', '1399-01', '2020-03-21T00:00:00Z'],
    ['amended', '1399-07', '2020-10-01T00:00:00Z'],
    ['corrected', '1399-01', '2020-11-01T00:00:00Z'],
  ] as const;
  for (const [digest, effective, recordedAt] of given)
    store.plans.importPlan(tree(), { digest, effective, recordedAt });
  const at = (period: string, asOf?: string) => store.plans.versionAt(period, asOf ?? null)?.digest ?? null;
  expect([at('1398-12'), at('1399-06'), at('1399-07')]).toEqual([null, 'corrected', 'amended']);
  expect([at('1399-06', '2020-10-15T00:00:00Z'), at('1399-08', '2020-09-01T00:00:00Z')]).toEqual(['first', 'first']);
  expect(store.plans.versions().map(({ digest }) => digest)).toEqual(['first', 'amended', 'corrected']);
});

it('orders periods by fiscal year where text order is not time order', () => {
  const calendar: Calendar = { kind: 'gregorian', yearStartMonth: 7 };
  const store = freshStore(calendar);
  const recordedAt = '2020-01-01T00:00:00Z';
  // Settlement of fiscal 2019 (text 2019-13) follows its last month, which is 2020-06.
  for (const effective of ['2019-13', '2020-06', periodOf(calendar, 2020, 1)]) {
    store.plans.importPlan(tree(), { effective, recordedAt, digest: effective });
  }
  expect(store.plans.versionAt('2020-06')?.digest).toBe('2020-06');
  expect(store.plans.versionAt('2019-13')?.digest).toBe('2019-13');
  expect(store.plans.versionAt('2020-07')?.digest).toBe('2020-07');
});

it('remembers what a project was first given', () => {
  const store = freshStore();
  const change = (project: string, effective: string, approvedRial: number) => ({
    ...{ project, effective, approvedRial, kind: null, counterpart: null, approvalRef: null, reason: null },
  });
  const versions: [string, string, PlanPackage][] = [
    ['1399-07', '2020-01-01T00:00:00Z', { ...tree(), projects: [project('A', 70), project('B', 7), project('C')] }],
    [
      '1399-01',
      '2020-02-01T00:00:00Z',
      {
        ...tree(),
        projects: [project('A', 50), project('B'), project('C'), project('D')],
        budgetChanges: [
          change('C', '1399-05', 5),
          change('C', '1399-03', 3),
          change('A', '1399-02', 2),
          change('B', '1399-02', 1),
        ],
      },
    ],
  ];
  for (const [effective, recordedAt, pkg] of versions)
    store.plans.importPlan(pkg, { effective, recordedAt, digest: 'd' });
  expect(store.plans.firstApproved()).toEqual(
    new Map([
      ['A', 50],
      ['B', 7],
      ['C', 3],
    ]),
  );
  expect(store.plans.firstApproved('2020-01-15T00:00:00Z')).toEqual(
    new Map([
      ['A', 70],
      ['B', 7],
    ]),
  );
});
