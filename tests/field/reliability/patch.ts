import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DIST } from '../../crash/rig.js';

/** Exact texts of the built program that a bug replaces; the source may move, then the patch fails loudly. */
type Patch = [file: string, from: string, to: string][];

const NOT_FORCED: Patch = [
  ['src/pipeline/archive.js', 'await copy.sync();', ''],
  ['src/pipeline/archive.js', 'await handle.sync();', ''],
];
const synchronous = (mode: string, number: number): Patch => [
  ['src/store/connection.js', "db.pragma('synchronous = FULL');", `db.pragma('synchronous = ${mode}');`],
  ['src/store/connection.js', "{ simple: true }) === 2, 'synchronous", `{ simple: true }) === ${number}, 'synchronous`],
];

/** Mistakes that somebody might make one day, each of which a named test must see. */
export const BUGS = {
  'nothing-forced': [...synchronous('OFF', 0), ...NOT_FORCED],
  'synchronous-normal': [...synchronous('NORMAL', 1), ...NOT_FORCED],
  'removed-before-commit': [
    [
      'src/pipeline/ingest.js',
      'const record = await settle(context, id, readSubmission);\n    await clear(context, file, archived);',
      'await clear(context, file, archived);\n    await rm(archived.path, { force: true });\n    const record = await settle(context, id, readSubmission);',
    ],
    [
      'src/pipeline/ingest.js',
      "import { basename } from 'node:path';",
      "import { basename } from 'node:path';\nimport { rm } from 'node:fs/promises';",
    ],
  ],
  'no-journal-before-removal': [
    [
      'src/pipeline/ingest.js',
      'const archived = await archiveOriginal(context.workspace, file);',
      'const archived = await archiveOriginal(context.workspace, file);\n    await clear(context, file, archived);',
    ],
  ],
  'no-duplicate-check': [
    ['src/pipeline/ingest.js', "return fromInbox && same.some(({ state }) => state !== 'stored');", 'return false;'],
    ['src/store/submission-store.js', 'if (ended !== undefined)', 'if (false)'],
    ['src/store/submission-store.js', 'if (earlier !== undefined) {', 'if (false) {'],
    ['src/pipeline/settle.js', 'if (counted) {', 'if (false) {'],
  ],
  'facts-outside-the-transaction': [
    [
      'src/store/submission-store.js',
      'const commit = db.transaction((id, accepted) => {',
      'const commit = ((work) => Object.assign(work, { immediate: work }))((id, accepted) => {',
    ],
  ],
  'no-hash-check': [
    ['src/pipeline/archive.js', 'if (found !== sha256)', 'if (false)'],
    [
      'src/pipeline/archive.js',
      'return (await hashOf(path).catch(absent)) === sha256;',
      'return (await hashOf(path).catch(absent)) !== null;',
    ],
  ],
  'lock-ignored': [['src/store/lock.js', "db.exec('begin exclusive');", '']],
  'settle-time-ignored': [
    ['src/pipeline/arrivals.js', 'if (pause === 0)', 'if (true)'],
    ['src/pipeline/archive.js', 'if (!still || !isSame)', 'if (false)'],
  ],
  'no-checksum': [['src/read/zip/inflate.js', 'if (crc32(bytes) !== entry.crc)', 'if (false)']],
  'half-backup-under-its-name': [
    [
      'src/pipeline/keeping.js',
      'store().backupTo(partial);\n    await chmod(partial, 0o440);\n    await rename(partial, path);',
      'store().backupTo(path);',
    ],
  ],
  'backup-not-checked': [['src/store/backup.js', 'if (problem !== undefined)', 'if (false)']],
  'restore-not-checked': [['src/pipeline/restore.js', 'if (problem !== undefined)', 'if (false)']],
  'report-in-place': [
    ['src/deliver/folder.js', 'replaced = moved(disk, target, aside);', '{ disk.remove(target); replaced = false; }'],
    [
      'src/deliver/folder.js',
      'if (disk.list(reports).includes(period))\n            sweep(disk, path);',
      'sweep(disk, path);',
    ],
  ],
  'correction-before-the-corrected': [['src/pipeline/ingest.js', 'await takeUp(context, answer, isWhole);', '']],
  'completeness-not-asserted': [
    ['src/pipeline/ingest.js', 'invariant(ended === files.length', 'invariant(true'],
    [
      'src/pipeline/ingest.js',
      'for (const [index, file] of files.entries()) {',
      'for (const [index, file] of files.slice(0, -1).entries()) {',
    ],
  ],
} satisfies Record<string, Patch>;

export type Bug = keyof typeof BUGS;

/** A copy of the built program with one bug in it, beside the packages that it needs. Throws where the source has moved. */
export function patchedProgram(_folder: string, bug: Bug): string {
  const home = resolve('node_modules/.cache/payesh-bugs', `${bug}-${process.pid}`);
  rmSync(home, { recursive: true, force: true });
  cpSync(DIST, join(home, 'dist'), { recursive: true });
  cpSync('package.json', join(home, 'package.json'));
  for (const [file, from, to] of BUGS[bug]) {
    const path = join(home, 'dist', file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(from))
      throw new Error(`the bug ${bug} cannot be seeded: ${file} no longer holds ${JSON.stringify(from)}`);
    writeFileSync(
      path,
      text.replace(from, () => to),
    );
  }
  return join(home, 'dist');
}
