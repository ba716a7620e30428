import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blankComments } from './comments.js';
import { CONFIG_FILE, type Config, type ConfigFault } from './config.js';
import { validate } from './validate.js';

/**
 * The configuration of a workspace and every fault in it, all at once. A missing file is no fault: every key has a
 * default. With faults the returned configuration holds the defaults at the faulty keys and must not be used for work.
 */
export function loadConfig(workspaceDir: string): { config: Config; faults: ConfigFault[] } {
  const path = join(workspaceDir, CONFIG_FILE);
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return validate({});
    throw error;
  }
  return readConfig(text);
}

/** The same from the text of the file. */
export function readConfig(text: string): { config: Config; faults: ConfigFault[] } {
  let raw: unknown;
  try {
    raw = JSON.parse(blankComments(text));
  } catch (error) {
    return { config: validate({}).config, faults: [notJson(text, error)] };
  }
  return validate(raw);
}

function notJson(text: string, error: unknown): ConfigFault {
  const reason = error instanceof Error ? error.message : String(error);
  const position = /at position (\d+)/.exec(reason)?.[1];
  const line = position === undefined ? lineCount(text) : lineCount(text.slice(0, Number(position)));
  return {
    key: CONFIG_FILE,
    value: reason,
    expected: {
      fa: `JSON درست (با اجازهٔ یادداشت //)؛ خطا نزدیک سطر ${line} است`,
      en: `valid JSON (// comments are allowed); the fault is near line ${line}`,
    },
    example: '{ "organisation": "…", "language": "fa" }',
  };
}

function lineCount(text: string): number {
  return text.split('\n').length;
}
