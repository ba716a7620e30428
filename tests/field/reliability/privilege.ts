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

/**
 * A check that needs a privilege is skipped loudly without it. In CI it is a fault where mounting is allowed as such and only
 * the tools for it are missing.
 */
export function skipped(what: string, isPossible: boolean): boolean {
  if (isPossible) return false;
  console.log(
    `!! SKIPPED: ${what}: it needs root with the right to mount${CAN_MOUNT ? ' loop devices (mkfs.ext4, losetup)' : ''}.`,
  );
  if (process.env.CI && CAN_MOUNT)
    throw new Error(`${what}: small file systems can be mounted here, but loop devices cannot`);
  return true;
}
