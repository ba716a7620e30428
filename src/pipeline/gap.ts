import type { PartChanges } from '../domain/gap-changes.js';
import { type ChangePath, changePath, gapChanges } from '../measure/changes/changes.js';
import { explainSubject, type GapSubject } from '../measure/changes/subject.js';
import { departmentFigures, projectFigures } from '../measure/figures.js';
import type { MonthModel } from '../measure/model.js';
import { headOf, nodeOf } from './answers.js';
import { byCode, departmentOf, mustKnow } from './codes.js';
import type { Context } from './context.js';
import { noFigure, notTogether } from './errors.js';
import { modelInput, modelOf, type Question, resolve } from './questions.js';
import { ownsNothing, reasonsOf } from './reasons.js';
import { thenOf } from './since.js';
import type { GapAnswer, GapQuery } from './types.js';

/**
 * The gap explained at the plan's total, at one node, for one department or one project, with what changed it since then
 * beside it. A department that owns nothing there gets no row, and the reason.
 */
export function gap(context: Context, query: GapQuery): GapAnswer {
  refuseTogether(query);
  const { project: _project, department, ...choices } = query;
  const question = resolve(context, choices);
  const model = modelOf(context, question);
  const subject = subjectOf(question, model, query);
  const found = explainSubject(model, subject);
  const then = thenOf(context, choices, question);
  const head = { ...headOf(question), since: then?.since ?? null };
  if (!found) return { ...head, rows: [], reasons: absent(question, model, department) };
  const path = then && changePath(modelInput(context, then.question), modelInput(context, question));
  const changes = path && gapChanges(path, subject);
  const parts = path ? partsOf(model, subject).map((part) => partChanges(path, part)) : [];
  return { ...head, rows: [{ ...found.explained, changes, parts }], reasons: reasonsOf(model) };
}

/** What a reader would ask next: the nodes directly below, and of the whole plan its departments. */
function partsOf(model: MonthModel, { kind, code }: GapSubject): Part[] {
  if (kind !== 'node') return [];
  const nodes = model.nodes.get(code)?.children ?? [];
  const departments = code === model.root.code ? departmentFigures(model) : [];
  return [
    ...nodes.map(({ code: below, node }): Part => ({ kind: 'node', code: below, title: node?.title ?? below })),
    ...departments.map(({ code: own, title }): Part => ({ kind: 'department', code: own, title })),
  ];
}

type Part = Omit<PartChanges, 'changes'>;

function partChanges(path: ChangePath, part: Part): PartChanges {
  return { ...part, changes: gapChanges(path, part) };
}

function refuseTogether({ node, department, project }: GapQuery): void {
  if (node !== undefined && department !== undefined) throw notTogether('--node', '--department');
  if (project === undefined) return;
  if (node !== undefined) throw notTogether('--node', '--project');
  if (department !== undefined) throw notTogether('--department', '--project');
}

/** Codes as typed; a project of the plan that has no figure here is told as that, not as unknown. */
function subjectOf({ inForce }: Question, model: MonthModel, { node, department, project }: GapQuery): GapSubject {
  if (department !== undefined) return { kind: 'department', code: departmentOf(inForce.package, department).code };
  if (project === undefined)
    return { kind: 'node', code: node === undefined ? model.root.code : nodeOf(model, node).code };
  const found = byCode(projectFigures(model), project);
  if (!found) throw noFigure(mustKnow(inForce.package, project));
  return { kind: 'project', code: found.code };
}

function absent({ inForce }: Question, model: MonthModel, department: string | undefined) {
  return department === undefined ? reasonsOf(model) : [ownsNothing(departmentOf(inForce.package, department))];
}
