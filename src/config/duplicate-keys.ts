import { blankComments } from './comments.js';
import type { ConfigFault } from './config.js';

interface Level {
  /** Keys so far; null = a list. */
  keys: Set<string> | null;
  /** The key, or the place in a list, under which the reader stands. */
  at: string;
}

/**
 * Keys that a JSON text with comments gives twice in one object, as paths (`weights.nodes.G1`): JSON lets the last one win without a word, and which was
 * meant is not guessed. The text must be valid JSON.
 */
export function duplicateKeys(text: string): string[] {
  const found = new Set<string>();
  const levels: Level[] = [];
  const tokens = blankComments(text).matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?|[{}[\]]/g);
  for (const [token, colon] of tokens) {
    const level = levels.at(-1);
    if (token === '{') levels.push({ keys: new Set(), at: '' });
    else if (token === '[') levels.push({ keys: null, at: '[]' });
    else if (token === '}' || token === ']') levels.pop();
    else if (colon !== undefined && level?.keys) {
      level.at = JSON.parse(token.slice(0, -colon.length)) as string;
      if (level.keys.has(level.at)) found.add(levels.map(({ at }) => at).join('.'));
      level.keys.add(level.at);
    }
  }
  return [...found];
}

export function givenTwice(key: string): ConfigFault {
  return {
    key,
    value: key,
    expected: {
      fa: 'هر کلید تنها یک بار؛ این کلید دو بار نوشته شده است',
      en: 'each key once; this one is given twice',
    },
    example: `"${key.split('.').at(-1)}": …`,
  };
}
