/** True where one letter less, more or other turns one key into the other. */
export function isOneEditApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1 || a === b) return false;
  let start = 0;
  while (start < short.length && short[start] === long[start]) start += 1;
  const rest = long.slice(start + 1);
  return short.slice(long.length === short.length ? start + 1 : start) === rest;
}

/** Short keys have neighbours everywhere («وزن», «وزین»): only from six letters on is nearness a hint. */
const SHORTEST_KEY = 6;

/** The first of the known keys that is one edit away; null for short keys. It is a suggestion and never a reading. */
export function nearKey(key: string, known: Iterable<string>): string | null {
  if (key.length < SHORTEST_KEY) return null;
  for (const candidate of known) {
    if (candidate.length >= SHORTEST_KEY && isOneEditApart(key, candidate)) return candidate;
  }
  return null;
}
