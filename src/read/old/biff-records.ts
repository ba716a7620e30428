import { Refusal } from '../refusal.js';

/** One record of a BIFF stream (Excel 2 to 2003): its type and its content. */
export interface BiffRecord {
  type: number;
  at: number;
  body: DataView;
}

export const BOF_TYPES: ReadonlySet<number> = new Set([0x0009, 0x0209, 0x0409, 0x0809]);
export const EOF = 0x000a;

/** The records from a position on. A record that reaches beyond the stream is the end of a cut file: `Refusal`. */
export function* biffRecords(stream: Uint8Array, start: number): Generator<BiffRecord> {
  const view = new DataView(stream.buffer, stream.byteOffset, stream.byteLength);
  let at = start;
  while (at + 4 <= stream.length) {
    const length = view.getUint16(at + 2, true);
    const end = at + 4 + length;
    if (end > stream.length) throw new Refusal('FILE_TRUNCATED');
    yield { type: view.getUint16(at, true), at, body: new DataView(stream.buffer, stream.byteOffset + at + 4, length) };
    at = end;
  }
  throw new Refusal('FILE_TRUNCATED');
}
