import type { Contribution } from '../../domain/feedback.js';
import type { Cause, GapExplained } from '../../domain/measure.js';
import { leavesBelow, type MonthModel } from '../model.js';
import type { ScopedNode } from '../scoped-tree.js';

/** What one leaf adds to the gap of the whole and to its missing work, and where it stands. */
interface Part {
  code: string;
  node: string;
  department: string | null;
  gap: number | null;
  shortfall: number | null;
}

/**
 * Each leaf's part of the whole's gap (paid ahead + mix + outside) and of its missing work, w (PP − P)/D, which adds up to 1 − physical(due).
 * Null where the gap, or D, is undefined. Worked example: w .5/.5, P .2/.6 of PP .5/.5: missing .3 and −.1 of what was due, together .2.
 */
export function contributionParts(model: MonthModel, gap: GapExplained): Part[] {
  const planned = model.sums.get(model.root)?.planned ?? 0;
  const causes = new Map(gap.causes.map((cause) => [keyOf(cause), cause]));
  return leavesBelow(model.root).map(({ leaf, weight }) => {
    const project = leaf.values?.project;
    const code = project?.code ?? leaf.scheme;
    const cause = causes.get(keyOf({ code, year: leaf.year }));
    return {
      code,
      node: leaf.scheme,
      department: project?.department ?? null,
      gap: gap.gap === null ? null : cause ? sizeOf(cause) : 0,
      shortfall: planned > 0 ? (weight * (leaf.planned - leaf.achieved)) / planned : null,
    };
  });
}

/** The whole, every node in tree order, then the departments; a node's children add up to it, the departments to what projects add. */
export function contributionsOf(model: MonthModel, parts: readonly Part[]): Contribution[] {
  const { plan, root } = model;
  const own = groupOf(parts, ({ node }) => node);
  const rows: Contribution[] = [];
  const visit = (node: ScopedNode): Added => {
    const subject = node.node ? ('node' as const) : ('plan' as const);
    const row = {
      subject,
      code: node.code,
      level: node.node?.level ?? 'plan',
      title: node.node?.title ?? plan.title,
      ...NONE,
    };
    rows.push(row);
    const added = node.children.map(visit).reduce(plus, sumOf(own.get(node.code) ?? []));
    Object.assign(row, added);
    return added;
  };
  visit(root);
  const departments = groupOf(parts, ({ department }) => department);
  for (const { code, title } of model.input.package.departments) {
    const theirs = departments.get(code);
    if (theirs) rows.push({ subject: 'department', code, level: 'department', title, ...sumOf(theirs) });
  }
  return rows;
}

type Added = Pick<Contribution, 'gap' | 'shortfall'>;

const NONE: Added = { gap: null, shortfall: null };

function sumOf(parts: readonly Added[]): Added {
  return parts.reduce<Added>(plus, NOTHING);
}

const NOTHING: Added = { gap: 0, shortfall: 0 };

function plus(a: Added, b: Added): Added {
  const add = (one: number | null, two: number | null) => (one === null || two === null ? null : one + two);
  return { gap: add(a.gap, b.gap), shortfall: add(a.shortfall, b.shortfall) };
}

function sizeOf({ paidAhead, mix, outside }: Cause): number {
  return paidAhead + mix + outside;
}

function keyOf({ code, year }: { code: string; year: number }): string {
  return `${code} ${year}`;
}

function groupOf<T>(items: readonly T[], keyOf: (item: T) => string | null): Map<string | null, T[]> {
  const groups = new Map<string | null, T[]>();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
}
