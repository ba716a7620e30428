import { join } from 'node:path';
import { expect } from 'vitest';
import { copyWorkspace, finalState, mustEnd, payesh, type Run } from './rig.js';

/** How a command is killed and what must come out. */
export interface Trial {
  /** A workspace before the command; it is copied, never changed. */
  base: string;
  words: readonly string[];
  /** What must be the same as after an undisturbed run. */
  stateOf?: (root: string) => unknown;
  dist?: string;
}

/**
 * Ends the real process at chosen durable steps of a command (all of them by default), starts it again, and compares the
 * outcome with that of an undisturbed run. Gives the number of kills.
 */
export function killAtEach({ base, words, stateOf = finalState, dist }: Trial, every = 1, first = 1): number {
  const program: Run = dist === undefined ? {} : { dist };
  const calm = copyWorkspace(base, join(base, '..', 'calm'));
  const { steps } = mustEnd(payesh(calm, words, program));
  const expected = stateOf(calm);
  let kills = 0;
  for (let step = first; step <= steps.length; step += every) {
    const root = copyWorkspace(base, join(base, '..', 'killed'));
    const killed = payesh(root, words, { ...program, killAt: step });
    expect(
      killed.signal,
      `step ${step} ${steps[step - 1]} of ${words.join(' ')} was not reached\n${killed.stderr}`,
    ).toBe('SIGKILL');
    mustEnd(payesh(root, words, program));
    expect(stateOf(root), `killed at step ${step} of ${words.join(' ')}: ${steps[step - 1]}`).toEqual(expected);
    kills += 1;
  }
  return kills;
}
