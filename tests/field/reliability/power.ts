import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { DIST, finalState, mustEnd, payesh } from '../../crash/rig.js';
import { until } from '../../crash/serving.js';
import { system } from './privilege.js';

/**
 * A disk whose power can be cut: an ext4 image on a loop device. What the program wrote but did not force lies in the memory
 * of the mounted file system and not in the image, so a copy of the image is what a power cut would leave. The inbox is a
 * folder of another machine (a share) and keeps what it holds.
 */
export class PowerRig {
  private readonly at: string;
  private readonly image: string;
  private readonly share: string;

  constructor(
    private readonly folder: string,
    base: string,
  ) {
    this.at = join(folder, 'disk');
    this.image = join(folder, 'base.img');
    this.share = join(folder, 'share');
    mkdirSync(this.at);
    mkdirSync(this.share);
    writeFileSync(this.image, '');
    truncateSync(this.image, 48 * 1024 * 1024);
    system('mkfs.ext4', '-q', this.image);
    this.mount(this.image);
    cpSync(base, join(this.at, 'town'), { recursive: true, preserveTimestamps: true });
    cpSync(join(base, 'data', 'inbox'), this.share, { recursive: true, preserveTimestamps: true });
    rmSync(join(this.at, 'town', 'data', 'inbox'), { recursive: true });
    mkdirSync(join(this.at, 'town', 'data', 'inbox'));
    this.unmount();
  }

  private mount(image: string, inbox?: string): void {
    // No commit by the clock: only what is forced reaches the image.
    system('mount', '-o', 'loop,commit=3000', image, this.at);
    if (inbox) system('mount', '--bind', inbox, join(this.at, 'town', 'data', 'inbox'));
  }

  private unmount(): void {
    for (const place of [join(this.at, 'town', 'data', 'inbox'), this.at]) {
      try {
        system('umount', place);
      } catch {
        // Not mounted.
      }
    }
  }

  /**
   * Runs the program and cuts the power so many milliseconds after so many files have left the share. What lay on the disk then is kept; the share
   * stays as it is, so that its files are the very same ones. Gives the state after the power is back and the program, the
   * real one or a spoilt one, ran to its end.
   */
  async cut(
    taken: number,
    milliseconds: number,
    words: readonly string[],
    dist = DIST,
  ): Promise<Record<string, unknown>> {
    const running = join(this.folder, 'running.img');
    const cut = join(this.folder, 'cut.img');
    const share = join(this.folder, 'share-now');
    system('cp', '--sparse=always', this.image, running);
    rmSync(share, { recursive: true, force: true });
    cpSync(this.share, share, { recursive: true, preserveTimestamps: true });
    this.mount(running, share);
    const program = [join(dist, 'src', 'cli', 'main.js'), '--workspace', join(this.at, 'town'), ...words];
    const child = spawn(process.execPath, program, { stdio: 'ignore' });
    const ended = new Promise((resolve) => child.once('close', resolve));
    try {
      const all = count(share);
      await until(`${taken} files are taken`, () => child.exitCode !== null || all - count(share) >= taken);
      await setTimeout(milliseconds);
      child.kill('SIGSTOP');
      system('cp', '--sparse=always', running, cut);
    } finally {
      child.kill('SIGKILL');
      await ended;
      await setTimeout(30);
      this.unmount();
    }
    this.mount(cut, share);
    try {
      const root = join(this.at, 'town');
      mustEnd(payesh(root, words, { dist }));
      return finalState(root);
    } finally {
      this.unmount();
    }
  }

  close(): void {
    this.unmount();
  }
}

/** Files below a folder, by their names only: they leave while we look. */
function count(folder: string): number {
  return readdirSync(folder, { recursive: true }).filter((name) => String(name).endsWith('.csv')).length;
}
