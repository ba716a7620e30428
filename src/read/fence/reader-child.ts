import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { Socket } from 'node:net';
import { dirname } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import type { ReadResult } from '../read.js';
import { AnswerReader, BadAnswer } from './answer.js';
import type { Command } from './command.js';
import type { FenceLimits } from './limits.js';
import { residentMegabytes } from './resident.js';
import type { Memory, Question } from './wire.js';

/** How a child failed at a file. */
export type Breakdown = { how: 'timeout' } | { how: 'memory' } | { how: 'crash'; reason: string };
export type Outcome = { result: ReadResult; memory: Memory } | Breakdown;

const MB = 1024 * 1024;
const WATCH_MS = 25;
const KEPT_STDERR = 64 * 1024;

/** One child process. It reads one file at a time; whatever breaks a limit ends it. */
export class ReaderChild {
  served = 0;
  private readonly process: ChildProcessWithoutNullStreams;
  private complaint = '';
  private gone = false;
  private current: { take(chunk: Buffer): void; ended(reason: string): void; failed(fault: Error): void } | null = null;

  constructor(
    command: Command,
    private readonly limits: FenceLimits,
  ) {
    // An empty environment: a secret that is not there cannot be read.
    const options = { env: {}, cwd: dirname(command.file), shell: false, windowsHide: true } as const;
    this.process = spawn(command.file, command.args, { ...options, stdio: 'pipe' });
    this.process.stdin.on('error', () => undefined);
    this.process.stdout.on('data', (chunk: Buffer) => (this.current ? this.current.take(chunk) : this.stop()));
    this.process.stderr.on('data', (chunk: Buffer) => {
      if (this.complaint.length < KEPT_STDERR) this.complaint += chunk.toString('latin1');
    });
    this.process.on('error', (fault) => this.current?.failed(fault));
    this.process.on('close', (code, signal) => {
      this.gone = true;
      this.current?.ended(signal ?? `exit code ${code}`);
    });
    this.hold(false);
  }

  get alive(): boolean {
    return !this.gone && this.process.exitCode === null && !this.process.killed;
  }

  /** Reads one file. Rejects only when no process could be started. */
  ask(bytes: Uint8Array, name: string): Promise<Outcome> {
    const { limits } = this;
    this.served += 1;
    this.hold(true);
    return new Promise<Outcome>((resolve, reject) => {
      const answer = new AnswerReader();
      const decoder = new StringDecoder('utf8');
      let received = 0;
      let rest = '';
      const finish = (outcome: Outcome) => {
        if (!this.current) return;
        this.current = null;
        clearTimeout(timer);
        clearInterval(watch);
        this.hold(false);
        if ('how' in outcome) this.stop();
        resolve(outcome);
      };
      const timer = setTimeout(() => finish({ how: 'timeout' }), limits.seconds * 1000);
      const watch = setInterval(() => {
        const { pid } = this.process;
        if (pid !== undefined && (residentMegabytes(pid) ?? 0) > limits.megabytes) finish({ how: 'memory' });
      }, WATCH_MS);
      this.current = {
        take: (chunk) => {
          received += chunk.length;
          if (received > limits.answerMegabytes * MB) return finish({ how: 'memory' });
          const lines = (rest + decoder.write(chunk)).split('\n');
          rest = lines.pop() ?? '';
          try {
            for (const line of lines) {
              const done = answer.take(line);
              if (done) return finish(done);
            }
          } catch (fault) {
            if (!(fault instanceof BadAnswer)) throw fault;
            const full = /RangeError: (Array buffer allocation|Invalid (string|array) length)/.test(fault.message);
            finish(full ? { how: 'memory' } : { how: 'crash', reason: fault.message });
          }
        },
        ended: (reason) => {
          const full = /heap out of memory|allocation failed/i.test(this.complaint);
          finish(full ? { how: 'memory' } : { how: 'crash', reason });
        },
        failed: (fault) => {
          clearTimeout(timer);
          clearInterval(watch);
          reject(new Error(`the reader process could not be started: ${fault.message}`, { cause: fault }));
        },
      };
      if (this.gone) return this.current.ended('it ended before it was asked');
      const question: Question = { name, bytes: bytes.length, limits: limits.read };
      this.process.stdin.write(`${JSON.stringify(question)}\n`);
      this.process.stdin.write(bytes);
    });
  }

  /** Ends the process at once, whatever it does. */
  stop(): void {
    this.process.kill('SIGKILL');
  }

  /** A child that waits for work must not keep the program from ending. */
  private hold(busy: boolean): void {
    const { stdin, stdout, stderr } = this.process;
    for (const each of [this.process, stdin, stdout, stderr]) {
      if (each === this.process || each instanceof Socket) busy ? each.ref() : each.unref();
    }
  }
}
