import { readFile, stat } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import type { FindingCode } from '../../domain/finding.js';
import { megabytes } from '../limits.js';
import type { ReadResult } from '../read.js';
import { type Command, childCommand, compiledEntry } from './command.js';
import { DEFAULT_FENCE, type FenceLimits } from './limits.js';
import { type Breakdown, ReaderChild } from './reader-child.js';

/** A new child takes about as long to start as these files take to be read. */
const HEIR_FILES = 15;

/** Children that read strangers' files: at most one for each core, started when first needed, reused, and retired. */
export class Fence {
  private readonly idle: ReaderChild[] = [];
  private readonly busy = new Set<ReaderChild>();
  private readonly waiting: (() => void)[] = [];

  constructor(
    private readonly command: Command,
    readonly limits: FenceLimits,
    private readonly most = availableParallelism(),
  ) {}

  /** Reads one file; what breaks a limit or the reader is a finding. Throws only when no process can be started. */
  async read(bytes: Uint8Array, name: string): Promise<Reading> {
    const first = await this.once(bytes, name);
    const innocent = 'how' in first && first.how !== 'timeout' && first.served > 1;
    // What a child died of may have been left by the files before: a fresh one decides.
    const outcome = innocent ? await this.once(bytes, name) : first;
    if ('how' in outcome) return { result: brokenResult(outcome, name, this.limits), peakMegabytes: null };
    return { result: outcome.result, peakMegabytes: outcome.memory.peakMegabytes };
  }

  /** Ends all children. A later `read` starts new ones. */
  close(): void {
    for (const child of [...this.idle.splice(0), ...this.busy]) child.stop();
  }

  private async once(bytes: Uint8Array, name: string) {
    while (this.busy.size >= this.most) await new Promise<void>((resolve) => this.waiting.push(resolve));
    let child = this.idle.pop();
    while (child && !child.alive) child = this.idle.pop();
    child ??= new ReaderChild(this.command, this.limits);
    this.busy.add(child);
    try {
      this.prepareHeir(child);
      const outcome = await child.ask(bytes, name);
      if (!('how' in outcome) && this.mayServeOn(child, outcome.memory.residentMegabytes)) this.idle.push(child);
      else child.stop();
      return { ...outcome, served: child.served };
    } finally {
      this.busy.delete(child);
      this.waiting.shift()?.();
    }
  }

  /** Starts the next child while the last files of this one are read, so that nobody waits for it. */
  private prepareHeir(child: ReaderChild): void {
    const free = this.idle.length === 0 && this.busy.size < this.most;
    if (free && child.served === this.limits.filesPerChild - HEIR_FILES)
      this.idle.push(new ReaderChild(this.command, this.limits));
  }

  /** A child that has grown fat starts the next file too near its limit. */
  private mayServeOn(child: ReaderChild, residentMegabytes: number): boolean {
    return child.served < this.limits.filesPerChild && residentMegabytes < this.limits.megabytes / 2;
  }
}

export interface Reading {
  result: ReadResult;
  /** Most memory that the child ever held; null = it broke down. */
  peakMegabytes: number | null;
}

let shared: Fence | null = null;

/**
 * Reads the file at `path` (an archived original, never the inbox copy) in a fenced child process: own memory, no
 * files, no environment, a time limit. `fileName` only labels findings. Wrong and hostile files come back as findings;
 * it throws when the file cannot be opened or no process can be started. Run from TypeScript sources, as tests do,
 * there is no compiled child and the reader runs in this process.
 */
export async function readFenced(
  path: string,
  fileName: string,
  limits: Partial<FenceLimits> = {},
): Promise<ReadResult> {
  const all = { ...DEFAULT_FENCE, ...limits };
  const { size } = await stat(path);
  if (size > all.read.fileBytes) return tooBig(size, fileName, all);
  return readBytesFenced(await readFile(path), fileName, all);
}

/** The same for bytes that are already at hand, such as an original whose hash was just checked. */
export async function readBytesFenced(
  bytes: Uint8Array,
  fileName: string,
  limits: Partial<FenceLimits> = {},
): Promise<ReadResult> {
  const all = { ...DEFAULT_FENCE, ...limits };
  if (bytes.length > all.read.fileBytes) return tooBig(bytes.length, fileName, all);
  const entry = compiledEntry();
  if (entry === null) {
    // Loaded only here: the program itself never reads a stranger's bytes, and need not load the readers.
    const { readTables } = await import('../read.js');
    return readTables(bytes, fileName, all.read);
  }
  if (shared && JSON.stringify(shared.limits) !== JSON.stringify(all)) await closeFence();
  shared ??= new Fence(childCommand(entry, all), all);
  return (await shared.read(bytes, fileName)).result;
}

/** Ends the children at once; without it they end with the program. */
export async function closeFence(): Promise<void> {
  shared?.close();
  shared = null;
}

function brokenResult(breakdown: Breakdown, file: string, limits: FenceLimits): ReadResult {
  switch (breakdown.how) {
    case 'timeout':
      return refused(file, 'FILE_READER_TIMEOUT', { seconds: limits.seconds });
    case 'memory':
      return refused(file, 'FILE_READER_MEMORY', { megabytes: limits.megabytes });
    case 'crash':
      return refused(file, 'FILE_READER_CRASHED', { reason: breakdown.reason.slice(0, 200) });
  }
}

function tooBig(bytes: number, file: string, { read }: FenceLimits): ReadResult {
  return refused(file, 'FILE_TOO_BIG', { megabytes: Math.ceil(bytes / 1024 / 1024), limit: megabytes(read.fileBytes) });
}

function refused(file: string, code: FindingCode, params: Record<string, string | number>): ReadResult {
  return {
    format: 'unknown',
    tables: [],
    findings: [{ code, place: { file }, params }],
    encoding: null,
    delimiter: null,
  };
}
