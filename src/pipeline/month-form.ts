import { allows, permissionFor } from '../check/submission/permission.js';
import { budgetRial, type PlanIndex, planIndex } from '../check/submission/plan-index.js';
import { comparePeriods, type Period, periodOf, yearOf } from '../domain/calendar.js';
import { held } from '../domain/catalogue/held.js';
import { renderFinding } from '../domain/catalogue/render.js';
import { type Fact, type FactField, INDICATOR_FIELDS, PROJECT_FIELDS } from '../domain/fact.js';
import type { FormQuestion, FormRow, MonthForm } from '../domain/form.js';
import type { Department, Indicator, PlanPackage, Project } from '../domain/plan.js';
import { questionLabel, type StandingQuestion } from '../domain/question.js';
import type { Context } from './context.js';
import { dataQuestions } from './data-questions.js';
import { moneyUnitOf } from './form-value.js';
import { isSampleWorkspace } from './sample.js';

/** What the forms of one month share, read once for all departments. */
export interface FormSource {
  period: Period;
  plan: PlanPackage;
  index: PlanIndex;
  /** Figures in force of the fiscal year (and of works that count over their life, of earlier years) before the month. */
  earlier: ReadonlyMap<string, readonly Fact[]>;
  questions: readonly StandingQuestion[];
}

/** Null = no plan is in force at the period. */
export function formSource(context: Context, period: Period): FormSource | null {
  const inForce = context.planAt(period);
  if (!inForce) return null;
  const { calendar } = context;
  const earlier = new Map<string, Fact[]>();
  for (const fact of context.store().facts.currentFacts({ to: period })) {
    if (comparePeriods(calendar, fact.period, period) >= 0) continue;
    const known = earlier.get(fact.code);
    if (known) known.push(fact);
    else earlier.set(fact.code, [fact]);
  }
  const plan = inForce.package;
  return { period, plan, index: planIndex(plan), earlier, questions: dataQuestions(context, { period }) };
}

/** The empty form of a department: what it may report, with what is known; null = it has nothing to report in this month. */
export function monthForm(context: Context, source: FormSource, department: Department): MonthForm | null {
  const { config, calendar } = context;
  const year = yearOf(calendar, source.period);
  const standing = source.questions.filter((question) => question.department === department.code);
  const open = standing.filter(({ state, lapsed }) => state === 'open' && !lapsed);
  const textOf = (question: StandingQuestion) =>
    held(config.language, renderFinding(question.finding, config.language).message);
  const asked = (code: string) =>
    open.filter((question) => question.code === code).map((one) => `${questionLabel(one.id)}: ${textOf(one)}`);
  const projects = source.plan.projects
    .filter((project) => project.year === year && project.status !== 'cancelled' && project.status !== 'merged')
    .flatMap((project) => rowOf(project, projectRow(context, source, project), department, source, asked));
  const indicators = source.plan.indicators.flatMap((indicator) =>
    rowOf(indicator, indicatorRow(context, source, indicator), department, source, asked),
  );
  if (projects.length === 0 && indicators.length === 0) return null;
  const newest = [...projects, ...indicators].flatMap(({ code }) => source.earlier.get(code) ?? []);
  return {
    purpose: 'template',
    organisation: config.organisation,
    sample: isSampleWorkspace(context.workspace),
    language: config.language,
    calendar,
    timeZone: config.timeZone,
    period: source.period,
    department: { code: department.code, title: department.title },
    moneyUnit: moneyUnitOf(context, department),
    instant:
      newest
        .map(({ recordedAt }) => recordedAt)
        .sort()
        .at(-1) ?? NO_INSTANT,
    projects,
    indicators,
    questions: standing
      .filter(({ state, lapsed }) => !lapsed && (state === 'open' || state === 'acknowledged'))
      .map((one) => questionOf(one, textOf(one))),
    returned: null,
  };
}

const NO_INSTANT = '2000-01-01T00:00:00.000Z';

function questionOf({ id, code, state, answer, remark }: StandingQuestion, text: string): FormQuestion {
  return {
    ...{ label: questionLabel(id), code, text, answer: state === 'open' ? null : (answer?.text ?? null) },
    by: state === 'open' ? null : (answer?.by ?? null),
    acknowledged: state === 'acknowledged' ? { by: remark?.by ?? '', text: remark?.text ?? '' } : null,
  };
}

type Known = Pick<FormRow, 'kind' | 'asked' | 'unit' | 'last' | 'lastSpentRial' | 'approvedRial' | 'target'> & {
  fields: readonly FactField[];
};

function rowOf(
  record: Project | Indicator,
  { fields, ...known }: Known,
  department: Department,
  { index }: FormSource,
  asked: (code: string) => string[],
): FormRow[] {
  const permission = permissionFor(index, department, record);
  if (permission.size === 0) return [];
  const open = fields.filter((field) => allows(permission, known.kind, field));
  const { code, title } = record;
  return open.length === 0
    ? []
    : [{ ...known, code, title, open, questions: asked(code), entries: {}, counted: [], state: 'silent' }];
}

function projectRow(context: Context, { index, period, earlier }: FormSource, project: Project): Known {
  const { calendar } = context;
  const byQuantity = project.progressMethod === 'quantity';
  const over = project.progressBasis;
  const year = yearOf(calendar, period);
  const facts = (earlier.get(project.code) ?? []).filter(
    (fact) => over === 'life' || yearOf(calendar, fact.period) === year,
  );
  const field: FactField = byQuantity ? 'quantity' : 'physical';
  const last = facts.findLast((fact) => fact.field === field && fact.value !== null);
  const spent = facts.findLast((fact) => fact.field === 'spent_rial' && yearOf(calendar, fact.period) === year);
  return {
    kind: 'project',
    asked: { by: byQuantity ? 'quantity' : 'percent', over },
    unit: project.unit,
    last: lastOf(last),
    lastSpentRial: spent?.value ?? null,
    approvedRial: budgetRial(project, index, calendar, period),
    target: byQuantity ? project.quantity : project.targetPercent,
    fields: PROJECT_FIELDS.filter((one) => one !== (byQuantity ? 'physical' : 'quantity')),
  };
}

/** Progress is stored as a ratio and shown as percent. */
function lastOf(fact: Fact | undefined): FormRow['last'] {
  if (!fact || fact.value === null) return null;
  const value = fact.field === 'physical' ? Number((fact.value * 100).toFixed(6)) : fact.value;
  return { field: fact.field, value, period: fact.period };
}

function indicatorRow(context: Context, { plan, period, earlier }: FormSource, indicator: Indicator): Known {
  const { calendar } = context;
  const own = plan.targets.filter((target) => target.indicator === indicator.code);
  const year = yearOf(calendar, period);
  const aim =
    own.find(({ periodOrYear }) => periodOrYear === period) ??
    own.find(({ periodOrYear }) => periodOrYear === String(year) || periodOrYear === periodOf(calendar, year, 12));
  const last = (earlier.get(indicator.code) ?? []).findLast((fact) => fact.field === 'value' && fact.value !== null);
  const ratio = indicator.aggregation === 'ratio';
  return {
    kind: 'indicator',
    asked: null,
    unit: indicator.unit,
    last: lastOf(last),
    lastSpentRial: null,
    approvedRial: null,
    target: aim?.target ?? null,
    fields: INDICATOR_FIELDS.filter((field) => ratio || field === 'value' || field === 'note'),
  };
}
