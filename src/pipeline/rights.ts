import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { CONFIG_FILE } from '../config/config.js';
import type { Context } from './context.js';
import type { Sentence } from './types.js';

const WRITE_BY_OTHERS = 0o002;
const READ_BY_OTHERS = 0o004;
const STICKY = 0o1000;

/** One thing whose rights are looked at: what others on the machine must not be able to do with it. */
interface Guarded {
  path: string;
  /** True: not even reading, since it holds what departments must not see of each other, or a secret. */
  secret: boolean;
}

/**
 * Rights that are wider than the operations page allows: writing by everybody is a problem, reading of what is not everybody's
 * a warning. Where the system has no such rights (Windows) nothing is said.
 */
export async function rightsOf({
  workspace,
  config,
}: Context): Promise<{ problems: Sentence[]; warnings: Sentence[] }> {
  const answer = { problems: [] as Sentence[], warnings: [] as Sentence[] };
  if (process.platform === 'win32') return answer;
  const { root, database, archive, quarantine, backup, inbox, outbox, reports } = workspace;
  const secrets = [
    database,
    archive,
    quarantine,
    backup,
    ...(config.mail?.passwordFile ? [config.mail.passwordFile] : []),
  ];
  const guarded: Guarded[] = [
    ...secrets.map((path) => ({ path, secret: true })),
    ...[join(root, CONFIG_FILE), join(root, 'data'), outbox, reports].map((path) => ({ path, secret: false })),
    ...(await departmentsIn(inbox)).map((path) => ({ path, secret: true })),
  ];
  for (const { path, secret } of guarded) {
    const mode = await stat(path).then(
      ({ mode }) => mode,
      () => null,
    );
    if (mode === null) continue;
    if ((mode & WRITE_BY_OTHERS) !== 0 && (mode & STICKY) === 0) answer.problems.push(writable(path, mode));
    else if (secret && (mode & READ_BY_OTHERS) !== 0) answer.warnings.push(readable(path, mode));
  }
  return answer;
}

async function departmentsIn(inbox: string): Promise<string[]> {
  const entries = await readdir(inbox, { withFileTypes: true }).catch(() => []);
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => join(inbox, name));
}

const octal = (mode: number) => (mode & 0o7777).toString(8).padStart(4, '0');

const writable = (path: string, mode: number): Sentence => ({
  fa: `هر کسی روی این دستگاه می‌تواند در ${path} بنویسد (${octal(mode)}). درست کنید: chmod o-w`,
  en: `Anybody on this machine may write to ${path} (${octal(mode)}). Mend with chmod o-w`,
});

const readable = (path: string, mode: number): Sentence => ({
  fa: `هر کسی روی این دستگاه می‌تواند ${path} را بخواند (${octal(mode)}). اگر نباید: chmod o-r`,
  en: `Anybody on this machine may read ${path} (${octal(mode)}). If that should not be: chmod o-r`,
});
