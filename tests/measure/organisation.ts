import { JALALI, monthOf, yearOf } from '../../src/domain/calendar.js';
import type { FactField } from '../../src/domain/fact.js';
import { DEFAULT_OPTIONS, type MeasureOptions } from '../../src/domain/measure.js';
import { emptyPackage, type PlanNode, type PlanPackage, type Project } from '../../src/domain/plan.js';
import type { Figure, MeasureInput } from '../../src/measure/input.js';
import { type MonthModel, monthModel } from '../../src/measure/model.js';

export function project(code: string, given: Partial<Project> = {}): Project {
  return {
    code,
    title: `پروژه ${code}`,
    node: 'T1',
    department: 'D1',
    year: 1399,
    weight: null,
    startMonth: null,
    endMonth: null,
    start: null,
    end: null,
    approvedRial: 1_000,
    unit: null,
    quantity: null,
    work: null,
    progressMethod: 'declared',
    progressBasis: 'year',
    openingPercent: null,
    targetPercent: null,
    continues: null,
    carriedWork: false,
    carriedRial: null,
    status: 'active',
    statusEffective: null,
    successor: null,
    released: null,
    budgetCode: null,
    kind: null,
    fundSource: null,
    district: null,
    mission: null,
    ...given,
  };
}

export function node(code: string, given: Partial<PlanNode> = {}): PlanNode {
  return { plan: 'P1', code, parent: null, level: 'scheme', title: `طرح ${code}`, weight: null, owner: null, ...given };
}

export function planPackage(given: Partial<PlanPackage>): PlanPackage {
  return {
    ...emptyPackage(),
    plans: [{ code: 'P1', title: 'برنامه', firstYear: 1398, lastYear: 1399, horizonYear: null }],
    departments: [{ code: 'D1', title: 'واحد', email: null, managerEmail: null, peerGroup: null, moneyUnit: null }],
    nodes: [node('T1')],
    ...given,
  };
}

/** `figures('A', '1399-06', { physical: 0.4, spent_rial: 90 })`. */
export function figures(code: string, period: string, values: Partial<Record<FactField, number>>): Figure[] {
  return Object.entries(values).map(([field, value]) => ({
    code,
    field: field as FactField,
    year: yearOf(JALALI, period),
    month: monthOf(JALALI, period),
    value,
  }));
}

export function input(
  given: Partial<PlanPackage>,
  reported: Figure[],
  options: Partial<MeasureOptions> = {},
  period = '1399-06',
): MeasureInput {
  return {
    package: planPackage(given),
    plan: 'P1',
    calendar: JALALI,
    period,
    figures: reported,
    firstApproved: new Map(),
    options: { ...DEFAULT_OPTIONS, ...options },
  };
}

export function model(...args: Parameters<typeof input>): MonthModel {
  return monthModel(input(...args));
}
