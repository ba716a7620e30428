import type { IndicatorFigure, IndicatorRollup } from '../../domain/indicator-figures.js';
import type { PlanPackage } from '../../domain/plan.js';

/** A part of an indicator's weight at one node or project. */
interface Placement {
  figure: IndicatorFigure;
  /** ω_i · λ_i,c: the indicator's weight times the share of this link among its links. */
  weight: number;
}

/**
 * Attainment of indicators at any place of the tree: Σ ω_i λ_i(n) a_i / Σ ω_i λ_i(n) over the defined ones, a held within 0..cap. ω is the
 * indicator's weight (all blank = equal, a blank among given = their mean), λ_i(n) the share of its links at or below the place: an
 * indicator linked to two branches counts in each with its share, and once above both.
 * Worked example: i at T1 (weight 1, a 0.4), k at T1 and T2 half each (weight 1, a 0.8): T1 = (0.4 + 0.5·0.8)/1.5 = 0.533, T2 = 0.8, above 0.6.
 */
export class IndicatorTree {
  private readonly at = new Map<string, Placement[]>();
  private readonly parents: ReadonlyMap<string, string>;

  constructor(
    figures: readonly IndicatorFigure[],
    pkg: PlanPackage,
    private readonly plan: string,
  ) {
    this.parents = new Map([
      ...pkg.nodes
        .filter((node) => node.plan === plan && node.code !== plan)
        .map((node): [string, string] => [node.code, node.parent ?? plan]),
      ...pkg.projects.map(({ code, node }): [string, string] => [code, node]),
    ]);
    const given = figures.map(({ weight }) => weight).filter((weight) => weight !== null);
    const mean = given.length > 0 ? given.reduce((sum, weight) => sum + weight, 0) / given.length : 1;
    for (const figure of figures) this.place(figure, figure.weight ?? mean, pkg);
  }

  private place(figure: IndicatorFigure, omega: number, pkg: PlanPackage): void {
    const links = pkg.links.filter((link) => link.indicator === figure.code && figure.linked.includes(link.code));
    const given = links.map(({ weight }) => weight).filter((weight) => weight !== null);
    const mean = given.length > 0 ? given.reduce((sum, weight) => sum + weight, 0) / given.length : 1;
    const placed = links.length > 0 ? links : figure.linked.map((code) => ({ code, weight: null }));
    const total = placed.reduce((sum, { weight }) => sum + (weight ?? mean), 0);
    for (const { code, weight } of placed) {
      const part = total > 0 ? (omega * (weight ?? mean)) / total : 0;
      for (const place of this.upwards(code)) {
        const own = this.at.get(place) ?? [];
        own.push({ figure, weight: part });
        this.at.set(place, own);
      }
    }
  }

  private *upwards(code: string): Generator<string> {
    for (let at: string | undefined = code; at !== undefined; at = this.parents.get(at)) yield at;
  }

  /** A node, a project or the plan itself. */
  of(code: string): IndicatorRollup {
    return rollup(code, this.at.get(code) ?? []);
  }

  /** Weights of the indicators at a place, by code: Σ of their parts there. */
  weightsAt(code: string): Map<string, number> {
    const weights = new Map<string, number>();
    for (const { figure, weight } of this.at.get(code) ?? []) {
      weights.set(figure.code, (weights.get(figure.code) ?? 0) + weight);
    }
    return weights;
  }

  /** Places at which an indicator stands, or below them. */
  places(): string[] {
    return [...this.at.keys()];
  }

  /** Indicators linked at a place or below it. */
  figuresAt(code: string): IndicatorFigure[] {
    return [...new Set((this.at.get(code) ?? []).map(({ figure }) => figure))];
  }

  /** The indicators for which a department answers, with their own weights. */
  ofDepartment(code: string): IndicatorRollup {
    const whole = (this.at.get(this.plan) ?? []).filter(({ figure }) => figure.department === code);
    return rollup(code, whole);
  }
}

function rollup(code: string, placements: readonly Placement[]): IndicatorRollup {
  const figures = new Set(placements.map(({ figure }) => figure));
  const defined = placements.filter(({ figure }) => figure.attainment !== null);
  const weight = defined.reduce((sum, placement) => sum + placement.weight, 0);
  const attained = defined.reduce((sum, placement) => sum + placement.weight * (placement.figure.attainment ?? 0), 0);
  const count = (holds: (figure: IndicatorFigure) => boolean) => [...figures].filter(holds).length;
  return {
    code,
    attainment: weight > 0 ? attained / weight : null,
    defined: count(({ attainment }) => attainment !== null),
    undefined: count(({ attainment, state }) => attainment === null && state !== 'missing' && state !== 'not_due'),
    worse: count(({ worseThanBaseline }) => worseThanBaseline === true),
    missing: count(({ state }) => state === 'missing'),
    notDue: count(({ state }) => state === 'not_due'),
  };
}
