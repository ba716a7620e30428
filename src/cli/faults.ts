import { CONFIG_FILE, type ConfigFault, type Language } from '../config/config.js';
import { PayeshError } from '../domain/error.js';
import { type ExitCode, FAILED, type Host, WRONG_USAGE } from './host.js';
import { oneLine } from './table.js';
import { say } from './texts.js';

/** Faults of one file that are told line by line; of the others only their number. */
const SHOWN = 20;

/** Something with texts of both languages and remedies: PayeshError, and the store's own error. */
interface Told {
  fa: string;
  en: string;
  remedyFa: string;
  remedyEn: string;
}

/** Tells a fault in words on stderr and returns the exit code. A stack is shown only where the fault is our own. */
export function tellFault(host: Pick<Host, 'err'>, language: Language, error: unknown): ExitCode {
  const told = error instanceof PayeshError ? error.text : isTold(error) ? error : null;
  if (told) {
    const [what, remedy] = language === 'fa' ? [told.fa, told.remedyFa] : [told.en, told.remedyEn];
    host.err(`${oneLine(what)}\n${say(language, 'remedy')} ${oneLine(remedy)}\n`);
    return error instanceof PayeshError ? error.exitCode : FAILED;
  }
  const reason = error instanceof Error ? error.message : String(error);
  if (isOfTheWorld(error)) {
    host.err(`${say(language, 'fault.world', { reason: oneLine(reason) })}\n`);
    host.err(`${say(language, 'remedy')} ${say(language, 'fault.world.remedy')}\n`);
    return FAILED;
  }
  const detail = error instanceof Error ? (error.stack ?? reason) : reason;
  host.err(`${say(language, 'fault.ours')}\n${detail}\n`);
  return FAILED;
}

/** Every fault of the configuration at once, each with key, value, what is expected and an example. */
export function tellConfigFaults(
  host: Pick<Host, 'err'>,
  language: Language,
  faults: readonly ConfigFault[],
  { key: title, file }: { key: 'fault.config' | 'fault.rules'; file: string } = {
    key: 'fault.config',
    file: CONFIG_FILE,
  },
): ExitCode {
  const lines = faults
    .slice(0, SHOWN)
    .map(({ key, value, expected, example }) =>
      oneLineUnder(say(language, 'fault.config.line', { key, value, expected: expected[language], example })),
    );
  const head = say(language, title, { file: oneLine(file), count: faults.length });
  const rest = faults.length - lines.length;
  if (rest > 0) lines.push(`  ${say(language, 'fault.more', { count: rest })}`);
  host.err(`${[head, ...lines].join('\n')}\n`);
  return WRONG_USAGE;
}

/** Keys and values stand in a file that may come from anywhere; each fault stays one line under its heading. */
const oneLineUnder = (line: string) => `  ${oneLine(line)}`;

function isTold(error: unknown): error is Error & Told {
  return error instanceof Error && ['fa', 'en', 'remedyFa', 'remedyEn'].every((key) => key in error);
}

/** Errors of files, disks and SQLite carry a code such as ENOSPC or SQLITE_FULL. */
function isOfTheWorld(error: unknown): boolean {
  return error instanceof Error && 'code' in error && /^(E[A-Z0-9]+|SQLITE_\w+)$/.test(String(error.code));
}
