/** A picture file that a report may carry, with its size in pixels. */
export interface PictureFile {
  kind: 'png' | 'jpeg';
  bytes: Uint8Array;
  width: number;
  height: number;
}

const PNG = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

/** What the bytes themselves say, whatever the file is called; null = neither a png nor a jpeg with a size. */
export function pictureOf(bytes: Uint8Array): PictureFile | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = PNG.every((byte, index) => bytes[index] === byte) ? pngSize(view) : jpegSize(view);
  if (!size || size.width < 1 || size.height < 1) return null;
  return { bytes, ...size };
}

type Size = Omit<PictureFile, 'bytes'>;

/** The first chunk of a png is its header: width and height stand behind its length and name. */
function pngSize(view: DataView): Size | null {
  if (view.byteLength < 24) return null;
  return { kind: 'png', width: view.getUint32(16), height: view.getUint32(20) };
}

/** Walks the segments of a jpeg to the frame header, which holds height and width. */
function jpegSize(view: DataView): Size | null {
  if (view.byteLength < 4 || view.getUint16(0) !== 0xffd8) return null;
  let at = 2;
  while (at + 9 <= view.byteLength && view.getUint8(at) === 0xff) {
    const marker = view.getUint8(at + 1);
    const frame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (frame) return { kind: 'jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}
