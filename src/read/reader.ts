import type { Table } from '../domain/table.js';
import type { FindingList } from './finding-list.js';
import type { Format } from './format.js';
import type { Kind } from './kind.js';
import type { ReadLimits } from './limits.js';
import type { Archive } from './zip/gate.js';

/** What a reader gets: the bytes, and for zip packages the archive that has passed the gate. */
export interface Source {
  bytes: Uint8Array;
  archive: Archive | null;
  limits: ReadLimits;
  findings: FindingList;
}

export interface Reading {
  tables: Table[];
  encoding: string | null;
  delimiter: string | null;
}

/** One family of formats. It throws `Refusal` for a file that cannot be trusted as a whole. */
export interface Reader {
  format: Exclude<Format, 'unknown'>;
  kinds: readonly Kind[];
  read(source: Source): Reading | Promise<Reading>;
}
