import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { FindingCode } from '../../src/domain/finding.js';
import { childCommand } from '../../src/read/fence/command.js';
import { Fence } from '../../src/read/fence/fence.js';
import { DEFAULT_FENCE } from '../../src/read/fence/limits.js';
import { DEFAULT_LIMITS } from '../../src/read/limits.js';
import { readTables } from '../../src/read/read.js';
import { utf8 } from '../read/case.js';
import { CELLS } from '../read/cell-cases.js';
import { FORMATS, TEXTS } from '../read/file-cases.js';
import { HTML, ODS, XLS, XLSB, XML2003 } from '../read/old-cases.js';
import { PACKAGES, XML } from '../read/package-cases.js';
import { type FindingCase, firstOfEach } from './case.js';

/** What the bytes of a file are told, each by the smallest of the odd and hostile files that has it. */
const READ: FindingCase[] = [FORMATS, TEXTS, PACKAGES, XML, CELLS, XLS, XLSB, ODS, XML2003, HTML]
  .flat()
  .sort(([, one], [, other]) => one.length - other.length)
  .flatMap(([, bytes, codes, limits]) =>
    codes.map((code) => ({
      code: code as FindingCode,
      produce: async () => (await readTables(bytes, 'file', { ...DEFAULT_LIMITS, ...limits })).findings,
    })),
  );

/** Faults of the reading process itself: a child that loops, eats memory or dies, in the place of ours. */
function broken(code: FindingCode, child: string, limits: { seconds?: number; megabytes?: number }): FindingCase {
  return {
    code,
    async produce() {
      const entry = join(dirname(fileURLToPath(import.meta.url)), '..', 'read', 'fence', 'broken', `${child}.mjs`);
      const all = { ...DEFAULT_FENCE, ...limits };
      const fence = new Fence(childCommand(entry, all), all, 1);
      const { result } = await fence.read(utf8('a,b\n1,2\n'), 'file');
      fence.close();
      return result.findings;
    },
  };
}

export const FILE_CASES: FindingCase[] = [
  ...firstOfEach(READ),
  broken('FILE_READER_TIMEOUT', 'endless-loop', { seconds: 1 }),
  broken('FILE_READER_MEMORY', 'buffer-bomb', { megabytes: 150 }),
  broken('FILE_READER_CRASHED', 'crash', {}),
];
