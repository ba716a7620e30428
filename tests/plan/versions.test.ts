import { describe, expect, it } from 'vitest';
import { diffPackages } from '../../src/check/plan/diff.js';
import { mergePackages } from '../../src/check/plan/merge.js';
import { emptyPackage } from '../../src/domain/plan.js';
import { packageFrom, read, type Texts } from './organisation.js';

const PROJECTS = 'code,title,node,department,year';
const NEXT: Texts = {
  plans: 'plan,title,first_year,last_year\nR,Next,1400,1404',
  nodes: 'plan,code,parent,level,title\nR,T,,scheme,Trees',
  departments: 'code,title\nD2,Gardens\nD3,Water',
  projects: `${PROJECTS}\nT1,Elms,T,D3,1400`,
};
const RICH: Texts = {
  schedule: 'project,period,planned_physical_percent\nP2,1399-12,100\nP3,1399-12,100',
  budget_changes: 'project,effective,approved_rial\nP2,1399-05,2500',
  year_shares: 'node,year,share_percent\nS1,1398,40\nS1,1399,60',
  indicators:
    'code,title,department,node,direction,aggregation,frequency\nK,Beds,D1,G,up,last,monthly\nL,Km,D1,,up,sum,monthly',
  targets: 'indicator,period_or_year,target\nK,1399,9\nL,1399,7',
  links: 'indicator,code\nL,P2',
};

describe('merging an incoming package into the one before', () => {
  it('carries over a plan that is not mentioned, with all its rows, and joins departments', () => {
    const before = packageFrom(RICH);
    const merged = mergePackages(before, packageFrom(NEXT));
    expect(merged).toEqual({
      ...before,
      plans: [...before.plans, expect.objectContaining({ code: 'R' })],
      nodes: [...before.nodes, expect.objectContaining({ code: 'T' })],
      departments: [
        expect.objectContaining({ code: 'D1', title: 'Works' }),
        expect.objectContaining({ code: 'D2', title: 'Gardens' }),
        expect.objectContaining({ code: 'D3' }),
      ],
      projects: [...before.projects, expect.objectContaining({ code: 'T1' })],
    });
  });

  it('replaces a plan that is mentioned, with every row that hangs on it, and leaves the other alone', () => {
    const both = mergePackages(packageFrom(RICH), packageFrom(NEXT));
    const merged = mergePackages(both, packageFrom());
    expect(merged.projects.map(({ code }) => code)).toEqual(['T1', 'P1', 'P2', 'P3']);
    const { schedule, budgetChanges, yearShares, indicators, targets, links } = merged;
    expect([schedule, budgetChanges, yearShares, indicators, targets, links]).toEqual([[], [], [], [], [], []]);
  });

  it('keeps the crosswalk with the plan to which it leads', () => {
    const next = { ...NEXT, crosswalk: 'from_plan,from_code,to_plan,to_code\nQ,S1,R,t' };
    const both = mergePackages(packageFrom(RICH), packageFrom(next));
    const row = { fromPlan: 'Q', fromCode: 'S1', toPlan: 'R', toCode: 'T', sharePercent: null };
    expect(both.crosswalk).toEqual([row]);
    expect(mergePackages(both, packageFrom(RICH)).crosswalk).toEqual([row]);
    expect(mergePackages(both, packageFrom(NEXT)).crosswalk).toEqual([]);
  });

  it('is the incoming package where every earlier plan is mentioned, but for departments', () => {
    const incoming = packageFrom({ departments: 'code,title\nD1,Works\nD2,Parks' });
    const before = packageFrom({ departments: 'code,title\nD1,Old\nD2,Parks\nD9,Gone' });
    const merged = mergePackages(before, incoming);
    expect(merged.departments.map(({ code, title }) => `${code} ${title}`)).toEqual([
      'D1 Works',
      'D2 Parks',
      'D9 Gone',
    ]);
    expect({ ...merged, departments: incoming.departments }).toEqual(incoming);
  });

  it('keeps the spelling under which a code was first stored', () => {
    const { package: lower } = read({
      projects: `${PROJECTS}\np1,Bridge,S1,D1,1398\nP2,b,S1,D1,1399\nP3,c,S2,D2,1399`,
    });
    if (!lower) throw new Error('the package is sound');
    expect(mergePackages(packageFrom(), lower).projects.map(({ code }) => code)).toEqual(['P1', 'P2', 'P3']);
  });

  it('changes nothing when the same package comes again', () => {
    const once = packageFrom(RICH);
    expect(mergePackages(once, once)).toEqual(once);
    expect(mergePackages(emptyPackage(), once)).toEqual(once);
  });
});

describe('the difference between two packages', () => {
  const later: Texts = {
    ...RICH,
    projects: `${PROJECTS},approved_rial\nP1,Bridge,S1,D1,1398,1000\nP2,Bridge 2,S1,D2,1399,2100\nP4,Paths,S2,D2,1399,7`,
    schedule: 'project,period,planned_physical_percent\nP2,1399-06,50\nP2,1399-12,100',
  };

  it('names what is added, removed and changed, column by column', () => {
    expect(diffPackages(packageFrom(RICH), packageFrom(later))).toEqual({
      tables: [
        {
          table: 'projects',
          added: [{ row: 'P4', title: 'Paths' }],
          removed: [{ row: 'P3', title: 'Lamps' }],
          changed: [
            {
              row: 'P2',
              title: 'Bridge 2',
              fields: [
                { column: 'department', before: 'D1', after: 'D2' },
                { column: 'approved_rial', before: 2000, after: 2100 },
              ],
            },
          ],
          unchanged: 1,
        },
        {
          table: 'schedule',
          added: [{ row: 'P2, 1399-06', title: null }],
          removed: [{ row: 'P3, 1399-12', title: null }],
          changed: [],
          unchanged: 1,
        },
      ],
      added: 2,
      removed: 2,
      changed: 1,
      unchanged: 16,
    });
  });

  it('adds everything to nothing, and finds nothing between equals', () => {
    const pkg = packageFrom();
    expect(diffPackages(null, pkg)).toMatchObject({ added: 9, removed: 0, changed: 0, unchanged: 0 });
    expect(diffPackages(pkg, packageFrom())).toEqual({ tables: [], added: 0, removed: 0, changed: 0, unchanged: 9 });
  });
});
