/** The outside world as the pipeline sees it: a clock and a log. Files are reached through the workspace's folders. */
export interface World {
  now(): Date;
  /** One line about what happens; to people and to the service's journal, never to stdout. */
  log(level: 'info' | 'warning' | 'error', message: string): void;
  /** The environment, for the programs that Payesh may start; absent = it looks for none by itself. */
  surroundings?: Record<string, string | undefined>;
}

/** The one real world. */
export function realWorld(write: (line: string) => void): World {
  return {
    now: () => new Date(),
    surroundings: process.env,
    log: (level, message) => write(`${new Date().toISOString()} ${level} ${message}`),
  };
}
