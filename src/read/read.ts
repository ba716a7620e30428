import type { Finding } from '../domain/finding.js';
import type { Table } from '../domain/table.js';
import { FindingList } from './finding-list.js';
import type { Format } from './format.js';
import { htmlReader } from './html/page-reader.js';
import type { Kind } from './kind.js';
import { DEFAULT_LIMITS, megabytes, type ReadLimits } from './limits.js';
import { odsReader } from './ods/workbook.js';
import { xlsReader } from './old/xls.js';
import { xlsbReader } from './old/xlsb.js';
import type { Reader } from './reader.js';
import { Refusal } from './refusal.js';
import { sniff } from './sniff.js';
import { spreadsheetmlReader } from './spreadsheetml/workbook.js';
import { textReader } from './text/csv.js';
import { unreadable } from './unreadable.js';
import { xlsxReader } from './xlsx/workbook.js';
import { type Archive, openArchive } from './zip/gate.js';
import { packageKind } from './zip/package-kind.js';

/** Every format that can be read. To add one: a file with its `Reader`, a line here, a test. */
export const READERS: readonly Reader[] = [
  xlsxReader,
  textReader,
  odsReader,
  xlsReader,
  xlsbReader,
  spreadsheetmlReader,
  htmlReader,
];

/** The tables of one file; `tables` is empty where the file cannot be trusted as a whole, and `findings` then says why. */
export interface ReadResult {
  format: Format;
  tables: Table[];
  findings: Finding[];
  /** Of a text file: `utf-8`, `utf-16le`, `utf-16be` or `windows-1256`; null otherwise. */
  encoding: string | null;
  /** Of a text file: the character between two fields; null otherwise. */
  delimiter: string | null;
}

/**
 * Reads the bytes of a stranger's file into tables of cells, by content and never by name; `fileName` only labels findings.
 * Wrong data never throws: it comes back as findings.
 */
export async function readTables(
  bytes: Uint8Array,
  fileName: string,
  limits: ReadLimits = DEFAULT_LIMITS,
): Promise<ReadResult> {
  const findings = new FindingList(fileName, limits.findings);
  const refused = (refusal: Refusal, format: Format): ReadResult => ({
    format,
    tables: [],
    findings: [
      ...findings.list(),
      { code: refusal.code, place: { file: fileName, ...refusal.place }, params: refusal.params },
    ],
    encoding: null,
    delimiter: null,
  });
  let format: Format = 'unknown';
  try {
    const { kind, archive } = identify(bytes, limits);
    const reader = READERS.find((candidate) => candidate.kinds.includes(kind));
    if (!reader) return refused(unreadable(kind), format);
    format = reader.format;
    const reading = await reader.read({ bytes, archive, limits, findings });
    if (reading.tables.every((table) => table.rows.length === 0)) throw new Refusal('FILE_EMPTY');
    return { format, ...reading, findings: findings.list() };
  } catch (fault) {
    if (fault instanceof Refusal) return refused(fault, format);
    throw fault;
  }
}

function identify(bytes: Uint8Array, limits: ReadLimits): { kind: Kind; archive: Archive | null } {
  if (bytes.length > limits.fileBytes) {
    const params = { megabytes: Math.ceil(bytes.length / 1024 / 1024), limit: megabytes(limits.fileBytes) };
    throw new Refusal('FILE_TOO_BIG', params);
  }
  if (bytes.length === 0) throw new Refusal('FILE_EMPTY');
  const kind = sniff(bytes);
  if (kind !== 'zip') return { kind, archive: null };
  const archive = openArchive(bytes, limits);
  return { kind: packageKind(archive), archive };
}
