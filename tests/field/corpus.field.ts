import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { childCommand } from '../../src/read/fence/command.js';
import { Fence } from '../../src/read/fence/fence.js';
import { DEFAULT_FENCE } from '../../src/read/fence/limits.js';
import type { ReadResult } from '../../src/read/read.js';
import { compileChild, removeCompiled } from '../read/fence/compiled.js';
import { type Cells, ourCells, ourSerials, REFUSED, theirCells } from './second-reader.js';

const HERE = dirname(fileURLToPath(import.meta.url));
const CORPUS = process.env.PAYESH_CORPUS;

const MOST_SECONDS = 10;
const MOST_MEGABYTES = 400;
const LEAST_AGREEMENT = 0.9999;

interface Outcome {
  file: string;
  result: ReadResult;
  seconds: number;
  peakMegabytes: number | null;
}

/** A difference between two readers that was looked into: the same in every run, with the reason why ours stands. */
interface Explained {
  file: string;
  cell: string;
  why: string;
}

const outcomes: Outcome[] = [];
let files: string[] = [];

beforeAll(async () => {
  if (!CORPUS)
    throw new Error(
      'PAYESH_CORPUS is not set. Name the folder of the public workbooks: PAYESH_CORPUS=… npm run test:field',
    );
  files = readdirSync(CORPUS)
    .filter((name) => name !== 'MANIFEST.csv')
    .sort();
  // One file for each child, so that the peak of memory is that file's own.
  const limits = { ...DEFAULT_FENCE, filesPerChild: 1 };
  const fence = new Fence(childCommand(compileChild(), limits), limits, 1);
  for (const file of files) {
    const bytes = readFileSync(join(CORPUS, file));
    const started = performance.now();
    const { result, peakMegabytes } = await fence.read(bytes, file);
    outcomes.push({ file, result, seconds: (performance.now() - started) / 1000, peakMegabytes });
  }
  fence.close();
}, 900_000);
afterAll(removeCompiled);

describe('every file of the corpus', () => {
  test('was read to its end: tables or findings, within its time and memory', () => {
    expect(outcomes.length).toBe(files.length);
    expect(outcomes.length).toBeGreaterThanOrEqual(115);
    const silent = outcomes.filter(({ result }) => result.tables.length + result.findings.length === 0);
    expect(silent.map(({ file }) => file)).toEqual([]);
    const broken = outcomes.filter(({ result }) => result.findings.some(({ code }) => code.startsWith('FILE_READER_')));
    expect(broken.map(({ file }) => file)).toEqual([]);
    expect(
      outcomes.filter(({ seconds }) => seconds > MOST_SECONDS).map(({ file, seconds }) => [file, seconds]),
    ).toEqual([]);
    const fat = outcomes.filter(({ peakMegabytes }) => peakMegabytes === null || peakMegabytes > MOST_MEGABYTES);
    expect(fat.map(({ file, peakMegabytes }) => [file, peakMegabytes])).toEqual([]);
    const slowest = outcomes.reduce((worst, next) => (next.seconds > worst.seconds ? next : worst));
    const fattest = Math.max(...outcomes.map(({ peakMegabytes }) => peakMegabytes ?? 0));
    console.info(`slowest ${slowest.file} ${slowest.seconds.toFixed(1)} s, most memory ${fattest} MB`);
  });

  test('has the outcome that was looked at and written down', async () => {
    const lines = outcomes.map(({ file, result }) => `${JSON.stringify(file)}: ${JSON.stringify(summary(result))}`);
    await expect(`{\n${lines.join(',\n')}\n}\n`).toMatchFileSnapshot('corpus-outcomes.json');
  });

  test('agrees with a second reader, cell by cell, but for explained differences', { timeout: 600_000 }, async () => {
    const explained: Explained[] = JSON.parse(readFileSync(join(HERE, 'explained-differences.json'), 'utf8'));
    const known = new Set(explained.map(({ file, cell }) => `${file} ${cell}`));
    const unexplained: string[] = [];
    const met = new Set<string>();
    let compared = 0;
    let differing = 0;
    let readable = 0;
    for (const { file, result } of outcomes) {
      if (result.tables.length === 0 || result.format === 'csv') continue;
      readable += 1;
      const others = await theirCells(readFileSync(join(CORPUS ?? '', file)), result.format, result.tables);
      if (others.length === 0) continue;
      const ours = ourCells(result.tables);
      const serials = ourSerials(result.tables);
      for (const cell of new Set([ours, ...others].flatMap((cells) => [...cells.keys()]))) {
        if (ours.get(cell) === REFUSED) continue;
        compared += 1;
        const agrees = (theirs: Cells) =>
          same(ours.get(cell), theirs.get(cell)) || same(serials.get(cell) ?? ours.get(cell), theirs.get(cell));
        if (others.some(agrees)) continue;
        differing += 1;
        const name = `${file} ${cell}`;
        if (known.has(name)) met.add(name);
        else unexplained.push(`${name}: ${[ours, ...others].map((cells) => excerpt(cells.get(cell))).join(' / ')}`);
      }
    }
    console.info(
      `${readable} workbooks, ${compared} cells compared, ${differing} differ, ${unexplained.length} unexplained`,
    );
    expect(unexplained.slice(0, 100)).toEqual([]);
    expect([...known].filter((name) => !met.has(name))).toEqual([]);
    expect(compared).toBeGreaterThan(70_000);
    expect((compared - differing) / compared).toBeGreaterThanOrEqual(LEAST_AGREEMENT);
  });
});

/** What a file came to, without a word of its content. */
function summary({ format, tables, findings }: ReadResult) {
  const rows = tables.flatMap((table) => table.rows);
  const codes: Record<string, number> = {};
  for (const { code, params } of findings)
    codes[code] = (codes[code] ?? 0) + (code === 'FILE_MORE_FINDINGS' ? Number(params.count) : 1);
  return {
    format,
    tables: tables.length,
    rows: rows.length,
    cells: rows.reduce((sum, { cells }) => sum + cells.length, 0),
    findings: Object.fromEntries(Object.entries(codes).sort()),
  };
}

const excerpt = (text: string | undefined) => (text === undefined ? 'nothing' : JSON.stringify(text.slice(0, 60)));

/** Equal texts, or numbers that differ by less than a date's rounding. */
function same(ours: string | undefined, theirs: string | undefined): boolean {
  if (ours === theirs) return true;
  if (ours === undefined || theirs === undefined) return false;
  if (ours.replaceAll('\r\n', '\n') === theirs.replaceAll('\r\n', '\n')) return true;
  const [a, b] = [Number(ours), Number(theirs)];
  return ours.trim() !== '' && theirs.trim() !== '' && Math.abs(a - b) <= 1e-8 * Math.max(1, Math.abs(a));
}
