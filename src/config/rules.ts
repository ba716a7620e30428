import { COMPONENTS } from '../domain/scorecard.js';
import { blankComments } from './comments.js';
import { CONFIG_FILE, type Config, type ConfigFault } from './config.js';
import { duplicateKeys, givenTwice } from './duplicate-keys.js';
import { readConfig } from './load.js';
import { nearest } from './nearest.js';
import { shown } from './validate.js';

/** Weights by code as a rules file gives them; null = blank, to be shared like any blank weight. */
export type RuledWeights = ReadonlyMap<string, number | null>;

/** Rules to try: the configuration under them, and weights of nodes and projects in place of the plan's. */
export interface Rules {
  config: Config;
  nodes: RuledWeights;
  projects: RuledWeights;
}

/** The keys of the configuration that are rules of measuring; all others belong to the workspace, not to a trial. */
const RULE_KEYS = [
  'headline.scope',
  'headline.spending',
  'headline.budget',
  'headline.denominator',
  'thresholds.physical_points',
  'thresholds.gap_points',
  'thresholds.ratio_bands',
  'mix.indicators',
  ...COMPONENTS.map((name) => `scorecard.${name}`),
  'weights.blank',
  'quantity_cap',
];
const WEIGHTS = ['nodes', 'projects'] as const;
/** Only the proportion of siblings counts; sums far beyond this would no longer be numbers. */
const MOST_WEIGHT = 1_000_000_000;

/**
 * Reads a rules file: keys as in the configuration file, and `weights.nodes` / `weights.projects` as code → weight. A key
 * that is left out stays as `current` has it. Every fault is found at once; with faults the rules must not be used.
 */
export function readRules(text: string, current: Config): { rules: Rules; faults: ConfigFault[] } {
  const raw = parsed(text);
  const { rest, weights, faults: weightFaults } = withoutWeights(raw);
  const { config, faults } = readConfig(raw === undefined ? text : JSON.stringify(rest));
  const judged = faults.map(ofRules);
  const given = keysOf(rest);
  // What a group that does not belong here would need besides is no help: the group itself is the fault.
  const wrong = judged.filter(
    ({ key }) => raw === undefined || !isObject(raw) || given.has(key) || Object.hasOwn(raw, key),
  );
  const foreign = [...given].filter(([key]) => !RULE_KEYS.includes(key) && !wrong.some((fault) => fault.key === key));
  const tried = overlay(current, config, given);
  const twice = raw === undefined ? [] : duplicateKeys(text).map(givenTwice);
  const all = [...wrong, ...foreign.map(([key, value]) => notARule(key, value)), ...weightFaults, ...twice];
  const scored = Object.values(tried.scorecard).some((weight) => weight > 0);
  if (!scored && [...given.keys()].some((key) => key.startsWith('scorecard.'))) all.push(nothingScored());
  const empty = given.size === 0 && weights.nodes.size === 0 && weights.projects.size === 0;
  return {
    rules: { config: tried, ...weights },
    faults: empty && all.length === 0 ? [noRule()] : all,
  };
}

/** Undefined = no JSON, or nested deeper than can be written again; `readConfig` then says what is wrong. */
function parsed(text: string): unknown {
  try {
    const raw: unknown = JSON.parse(blankComments(text));
    JSON.stringify(raw);
    return raw;
  } catch {
    return undefined;
  }
}

/** The file without weights by code, which the configuration does not know. */
function withoutWeights(raw: unknown) {
  const faults: ConfigFault[] = [];
  const weights = { nodes: new Map<string, number | null>(), projects: new Map<string, number | null>() };
  if (!isObject(raw) || !isObject(raw.weights)) return { rest: raw, weights, faults };
  const { nodes, projects, ...others } = raw.weights;
  const given = { nodes, projects };
  for (const group of WEIGHTS) {
    const table = given[group];
    if (table === undefined) continue;
    if (!isObject(table)) faults.push(badWeight(`weights.${group}`, table));
    else
      for (const [code, weight] of Object.entries(table)) {
        if (weight === null || (typeof weight === 'number' && weight >= 0 && weight <= MOST_WEIGHT))
          weights[group].set(code, weight);
        else faults.push(badWeight(`weights.${group}.${code}`, weight));
      }
  }
  return { rest: { ...raw, weights: others }, weights, faults };
}

/** Paths of the keys that the file gives, with their values. */
function keysOf(raw: unknown): Map<string, unknown> {
  if (!isObject(raw)) return new Map();
  return new Map(
    Object.entries(raw).flatMap(([key, value]): [string, unknown][] =>
      isObject(value) ? Object.entries(value).map(([leaf, inner]) => [`${key}.${leaf}`, inner]) : [[key, value]],
    ),
  );
}

