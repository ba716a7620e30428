import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Runs a system command; throws with what it said. */
export function system(command: string, ...words: string[]): string {
  const { status, stdout, stderr, error } = spawnSync(command, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${command} ${words.join(' ')}: ${stderr || error?.message}`);
  return stdout;
}

function works(attempt: (folder: string) => void): boolean {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  const folder = mkdtempSync(join(tmpdir(), 'payesh-mount-'));
  try {
    attempt(folder);
    return true;
  } catch {
    return false;
  } finally {
    spawnSync('umount', [join(folder, 'at')]);
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether small file systems can be made here: root with the right to mount. */
export const CAN_MOUNT = works((folder) => {
  mkdirSync(join(folder, 'at'));
  system('mount', '-t', 'tmpfs', '-o', 'size=1m', 'none', join(folder, 'at'));
});

/** Whether a file can be mounted as an ext4 disk. */
export const CAN_LOOP =
  CAN_MOUNT &&
  works((folder) => {
    mkdirSync(join(folder, 'at'));
    writeFileSync(join(folder, 'image'), '');
    truncateSync(join(folder, 'image'), 16 * 1024 * 1024);
    system('mkfs.ext4', '-q', join(folder, 'image'));
    system('mount', '-o', 'loop', join(folder, 'image'), join(folder, 'at'));
  });

/** Programs that `.ci/run` installs; without one of them a check is not skipped there, it fails. */
const PROGRAMS = ['mkfs.ext4', 'losetup', 'mount'];

/**
 * A check that needs a privilege is skipped loudly without it: not root, or a machine that lends no loop devices. A program that
 * is missing in CI is a fault.
 */
export function skipped(what: string, isPossible: boolean): boolean {
  if (isPossible) return false;
  const missing = PROGRAMS.filter((program) => spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0);
  if (process.env.CI && process.getuid?.() === 0 && missing.length > 0)
    throw new Error(`${what}: ${missing.join(', ')} is missing here`);
  const need = CAN_MOUNT ? 'loop devices, which this machine does not lend' : 'root with the right to mount';
  console.log(`!! SKIPPED: ${what}: it needs ${need}${missing.length > 0 ? `, and ${missing.join(', ')}` : ''}.`);
  return true;
}
