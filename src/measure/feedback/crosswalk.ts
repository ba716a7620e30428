import { type CrosswalkPart, type CrosswalkScheme, crosswalkShares } from '../../domain/crosswalk.js';
import type { CrosswalkRow } from '../../domain/plan.js';
import { leavesBelow, type MonthModel } from '../model.js';
import type { ScopedNode } from '../scoped-tree.js';
import { part } from './proposal.js';

/**
 * Where each scheme of an earlier plan went. A scheme follows its own rows, else those of the nearest node above; what their shares leave is
 * unmapped, in weight, in work done and in credit. `full` = the earlier plan, scope plan, basis full; `done` false = nothing was ever reported.
 * Worked example: a scheme of weight 0.4 with 0.3 of it done and a row of 75: mapped 0.3 and 0.225, unmapped 0.1 and 0.075.
 */
export function crosswalkSchemes(
  full: MonthModel,
  rows: readonly CrosswalkRow[],
  titles: ReadonlyMap<string, string>,
  done: boolean,
): CrosswalkScheme[] {
  const schemes: CrosswalkScheme[] = [];
  const visit = (node: ScopedNode, weight: number, above: string | null): void => {
    const own = rows.some(({ fromCode }) => fromCode === node.code) ? node.code : above;
    for (const child of node.children) visit(child, weight * child.share, own);
    if (node.children.length > 0 || !node.node) return;
    const mapping = rows.filter(({ fromCode }) => fromCode === own);
    const shares = crosswalkShares(mapping);
    const share = Math.min(
      1,
      shares.reduce((sum, each) => sum + each, 0),
    );
    const whole = wholeOf(node, weight, done);
    const mapped = partOf(whole, share);
    schemes.push({
      code: node.code,
      level: node.node.level,
      title: node.node.title,
      mappedAt: own,
      targets: mapping.map(({ toCode }, at) => ({
        code: toCode,
        title: titles.get(toCode) ?? toCode,
        share: shares[at] ?? 0,
      })),
      share,
      whole,
      mapped,
      unmapped: lessPart(whole, mapped),
    });
  };
  visit(full.root, 1, null);
  return schemes;
}

function wholeOf(node: ScopedNode, weight: number, done: boolean): CrosswalkPart {
  const leaves = leavesBelow(node);
  return {
    weight,
    achieved: done ? weight * leaves.reduce((sum, each) => sum + each.weight * each.leaf.achieved, 0) : null,
    creditRial: leaves.reduce((sum, { leaf: { values } }) => sum + BigInt(values?.fullRial ?? 0), 0n),
  };
}

function partOf({ weight, achieved, creditRial }: CrosswalkPart, share: number): CrosswalkPart {
  return {
    weight: weight * share,
    achieved: achieved === null ? null : achieved * share,
    creditRial: part(creditRial, share),
  };
}

function lessPart(whole: CrosswalkPart, mapped: CrosswalkPart): CrosswalkPart {
  return {
    weight: whole.weight - mapped.weight,
    achieved: whole.achieved === null || mapped.achieved === null ? null : whole.achieved - mapped.achieved,
    creditRial: whole.creditRial - mapped.creditRial,
  };
}

/** Parts together; nothing done is known as long as one is unknown. */
export function sumParts(parts: readonly CrosswalkPart[]): CrosswalkPart {
  return parts.reduce<CrosswalkPart>(
    (sum, { weight, achieved, creditRial }) => ({
      weight: sum.weight + weight,
      achieved: sum.achieved === null || achieved === null ? null : sum.achieved + achieved,
      creditRial: sum.creditRial + creditRial,
    }),
    { weight: 0, achieved: 0, creditRial: 0n },
  );
}

/** Schemes of the later plan to which no row leads, at themselves or above, with their share of its weight. */
export function freshSchemes(
  later: MonthModel,
  rows: readonly CrosswalkRow[],
): { code: string; title: string; weight: number }[] {
  const reached = new Set(rows.map(({ toCode }) => toCode));
  const fresh: { code: string; title: string; weight: number }[] = [];
  const visit = (node: ScopedNode, weight: number): void => {
    if (reached.has(node.code)) return;
    for (const child of node.children) visit(child, weight * child.share);
    if (node.children.length === 0 && node.node) fresh.push({ code: node.code, title: node.node.title, weight });
  };
  visit(later.root, 1);
  return fresh;
}
