/**
 * How much of a long check is done: the whole with PAYESH_RELIABILITY=1, else a fixed part that meets every kind of step, file
 * and fault. What was done is counted in the output.
 */
const IS_WHOLE = process.env.PAYESH_RELIABILITY === '1';

export function extent(whole: number, part: number): number {
  return IS_WHOLE ? whole : part;
}

/** A line of the result, with what it was a part of. */
export function report(what: string): void {
  console.log(IS_WHOLE ? what : `${what} (a fixed part; the whole: PAYESH_RELIABILITY=1)`);
}
