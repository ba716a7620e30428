/** The known word with the fewest edits from what was typed; a last part alone (`day`) or a beginning (`grace`) is near too. */
export function nearest(typed: string, known: readonly string[]): string {
  let best = known[0] ?? '';
  let bestDistance = Number.POSITIVE_INFINITY;
  for (const word of known) {
    const leaf = word.slice(word.indexOf('.') + 1);
    const begun = leaf.startsWith(typed) || word.startsWith(typed) ? 1 : Number.POSITIVE_INFINITY;
    const distance = Math.min(begun, editDistance(typed, word), editDistance(typed, leaf) + 0.5);
    if (distance < bestDistance) [best, bestDistance] = [word, distance];
  }
  return best;
}

/** Levenshtein: insertions, deletions and replacements of one letter, each 1. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replaced, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
