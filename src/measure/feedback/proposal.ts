import type { Proposal, Shift, ShiftReason } from '../../domain/feedback.js';

/** A node that may give or take credit next year. */
export interface Candidate {
  code: string;
  title: string;
  currentRial: bigint;
  /** Commitments that are not paid yet: they cannot be taken away. */
  committedRial: bigint;
  commitmentsUnknown: number;
  physical: number | null;
  budget: number | null;
  /** Share of its credit that stands with funded stallers, and with starved winners. */
  stalled: number;
  starved: number;
  /** Points above the whole by which it is a strength; 0 = it is none. */
  strong: number;
}

/** Largest part of a node's credit that moves, and from how far ahead of its money a node may take. */
export interface ProposalRules {
  shift: number;
  ahead: number;
}

/**
 * Next year's credit by node, neutral to the rial. The total is shared as this year's credit is, and brought up to the commitments where a share lies
 * below them (the others make room in proportion to what is free). Then credit moves from nodes with funded stallers to nodes
 * that are starved, whose work runs ahead of their money, or that are strengths:
 *   give = shift · base · stalled, no more than is not committed;  want = shift · base · max(starved, physical − budget where ≥ ahead, strong)
 * What moves is the smaller of the two sums, shared in proportion, to the rial by largest remainder. A node gives or takes, never both; nobody's
 * credit is below its commitments. A total below all commitments is shared by commitments, and says so.
 * Worked example: 100 and 100, the first half stalled, the second half starved, shift 0.2 → −10 and +10.
 */
export function propose(
  given: readonly Candidate[],
  total: bigint | null,
  nextYear: number,
  rules: ProposalRules,
): Proposal {
  // Remainders go by code, so that the order of the rows decides nothing.
  const all = [...given].sort((a, b) => (a.code < b.code ? -1 : 1));
  const current = sum(all.map(({ currentRial }) => currentRial));
  const committed = sum(all.map(({ committedRial }) => committedRial));
  const totalRial = total ?? current;
  const bases = share(totalRial, current > 0n ? all.map(({ currentRial }) => currentRial) : all.map(() => 1n));
  const head = {
    nextYear,
    totalRial,
    totalAssumed: total === null,
    equalAssumed: current === 0n,
    committedRial: committed,
  };
  const bound = bounded(
    bases,
    all.map(({ committedRial }) => committedRial),
    totalRial,
  );
  const coversCommitments = totalRial >= committed;
  const wants = all.map((each, at) => (coversCommitments ? want(each, bound[at] ?? 0n, rules) : 0n));
  const gives = all.map((each, at) =>
    wants[at] === 0n && coversCommitments ? give(each, bound[at] ?? 0n, rules) : 0n,
  );
  const moved = least(sum(wants), sum(gives));
  const taken = share(moved, gives);
  const received = share(moved, wants);
  const rows = new Map(
    all.map((each, at): [string, Shift] => [
      each.code,
      shiftOf(each, bases[at] ?? 0n, bound[at] ?? 0n, taken[at] ?? 0n, received[at] ?? 0n, rules),
    ]),
  );
  return { ...head, coversCommitments, rows: given.flatMap(({ code }) => rows.get(code) ?? []) };
}

function shiftOf(
  each: Candidate,
  baseRial: bigint,
  bound: bigint,
  takenRial: bigint,
  receivedRial: bigint,
  rules: ProposalRules,
): Shift {
  const boundRial = bound - baseRial;
  return {
    ...each,
    baseRial,
    takenRial,
    receivedRial,
    boundRial,
    proposedRial: bound - takenRial + receivedRial,
    reason: reasonOf(each, takenRial, receivedRial, boundRial, rules),
  };
}

function reasonOf(each: Candidate, taken: bigint, received: bigint, bound: bigint, rules: ProposalRules): ShiftReason {
  if (taken > 0n) return 'staller';
  if (received > 0n) return wish(each, rules).reason;
  if (bound !== 0n) return bound > 0n ? 'committed' : 'makes_room';
  return 'unchanged';
}

/** Shares raised to their commitments, the rest lowered by what is free of theirs; by commitments alone where the total is too small. */
function bounded(bases: readonly bigint[], committed: readonly bigint[], total: bigint): bigint[] {
  if (total < sum(committed)) return share(total, committed);
  const needs = bases.map((base, at) => positive((committed[at] ?? 0n) - base));
  const free = bases.map((base, at) => positive(base - (committed[at] ?? 0n)));
  const room = share(sum(needs), free);
  return bases.map((base, at) => base + (needs[at] ?? 0n) - (room[at] ?? 0n));
}

function want(each: Candidate, base: bigint, rules: ProposalRules): bigint {
  return part(base, rules.shift * wish(each, rules).size);
}

/** The strongest reason to give a node more, 0..1; the first one on a tie. */
function wish(
  { physical, budget, starved, strong }: Candidate,
  { ahead }: ProposalRules,
): { size: number; reason: ShiftReason } {
  const lead = physical === null || budget === null ? 0 : physical - budget;
  const reasons = [
    { size: starved, reason: 'starved' as const },
    { size: lead >= ahead ? lead : 0, reason: 'ahead_of_money' as const },
    { size: strong, reason: 'strength' as const },
  ];
  const most = Math.min(1, Math.max(...reasons.map(({ size }) => size)));
  return { size: most, reason: reasons.find(({ size }) => size >= most)?.reason ?? 'starved' };
}

function give({ stalled, committedRial }: Candidate, base: bigint, { shift }: ProposalRules): bigint {
  return least(part(base, shift * Math.min(1, stalled)), positive(base - committedRial));
}

/** A part of an amount, whole rials: the ratio is taken as billionths, so that no sum passes through a float. */
export function part(rial: bigint, ratio: number): bigint {
  return (rial * BigInt(Math.round(ratio * 1e9))) / 1_000_000_000n;
}

function sum(amounts: readonly bigint[]): bigint {
  return amounts.reduce((total, amount) => total + amount, 0n);
}

function positive(amount: bigint): bigint {
  return amount > 0n ? amount : 0n;
}

function least(a: bigint, b: bigint): bigint {
  return a < b ? a : b;
}

/**
 * An amount shared by weights, to the rial: whole parts first, the rest to the largest remainders, the first ones on a tie. Where the weights are amounts
 * that together reach `amount`, no part is larger than its weight.
 */
export function share(amount: bigint, weights: readonly bigint[]): bigint[] {
  const total = sum(weights);
  if (total === 0n) return weights.map(() => 0n);
  const parts = weights.map((weight) => (amount * weight) / total);
  const rest = amount - sum(parts);
  const order = weights
    .map((weight, index) => ({ index, remainder: (amount * weight) % total }))
    .sort((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder < b.remainder ? 1 : -1));
  for (const { index } of order.slice(0, Number(rest))) parts[index] = (parts[index] ?? 0n) + 1n;
  return parts;
}
