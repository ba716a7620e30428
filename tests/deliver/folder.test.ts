import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { type Disk, REAL_DISK } from '../../src/deliver/disk.js';
import { publish, publishedSet, type ReportSet } from '../../src/deliver/folder.js';
import { PayeshError } from '../../src/domain/error.js';

let reports = '';
beforeEach(() => {
  reports = join(mkdtempSync(join(tmpdir(), 'payesh-deliver-')), 'reports');
});
afterEach(() => rmSync(join(reports, '..'), { recursive: true, force: true }));

const set = (edition: number, ...texts: string[]): ReportSet => ({
  period: '1399-06',
  edition,
  run: `run-${edition}`,
  files: texts.map((text, index) => ({ file: `گزارش ${index + 1}.xlsx`, bytes: new TextEncoder().encode(text) })),
});

/** The published folder as text: `name=content`, manifest last as its edition. */
function folder(): string[] {
  const path = join(reports, '1399-06');
  return readdirSync(path)
    .sort()
    .map((name) => {
      const text = readFileSync(join(path, name), 'utf8');
      return name === 'manifest.json' ? `edition=${JSON.parse(text).edition}` : `${name}=${text}`;
    });
}

/** A disk whose nth changing operation fails with a code. */
function failing(nth: number, code: string): { disk: Disk; failed: () => boolean } {
  let left = nth;
  let failed = false;
  const step = () => {
    left -= 1;
    if (left !== 0) return;
    failed = true;
    throw Object.assign(new Error(code), { code });
  };
  const disk: Disk = { ...REAL_DISK };
  for (const name of ['makeFolder', 'write', 'copy', 'rename', 'remove', 'syncFolder'] as const) {
    const real = REAL_DISK[name] as (...args: unknown[]) => void;
    disk[name] = ((...args: unknown[]) => {
      step();
      real(...args);
    }) as never;
  }
  return { disk, failed: () => failed };
}

it('publishes a set with its manifest, and the next edition replaces it whole', () => {
  publish(reports, set(1, 'a', 'b'));
  expect(folder()).toEqual(['edition=1', 'گزارش 1.xlsx=a', 'گزارش 2.xlsx=b']);
  const second = publish(reports, set(2, 'c'));
  expect(folder()).toEqual(['edition=2', 'گزارش 1.xlsx=c']);
  expect(second).toMatchObject({ edition: 2, unchanged: false, files: [{ file: 'گزارش 1.xlsx' }] });
  expect(publishedSet(reports, '1399-06')).toMatchObject({ edition: 2, run: 'run-2' });
  expect(readdirSync(join(reports, '.staging'))).toEqual([]);
});

it('changes nothing when the same content comes again, and mends what somebody deleted', () => {
  publish(reports, set(1, 'a'));
  expect(publish(reports, { ...set(2, 'a') })).toMatchObject({ edition: 1, run: 'run-1', unchanged: true });
  rmSync(join(reports, '1399-06', 'گزارش 1.xlsx'));
  expect(publish(reports, set(1, 'a')).unchanged).toBe(false);
  expect(folder()).toEqual(['edition=1', 'گزارش 1.xlsx=a']);
});

it('keeps the files that people put beside the reports', () => {
  publish(reports, set(1, 'a'));
  writeFileSync(join(reports, '1399-06', 'my notes.txt'), 'mine');
  mkdirSync(join(reports, '1399-06', 'letters'));
  writeFileSync(join(reports, '1399-06', '~$open.xlsx'), 'lock');
  publish(reports, set(2, 'b'));
  expect(readdirSync(join(reports, '1399-06')).sort()).toEqual([
    'letters',
    'manifest.json',
    'my notes.txt',
    'گزارش 1.xlsx',
  ]);
});

it.each(['ENOSPC', 'EBUSY', 'EPERM'])('leaves the old or the new set whole, whichever step fails with %s', (code) => {
  let steps = 0;
  for (let nth = 1; ; nth += 1) {
    rmSync(reports, { recursive: true, force: true });
    publish(reports, set(1, 'old'));
    writeFileSync(join(reports, '1399-06', 'note.txt'), 'mine');
    const { disk, failed } = failing(nth, code);
    try {
      publish(reports, set(2, 'new'), disk);
    } catch (error) {
      expect(error).toBeInstanceOf(PayeshError);
      expect((error as PayeshError).text.en).toContain(code);
    }
    publishedSet(reports, '1399-06');
    expect(folder().join()).toMatch(
      /^(edition=1,note.txt=mine,گزارش 1.xlsx=old|edition=2,note.txt=mine,گزارش 1.xlsx=new)$/,
    );
    if (!failed()) break;
    steps = nth;
    publish(reports, set(2, 'new'));
    expect(folder()).toEqual(['edition=2', 'note.txt=mine', 'گزارش 1.xlsx=new']);
  }
  expect(steps).toBeGreaterThan(6);
});

it('puts the old set back after a power cut between the two renames', () => {
  publish(reports, set(1, 'old'));
  renameSync(join(reports, '1399-06'), join(reports, '.staging', '1399-06.old'));
  expect(publishedSet(reports, '1399-06')).toMatchObject({ edition: 1 });
  expect(folder()).toEqual(['edition=1', 'گزارش 1.xlsx=old']);
});

it('lets another process publish between the two renames, and leaves its half-written folder alone', () => {
  publish(reports, set(1, 'old'));
  const strange = join(reports, '.staging', '1399-06.new-other');
  mkdirSync(strange);
  let steps = 0;
  const disk: Disk = {
    ...REAL_DISK,
    rename(from, to) {
      REAL_DISK.rename(from, to);
      steps += 1;
      if (steps === 1) publish(reports, set(2, 'theirs'));
    },
  };
  expect(publish(reports, set(3, 'ours'), disk)).toMatchObject({ edition: 3, unchanged: false });
  expect(folder()).toEqual(['edition=3', 'گزارش 1.xlsx=ours']);
  expect(readdirSync(join(reports, '.staging'))).toEqual(['1399-06.new-other']);
  utimesSync(strange, 1_600_000_000, 1_600_000_000);
  publish(reports, set(4, 'next'));
  expect(readdirSync(join(reports, '.staging'))).toEqual([]);
});

it.each(['../x', 'a/b', 'a\\b', '.hidden', '', 'manifest.json'])('never takes %j as a file name', (file) => {
  expect(() => publish(reports, { ...set(1), files: [{ file, bytes: new Uint8Array() }] })).toThrow('plain file name');
});
