import type { Config } from '../config/config.js';
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
