import type { Realization } from '../domain/measure.js';
import { nodeFigures } from '../measure/figures.js';
import { explainGap } from '../measure/gap.js';
import { firstWideLevel, headOf } from './answers.js';
import type { Context } from './context.js';
import { modelOf, resolve } from './questions.js';
import { reasonsOf } from './reasons.js';
import { reportingOf } from './reporting.js';
import { isSampleWorkspace } from './sample.js';
import type { FigureQuery, Headline } from './types.js';

/** The pair that the project exists for, with everything that it must be printed with. */
export function headline(context: Context, query: FigureQuery): Headline {
  const question = resolve(context, query);
  const model = modelOf(context, question);
  const [figure] = nodeFigures(model) as [Realization];
  const nodes = firstWideLevel(model).map((node) => node.code);
  const gap = explainGap(model, model.root);
  const records = context.store().submissions.records({ period: question.period, asOf: question.asOf });
  const reporting = reportingOf(context, question.period, question.inForce.package, records, question.asOf);
  return {
    ...headOf(question),
    organisation: context.config.organisation,
    sample: isSampleWorkspace(context.workspace),
    reasons: reasonsOf(model),
    figure,
    gap,
    nodes: largestNodes(model, gap, new Set(nodes)),
    silentDepartments: reporting.filter(({ state }) => state === 'silent').map(({ code, title }) => ({ code, title })),
  };
}

/** Contributions of leaves to the whole plan's gap, added up under the nodes of one level, largest first. */
function largestNodes(
  model: ReturnType<typeof modelOf>,
  gap: Headline['gap'],
  level: ReadonlySet<string>,
): Headline['nodes'] {
  const parents = new Map([...model.nodes.values()].map(({ code, node }) => [code, node?.parent ?? null]));
  const above = (code: string): string | null => {
    for (let at: string | null = code; at !== null; at = parents.get(at) ?? null) if (level.has(at)) return at;
    return null;
  };
  const sums = new Map<string, number>();
  for (const cause of gap.causes) {
    const node = above(cause.node);
    if (node !== null) sums.set(node, (sums.get(node) ?? 0) + cause.paidAhead + cause.mix + cause.outside);
  }
  return [...sums]
    .map(([code, value]) => ({ code, title: model.nodes.get(code)?.node?.title ?? code, value }))
    .sort((a, b) => b.value - a.value);
}
