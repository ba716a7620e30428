import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { npm, ROOT, run, say } from './process.mjs';

/** The packages of a lock file: path → what was locked there. Null where there is no readable lock. */
function packagesOf(path) {
  if (!existsSync(path)) return null;
  try {
    return JSON.parse(readFileSync(path, 'utf8')).packages ?? null;
  } catch {
    return null;
  }
}

/** The first package that is missing on the disk or is another one than the lock says; optional packages of other systems may be absent. */
function firstDifference(wanted, installed) {
  for (const [path, { version, integrity, optional, link }] of Object.entries(wanted)) {
    if (path === '' || link) continue;
    const found = installed[path];
    if (!found && optional) continue;
    if (found?.version !== version || found?.integrity !== integrity || !existsSync(join(ROOT, path))) return path;
  }
  return null;
}

/** Installs the locked packages where they are missing or differ. Inside an installed package there is no lock: nothing to do. */
export function ensure() {
  const wanted = packagesOf(join(ROOT, 'package-lock.json'));
  if (!wanted) return;
  const installed = packagesOf(join(ROOT, 'node_modules', '.package-lock.json'));
  const reason = installed ? firstDifference(wanted, installed) : 'node_modules';
  if (reason === null) return;
  say(`Installing packages with npm ci (${reason} is missing or differs) / نصب بسته‌ها`);
  const code = run(npm('ci', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error'));
  if (code !== 0) {
    say(
      'npm ci failed. Check the network or the npm registry setting, then run again. / نصب ناتمام ماند؛ شبکه را بررسی کنید.',
    );
    process.exit(1);
  }
}
