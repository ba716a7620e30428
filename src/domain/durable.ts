/**
 * The durable steps of the program: each write, forcing, rename, removal and statement after which the disk differs. They
 * are told here as they happen, so that a test can end the real process at every single one of them. Nobody listens in
 * production: there is no setting, variable or flag for it; a test loads its listener into the process before the program.
 */
let listener: ((step: string) => void) | null = null;

/** Says that a durable step is done (files) or about to be done (statements of the database). */
export function durable(step: string): void {
  listener?.(step);
}

/** Whether somebody listens: the database tells its statements only then. */
export function isHeard(): boolean {
  return listener !== null;
}

/** For tests. */
export function hearDurableSteps(heard: (step: string) => void): void {
  listener = heard;
}
