import { existsSync, realpathSync } from 'node:fs';
import { dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FenceLimits, heapMegabytes } from './limits.js';

/** How a child is started: a program and its arguments, never a shell. */
export interface Command {
  file: string;
  args: string[];
}

/** What a reader may load. A package below these is found beside them. */
const PACKAGES = ['saxes', 'csv-parse/sync', '@e965/xlsx', 'htmlparser2'];

/** The compiled program of a child; null = this code runs from its TypeScript sources, where there is none. */
export function compiledEntry(): string | null {
  const here = fileURLToPath(import.meta.url);
  const entry = join(dirname(here), 'child.js');
  return here.endsWith('.js') && existsSync(entry) ? entry : null;
}

/**
 * Node with a bounded heap that may read our own code and nothing else: no other file, no program, no add-on. The
 * permission model has another name before Node 22.13.
 */
export function childCommand(entry: string, limits: FenceLimits): Command {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const final = major > 22 || (major === 22 && minor >= 13);
  const readable = new Set([entry, realpathSync(entry)].map(codeFolder));
  for (const name of PACKAGES) readable.add(packagesFolder(fileURLToPath(import.meta.resolve(name))));
  const launcher = diesWithParent();
  return {
    file: launcher[0] ?? process.execPath,
    args: [
      ...(launcher.length > 0 ? [...launcher.slice(1), process.execPath] : []),
      final ? '--permission' : '--experimental-permission',
      '--no-warnings',
      `--max-old-space-size=${heapMegabytes(limits)}`,
      ...[...readable].map((folder) => `--allow-fs-read=${folder}${sep}`),
      // It says that our files are ECMAScript modules.
      ...packageFiles(entry).map((file) => `--allow-fs-read=${file}`),
      entry,
    ],
  };
}

const SETPRIV = '/usr/bin/setpriv';

/**
 * A child in an endless loop does not notice that its parent is gone; on Linux the kernel is asked to end it then. `setpriv`
 * belongs to every Debian; where it is missing, a child ends when it next waits for work.
 */
function diesWithParent(): string[] {
  return process.platform === 'linux' && existsSync(SETPRIV) ? [SETPRIV, '--pdeathsig', 'KILL', '--'] : [];
}

/** `…/src/read/fence/child.js` → `…/src`, where all that a reader imports of ours lies. */
function codeFolder(entry: string): string {
  return dirname(dirname(dirname(entry)));
}

/** The outermost `node_modules` of a path: packages that link to each other stay inside it. */
function packagesFolder(path: string): string {
  const parts = path.split(sep);
  return parts.slice(0, parts.indexOf('node_modules') + 1).join(sep);
}

/** The `package.json` that governs a file, if there is one. */
function packageFiles(entry: string): string[] {
  for (let folder = dirname(entry); folder !== dirname(folder); folder = dirname(folder)) {
    const file = join(folder, 'package.json');
    if (existsSync(file)) return [file];
  }
  return [];
}
