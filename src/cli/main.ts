#!/usr/bin/env node
import type { Config } from '../config/config.js';
import type { Pipeline } from '../pipeline/types.js';
import type { Host } from './host.js';
import { runCommandLine } from './program.js';
import { say } from './texts.js';
import { programVersion } from './version.js';

// Whoever ends this process early must not leave a "done" behind.
process.exitCode = 1;

const writeError = (text: string) => void process.stderr.write(text);

/** Serves until the first signal, then gives the running job its time; a second signal ends at once. */
async function serve(pipeline: Pipeline, config: Config): Promise<void> {
  const { startScheduler } = await import('../../jobs/schedule.js');
  const clock = { now: () => new Date() };
  const log = (line: string) => writeError(`${new Date().toISOString()} ${line}\n`);
  const scheduler = startScheduler(pipeline, config, clock, log);
  await new Promise<void>((resolve) => {
    for (const signal of ['SIGTERM', 'SIGINT'] as const) {
      process.once(signal, () => {
        process.once(signal, () => process.exit(1));
        resolve();
      });
    }
  });
  writeError(`${say(config.language, 'serve.stopping')}\n`);
  await scheduler.stop();
}

const host: Host = {
  words: process.argv.slice(2),
  environment: process.env,
  currentFolder: process.cwd(),
  version: programVersion(),
  out: (text) => void process.stdout.write(text),
  err: writeError,
  outIsTerminal: process.stdout.isTTY ?? false,
  errIsTerminal: process.stderr.isTTY ?? false,
  now: () => new Date(),
  // Loaded only when a command needs it, so that --help and wrong usage answer at once.
  openPipeline: async (directory, config) => {
    const [{ createPipeline }, { realWorld }] = await Promise.all([
      import('../pipeline/index.js'),
      import('../pipeline/world.js'),
    ]);
    const world = realWorld((line) => writeError(`${line}\n`));
    return createPipeline(directory, world, config);
  },
  serve,
};

// A reader that has seen enough (`payesh … | head`) closes the pipe: that is no fault of the command.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const code = await runCommandLine(host);
// Exit only after the last byte is out; a worker that hangs must not keep the process alive.
process.stdout.write('', () => process.exit(code));
