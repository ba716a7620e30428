import type { Log } from './run-due.js';

/** A jump that no clock service makes in its daily work. */
const JUMP_MILLISECONDS = 12 * 3_600_000;

/** So long a jump may be a wrong clock that is about to be set right; then it is believed. */
export const DOUBT_MILLISECONDS = 10 * 60_000;

/**
 * Compares the clock on the wall with the time that has truly passed. A sleeping machine and a wrong clock look the same, so
 * after a jump forward no month is closed and nobody is reminded for ten minutes; a closed month would refuse files that are in time. A jump back
 * needs no such rest: what is done stays done.
 */
export function clockWatch(clock: { now(): Date }, log: Log, passed: () => number = () => performance.now()) {
  let wall = clock.now().getTime();
  let steady = passed();
  let doubtfulUntil = Number.NEGATIVE_INFINITY;

  return {
    isDoubtful(): boolean {
      const [wallNow, trueNow] = [clock.now().getTime(), passed()];
      const jump = wallNow - wall - (trueNow - steady);
      [wall, steady] = [wallNow, trueNow];
      if (Math.abs(jump) >= JUMP_MILLISECONDS) {
        log(`the clock jumped ${jump > 0 ? 'forward' : 'back'} by ${(Math.abs(jump) / 3_600_000).toFixed(1)} hours`);
        doubtfulUntil = jump > 0 ? trueNow + DOUBT_MILLISECONDS : Number.NEGATIVE_INFINITY;
      }
      return trueNow < doubtfulUntil;
    },
  };
}
