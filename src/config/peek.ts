import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blankComments } from './comments.js';
import { CONFIG_FILE } from './config.js';

/**
 * The language alone, without judging the rest: for `--help` and for the words in which faults are told. It stands
 * apart from the validation so that help does not wait for it.
 */
export function peekLanguage(workspaceDir: string): 'fa' | 'en' {
  try {
    const raw: unknown = JSON.parse(blankComments(readFileSync(join(workspaceDir, CONFIG_FILE), 'utf8')));
    return typeof raw === 'object' && raw !== null && 'language' in raw && raw.language === 'en' ? 'en' : 'fa';
  } catch {
    return 'fa';
  }
}
