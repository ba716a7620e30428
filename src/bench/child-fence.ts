import { childCommand, compiledEntry } from '../read/fence/command.js';
import { Fence } from '../read/fence/fence.js';
import { DEFAULT_FENCE, type FenceLimits } from '../read/fence/limits.js';

/** The fence as the program uses it, with `most` children at a time. Throws from TypeScript sources: no child is there. */
export function openFence(most: number, changed: Partial<FenceLimits> = {}): Fence {
  const entry = compiledEntry();
  if (entry === null) throw new Error('The bench runs from compiled code: npm run bench');
  const limits = { ...DEFAULT_FENCE, ...changed };
  return new Fence(childCommand(entry, limits), limits, most);
}
