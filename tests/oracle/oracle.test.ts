import { expect, it } from 'vitest';
import { organisation } from './generate.js';
import { load } from './load.js';
import { disagreements, QUESTIONS } from './question.js';

const SEEDS = 200;
const SHOWN = 20;
const PATIENCE_MS = 180_000;

/** Every figure of every node, department and project, and every term of every gap, in all six scopes and bases. */
it(
  `agrees with a second definition in SQL on ${SEEDS} generated organisations`,
  () => {
    const faults: string[] = [];
    for (let seed = 1; seed <= SEEDS && faults.length < SHOWN; seed += 1) {
      const given = organisation(seed);
      const db = load(given);
      const choices = Object.values(given.options).join(' ');
      for (const [scope, basis] of QUESTIONS) {
        const where = `seed ${seed}, ${given.period}, ${scope} ${basis} ${choices}`;
        faults.push(...disagreements(given, db, scope, basis).map((line) => `${where}: ${line}`));
      }
      db.close();
    }
    expect(faults.slice(0, SHOWN)).toEqual([]);
  },
  PATIENCE_MS,
);
