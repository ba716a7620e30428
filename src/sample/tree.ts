import type { PlanNode, YearShare } from '../domain/plan.js';
import { GOALS, STATEMENTS } from './base/goals.js';
import { POLICIES } from './base/policies.js';
import { STRATEGIES } from './base/strategies.js';
import { GOAL_STORY, PLAN_CODE, STATEMENT_WEIGHTS, YEARS } from './parameters.js';
import { apportion, Dice } from './seed.js';

/** A scheme with what the generator needs to know of it. */
export interface Scheme {
  code: string;
  goal: string;
  spatial: boolean;
  /** Which of the five patterns it follows: 0 studies or guideline, 1..4 zones or stages. */
  pattern: number;
  /** −1 heavy and hard … +1 light and easy. */
  ease: number;
  /** Product of weights from the goal down, 0..1. */
  weightInGoal: number;
  /** Percent of its work by year. */
  shares: Readonly<Record<number, number>>;
}

export interface Tree {
  nodes: PlanNode[];
  schemes: Scheme[];
  yearShares: YearShare[];
}

const SPATIAL = [
  (policy: string) => `مطالعات و طراحی ${policy}`,
  (policy: string) => `${policy} – پهنه مرکزی (مناطق ۱ و ۷)`,
  (policy: string) => `${policy} – پهنه غربی و نیروگاه (مناطق ۲ و ۶)`,
  (policy: string) => `${policy} – پهنه جنوبی و پردیسان (مناطق ۴ و ۸)`,
  (policy: string) => `${policy} – پهنه شرقی و شمالی (مناطق ۳ و ۵)`,
];
const NON_SPATIAL = [
  (policy: string) => `تدوین دستورالعمل و نقشه راه ${policy}`,
  (policy: string) => `اجرای آزمایشی (پایلوت) ${policy}`,
  (policy: string) => `استقرار و اجرای سراسری ${policy}`,
  (policy: string) => `پایش، ارزشیابی و ارتقای ${policy}`,
  (policy: string) => `آموزش و اطلاع‌رسانی ${policy}`,
];

/** Statements, goals, strategies, policies and schemes with explicit weights; siblings sum to 100. */
export function makeTree(): Tree {
  const tree: Tree = { nodes: [], schemes: [], yearShares: [] };
  const add = (code: string, parent: string | null, level: string, title: string, weight: number) =>
    tree.nodes.push({ plan: PLAN_CODE, code, parent, level, title, weight, owner: null });
  for (const { code, title } of STATEMENTS) add(code, null, 'statement', title, STATEMENT_WEIGHTS[code] ?? 0);
  for (const goal of GOALS) add(goal.code, goal.statement, 'goal', goal.title, GOAL_STORY[goal.code]?.weight ?? 0);
  for (const goal of GOALS) {
    const strategies = STRATEGIES.filter(({ code }) => parentOf(code) === goal.code);
    const strategyWeights = weights(`strategies/${goal.code}`, strategies.length);
    strategies.forEach((strategy, index) => {
      const weight = strategyWeights[index] ?? 0;
      add(strategy.code, goal.code, 'strategy', strategy.title, weight);
      addPolicies(tree, goal.code, strategy, weight / 100, add);
    });
  }
  return tree;
}

function addPolicies(
  tree: Tree,
  goal: string,
  strategy: { code: string; spatial: boolean },
  weightAbove: number,
  add: (code: string, parent: string, level: string, title: string, weight: number) => void,
): void {
  const policies = POLICIES.filter(({ code }) => parentOf(code) === strategy.code);
  const policyWeights = weights(`policies/${strategy.code}`, policies.length);
  policies.forEach((policy, index) => {
    const policyWeight = policyWeights[index] ?? 0;
    add(policy.code, strategy.code, 'policy', policy.title, policyWeight);
    const dice = new Dice(`schemes/${policy.code}`);
    const heavy = dice.whole(1, policy.schemes - 1);
    const raw = Array.from({ length: policy.schemes }, (_, pattern) =>
      pattern === heavy ? dice.between(3, 4.5) : pattern === 0 ? dice.between(0.4, 0.8) : dice.between(0.9, 1.5),
    );
    apportion(100, raw).forEach((weight, pattern) => {
      const code = `${policy.code}-${String(pattern + 1).padStart(2, '0')}`;
      const title = (strategy.spatial ? SPATIAL : NON_SPATIAL)[pattern]?.(policy.title) ?? policy.title;
      add(code, policy.code, 'scheme', title, weight);
      const ease = pattern === heavy ? dice.between(-1, -0.6) : dice.between(-0.15, 0.95);
      const shares = yearShares(dice, pattern === 0);
      tree.schemes.push({
        code,
        goal,
        spatial: strategy.spatial,
        pattern,
        ease,
        weightInGoal: (weightAbove * policyWeight * weight) / 10000,
        shares,
      });
      for (const year of YEARS) tree.yearShares.push({ node: code, year, sharePercent: shares[year] ?? 0 });
    });
  });
}

function parentOf(code: string): string {
  return code.slice(0, code.lastIndexOf('-'));
}

function weights(label: string, count: number): number[] {
  const dice = new Dice(label);
  return apportion(
    100,
    Array.from({ length: count }, () => dice.between(0.7, 1.4)),
  );
}

/** Studies come first and end before the last year; the other schemes grow a little towards the end. */
function yearShares(dice: Dice, studies: boolean): Readonly<Record<number, number>> {
  const base = studies && dice.chance(0.6) ? [36, 30, 20, 14, 0] : [18, 19, 20, 21, 22];
  const parts = apportion(
    100,
    base.map((share) => share * dice.between(0.8, 1.2)),
  );
  return Object.fromEntries(YEARS.map((year, index) => [year, parts[index] ?? 0]));
}
