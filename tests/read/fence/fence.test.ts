import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { childCommand } from '../../../src/read/fence/command.js';
import { Fence, readFenced } from '../../../src/read/fence/fence.js';
import { DEFAULT_FENCE, type FenceLimits } from '../../../src/read/fence/limits.js';
import { readTables } from '../../../src/read/read.js';
import { utf8 } from '../case.js';
import { html, ods, odsNumber, odsRow, written } from '../old-parts.js';
import { xlsx } from '../workbook-parts.js';
import { compileChild, removeCompiled } from './compiled.js';

let child = '';
beforeAll(() => {
  child = compileChild();
});
afterAll(removeCompiled);

const broken = (name: string) => join(dirname(fileURLToPath(import.meta.url)), 'broken', `${name}.mjs`);

function fenceOf(entry: string, limits: Partial<FenceLimits> = {}, most = 1): Fence {
  const all = { ...DEFAULT_FENCE, ...limits };
  return new Fence(childCommand(entry, all), all, most);
}

/** A process that ended and that nobody waited for yet is no longer alive. */
function isAlive(pid: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'latin1'));
  } catch {
    return false;
  }
}

/** Code and parameters of the only finding. */
async function verdict(entry: string, limits: Partial<FenceLimits> = {}) {
  const fence = fenceOf(entry, limits);
  const { result } = await fence.read(utf8('a,b\n1,2\n'), 'گزارش.csv');
  fence.close();
  expect(result.tables).toEqual([]);
  expect(result.findings.map(({ place }) => place)).toEqual([{ file: 'گزارش.csv' }]);
  return result.findings.map(({ code, params }) => ({ code, ...params }))[0];
}

const SHEET =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" s="1"><v>0.25</v></c></row><row r="3" hidden="1"><c r="B3"><f>1</f><v>7</v></c><c r="D3"><v>x</v></c></row>';
const SOUND: [string, Uint8Array][] = [
  ['a.csv', utf8('پروژه;مبلغ\nP-1;۱۲\n')],
  ['b.xlsx', xlsx(SHEET)],
  ['c.xls', written([['پل', 0.5, true]], 'biff8')],
  ['d.xlsb', written([['پل', 0.5, true]], 'xlsb')],
  ['e.ods', ods(odsRow(odsNumber('3')))],
  ['f.xls', html('<table><tr><td>1</table>')],
  ['g', utf8('')],
];

describe('the child that reads', () => {
  test('answers exactly what the reader says in this process, for every format', async () => {
    const fence = fenceOf(child);
    for (const [name, bytes] of SOUND) {
      const { result } = await fence.read(bytes, name);
      expect(result, name).toEqual(await readTables(bytes, name));
    }
    fence.close();
  });

  test('is reused, retired after its share of files, and several files are read side by side', async () => {
    const fence = fenceOf(child, { filesPerChild: 3 }, 2);
    const all = Array.from({ length: 20 }, (_, at) => SOUND[at % SOUND.length] ?? SOUND[0]).filter(
      (each) => each !== undefined,
    );
    const read = await Promise.all(all.map(([name, bytes]) => fence.read(bytes, name)));
    expect(read.map(({ result }) => result.format)).toEqual(
      await Promise.all(all.map(async ([name, bytes]) => (await readTables(bytes, name)).format)),
    );
    fence.close();
  });

  test('takes a large file and gives a large answer', async () => {
    const text = `کد;مبلغ\n${'P-1;12\n'.repeat(200_000)}`;
    const fence = fenceOf(child);
    const { result, peakMegabytes } = await fence.read(utf8(text), 'x');
    expect(result.tables[0]?.rows.length).toBe(200_001);
    expect(peakMegabytes).toBeLessThan(400);
    fence.close();
  });
});

describe('a child that breaks its limits is a finding', () => {
  test('an endless loop', async () => {
    expect(await verdict(broken('endless-loop'), { seconds: 1 })).toEqual({ code: 'FILE_READER_TIMEOUT', seconds: 1 });
  });

  test.each(['heap-bomb', 'buffer-bomb'])('%s', async (bomb) => {
    expect(await verdict(broken(bomb), { megabytes: 150 })).toEqual({ code: 'FILE_READER_MEMORY', megabytes: 150 });
  });

  test('an answer without end', async () => {
    const limits = { answerMegabytes: 5, megabytes: 300 };
    expect(await verdict(broken('flood'), limits)).toEqual({ code: 'FILE_READER_MEMORY', megabytes: 300 });
  });

  test.each([
    ['crash', 'SIGABRT'],
    ['silent-exit', 'exit code 0'],
    ['garbage', 'rows without a table'],
    ['forged', 'an unknown word'],
  ])('%s', async (how, reason) => {
    expect(await verdict(broken(how))).toEqual({ code: 'FILE_READER_CRASHED', reason });
  });

  test('a child may read no file, write none, start nothing, and sees no environment', async () => {
    const reason = 'read ERR_ACCESS_DENIED, write ERR_ACCESS_DENIED, spawn ERR_ACCESS_DENIED, environment EMPTY';
    expect(await verdict(broken('burglar'))).toEqual({ code: 'FILE_READER_CRASHED', reason });
  });

  test.runIf(process.platform === 'linux')('a parent that is killed takes a looping child with it', async () => {
    const { file, args } = childCommand(broken('endless-loop'), DEFAULT_FENCE);
    const parent = `const child = require('node:child_process').spawn(${JSON.stringify(file)}, ${JSON.stringify(args)}, { env: {} });
      child.stdin.write('x');
      child.once('spawn', () => setTimeout(() => console.log(child.pid), 400));
      setInterval(() => {}, 1000);`;
    const killed = spawn(process.execPath, ['-e', parent]);
    const pid = await new Promise<number>((resolve) => {
      killed.stdout.once('data', (text) => resolve(Number(text)));
    });
    expect(isAlive(pid)).toBe(true);
    killed.kill('SIGKILL');
    await expect.poll(() => isAlive(pid), { timeout: 5000 }).toBe(false);
  });

  test('the next file goes on', async () => {
    const fence = fenceOf(child, { seconds: 20, megabytes: 150 });
    const huge = utf8(`${'a;'.repeat(400)}\n`.repeat(5000));
    const first = await fence.read(huge, 'x');
    expect(first.result.findings.map(({ code }) => code)).toEqual(['FILE_READER_MEMORY']);
    const next = await fence.read(utf8('a;b\n1;2\n'), 'y');
    expect(next.result).toMatchObject({ format: 'csv', findings: [] });
    fence.close();
  });
});

test('a file is opened by its path, and one above the limit is not opened at all', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'payesh-fence-'));
  const path = join(folder, 'x');
  writeFileSync(path, 'a;b\n1;2\n');
  expect(await readFenced(path, 'y.csv')).toMatchObject({ format: 'csv', findings: [] });
  truncateSync(path, 10 ** 12);
  expect((await readFenced(path, 'y.csv')).findings).toEqual([
    { code: 'FILE_TOO_BIG', place: { file: 'y.csv' }, params: { megabytes: 953675, limit: 25 } },
  ]);
  rmSync(folder, { recursive: true });
});
