import { readFileSync } from 'node:fs';

/**
 * Memory that a process holds, in megabytes, Buffers included; null where the system does not tell (only Linux does).
 * The file lies in memory, so that reading it does not wait.
 */
export function residentMegabytes(pid: number): number | null {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1];
    return kilobytes === undefined ? null : Number(kilobytes) / 1024;
  } catch {
    return null;
  }
}
