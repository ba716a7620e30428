import type { Fact } from '../domain/fact.js';
import type { Basis, Denominator, Leaf, Realization } from '../domain/measure.js';
import type { PlanPackage } from '../domain/plan.js';
import { departmentFigures, leafRows, nodeFigure, projectFigures } from '../measure/figures.js';
import type { MonthModel } from '../measure/model.js';
import type { ScopedNode } from '../measure/scoped-tree.js';
import { headOf } from './answers.js';
import { byCode, mustKnow } from './codes.js';
import type { Context } from './context.js';
import { noFigure, noProjects } from './errors.js';
import { modelOf, type Question, resolve } from './questions.js';
import { ownsNothing, reasonsOf } from './reasons.js';
import type { Explanation, FigureQuery } from './types.js';

type Part = Explanation['children'][number];

/** From a figure down: formula, operands, parts, and for a project (or a scheme's projects) the facts with file, cell and raw text. */
export function explain(context: Context, code: string, query: FigureQuery): Explanation {
  const question = resolve(context, query);
  const model = modelOf(context, question);
  const node = byCode(model.nodes.values(), code);
  const found = node ? explainNode(model, node) : explainOther(model, question.inForce.package, code);
  const codes = new Set(found.leaves.filter((leaf) => leaf.kind === 'project').map((leaf) => leaf.code));
  return {
    ...headOf(question),
    ...found,
    reasons: reasonsOf(model),
    code: found.figure.code,
    kind: found.figure.kind,
    title: found.figure.title,
    level: found.figure.level,
    formula: formulaOf(question),
    operands: operandsOf(found.figure, question),
    facts: codes.size > 0 && codes.size <= MOST_PROJECTS ? factsOf(context, question, codes) : [],
  };
}

/** Facts are listed for one scheme's projects; above that, the explanation leads down first. */
const MOST_PROJECTS = 60;

interface Found {
  figure: Realization;
  children: Part[];
  leaves: Leaf[];
}

function explainNode(model: MonthModel, node: ScopedNode): Found {
  const children = node.children.map((child) => ({ share: child.share, figure: nodeFigure(model, child) }));
  const leaves = node.children.length === 0 ? leafRows(model).filter((leaf) => leaf.node === node.code) : [];
  return { figure: nodeFigure(model, node), children, leaves };
}

/** Codes as typed; a code of the plan without a figure here is told as that, not as unknown. */
function explainOther(model: MonthModel, plan: PlanPackage, typed: string): Found {
  const project = byCode(projectFigures(model), typed);
  if (project) {
    return { figure: project, children: [], leaves: leafRows(model).filter((leaf) => leaf.code === project.code) };
  }
  const owner = byCode(plan.departments, typed);
  if (!owner) throw noFigure(mustKnow(plan, typed));
  const department = departmentFigures(model).find((row) => row.code === owner.code);
  if (!department) throw noProjects(ownsNothing(owner));
  return { figure: department, children: [], leaves: leafRows(model).filter((leaf) => leaf.department === owner.code) };
}

function formulaOf({ options: { basis, scope, denominator } }: Question): Explanation['formula'] {
  const delta = scope === 'month' ? 'Δ' : '';
  const work = basis === 'full' ? { fa: '۱', en: '1' } : { fa: `${delta}D`, en: `${delta}D` };
  const { name } = moneyOf(basis, denominator);
  const money = basis === 'full' ? `Σ${name}` : `${delta}Σ${name}`;
  return {
    fa: `تحقق فیزیکی = ${delta}A ÷ ${work.fa}؛ تحقق هزینه = ${delta}ΣS ÷ ${money}؛ شکاف = تحقق هزینه − تحقق فیزیکی`,
    en: `physical = ${delta}A / ${work.en}; budget = ${delta}ΣS / ${money}; gap = budget − physical`,
  };
}

/** What spending is set against: the credit released on either basis where that was chosen. */
function moneyOf(basis: Basis, denominator: Denominator): { name: string; fa: string; en: string } {
  if (denominator === 'allocated') {
    return { name: 'L', fa: 'اعتبار تخصیص‌یافته تا دوره (ریال)', en: 'credit released to date (rial)' };
  }
  if (basis === 'full') return { name: 'B', fa: 'بودجهٔ مصوب (ریال)', en: 'approved budget (rial)' };
  return { name: 'BD', fa: 'هزینهٔ برنامه‌ریزی‌شده تا دوره (ریال)', en: 'planned spending to date (rial)' };
}

function operandsOf(figure: Realization, { options }: Question): Explanation['operands'] {
  const assumed = (figure.assumed ?? 0) > 0;
  const money = moneyOf(options.basis, options.denominator);
  return [
    { name: 'A', fa: 'کار انجام‌شده (وزنی)', en: 'work achieved (weighted)', value: figure.achieved, assumed: false },
    { name: 'D', fa: 'کار برنامه‌ریزی‌شده (وزنی)', en: 'work planned (weighted)', value: figure.planned, assumed },
    { name: 'S', fa: 'هزینه‌کرد (ریال)', en: 'spending (rial)', value: figure.spentRial, assumed: false },
    {
      ...money,
      value: figure.budgetRial,
      assumed: (figure.assumedBudget ?? 0) > 0,
    },
  ];
}

function factsOf(context: Context, { period, asOf }: Question, codes: ReadonlySet<string>): Fact[] {
  return [...codes].sort().flatMap((code) => context.store().facts.currentFacts({ to: period, code, asOf }));
}
