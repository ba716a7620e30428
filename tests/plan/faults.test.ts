import { describe, expect, it } from 'vitest';
import { mergePackages } from '../../src/check/plan/merge.js';
import { checkPlan } from '../../src/check/plan/plan-check.js';
import { readPlanPackage } from '../../src/check/plan/read-package.js';
import { JALALI } from '../../src/domain/calendar.js';
import { FINDINGS } from '../../src/domain/catalogue/findings.js';
import type { Finding, FindingText } from '../../src/domain/finding.js';
import { crosswalk, NODES, PLAN_CASES, PROJECTS } from './fault-cases.js';
import { faults, packageFrom, SOUND, type Texts, tables, told } from './organisation.js';

/** Slots of the texts that the finding gives no value for. */
function openSlots({ code, params }: Finding): string[] {
  const { fa, en, remedyFa, remedyEn }: FindingText = FINDINGS[code];
  const slots = [fa, en, remedyFa, remedyEn].flatMap((text) =>
    [...text.matchAll(/\{(\w+)\}/g)].map(([, slot]) => slot ?? ''),
  );
  return slots.filter((slot) => !(slot in params)).map((slot) => `${code} ${slot}`);
}

describe('a plan package with one fault', () => {
  it.each(PLAN_CASES)('%s', (found, texts) => {
    const findings = faults(texts);
    expect(findings.map(told)).toContain(found);
    expect(findings.flatMap(openSlots)).toEqual([]);
  });

  it('says nothing about a sound package', () => {
    expect(faults({}).map(told)).toEqual([]);
    const whole = faults(crosswalk('Q,S1,R,T,60\nQ,S1,R,U,40\nQ,S2,R,T,\nQ,K,R,L,')).map(told);
    expect(whole.filter((line) => line.includes('crosswalk'))).toEqual([]);
  });

  it('reads hidden rows and says so', () => {
    const [plans, nodes, ...others] = tables(SOUND);
    if (!plans || !nodes) throw new Error('the sound package starts with plans and nodes');
    const rows = nodes.table.rows.map((row) => ({ ...row, hidden: row.number === 4 }));
    const reading = readPlanPackage([plans, { ...nodes, table: { ...nodes.table, rows } }, ...others], JALALI);
    expect(reading.findings.map(told)).toEqual(['PLAN_HIDDEN_ROWS nodes.csv!row 4']);
    expect(reading.package?.nodes.map(({ code }) => code)).toEqual(['G', 'S1', 'S2']);
  });
});

describe('what the later version of a plan leaves out', () => {
  const without = { projects: `${PROJECTS}\nP1,Bridge,S1,D1,1398\nP2,Bridge 2,S1,D1,1399` };

  it('may not be a project', () => {
    const findings = faults(without, packageFrom());
    expect(findings.map(told)).toEqual(['PLAN_CODE_VANISHED projects.csv!']);
    expect(findings[0]?.params).toEqual({ table: 'projects', project: 'P3', title: 'Lamps' });
  });

  it('may not be the year of a project either', () => {
    const moved = { projects: `${PROJECTS}\nP1,Bridge,S1,D1,1399\nP2,Bridge 2,S1,D1,1399\nP3,Lamps,S2,D2,1399` };
    expect(faults(moved, packageFrom()).map(told)).toEqual(['PLAN_PROJECT_YEAR_MOVED projects.csv!E2 year']);
  });

  it('may be a whole plan, whose codes nobody else may take', () => {
    const other: Texts = {
      plans: 'plan,title,first_year,last_year\nR,Next,1400,1404',
      nodes: `${NODES}\nR,T,,scheme,Trees`,
      departments: 'code,title\nD3,Gardens',
      projects: `${PROJECTS}\nP1,Elms,T,D3,1400`,
    };
    const before = packageFrom();
    const { package: incoming, places } = readPlanPackage(tables(other), JALALI);
    if (!incoming) throw new Error('the other plan is sound in itself');
    const findings = checkPlan(mergePackages(before, incoming), places, before, JALALI);
    expect(findings.map(told)).toEqual(['PLAN_DUPLICATE_CODE projects.csv!A2 code']);
  });
});

it('states where the first of two equal codes stands', () => {
  const [finding] = faults({ projects: `${PROJECTS}\nP1,a,S1,D1,1398\nS2,b,S1,D1,1399` });
  expect(finding?.params).toEqual({ table: 'projects', code: 'S2', other: 'nodes (nodes.csv / 4)' });
});
