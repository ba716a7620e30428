import fc from 'fast-check';
import type { PlanPackage, Project } from '../../src/domain/plan.js';

const text = fc.string({ unit: 'grapheme', maxLength: 12 });
const maybe = <T>(values: fc.Arbitrary<T>): fc.Arbitrary<T | null> => fc.option(values, { nil: null });
const rial = fc.maxSafeNat();
// SQLite has no negative zero; nobody types one.
const number = fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0);
const weight = fc.double({ min: 0, max: 1e6, noNaN: true });
const year = fc.integer({ min: 1390, max: 1410 });
const month = fc.integer({ min: 1, max: 12 });
const period = fc.tuple(year, month).map(([y, m]) => `${y}-${String(m).padStart(2, '0')}`);
const codes = (prefix: string) =>
  fc
    .uniqueArray(fc.string({ minLength: 1, maxLength: 8 }), { minLength: 1, maxLength: 5 })
    .map((list) => list.map((code) => prefix + code));

/** Records of one table, each about one of the given codes. */
function about<T>(keys: string[], make: (key: string) => fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.array(fc.constantFrom(...keys).chain(make), { maxLength: 6 });
}

function each<T>(keys: string[], make: (key: string, index: number) => fc.Arbitrary<T>): fc.Arbitrary<T[]> {
  return fc.tuple(...keys.map(make)) as unknown as fc.Arbitrary<T[]>;
}

const project = (code: string, node: string): fc.Arbitrary<Project> =>
  fc.record({
    code: fc.constant(code),
    title: text,
    node: fc.constant(node),
    department: text,
    year,
    weight: maybe(weight),
    startMonth: maybe(month),
    endMonth: maybe(month),
    start: maybe(text),
    end: maybe(text),
    approvedRial: maybe(rial),
    unit: maybe(text),
    quantity: maybe(number),
    work: maybe(text),
    progressMethod: fc.constantFrom('declared', 'milestone', 'quantity'),
    progressBasis: fc.constantFrom('year', 'life'),
    openingPercent: maybe(number),
    targetPercent: maybe(number),
    continues: maybe(text),
    carriedWork: fc.boolean(),
    carriedRial: maybe(rial),
    status: fc.constantFrom('active', 'suspended', 'cancelled', 'merged', 'done'),
    statusEffective: maybe(period),
    successor: maybe(text),
    released: maybe(text),
    budgetCode: maybe(text),
    kind: maybe(text),
    fundSource: maybe(text),
    district: maybe(text),
    mission: maybe(text),
  });

/** Packages as the plan checks let them through: codes known and unique, everything else free. */
export const packages: fc.Arbitrary<PlanPackage> = fc
  .record({ plan: codes('L'), node: codes('N'), department: codes('D'), project: codes('P'), indicator: codes('I') })
  .chain(({ plan, node, department, project: projects, indicator }) =>
    fc.record({
      plans: each(plan, (code) =>
        fc.record({
          ...{ code: fc.constant(code), title: text, horizonYear: maybe(year) },
          ...{ firstYear: fc.constant(1397), lastYear: fc.constant(1401) },
        }),
      ),
      // A parent may stand below its child in the file.
      nodes: each(node, (code, index) =>
        fc.record({
          ...{ plan: fc.constantFrom(...plan), code: fc.constant(code), level: text, title: text },
          ...{ parent: fc.constantFrom(null, ...node.slice(index + 1)), weight: maybe(weight), owner: maybe(text) },
        }),
      ),
      departments: each(department, (code) =>
        fc.record({
          ...{ code: fc.constant(code), title: text, email: maybe(text), managerEmail: maybe(text) },
          ...{ peerGroup: maybe(text), moneyUnit: maybe(text) },
        }),
      ),
      projects: each(projects, (code) => project(code, node[0] ?? '')),
      works: fc
        .uniqueArray(
          text.filter((code) => code !== ''),
          { maxLength: 3 },
        )
        .chain((list) =>
          each(list, (code) =>
            fc.record({
              code: fc.constant(code),
              title: text,
              start: maybe(text),
              end: maybe(text),
              totalRial: maybe(rial),
            }),
          ),
        ),
      schedule: about(projects, (code) =>
        fc.record({
          ...{ project: fc.constant(code), period, plannedPhysicalPercent: maybe(number) },
          ...{ plannedQuantity: maybe(number), plannedSpendRial: maybe(rial) },
        }),
      ),
      budgetChanges: about(projects, (code) =>
        fc.record({
          ...{ project: fc.constant(code), effective: period, approvedRial: rial, kind: maybe(text) },
          ...{ counterpart: maybe(text), approvalRef: maybe(text), reason: maybe(text) },
        }),
      ),
      budgetTotals: fc.array(fc.record({ year, period, approvedRial: maybe(rial), spentRial: maybe(rial) }), {
        maxLength: 4,
      }),
      yearShares: about(node, (code) => fc.record({ node: fc.constant(code), year, sharePercent: number })),
      indicators: each(indicator, (code) =>
        fc.record({
          ...{ code: fc.constant(code), title: text, department: text, node: maybe(text), unit: maybe(text) },
          direction: fc.constantFrom('up' as const, 'down' as const, 'band' as const),
          aggregation: fc.constantFrom(
            'sum' as const,
            'last' as const,
            'average' as const,
            'max' as const,
            'ratio' as const,
          ),
          ...{ baselineYear: maybe(year), baseline: maybe(number), weight: maybe(number), lagMonths: fc.nat(24) },
          frequency: fc.constantFrom(
            'monthly' as const,
            'quarterly' as const,
            'half_yearly' as const,
            'yearly' as const,
          ),
        }),
      ),
      targets: about(indicator, (code) =>
        fc.record({
          ...{ indicator: fc.constant(code), periodOrYear: period, target: maybe(number), low: maybe(number) },
          ...{ high: maybe(number), zeroBelow: maybe(number), zeroAbove: maybe(number) },
        }),
      ),
      links: about(indicator, (code) => fc.record({ indicator: fc.constant(code), code: text, weight: maybe(number) })),
      reporters: about(department, (code) =>
        fc.record({
          ...{ department: fc.constant(code), code: text },
          fields: fc.constantFrom('physical' as const, 'money' as const, 'indicators' as const, 'all' as const),
        }),
      ),
      crosswalk: about(node, (code) =>
        fc.record({
          ...{ fromPlan: text, fromCode: fc.constant(code), toPlan: text, toCode: text },
          sharePercent: maybe(number),
        }),
      ),
    }),
  );
