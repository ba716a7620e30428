import type { Fact } from '../domain/fact.js';
import type { Leaf, Realization } from '../domain/measure.js';
import { departmentFigures, leafRows, nodeFigure, projectFigures } from '../measure/figures.js';
import type { MonthModel } from '../measure/model.js';
import type { ScopedNode } from '../measure/scoped-tree.js';
import { headOf } from './answers.js';
import type { Context } from './context.js';
import { unknownCode } from './errors.js';
import { modelOf, type Question, resolve } from './questions.js';
import type { Explanation, FigureQuery } from './types.js';

type Part = Explanation['children'][number];

/** From a figure down: formula, operands, parts, and for a project (or a scheme's projects) the facts with file, cell and raw text. */
export function explain(context: Context, code: string, query: FigureQuery): Explanation {
  const question = resolve(context, query);
  const model = modelOf(context, question);
  const node = model.nodes.get(code);
  const found = node ? explainNode(model, node) : explainOther(model, code);
  const codes = new Set(found.leaves.filter((leaf) => leaf.kind === 'project').map((leaf) => leaf.code));
  return {
    ...headOf(question),
    ...found,
    code,
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

function explainOther(model: MonthModel, code: string): Found {
  const project = projectFigures(model).find((row) => row.code === code);
  if (project) return { figure: project, children: [], leaves: leafRows(model).filter((leaf) => leaf.code === code) };
  const department = departmentFigures(model).find((row) => row.code === code);
  if (!department) throw unknownCode(code);
  return { figure: department, children: [], leaves: leafRows(model).filter((leaf) => leaf.department === code) };
}

function formulaOf({ options: { basis, scope } }: Question): Explanation['formula'] {
  const delta = scope === 'month' ? 'Δ' : '';
  if (basis === 'full') {
    return {
      fa: `تحقق فیزیکی = ${delta}A ÷ ۱؛ تحقق هزینه = ${delta}ΣS ÷ ΣB؛ شکاف = تحقق هزینه − تحقق فیزیکی`,
      en: `physical = ${delta}A / 1; budget = ${delta}ΣS / ΣB; gap = budget − physical`,
    };
  }
  return {
    fa: `تحقق فیزیکی = ${delta}A ÷ ${delta}D؛ تحقق هزینه = ${delta}ΣS ÷ ${delta}ΣBD؛ شکاف = تحقق هزینه − تحقق فیزیکی`,
    en: `physical = ${delta}A / ${delta}D; budget = ${delta}ΣS / ${delta}ΣBD; gap = budget − physical`,
  };
}

function operandsOf(figure: Realization, { options }: Question): Explanation['operands'] {
  const assumed = (figure.assumed ?? 0) > 0;
  const due = options.basis === 'due';
  return [
    { name: 'A', fa: 'کار انجام‌شده (وزنی)', en: 'work achieved (weighted)', value: figure.achieved, assumed: false },
    { name: 'D', fa: 'کار برنامه‌ریزی‌شده (وزنی)', en: 'work planned (weighted)', value: figure.planned, assumed },
    { name: 'S', fa: 'هزینه‌کرد (ریال)', en: 'spending (rial)', value: figure.spentRial, assumed: false },
    {
      name: due ? 'BD' : 'B',
      fa: due ? 'هزینهٔ برنامه‌ریزی‌شده تا دوره (ریال)' : 'بودجهٔ مصوب (ریال)',
      en: due ? 'planned spending to date (rial)' : 'approved budget (rial)',
      value: figure.budgetRial,
      assumed: (figure.assumedBudget ?? 0) > 0,
    },
  ];
}

function factsOf(context: Context, { period, asOf }: Question, codes: ReadonlySet<string>): Fact[] {
  return [...codes].sort().flatMap((code) => context.store().facts.currentFacts({ to: period, code, asOf }));
}
