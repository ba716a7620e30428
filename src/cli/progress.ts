import type { Host } from './host.js';

export interface Progress {
  show(text: string): void;
  clear(): void;
}

/** One line that is written over, on a terminal only; nothing at all when stderr is piped. */
export function progressOn({ err, errIsTerminal }: Pick<Host, 'err' | 'errIsTerminal'>): Progress {
  if (!errIsTerminal) return { show: () => {}, clear: () => {} };
  const over = '\r\u001b[2K';
  return { show: (text) => err(over + text), clear: () => err(over) };
}

/** `reading files 12/300`, or the stage alone where its end is not known. */
export function stepText(stage: string, done: number, total: number): string {
  return total > 0 ? `${stage} ${done}/${total}` : `${stage} …`;
}
