import type { Cause, GapExplained } from '../../src/domain/measure.js';
import { close } from './compare.js';
import type { OracleGap } from './oracle.js';

/** The oracle's terms at one node, by leaf and by child. */
export interface NodeGap {
  causes: Map<string, OracleGap['causes'][number]>;
  mixBetweenYears: number;
  /** Contribution of each child, and the schemes below it. */
  children: { code: string; contribution: number; schemes: ReadonlySet<string> }[];
}

/** What is wrong with an explained gap: against itself (parts, causes, bridge) and against the oracle's terms. */
export function gapFaults(gap: GapExplained, oracle: NodeGap): string[] {
  const { paidAhead, mix, budget, physical } = gap;
  if (gap.gap === null || paidAhead === null || mix === null || budget === null || physical === null) {
    return gap.causes.length === 0 && paidAhead === null && mix === null ? [] : ['parts without a gap'];
  }
  const outside = total(gap.outside, ({ value }) => value);
  const scale = total(gap.causes, (cause) => Math.abs(cause.paidAhead) + Math.abs(cause.mix) + Math.abs(cause.outside));
  const check = checks(scale);
  check.same('parts', paidAhead + mix + outside, gap.gap);
  check.same(
    'paid ahead',
    total(gap.causes, (cause) => cause.paidAhead),
    paidAhead,
  );
  check.same(
    'mix',
    total(gap.causes, (cause) => cause.mix),
    mix,
  );
  for (const { kind, value } of gap.outside) {
    const own = gap.causes.filter((cause) => cause.outsideKind === kind);
    check.same(
      kind,
      total(own, (cause) => cause.outside),
      value,
    );
  }
  check.same(
    'outside',
    total(gap.causes, (cause) => cause.outside),
    outside,
  );
  check.same('between years', gap.mixBetweenYears ?? Number.NaN, oracle.mixBetweenYears);
  checkBridge(gap, { budget, physical, paidAhead, mix, outside }, check);
  checkCauses(gap.causes, oracle, check);
  for (const { code, contribution, schemes } of oracle.children) {
    const below = gap.causes.filter((cause) => schemes.has(cause.node));
    check.same(`child ${code}`, total(below, contributionOf), contribution);
  }
  return check.faults;
}

interface Checks {
  faults: string[];
  same: (what: string, ours: number, theirs: number) => void;
}

function checks(scale: number): Checks {
  const faults: string[] = [];
  return {
    faults,
    same: (what, ours, theirs) => {
      if (!close(ours, theirs, scale)) faults.push(`${what} ${ours} ≠ ${theirs}`);
    },
  };
}

function checkBridge(
  gap: GapExplained,
  parts: Record<'budget' | 'physical' | 'paidAhead' | 'mix' | 'outside', number>,
  check: Checks,
): void {
  const at = (step: string): number => gap.bridge.find((pier) => pier.step === step)?.value ?? Number.NaN;
  check.same('bridge begins', gap.bridge[0]?.value ?? Number.NaN, parts.budget);
  check.same('bridge ends', gap.bridge.at(-1)?.value ?? Number.NaN, parts.physical);
  check.same('bridge by mix', at('physical_at_budget_shares') - at('physical'), parts.mix);
  check.same('bridge by the rest', at('budget') - at('physical_at_budget_shares'), parts.paidAhead + parts.outside);
}

/** Every leaf of the program is one of the oracle's with the same terms; what it leaves out adds nothing. */
function checkCauses(causes: readonly Cause[], oracle: NodeGap, check: Checks): void {
  const left = new Map(oracle.causes);
  for (const cause of causes) {
    const key = cause.code === cause.node ? `${cause.code} ${cause.year}` : cause.code;
    const own = left.get(key);
    left.delete(key);
    check.same(`${key} paid ahead`, cause.paidAhead, own?.paid_ahead ?? Number.NaN);
    check.same(`${key} mix`, cause.mix, own?.mix ?? Number.NaN);
    check.same(`${key} outside`, cause.outside, own?.outside ?? Number.NaN);
    if (cause.outsideKind !== own?.kind) check.faults.push(`${key} kind ${cause.outsideKind} ≠ ${own?.kind}`);
  }
  for (const [key, { paid_ahead, mix, outside }] of left) {
    check.same(`${key} left out`, 0, Math.abs(paid_ahead) + Math.abs(mix) + Math.abs(outside));
  }
}

function contributionOf(cause: Cause): number {
  return cause.paidAhead + cause.mix + cause.outside;
}

function total<T>(items: readonly T[], value: (item: T) => number): number {
  return items.reduce((sum, item) => sum + value(item), 0);
}
