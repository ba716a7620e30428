import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { planFolder, SMALL_PLAN } from './workspace.js';

/** The package as a user installs it: packed, unpacked elsewhere, and run in an empty folder. */
const home = resolve('node_modules/.cache/payesh-package-test');
let empty = '';
let bin = '';

beforeAll(() => {
  rmSync(home, { recursive: true, force: true });
  mkdirSync(home, { recursive: true });
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const packed = execFileSync(npm, ['pack', '--json', '--pack-destination', home], { encoding: 'utf8' });
  const [{ filename }] = JSON.parse(packed.slice(packed.indexOf('['))) as [{ filename: string }];
  // Unpacked below the repository, so that its dependencies are those that are installed here.
  execFileSync('tar', ['-xzf', join(home, filename), '-C', home]);
  bin = join(home, 'package', 'dist', 'src', 'cli', 'main.js');
  empty = mkdtempSync(join(tmpdir(), 'payesh-empty-'));
});
afterAll(() => {
  rmSync(empty, { recursive: true, force: true });
  rmSync(home, { recursive: true, force: true });
});

function payesh(...words: string[]) {
  // No folder of programs: a computer without LibreOffice.
  const env = { ...process.env, PATH: '' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...words], {
    cwd: empty,
    encoding: 'utf8',
    env,
  });
  return { status, stdout, stderr };
}

describe('the packed program in an empty folder', () => {
  it('helps, and says what is missing with the right exit code', () => {
    expect(payesh('--help')).toMatchObject({ status: 0, stdout: expect.stringContaining('realization') });
    expect(payesh('fly')).toMatchObject({ status: 2, stdout: '' });
    const nothing = payesh('realization', '--language', 'en');
    expect(nothing).toMatchObject({ status: 1, stdout: '', stderr: expect.stringContaining('payesh plan import') });
    expect(readdirSync(empty)).toEqual([]);
  });

  it('goes from init over plan and inbox to a workbook and JSON with the contract’s keys', () => {
    expect(payesh('init', '.').status).toBe(0);
    expect(payesh('plan', 'import', planFolder(empty, SMALL_PLAN)).status).toBe(0);
    const inbox = join(empty, 'data', 'inbox', 'D1');
    mkdirSync(inbox, { recursive: true });
    const sent = join(inbox, '1399-06.csv');
    writeFileSync(sent, 'project,physical_percent,spent_rial\nA1,20,450\nA2,30,1100\nX,1,1\n');
    utimesSync(sent, 1_600_000_000, 1_600_000_000);
    const ran = payesh('run', '--json');
    expect(ran.status).toBe(3);
    expect(JSON.parse(ran.stdout).report.pdf).toEqual({ state: 'absent', path: null });
    expect(ran.stderr).toContain('LibreOffice (soffice) is not on the PATH');
    expect(readdirSync(join(empty, 'reports', '1399-06'))).toContain('manifest.json');
    const answer = JSON.parse(payesh('realization', '--scope', 'year', '--json').stdout);
    expect(Object.keys(answer)).toEqual(
      expect.arrayContaining([
        'period',
        'plan',
        'scope',
        'basis',
        'spending',
        'budget',
        'denominator',
        'as_of',
        'rows',
      ]),
    );
    expect(answer.rows[0]).toMatchObject({ code: 'P1', level: 'plan', leaves: 3, silent: 1, spent_rial: 1550 });
    const explained = JSON.parse(payesh('explain', 'A1', '--scope', 'year', '--json').stdout);
    expect(JSON.stringify(explained)).toContain('"cell":"B2"');
    expect(payesh('verify').status).toBe(0);
  });
});
