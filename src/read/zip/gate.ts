import { megabytes, type ReadLimits } from '../limits.js';
import { Refusal } from '../refusal.js';
import { type Entry, followLocal, readCentral } from './central.js';
import { findDirectory } from './end-record.js';

/** A zip package whose headers have passed every check; nothing is unpacked yet. Keys are lower-case part names. */
export interface Archive {
  bytes: Uint8Array;
  entries: ReadonlyMap<string, Entry>;
}

const STORED = 0;
const DEFLATED = 8;
const ENCRYPTED = 0x0041;

/** Judges a zip by its headers alone, so that a bomb or a trick costs microseconds. Throws `Refusal`. */
export function openArchive(bytes: Uint8Array, limits: ReadLimits): Archive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const directory = findDirectory(view);
  if (directory.count > limits.zipEntries)
    throw new Refusal('FILE_ZIP_ENTRIES', { count: directory.count, limit: limits.zipEntries });
  const entries = new Map<string, Entry>();
  const spans: { start: number; end: number; name: string }[] = [];
  let total = 0;
  let at = directory.start;
  for (let index = 0; index < directory.count; index += 1) {
    const { entry, next } = readCentral(view, at, directory.end);
    at = next;
    const key = entry.name.toLowerCase().replace(/^\/+/, '');
    if (entries.has(key)) throw new Refusal('FILE_ZIP_DUPLICATE', { part: entry.name });
    if ((entry.flags & ENCRYPTED) !== 0) throw new Refusal('FILE_ENCRYPTED');
    if (entry.method !== STORED && entry.method !== DEFLATED)
      throw new Refusal('FILE_ZIP_METHOD', { part: entry.name, method: entry.method });
    total += entry.bytes;
    refuseBomb(entry, total, limits);
    spans.push({ start: entry.headerStart, end: followLocal(view, entry, directory.start), name: entry.name });
    entries.set(key, entry);
  }
  if (at !== directory.end) throw new Refusal('FILE_ZIP_DAMAGED', { part: 'central directory' });
  refuseOverlap(spans);
  return { bytes, entries };
}

function refuseBomb(entry: Entry, total: number, limits: ReadLimits): void {
  const bomb =
    entry.bytes > limits.partBytes ||
    total > limits.totalBytes ||
    (entry.bytes > limits.ratioFloorBytes && entry.bytes > entry.packedBytes * limits.ratio);
  if (bomb)
    throw new Refusal('FILE_ZIP_BOMB', { part: entry.name, megabytes: megabytes(Math.max(entry.bytes, total)) });
}

/** Two entries that share bytes are a trick: one packed block that unpacks many times. */
function refuseOverlap(spans: { start: number; end: number; name: string }[]): void {
  spans.sort((a, b) => a.start - b.start);
  let reached = 0;
  for (const span of spans) {
    if (span.start < reached) throw new Refusal('FILE_ZIP_DAMAGED', { part: span.name });
    reached = span.end;
  }
}
