import { isAbsolute, resolve } from 'node:path';
import type { Language } from '../config/config.js';
import { peekLanguage } from '../config/peek.js';
import type { Host } from './host.js';

/**
 * Workspace and language, read from the words before the program is built: `--help` and the messages about wrong usage
 * must already speak the right language.
 */
export function foreseen({ words, environment, currentFolder }: Host): { workspace: string; language: Language } {
  const named = wordAfter(words, '--workspace') ?? (environment.PAYESH_WORKSPACE || undefined) ?? '.';
  const workspace = isAbsolute(named) ? named : resolve(currentFolder, named);
  const asked = wordAfter(words, '--language');
  return { workspace, language: asked === 'fa' || asked === 'en' ? asked : peekLanguage(workspace) };
}

function wordAfter(words: readonly string[], option: string): string | undefined {
  const end = words.indexOf('--');
  const before = end < 0 ? words : words.slice(0, end);
  const at = before.findIndex((word) => word === option || word.startsWith(`${option}=`));
  if (at < 0) return undefined;
  return before[at] === option ? before[at + 1] : before[at]?.slice(option.length + 1);
}
