import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { childCommand } from '../../src/read/fence/command.js';
import { Fence } from '../../src/read/fence/fence.js';
import { DEFAULT_FENCE } from '../../src/read/fence/limits.js';
import { mutated } from './damage.js';
import { compileChild, removeCompiled } from './fence/compiled.js';
import { written } from './old-parts.js';
import { linesOf, xlsx } from './workbook-parts.js';

const SHEET = Array.from(
  { length: 20 },
  (_, at) =>
    `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>${at % 2}</v></c><c r="B${at + 1}" s="1"><v>0.${at + 1}</v></c></row>`,
).join('');
const ods = readFileSync(join(dirname(fileURLToPath(import.meta.url)), 'fixtures', 'libreoffice.ods'));

/** Formats whose parts carry a checksum: what is accepted must be what was written. */
const SEALED: [string, Uint8Array][] = [
  ['xlsx', xlsx(SHEET)],
  ['ods', ods],
  [
    'xlsb',
    written(
      [
        ['پل', 7, 0.5],
        ['کد', 8, true],
      ],
      'xlsb',
    ),
  ],
];
/** Formats without one: damage may look like data, but it may not stop anything. */
const OPEN: [string, Uint8Array][] = [
  [
    'xls',
    written(
      [
        ['پل', 7, 0.5],
        ['کد', 8, true],
      ],
      'biff8',
    ),
  ],
  [
    'xml',
    written(
      [
        ['پل', 7, 0.5],
        ['کد', 8, true],
      ],
      'xlml',
    ),
  ],
];

let fence: Fence;
beforeAll(() => {
  const limits = { ...DEFAULT_FENCE, seconds: 5 };
  fence = new Fence(childCommand(compileChild(), limits), limits);
});
afterAll(() => {
  fence.close();
  removeCompiled();
});

const read = async (bytes: Uint8Array) => (await fence.read(bytes, 'x')).result;
const BROKEN: ReadonlySet<string> = new Set(['FILE_READER_TIMEOUT', 'FILE_READER_MEMORY', 'FILE_READER_CRASHED']);

describe('a file hurt at random', () => {
  test.each(SEALED)('%s: never a changed value without a finding, never a crash', async (_name, bytes) => {
    const truth = linesOf(await read(bytes));
    for (let seed = 1; seed <= 60; seed += 1) {
      const { tables, findings, ...rest } = await read(mutated(bytes, seed));
      expect(
        findings.filter(({ code }) => BROKEN.has(code)),
        `seed ${seed}`,
      ).toEqual([]);
      if (findings.length === 0) expect(linesOf({ tables, findings, ...rest }), `seed ${seed}`).toEqual(truth);
    }
  });

  test.each(OPEN)('%s: never a crash, never silence about nothing read', async (_name, bytes) => {
    for (let seed = 1; seed <= 30; seed += 1) {
      const { tables, findings } = await read(mutated(bytes, seed));
      expect(
        findings.filter(({ code }) => BROKEN.has(code)),
        `seed ${seed}`,
      ).toEqual([]);
      expect(tables.length + findings.length, `seed ${seed}`).toBeGreaterThan(0);
    }
  });
});
