import { monthOf, periodOf, yearOf } from '../domain/calendar.js';
import type { Critical, EarnedValue } from '../domain/control.js';
import type { ProjectRemarks } from '../domain/month.js';
import { type CriticalRules, criticalLists, type Remark } from '../measure/control/critical.js';
import {
  type ControlModel,
  controlModel,
  departmentEarnedValues,
  nodeEarnedValue,
  nodeEarnedValues,
  projectEarnedValues,
} from '../measure/control/earned-value.js';
import { workForecasts } from '../measure/control/works.js';
import { walk } from '../measure/scoped-tree.js';
import { headOf, nodeOf } from './answers.js';
import { byCode, departmentOf, mustKnow } from './codes.js';
import type { Context } from './context.js';
import { noFigure, notTogether, unknownLevel } from './errors.js';
import { modelOf, type Question, resolve } from './questions.js';
import type { ControlAnswer, ControlQuery } from './types.js';

/** Project control of a question, with the lists and the whole works: measured once for answers and reports. */
export interface ControlOfMonth {
  control: ControlModel;
  critical: Critical[];
  remarks: ReadonlyMap<string, ProjectRemarks>;
}

export function controlOf(context: Context, question: Question): ControlOfMonth {
  const control = controlModel(modelOf(context, question, { scope: 'year', basis: 'full' }));
  const remarks = remarkTexts(context, question);
  const { thresholds, control: settings } = context.config;
  const rules: CriticalRules = {
    points: thresholds.physicalPoints / 100,
    overCost: settings.overCostPoints / 100,
    stoppedPeriods: settings.stoppedPeriods,
  };
  return { control, critical: criticalLists(control, rules, remarksOf(context, remarks)), remarks };
}

/** Earned value of the plan and its nodes, or of what was asked; always the fiscal year's work and budget. */
export function evm(context: Context, query: ControlQuery): ControlAnswer {
  refuseTogether(query);
  const { project: _project, list: _list, ...figures } = query;
  const question = resolve(context, { ...figures, scope: 'year', basis: 'full' });
  const { control, critical } = controlOf(context, question);
  const rows = rowsOf(control, query);
  const shown = codesOf(control, query);
  return {
    ...headOf(question),
    rows,
    works: worksOf(control, shown),
    critical: critical.filter(
      ({ kind, code }) => (query.list === undefined || kind === query.list) && (shown === null || shown.has(code)),
    ),
    reasons: [],
  };
}

/** Whole works of the plan: those with a project, of any year, among what was asked. */
function worksOf({ model }: ControlModel, shown: Set<string> | null): ControlAnswer['works'] {
  const { projects } = model.input.package;
  const asked = projects.filter(({ code, node }) => (shown === null ? model.nodes.has(node) : shown.has(code)));
  const works = new Set(asked.map(({ work }) => work));
  return workForecasts(model.input).filter(({ work }) => works.has(work));
}

/** One place of the plan at a time; `level project` lists what a node or a department holds. For evm and forecast alike. */
export function refuseTogether({
  node,
  department,
  project,
  level,
}: Pick<ControlQuery, 'node' | 'department' | 'project' | 'level'>): void {
  const given = Object.entries({ '--node': node, '--department': department, '--project': project }).filter(
    ([, value]) => value !== undefined,
  );
  const [first, second] = given;
  if (first && second) throw notTogether(first[0], second[0]);
  if (level !== undefined && first && !(level === 'project' && first[0] !== '--project')) {
    throw notTogether('--level', first[0]);
  }
}

function rowsOf(control: ControlModel, query: ControlQuery): EarnedValue[] {
  const { node, department, project, level } = query;
  const { model } = control;
  if (level === 'project' || project !== undefined) {
    const shown = codesOf(control, query);
    return projectEarnedValues(control).filter(({ code }) => shown === null || shown.has(code));
  }
  if (department !== undefined) {
    const { code } = departmentOf(model.input.package, department);
    return departmentEarnedValues(control).filter((row) => row.code === code);
  }
  if (node !== undefined) return [nodeEarnedValue(control, nodeOf(model, node))];
  if (level === 'department') return departmentEarnedValues(control);
  const rows = nodeEarnedValues(control);
  if (level === undefined) return rows;
  const found = rows.filter((row) => row.level === level);
  if (found.length === 0)
    throw unknownLevel(level, [...new Set(rows.map((row) => row.level)), 'project', 'department']);
  return found;
}

/** Codes of the projects that were asked; null = all of the plan. */
function codesOf({ model, leaves }: ControlModel, { node, department, project }: ControlQuery): Set<string> | null {
  if (project !== undefined) {
    const found = byCode(
      leaves.map((leaf) => leaf.project),
      project,
    );
    if (!found) throw noFigure(mustKnow(model.input.package, project));
    return new Set([found.code]);
  }
  const within = node === undefined ? null : new Set([...walk(nodeOf(model, node))].map(({ code }) => code));
  const owner = department === undefined ? null : departmentOf(model.input.package, department).code;
  if (within === null && owner === null) return null;
  return new Set(
    leaves
      .filter((leaf) => within === null || within.has(leaf.project.node) || node === model.plan.code)
      .filter((leaf) => owner === null || leaf.project.department === owner)
      .map((leaf) => leaf.project.code),
  );
}

/** What was last said of each project in the fiscal year up to the period, as typed. */
export function remarkTexts(context: Context, { period, asOf }: Question): Map<string, ProjectRemarks> {
  const { calendar } = context;
  const from = periodOf(calendar, yearOf(calendar, period), 1);
  const remarks = new Map<string, ProjectRemarks>();
  for (const { code, field, text, period: said } of context.store().facts.remarks({ from, to: period, asOf })) {
    if (field !== 'obstacle' && field !== 'action') continue;
    remarks.set(code, { ...(remarks.get(code) ?? { obstacle: null, action: null }), [field]: { text, period: said } });
  }
  return remarks;
}

/** The same with fiscal months, as the critical lists need them. */
function remarksOf({ calendar }: Context, texts: ReadonlyMap<string, ProjectRemarks>): Remark[] {
  return [...texts].map(([code, { obstacle, action }]) => ({
    code,
    obstacle: obstacle && { text: obstacle.text, month: monthOf(calendar, obstacle.period) },
    actionMonth: action && monthOf(calendar, action.period),
  }));
}
