import { crc32, inflateRawSync } from 'node:zlib';
import { Refusal } from '../refusal.js';
import type { Entry } from './central.js';
import type { Archive } from './gate.js';

const STORED = 0;

/** The unpacked bytes of one part, equal in length and checksum to what its header promised; null = no such part. */
export function readPart(archive: Archive, name: string): Uint8Array | null {
  const entry = archive.entries.get(name.toLowerCase());
  if (!entry) return null;
  const packed = archive.bytes.subarray(entry.dataStart, entry.dataStart + entry.packedBytes);
  const bytes = entry.method === STORED ? packed : inflate(packed, entry);
  if (bytes.length !== entry.bytes) throw new Refusal('FILE_ZIP_DAMAGED', { part: entry.name });
  if (crc32(bytes) !== entry.crc) throw new Refusal('FILE_ZIP_CRC', { part: entry.name });
  return bytes;
}

/** As `readPart`, for a part without which the workbook means nothing. */
export function needPart(archive: Archive, name: string): Uint8Array {
  const bytes = readPart(archive, name);
  if (!bytes) throw new Refusal('FILE_PART_MISSING', { part: name });
  return bytes;
}

/** Unpacks no more than the header declared: a header that lies about its size ends here. */
function inflate(packed: Uint8Array, entry: Entry): Uint8Array {
  try {
    return inflateRawSync(packed, { maxOutputLength: Math.max(1, entry.bytes) });
  } catch (fault) {
    const code = fault instanceof Error && 'code' in fault ? String(fault.code) : '';
    if (code === 'ERR_BUFFER_TOO_LARGE' || code.startsWith('Z_'))
      throw new Refusal('FILE_ZIP_DAMAGED', { part: entry.name });
    throw fault;
  }
}
