#!/usr/bin/env node
import type { Config } from '../config/config.js';
import type { Pipeline } from '../pipeline/types.js';
import type { World } from '../pipeline/world.js';
import { DONE, type ExitCode, FAILED, type Host } from './host.js';
import { runCommandLine } from './program.js';
import { say } from './texts.js';
import { programVersion } from './version.js';

// Whoever ends this process early must not leave a "done" behind.
process.exitCode = 1;

const writeError = (text: string) => void process.stderr.write(text);

const SERVE_CHILD = 'PAYESH_SERVE_CHILD';

/** Where the service's lines go: stderr, and the log file once the workspace is open. */
let tellLog: World['log'] = (level, line) => writeError(`${new Date().toISOString()} ${level} ${line}\n`);

/** The scheduler works in a child process, so that this one can hear a signal at any moment and end both in time. */
async function serve(pipeline: Pipeline, config: Config): Promise<ExitCode> {
  if (process.env[SERVE_CHILD] !== undefined && process.send) return serveAsChild(pipeline, config);
  const [{ spawn }, { supervise }, { STOPPED }] = await Promise.all([
    import('node:child_process'),
    import('./serve.js'),
    import('../domain/job.js'),
  ]);
  const child = spawn(process.execPath, [...process.execArgv, ...process.argv.slice(1)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    env: { ...process.env, [SERVE_CHILD]: '1' },
  });
  const { code, held } = await supervise(child, process, () =>
    writeError(`${say(config.language, 'serve.stopping')}\n`),
  );
  if (held) pipeline.finishJob(held.job, held.key, 'failed', STOPPED);
  return code === 0 ? DONE : FAILED;
}

async function serveAsChild(pipeline: Pipeline, config: Config): Promise<ExitCode> {
  const [{ startScheduler }, { asked, tellingClaims, tellingParent }] = await Promise.all([
    import('../../jobs/schedule.js'),
    import('./serve.js'),
  ]);
  const clock = { now: () => new Date() };
  const log = (line: string, level: 'info' | 'error' = 'info') => tellLog(level, line);
  // Held by the process that does the work, so that a parent that is killed leaves no second worker a free way.
  const service = await pipeline.startService();
  if (service === null) {
    writeError(`${say(config.language, 'serve.already')}\n`);
    return FAILED;
  }
  writeError(`${say(config.language, 'serve.started')}\n`);
  const told = tellingClaims(pipeline, tellingParent(process));
  const scheduler = startScheduler(told, config, clock, { log, told: service.told });
  await asked(process);
  await scheduler.stop();
  await service.end();
  return DONE;
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
  openPipeline: async (directory, config, language) => {
    const [{ createPipeline }, { realWorld }] = await Promise.all([
      import('../pipeline/index.js'),
      import('../pipeline/world.js'),
    ]);
    const stderr = realWorld((line) => writeError(`${line}\n`));
    if (process.env[SERVE_CHILD] === undefined) return createPipeline(directory, stderr, config, language);
    const { loggedWorld, openLog } = await import('../pipeline/log.js');
    const world = loggedWorld(stderr, await openLog(directory, config));
    tellLog = world.log;
    return createPipeline(directory, world, config, language);
  },
  serve,
};

// A reader that has seen enough (`payesh … | head`) closes the pipe: that is no fault of the command.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

const code = await runCommandLine(host);
// Exit only after the last byte is out; a worker that hangs must not keep the process alive.
process.stdout.write('', () => process.exit(code));
