declare module 'pino-roll' {
  import type { DestinationStream } from 'pino';

  /** A stream into numbered files that turns over by size; `limit.count` files stay besides the current one. */
  export default function roll(options: {
    file: string;
    extension: string;
    size: string;
    limit: { count: number; removeOtherLogFiles: boolean };
    mkdir: boolean;
    sync: boolean;
  }): Promise<DestinationStream & { end(): void }>;
}
