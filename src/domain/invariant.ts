/** A fault of our own program: it is never caught quietly and never blamed on the data. */
export class InvariantError extends Error {
  override name = 'InvariantError';
}

/** Stops at once when the program's own assumption is broken. */
export function invariant(condition: unknown, message: string): asserts condition {
  if (!condition) throw new InvariantError(message);
}
