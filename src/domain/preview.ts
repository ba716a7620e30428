import type { Verdict } from './catalogue/labels.js';
import type { LeafType, MeasureOptions } from './measure.js';

/** Figures that rules can change; ratios 0..1, the score 0..100; null = undefined, never 0. */
export interface PreviewFigures {
  physical: number | null;
  /** (1 − mix) · physical + mix · indicators; null where nothing is mixed or one side is unknown. */
  physicalMixed: number | null;
  budget: number | null;
  gap: number | null;
  /** Score of a department; null for the plan and its nodes. */
  score: number | null;
  physicalVerdict: Verdict;
  gapVerdict: Verdict;
}

/** The plan, a node or a department under the rules in force and under the rules tried. */
export interface PreviewRow {
  kind: 'plan' | 'node' | 'department';
  code: string;
  level: string;
  title: string;
  /** Null where the row exists under the other rules only. */
  before: PreviewFigures | null;
  after: PreviewFigures | null;
}

/** A project whose type is another one under the rules tried. */
export interface PreviewChange {
  code: string;
  title: string;
  department: string | null;
  before: LeafType;
  after: LeafType;
}

export interface PreviewPeriod {
  period: string;
  before: MeasureOptions;
  after: MeasureOptions;
  rows: PreviewRow[];
  changes: PreviewChange[];
}

/** after − before; null where one of them is unknown: a figure that appears has no difference. */
export function deltaOf(
  { before, after }: PreviewRow,
  name: 'physical' | 'physicalMixed' | 'budget' | 'gap' | 'score',
) {
  const [from, to] = [before?.[name] ?? null, after?.[name] ?? null];
  return from === null || to === null ? null : to - from;
}

/** Something about the row is not what it was: a figure, its colour, or whether it exists. */
export function isChanged({ before, after }: PreviewRow): boolean {
  if (before === null || after === null) return true;
  return Object.entries(before).some(([name, value]) => after[name as keyof PreviewFigures] !== value);
}
