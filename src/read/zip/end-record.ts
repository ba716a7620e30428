import { Refusal } from '../refusal.js';

const END_SIGNATURE = 0x06054b50;
const END_BYTES = 22;
const END64_SIGNATURE = 0x06064b50;
const END64_BYTES = 56;
const LOCATOR_SIGNATURE = 0x07064b50;
const LOCATOR_BYTES = 20;
const MAX_COMMENT = 0xffff;
/** Fewer zeros than this may be the end of a sound record. */
const ZERO_TAIL_BYTES = 16;

/** Where the central directory lies, and how many entries it claims. */
export interface Directory {
  count: number;
  start: number;
  end: number;
}

/** Reads the end record, which must close the file exactly: what stands behind it is damage or a hiding place. */
export function findDirectory(view: DataView): Directory {
  const size = view.byteLength;
  const at = endRecordAt(view);
  const short = {
    disk: view.getUint16(at + 4, true) | view.getUint16(at + 6, true),
    here: view.getUint16(at + 8, true),
    count: view.getUint16(at + 10, true),
    length: view.getUint32(at + 12, true),
    start: view.getUint32(at + 16, true),
  };
  const locator = at - LOCATOR_BYTES;
  if (locator >= 0 && view.getUint32(locator, true) === LOCATOR_SIGNATURE) return readEnd64(view, locator);
  if (short.disk !== 0 || short.here !== short.count || short.start + short.length !== at || at > size)
    throw new Refusal('FILE_ZIP_DAMAGED', { part: 'central directory' });
  return { count: short.count, start: short.start, end: at };
}

function endRecordAt(view: DataView): number {
  const size = view.byteLength;
  for (let at = size - END_BYTES; at >= Math.max(0, size - END_BYTES - MAX_COMMENT); at -= 1) {
    if (view.getUint32(at, true) !== END_SIGNATURE) continue;
    const end = at + END_BYTES + view.getUint16(at + 20, true);
    if (end === size) return at;
    const zeros = zeroTail(view);
    if (zeros >= ZERO_TAIL_BYTES) throw new Refusal('FILE_ZERO_TAIL', { bytes: zeros });
    if (end < size) throw new Refusal('FILE_TRAILING_BYTES', { bytes: size - end });
  }
  const zeros = zeroTail(view);
  if (zeros >= ZERO_TAIL_BYTES) throw new Refusal('FILE_ZERO_TAIL', { bytes: zeros });
  throw new Refusal('FILE_TRUNCATED');
}

function zeroTail(view: DataView): number {
  let zeros = 0;
  while (zeros < view.byteLength && view.getUint8(view.byteLength - 1 - zeros) === 0) zeros += 1;
  return zeros;
}

/** Some writers use the 64-bit record for small files too: it is followed, inside the bounds of the file. */
function readEnd64(view: DataView, locator: number): Directory {
  const damaged = new Refusal('FILE_ZIP_DAMAGED', { part: 'central directory' });
  const at = Number(view.getBigUint64(locator + 8, true));
  if (at + END64_BYTES > locator || view.getUint32(at, true) !== END64_SIGNATURE) throw damaged;
  const count = Number(view.getBigUint64(at + 32, true));
  const length = Number(view.getBigUint64(at + 40, true));
  const start = Number(view.getBigUint64(at + 48, true));
  if (view.getUint32(at + 16, true) !== 0 || start + length !== at) throw damaged;
  return { count, start, end: at };
}
