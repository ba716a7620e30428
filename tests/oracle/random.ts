/** A small seeded source of chance (mulberry32): the same seed always gives the same organisation. */
export class Chance {
  private state: number;

  constructor(seed: number) {
    this.state = (seed * 0x9e3779b9) >>> 0;
  }

  /** A ratio in [0, 1). */
  ratio(): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let t = this.state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  }

  /** A whole number between both ends, ends included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.ratio() * (to - from + 1));
  }

  often(probability: number): boolean {
    return this.ratio() < probability;
  }

  pick<T>(choices: readonly [T, ...T[]]): T {
    return choices[Math.floor(this.ratio() * choices.length)] ?? choices[0];
  }

  shuffle<T>(items: readonly T[]): T[] {
    return items
      .map((item) => ({ item, key: this.ratio() }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item);
  }
}

/**
 * Weights of one group of siblings as a plan may give them: all blank, all given, some blank, some 0.
 * The sum of what is given is positive wherever something is given, as a plan must.
 */
export function siblingWeights(chance: Chance, count: number): (number | null)[] {
  const mode = chance.pick(['blank', 'given', 'given', 'partial', 'zeros', 'mixed']);
  if (mode === 'blank') return Array.from({ length: count }, () => null);
  const weights = Array.from({ length: count }, () => {
    if ((mode === 'partial' || mode === 'mixed') && chance.often(0.4)) return null;
    if ((mode === 'zeros' || mode === 'mixed') && chance.often(0.3)) return 0;
    return chance.whole(1, 40) / (chance.often(0.5) ? 1 : 8);
  });
  return weights.some((weight) => weight !== null && weight > 0)
    ? weights
    : weights.map((_, at) => (at === 0 ? 3 : null));
}
