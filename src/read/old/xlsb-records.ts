import { Refusal } from '../refusal.js';

/** One record of a part of an xlsb workbook. */
export interface BinaryRecord {
  type: number;
  body: DataView;
}

/** The records of a part. Types and lengths are written in groups of seven bits. Throws `Refusal` for a cut part. */
export function* binaryRecords(part: string, bytes: Uint8Array): Generator<BinaryRecord> {
  let at = 0;
  const group = (most: number): number => {
    let value = 0;
    for (let index = 0; index < most; index += 1) {
      const byte = bytes[at];
      if (byte === undefined) throw new Refusal('FILE_ZIP_DAMAGED', { part });
      at += 1;
      value |= (byte & 0x7f) << (7 * index);
      if ((byte & 0x80) === 0) break;
    }
    return value;
  };
  while (at < bytes.length) {
    const type = group(2);
    const length = group(4);
    if (at + length > bytes.length) throw new Refusal('FILE_ZIP_DAMAGED', { part });
    yield { type, body: new DataView(bytes.buffer, bytes.byteOffset + at, length) };
    at += length;
  }
}
