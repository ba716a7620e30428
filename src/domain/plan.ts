import type { Period } from './calendar.js';

/** A strategic plan of some years, towards a horizon. Years are fiscal years, both ends included. */
export interface Plan {
  code: string;
  title: string;
  firstYear: number;
  lastYear: number;
  horizonYear: number | null;
}

/** Any element of the plan's tree above projects; `level` is free text in plan order. `weight` null = blank. */
export interface PlanNode {
  plan: string;
  code: string;
  parent: string | null;
  level: string;
  title: string;
  weight: number | null;
  owner: string | null;
}

export interface Department {
  code: string;
  title: string;
  email: string | null;
  managerEmail: string | null;
  peerGroup: string | null;
  /** The unit of money that this department writes when its sheet names none; null = it must say. */
  moneyUnit: string | null;
}

export type ProgressMethod = 'declared' | 'milestone' | 'quantity';
export type ProgressBasis = 'year' | 'life';
export type ProjectStatus = 'active' | 'suspended' | 'cancelled' | 'merged' | 'done';

/** A leaf of the plan: the work of one fiscal year under one node. Money in whole rials; percent columns as 0..100. */
export interface Project {
  code: string;
  title: string;
  node: string;
  department: string;
  year: number;
  weight: number | null;
  /** First and last active month inside the fiscal year, 1..12; null = blank (the whole year). */
  startMonth: number | null;
  endMonth: number | null;
  /** As typed: a period or a date; blank = the fiscal year. */
  start: string | null;
  end: string | null;
  approvedRial: number | null;
  unit: string | null;
  quantity: number | null;
  work: string | null;
  progressMethod: ProgressMethod;
  progressBasis: ProgressBasis;
  openingPercent: number | null;
  targetPercent: number | null;
  continues: string | null;
  carriedWork: boolean;
  carriedRial: number | null;
  status: ProjectStatus;
  statusEffective: Period | null;
  successor: string | null;
  released: string | null;
  budgetCode: string | null;
  kind: string | null;
  fundSource: string | null;
  district: string | null;
  mission: string | null;
}

export interface Work {
  code: string;
  title: string;
  start: string | null;
  end: string | null;
  totalRial: number | null;
}

/** One row of a project's plan, cumulative in the fiscal year; null = the column is blank in this row. */
export interface ScheduleRow {
  project: string;
  period: Period;
  plannedPhysicalPercent: number | null;
  plannedQuantity: number | null;
  plannedSpendRial: number | null;
}

export interface BudgetChange {
  project: string;
  effective: Period;
  /** The new total, never an increment. */
  approvedRial: number;
  kind: string | null;
  counterpart: string | null;
  approvalRef: string | null;
  reason: string | null;
}

/** Totals of the finance system, to reconcile what lies outside the plan. */
export interface BudgetTotal {
  year: number;
  period: Period;
  approvedRial: number | null;
  spentRial: number | null;
}

export interface YearShare {
  node: string;
  year: number;
  sharePercent: number;
}

export interface Indicator {
  code: string;
  title: string;
  department: string;
  node: string | null;
  unit: string | null;
  direction: 'up' | 'down' | 'band';
  aggregation: 'sum' | 'last' | 'average' | 'max' | 'ratio';
  baselineYear: number | null;
  baseline: number | null;
  weight: number | null;
  frequency: 'monthly' | 'quarterly' | 'half_yearly' | 'yearly';
  lagMonths: number;
}

export interface Target {
  indicator: string;
  /** A period or a bare fiscal year, as text. */
  periodOrYear: string;
  target: number | null;
  low: number | null;
  high: number | null;
  zeroBelow: number | null;
  zeroAbove: number | null;
}

export interface Link {
  indicator: string;
  code: string;
  weight: number | null;
}

export interface Reporter {
  department: string;
  fields: 'physical' | 'money' | 'indicators' | 'all';
  code: string;
}

/** Where an element of an earlier plan went in a later one: nodes to nodes, indicators to indicators. */
export interface CrosswalkRow {
  fromPlan: string;
  fromCode: string;
  toPlan: string;
  toCode: string;
  /** Part of the earlier element, 0..100; null = an equal part of what its other rows leave. */
  sharePercent: number | null;
}

/** The whole reference data of a workspace as one plan version holds it. Order of rows = order in the files. */
export interface PlanPackage {
  plans: Plan[];
  nodes: PlanNode[];
  departments: Department[];
  projects: Project[];
  works: Work[];
  schedule: ScheduleRow[];
  budgetChanges: BudgetChange[];
  budgetTotals: BudgetTotal[];
  yearShares: YearShare[];
  indicators: Indicator[];
  targets: Target[];
  links: Link[];
  reporters: Reporter[];
  crosswalk: CrosswalkRow[];
}

/** One stored version of the reference data. `effective` says from which period it holds, `recordedAt` when we knew. */
export interface PlanVersion {
  id: number;
  effective: Period;
  recordedAt: string;
  digest: string;
}

export const PLAN_TABLES = [
  'plans',
  'nodes',
  'departments',
  'projects',
  'works',
  'schedule',
  'budget_changes',
  'budget_totals',
  'year_shares',
  'indicators',
  'targets',
  'links',
  'reporters',
  'crosswalk',
] as const;
export type PlanTableName = (typeof PLAN_TABLES)[number];

export function emptyPackage(): PlanPackage {
  return {
    plans: [],
    nodes: [],
    departments: [],
    projects: [],
    works: [],
    schedule: [],
    budgetChanges: [],
    budgetTotals: [],
    yearShares: [],
    indicators: [],
    targets: [],
    links: [],
    reporters: [],
    crosswalk: [],
  };
}
