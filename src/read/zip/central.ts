import { Refusal } from '../refusal.js';

const CENTRAL_SIGNATURE = 0x02014b50;
const LOCAL_SIGNATURE = 0x04034b50;
const SIZES_FOLLOW = 0x0008;
const IN_EXTRA = 0xffffffff;

/** One part of the package as its header states it. */
export interface Entry {
  name: string;
  flags: number;
  method: number;
  crc: number;
  packedBytes: number;
  bytes: number;
  headerStart: number;
  /** First packed byte, known after the local header was read. */
  dataStart: number;
}

/** Reads the central header at `at`; returns the entry and where the next one starts. */
export function readCentral(view: DataView, at: number, end: number): { entry: Entry; next: number } {
  const damaged = new Refusal('FILE_ZIP_DAMAGED', { part: 'central directory' });
  if (at + 46 > end || view.getUint32(at, true) !== CENTRAL_SIGNATURE) throw damaged;
  const nameLength = view.getUint16(at + 28, true);
  const extraLength = view.getUint16(at + 30, true);
  const next = at + 46 + nameLength + extraLength + view.getUint16(at + 32, true);
  if (next > end) throw damaged;
  const sizes = {
    bytes: view.getUint32(at + 24, true),
    packedBytes: view.getUint32(at + 20, true),
    headerStart: view.getUint32(at + 42, true),
  };
  readExtra64(view, at + 46 + nameLength, extraLength, sizes);
  const entry: Entry = {
    name: nameAt(view, at + 46, nameLength),
    flags: view.getUint16(at + 8, true),
    method: view.getUint16(at + 10, true),
    crc: view.getUint32(at + 16, true),
    ...sizes,
    dataStart: 0,
  };
  return { entry, next };
}

/** Sizes that do not fit 32 bits stand in the extra field, in this order, only those that are marked. */
function readExtra64(
  view: DataView,
  start: number,
  length: number,
  sizes: Pick<Entry, 'bytes' | 'packedBytes' | 'headerStart'>,
): void {
  for (let at = start; at + 4 <= start + length; at += 4 + view.getUint16(at + 2, true)) {
    if (view.getUint16(at, true) !== 1) continue;
    let field = at + 4;
    const fieldEnd = Math.min(field + view.getUint16(at + 2, true), start + length);
    for (const key of ['bytes', 'packedBytes', 'headerStart'] as const) {
      if (sizes[key] !== IN_EXTRA || field + 8 > fieldEnd) continue;
      sizes[key] = Number(view.getBigUint64(field, true));
      field += 8;
    }
  }
}

/** Checks the local header against the central one, sets `dataStart` and returns the first byte after the data. */
export function followLocal(view: DataView, entry: Entry, directoryStart: number): number {
  const damaged = new Refusal('FILE_ZIP_DAMAGED', { part: entry.name });
  const at = entry.headerStart;
  if (at + 30 > directoryStart || view.getUint32(at, true) !== LOCAL_SIGNATURE) throw damaged;
  const nameLength = view.getUint16(at + 26, true);
  entry.dataStart = at + 30 + nameLength + view.getUint16(at + 28, true);
  const dataEnd = entry.dataStart + entry.packedBytes;
  if (dataEnd > directoryStart) throw damaged;
  const agrees = (field: number, value: number) => {
    const local = view.getUint32(at + field, true);
    return local === value || local === IN_EXTRA || (local === 0 && (entry.flags & SIZES_FOLLOW) !== 0);
  };
  const same =
    nameAt(view, at + 30, nameLength) === entry.name &&
    view.getUint16(at + 8, true) === entry.method &&
    (view.getUint16(at + 6, true) & 1) === (entry.flags & 1) &&
    agrees(14, entry.crc) &&
    agrees(18, entry.packedBytes) &&
    agrees(22, entry.bytes);
  if (!same) throw damaged;
  return dataEnd;
}

/** Package part names are ASCII in practice; other bytes are kept one to one so that both headers compare equal. */
function nameAt(view: DataView, at: number, length: number): string {
  const raw = Buffer.from(view.buffer, view.byteOffset + at, Math.min(length, view.byteLength - at)).toString('latin1');
  return raw.replaceAll('\\', '/');
}
