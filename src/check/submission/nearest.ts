/** Letters to insert, drop, replace or swap with the neighbour to get from one word to the other; `limit` + 1 = more. */
export function editDistance(a: string, b: string, limit: number): number {
  if (Math.abs(a.length - b.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const step = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + cost);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      row.push(swapped ? Math.min(step, (before[j - 2] ?? 0) + 1) : step);
    }
    if (Math.min(...row) > limit) return limit + 1;
    [before, last] = [last, row];
  }
  return last[b.length] ?? limit + 1;
}

/** The candidate that a slip of the keyboard away could have been meant; null = none is near. Only ever a suggestion. */
export function nearest(text: string, candidates: Iterable<string>): string | null {
  let limit = text.length <= 4 ? 1 : 2;
  let best: string | null = null;
  for (const candidate of candidates) {
    const distance = editDistance(text, candidate, limit);
    if (distance <= limit) {
      best = candidate;
      limit = distance - 1;
    }
    if (limit < 0) break;
  }
  return best;
}
