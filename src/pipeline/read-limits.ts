import type { Config } from '../config/config.js';
import type { FenceLimits } from '../read/fence/limits.js';
import { DEFAULT_LIMITS, type ReadLimits } from '../read/limits.js';

/** The reader's limits with what the configuration says of them. */
export function readLimits({ limits }: Config): ReadLimits {
  return {
    ...DEFAULT_LIMITS,
    fileBytes: limits.fileMegabytes * 1024 * 1024,
    records: limits.rowsPerSheet,
    findings: limits.findingsPerFile,
  };
}

/** What reading one file may cost, in a fenced child. */
export function fenceLimits(config: Config): Partial<FenceLimits> {
  return { seconds: config.limits.parseSeconds, read: readLimits(config) };
}