function overlay(current: Config, ruled: Config, given: ReadonlyMap<string, unknown>): Config {
  const pick = <T>(key: string, from: T, to: T): T => (given.has(key) ? to : from);
  const { headline, thresholds, mix, weights } = current;
  return {
    ...current,
    headline: {
      scope: pick('headline.scope', headline.scope, ruled.headline.scope),
      spending: pick('headline.spending', headline.spending, ruled.headline.spending),
      budget: pick('headline.budget', headline.budget, ruled.headline.budget),
      denominator: pick('headline.denominator', headline.denominator, ruled.headline.denominator),
    },
    thresholds: {
      physicalPoints: pick('thresholds.physical_points', thresholds.physicalPoints, ruled.thresholds.physicalPoints),
      gapPoints: pick('thresholds.gap_points', thresholds.gapPoints, ruled.thresholds.gapPoints),
      ratioBands: pick('thresholds.ratio_bands', thresholds.ratioBands, ruled.thresholds.ratioBands),
    },
    mix: { indicators: pick('mix.indicators', mix.indicators, ruled.mix.indicators) },
    scorecard: Object.fromEntries(
      COMPONENTS.map((name) => [name, pick(`scorecard.${name}`, current.scorecard[name], ruled.scorecard[name])]),
    ) as Config['scorecard'],
    weights: { blank: pick('weights.blank', weights.blank, ruled.weights.blank) },
    quantityCap: pick('quantity_cap', current.quantityCap, ruled.quantityCap),
  };
}

const EXAMPLE = '"weights": { "nodes": { "1-1": 3 }, "projects": { "1399-R01-0001": 2 } }';

/** A fault of the whole file, told of a rules file: not under the configuration's name, and with an example of rules. */
const ofRules = (fault: ConfigFault): ConfigFault =>
  fault.key === CONFIG_FILE || fault.key === '{}' ? { ...fault, key: '{}', example: `{ ${EXAMPLE} }` } : fault;

function badWeight(key: string, value: unknown): ConfigFault {
  return {
    key,
    value: shown(key, value),
    expected: {
      fa: 'جدولی از کد به وزن؛ وزن عددی از ۰ تا ۱٬۰۰۰٬۰۰۰٬۰۰۰، یا null برای خالی',
      en: 'a table of codes and weights; a weight is a number from 0 to 1,000,000,000, or null for blank',
    },
    example: EXAMPLE,
  };
}

function notARule(key: string, value: unknown): ConfigFault {
  const guess = nearest(key, RULE_KEYS);
  return {
    key,
    value: shown(key, value),
    expected: {
      fa: `قاعده‌ای که بتوان آزمود؛ نزدیک‌ترین «${guess}» است`,
      en: `a rule that can be tried; the nearest is "${guess}"`,
    },
    example: RULE_KEYS.join(', '),
  };
}

const noRule = (): ConfigFault => ({
  key: '{}',
  value: '{}',
  expected: { fa: 'دست‌کم یک قاعده برای آزمودن', en: 'at least one rule to try' },
  example: EXAMPLE,
});

const nothingScored = (): ConfigFault => ({
  key: 'scorecard',
  value: '0',
  expected: {
    fa: 'دست‌کم یک جزء کارنامه با وزنی بیش از ۰',
    en: 'at least one component of the score with a weight above 0',
  },
  example: '"scorecard": { "physical": 30 }',
});

/** Weights of siblings that add up to 0: nothing would count below `under`. `typed` = one of their codes in the file. */
export function ruledToNothing(group: 'nodes' | 'projects', typed: string, under: string): ConfigFault {
  return {
    key: `weights.${group}.${typed}`,
    value: '0',
    expected: {
      fa: `وزن‌هایی که جمعشان زیر «${under}» بیش از ۰ باشد؛ با این پرونده جمعشان ۰ می‌شود`,
      en: `weights that add up to more than 0 under "${under}"; with this file they add up to 0`,
    },
    example: EXAMPLE,
  };
}

/** Two spellings of one code (`A1`, `a1`): which weight is meant is not guessed. */
export function ruledTwice(group: 'nodes' | 'projects', typed: string, code: string): ConfigFault {
  return {
    key: `weights.${group}.${typed}`,
    value: typed,
    expected: {
      fa: `هر کد تنها یک بار؛ «${code}» دو بار وزن گرفته است`,
      en: `each code once; "${code}" is given twice`,
    },
    example: `"${code}": 1`,
  };
}

/** A code that no version of the plan knows, with the nearest that it does. */
export function unknownRuledCode(group: 'nodes' | 'projects', code: string, known: readonly string[]): ConfigFault {
  const guess = nearest(code, known);
  return {
    key: `weights.${group}.${code}`,
    value: code,
    expected: {
      fa: `کدی از برنامه؛ نزدیک‌ترین «${guess}» است`,
      en: `a code of the plan; the nearest is "${guess}"`,
    },
    example: `"${guess}": 1`,
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
