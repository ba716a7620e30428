import type { Kind } from './kind.js';
import { utf16Kind } from './text/utf16.js';

const HEAD_BYTES = 4096;

const MAGIC: readonly [Kind, readonly number[]][] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['gzip', [0x1f, 0x8b]],
  ['rar', [0x52, 0x61, 0x72, 0x21, 0x1a, 0x07]],
  ['7z', [0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['image', [0x49, 0x49, 0x2a, 0x00]],
  ['image', [0x4d, 0x4d, 0x00, 0x2a]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  // Excel 2 to 4 wrote their records without a container.
  ['xls', [0x09, 0x00, 0x04, 0x00]],
  ['xls', [0x09, 0x02, 0x06, 0x00]],
  ['xls', [0x09, 0x04, 0x06, 0x00]],
  // So did exporters of Excel 5 and later that know no container.
  ['xls', [0x09, 0x08, 0x08, 0x00]],
  ['xls', [0x09, 0x08, 0x10, 0x00]],
];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** What the bytes are, judged by their content alone. A zip package is told apart later, by its parts. */
export function sniff(bytes: Uint8Array): Kind {
  const startsWith = (magic: readonly number[]) => magic.every((byte, at) => bytes[at] === byte);
  if (startsWith(OLE)) return oleKind(bytes);
  for (const [kind, magic] of MAGIC) if (startsWith(magic)) return kind;
  return textKind(bytes.subarray(0, HEAD_BYTES));
}

/** OLE containers name their streams in UTF-16; a workbook with a password hides in one called EncryptedPackage. */
function oleKind(bytes: Uint8Array): Kind {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const holds = (stream: string) => buffer.includes(Buffer.from(`${stream}\0`, 'utf16le'));
  if (holds('EncryptedPackage')) return 'encrypted';
  if (holds('Workbook') || holds('Book')) return 'xls';
  return directoryInside(buffer) ? 'ole' : 'oleCut';
}

/** Where the list of streams should stand; in a cut file that place is past its end. */
function directoryInside(bytes: Buffer): boolean {
  if (bytes.length < 512) return false;
  const sectorBytes = 2 ** Math.min(bytes.readUInt16LE(30), 12);
  return (bytes.readUInt32LE(48) + 2) * sectorBytes <= bytes.length;
}

function textKind(head: Uint8Array): Kind {
  const utf16 = utf16Kind(head);
  const text = new TextDecoder(utf16 ?? 'utf-8').decode(head);
  if (!utf16 && looksBinary(head)) return 'binary';
  const start = text.trimStart().slice(0, 1024).toLowerCase();
  if (/^<\?xml|^<\?mso|^<workbook/.test(start) && start.includes('office:spreadsheet')) return 'spreadsheetml';
  if (/^mime-version:/.test(start)) return 'mht';
  if (/^<(!doctype html|html|table|head|body|meta|style|div|center|font|!--)/.test(start)) return 'html';
  if (/^<\?xml/.test(start)) return start.includes('<html') || start.includes('<table') ? 'html' : 'xml';
  return 'text';
}

/** Control characters that no text holds; NUL is left to the text reader, which tells a bad copy from other damage. */
function looksBinary(head: Uint8Array): boolean {
  let controls = 0;
  for (const byte of head) {
    if (
      (byte < 0x20 && byte > 0 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 26) ||
      byte === 127
    )
      controls += 1;
  }
  return controls > head.length / 100;
}
