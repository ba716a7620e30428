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
  /** The run after the kill is killed too, each time at another of its steps. */
  inRecovery?: boolean;
}

/**
 * Ends the real process at chosen durable steps of a command (all of them by default), starts it again, and compares the
 * outcome with that of an undisturbed run. Gives the number of kills.
 */
export function killAtEach(
  { base, words, stateOf = finalState, dist, inRecovery = false }: Trial,
  every = 1,
  first = 1,
): number {
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
    kills += 1;
    let what = `killed at step ${step} of ${words.join(' ')}: ${steps[step - 1]}`;
    if (inRecovery) {
      // It takes up what is left and the rest: some steps more than an undisturbed run has from here.
      const again = 1 + ((step * 5) % (steps.length - step + 8));
      const second = payesh(root, words, { ...program, killAt: again });
      if (second.signal === 'SIGKILL') {
        kills += 1;
        what += `, and at step ${again} of the next run: ${second.steps.at(-1)}`;
      } else mustEnd(second);
    }
    mustEnd(payesh(root, words, program));
    expect(stateOf(root), what).toEqual(expected);
  }
  return kills;
}
