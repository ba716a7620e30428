import { readFileSync } from 'node:fs';

/** What each messy file must say: a title line `## name`, then status, facts with their cells, findings with their places. */
export const EXPECTED: ReadonlyMap<string, string[]> = new Map(
  readFileSync(new URL('./expected.txt', import.meta.url), 'utf8')
    .split(/^## /m)
    .slice(1)
    .map((block): [string, string[]] => {
      const [name = '', ...lines] = block.trimEnd().split('\n');
      return [name, lines.filter((line) => line !== '')];
    }),
);
