import type { Cause, GapExplained, OutsideKind } from '../domain/measure.js';

/** The outside part by kind, in the order of the definition; kinds that add nothing are left out. */
export function outsideByKind(causes: readonly Cause[]): { kind: OutsideKind; value: number }[] {
  const kinds: OutsideKind[] = ['money_without_work', 'work_without_budget', 'not_due'];
  return kinds.flatMap((kind) => {
    const own = causes.filter((cause) => cause.outsideKind === kind && cause.outside !== 0);
    return own.length > 0 ? [{ kind, value: own.reduce((sum, { outside }) => sum + outside, 0) }] : [];
  });
}

/** From budget down to physical: what each step leaves. */
export function bridge(
  budget: number,
  physical: number,
  paidAhead: number,
  outside: GapExplained['outside'],
): GapExplained['bridge'] {
  const inside = budget - outside.reduce((sum, { value }) => sum + value, 0);
  const without = outside.length > 0 ? [{ step: 'budget_without_outside', value: inside }] : [];
  return [
    { step: 'budget', value: budget },
    ...without,
    { step: 'physical_at_budget_shares', value: inside - paidAhead },
    { step: 'physical', value: physical },
  ];
}
