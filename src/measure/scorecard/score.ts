import {
  COMPONENTS,
  type ComponentName,
  type ComponentWeights,
  type ScoreComponent,
  type Scorecard,
} from '../../domain/scorecard.js';
import type { Value } from './components.js';

export type Values = Record<ComponentName, Value>;

/**
 * A score of 100 points: each component has its weight's share of them and loses points · (1 − value). A component with
 * nothing to judge is left out, its weight goes to the others. An accepted appeal gives the lost points of its component back, marked.
 * Null where nothing can be judged. Worked example: weights 60 and 40, values 0.5 and 1 → score 70, lost 30 + 0.
 */
export function scoreOf(
  values: Values,
  weights: ComponentWeights,
  restored: ReadonlySet<ComponentName>,
): { score: number | null; components: ScoreComponent[] } {
  const judged = COMPONENTS.filter((name) => values[name].value !== null && weights[name] > 0);
  const total = judged.reduce((sum, name) => sum + weights[name], 0);
  const components = COMPONENTS.filter((name) => weights[name] > 0).map((name): ScoreComponent => {
    const { value, counted, of } = values[name];
    const points = value === null || total === 0 ? 0 : (100 * weights[name]) / total;
    const back = restored.has(name) && value !== null;
    return {
      name,
      value,
      counted,
      of,
      points,
      lost: back || value === null ? 0 : points * (1 - value),
      restored: back,
    };
  });
  const lost = components.reduce((sum, component) => sum + component.lost, 0);
  return { score: total === 0 ? null : 100 - lost, components };
}

/** Ranks within peer groups, best first; equal scores (to a hundredth of a point, as printed) share a rank, the next is skipped. */
export function ranked(cards: readonly Omit<Scorecard, 'rank' | 'peers'>[]): Scorecard[] {
  const shown = (score: number) => Math.round(score * 100);
  return cards.map((card) => {
    const group = cards.filter(({ peerGroup, score }) => peerGroup === card.peerGroup && score !== null);
    const { score } = card;
    if (score === null) return { ...card, rank: null, peers: group.length };
    const better = group.filter((other) => shown(other.score ?? 0) > shown(score)).length;
    return { ...card, rank: better + 1, peers: group.length };
  });
}
