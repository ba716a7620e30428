import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { blankComments } from './comments.js';
import { CONFIG_FILE, type Config, type ConfigFault } from './config.js';
import { HOLIDAYS_FILE, readHolidays } from './days-off.js';
import { duplicateKeys, givenTwice } from './duplicate-keys.js';
import { validate } from './validate.js';

/**
 * The configuration of a workspace and every fault in it, all at once. A missing file is no fault: every key has a
 * default, and the holidays of `data/holidays.csv` join those of the file. With faults the returned configuration holds the defaults at the faulty keys and must not be used for work.
 */
export function loadConfig(workspaceDir: string): { config: Config; faults: ConfigFault[] } {
  const text = textOf(join(workspaceDir, CONFIG_FILE));
  const { config, faults } = text === null ? validate({}) : readConfig(text);
  const table = textOf(join(workspaceDir, HOLIDAYS_FILE));
  if (table === null) return { config, faults };
  const { days, faults: lines } = readHolidays(config.calendar, table);
  const holidays = [...new Set([...config.daysOff.holidays, ...days])].sort();
  return { config: { ...config, daysOff: { ...config.daysOff, holidays } }, faults: [...faults, ...lines] };
}

/** Null where there is no such file. */
function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

/** The same from the text of the file; a key that stands there twice is a fault. */
export function readConfig(text: string): { config: Config; faults: ConfigFault[] } {
  let raw: unknown;
  try {
    raw = JSON.parse(blankComments(text));
  } catch (error) {
    return { config: validate({}).config, faults: [notJson(text, error)] };
  }
  const { config, faults } = validate(raw);
  return { config, faults: [...faults, ...duplicateKeys(text).map(givenTwice)] };
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
