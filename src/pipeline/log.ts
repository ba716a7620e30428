import { join } from 'node:path';
import type { Config } from '../config/config.js';
import type { World } from './world.js';

/** One line about what happens, as an object: time, level, message. */
export interface LogFile {
  write: World['log'];
  end(): void;
}

/**
 * The service's own log, `data/logs/payesh.N.log`: one JSON object a line, written before the call returns, so that a killed
 * process has said what it did. The file turns over by size and the oldest are removed: a log never fills the disk.
 */
export async function openLog(root: string, { logs }: Pick<Config, 'logs'>): Promise<LogFile> {
  const [{ pino, stdTimeFunctions }, { default: roll }] = await Promise.all([import('pino'), import('pino-roll')]);
  const file = await roll({
    file: join(root, 'data', 'logs', 'payesh'),
    extension: '.log',
    size: `${logs.megabytes}m`,
    limit: { count: logs.files - 1, removeOtherLogFiles: true },
    mkdir: true,
    sync: true,
  });
  const logger = pino(
    {
      base: null,
      timestamp: stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label === 'warn' ? 'warning' : label }) },
    },
    file,
  );
  return {
    write: (level, message) => logger[level === 'warning' ? 'warn' : level](message),
    end: () => file.end(),
  };
}

/** A world whose words also go into the log file. A log that cannot be written (a full disk) must not stop the work. */
export function loggedWorld(world: World, log: LogFile): World {
  return {
    ...world,
    log(level, message) {
      world.log(level, message);
      try {
        log.write(level, message);
      } catch {
        // It was told to the journal already.
      }
    },
  };
}
