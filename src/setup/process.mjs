import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json. */
export const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

/** Set-up talks on stderr: stdout belongs to the data of the command that follows. */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** A command of this node, so that no shell and no PATH stands between. */
export function node(...args) {
  return { file: process.execPath, args };
}

/** npm as it was started (`npm start` names its own file); else from the PATH. */
export function npm(...args) {
  const script = process.env.npm_execpath;
  if (script?.endsWith('.js')) return node(script, ...args);
  return { file: process.platform === 'win32' ? 'npm.cmd' : 'npm', args, shell: process.platform === 'win32' };
}

/** Runs to the end and returns the exit code. What it prints goes to stderr unless `stdout: 'inherit'` is asked for. */
export function run({ file, args, shell = false }, { stdout = 2 } = {}) {
  const result = spawnSync(file, args, { cwd: ROOT, shell, stdio: ['inherit', stdout, 'inherit'] });
  if (result.error) say(`${file}: ${result.error.message}`);
  return result.status ?? 1;
}
