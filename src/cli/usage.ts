import type { Command, CommanderError } from 'commander';
import type { Language } from '../config/config.js';
import { DONE, type ExitCode, type Host, WRONG_USAGE } from './host.js';
import { say, TEXTS, type TextKey } from './texts.js';

const SHOWN_ON_REQUEST = new Set(['commander.helpDisplayed', 'commander.version', 'commander.help']);

/** Wrong usage in the reader's language: what is wrong, the nearest right word, and where the help stands. Always 2. */
export function tellUsage(host: Host, language: Language, program: Command, error: CommanderError): ExitCode {
  if (SHOWN_ON_REQUEST.has(error.code)) {
    // `payesh` alone prints its help too, but nothing was asked for.
    if (error.exitCode === 0) return DONE;
    host.err(program.helpInformation());
    return WRONG_USAGE;
  }
  const key = `usage.${error.code}`;
  const what = /'([^']*)'/.exec(error.message)?.[1]?.split(' ')[0] ?? '';
  const lines = [
    key in TEXTS
      ? say(language, key as TextKey, { what })
      : say(language, 'usage.other', { what: error.message.replace(/^error: /, '') }),
  ];
  const suggestion = /Did you mean (?:one of )?([^?]*)\?/.exec(error.message)?.[1];
  if (suggestion) lines.push(say(language, 'usage.didYouMean', { what: suggestion }));
  const allowed = /Allowed choices are ([^.]*)\./.exec(error.message)?.[1];
  if (allowed) lines.push(say(language, 'usage.choices', { what: allowed }));
  lines.push(say(language, 'usage.see', { command: commandOf(host, program) }).replace('  ', ' '));
  host.err(`${lines.join('\n')}\n`);
  return WRONG_USAGE;
}

/** The known command that the words begin with, so that the pointer to the help is exact. */
function commandOf({ words }: Host, program: Command): string {
  const path: string[] = [];
  let at = program;
  for (const word of words) {
    const next = at.commands.find((command) => command.name() === word);
    if (!next) continue;
    path.push(word);
    at = next;
  }
  return path.join(' ');
}
