import type { Organisation } from '../oracle/generate.js';
import { Chance } from '../oracle/random.js';

/** The same organisation with the rows of every table and all its figures in another order. */
export function turned(given: Organisation, seed: number): Organisation {
  const chance = new Chance(-seed);
  const tables = Object.entries(given.package).map(([name, rows]) => [name, chance.shuffle(rows as unknown[])]);
  return { ...given, package: Object.fromEntries(tables), figures: chance.shuffle(given.figures) };
}
