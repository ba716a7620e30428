import { Refusal } from '../refusal.js';
import { utf16Kind } from './utf16.js';

export interface Decoded {
  encoding: string;
  /** The text as UTF-8 bytes without a byte order mark, for the parser. */
  utf8: Buffer;
  text: string;
}

const BOM = '\uFEFF';
const CTRL_Z = String.fromCharCode(26);

/**
 * Text in UTF-8, UTF-16 or Persian Windows (1256), proven over the whole file. Damaged text is refused with the line
 * of the first bad character and never mangled. Throws `Refusal`.
 */
export function decodeText(bytes: Uint8Array): Decoded {
  const utf16 = utf16Kind(bytes);
  if (utf16) return decoded(decodeStrictly(bytes, utf16), utf16);
  refuseNuls(bytes);
  const utf8 = tryDecode(bytes, 'utf-8');
  if (utf8 !== null) return decoded(utf8, 'utf-8');
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (marked || mostlyUtf8(bytes)) decodeStrictly(bytes, 'utf-8');
  const text = new TextDecoder('windows-1256').decode(bytes);
  if (!readsAsPersian(text)) throw new Refusal('FILE_ENCODING_UNKNOWN');
  return decoded(text, 'windows-1256');
}

function decoded(raw: string, encoding: string): Decoded {
  // An old DOS export ends with Ctrl-Z, which is no part of the data.
  const text = raw.endsWith(CTRL_Z) ? raw.slice(0, -1) : raw;
  const nul = text.indexOf('\0');
  if (nul >= 0) refuseNulText(text, nul);
  return { encoding, text, utf8: Buffer.from(text, 'utf8') };
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    const text = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
    return text.startsWith(BOM) ? text.slice(1) : text;
  } catch {
    return null;
  }
}

/** As `tryDecode`; a text that does not hold is refused with the line of its first bad character. */
function decodeStrictly(bytes: Uint8Array, encoding: string): string {
  const text = tryDecode(bytes, encoding);
  if (text !== null) return text;
  const lenient = new TextDecoder(encoding).decode(bytes);
  const bad = lenient.indexOf('\uFFFD');
  throw new Refusal('FILE_ENCODING_DAMAGED', { encoding }, { sheet: null, row: lineAt(lenient, bad) });
}

/** Line of a position, 1-based; `\r\n`, `\n` and `\r` each end one. */
function lineAt(text: string, position: number): number {
  return text.slice(0, Math.max(0, position)).split(/\r\n|\n|\r/).length;
}

function refuseNuls(bytes: Uint8Array): void {
  const nul = bytes.indexOf(0);
  if (nul < 0) return;
  let end = bytes.length;
  while (end > 0 && bytes[end - 1] === 0) end -= 1;
  if (nul === end) throw new Refusal('FILE_ZERO_TAIL', { bytes: bytes.length - end });
  const before = new TextDecoder('latin1').decode(bytes.subarray(0, nul));
  throw new Refusal('FILE_NUL', {}, { sheet: null, row: lineAt(before, before.length) });
}

function refuseNulText(text: string, nul: number): never {
  if (/^\0+$/.test(text.slice(nul))) throw new Refusal('FILE_ZERO_TAIL', { bytes: (text.length - nul) * 2 });
  throw new Refusal('FILE_NUL', {}, { sheet: null, row: lineAt(text, nul) });
}

/** Far more sound multi-byte letters than broken ones: UTF-8 with a damaged place, not another encoding. */
function mostlyUtf8(bytes: Uint8Array): boolean {
  const text = new TextDecoder('utf-8').decode(bytes);
  let sound = 0;
  let broken = 0;
  for (const letter of text) {
    if (letter === '\uFFFD') broken += 1;
    else if (letter > '\u007F') sound += 1;
  }
  return sound > 20 * broken;
}

/**
 * Every byte has a letter in windows-1256, so decoding proves nothing: most letters beyond ASCII must be Persian,
 * and few may touch a Latin letter, as accents of another code page would.
 */
function readsAsPersian(text: string): boolean {
  const foreign = text.match(/[^\p{ASCII}]/gu)?.filter((letter) => /\p{L}/u.test(letter)).length ?? 0;
  const runs = text.match(/[\u0600-\u06FF]+/g) ?? [];
  const persian = runs.reduce((sum, run) => sum + run.length, 0);
  const touching = text.match(/[A-Za-z][\u0600-\u06FF]+|[\u0600-\u06FF]+[A-Za-z]/g)?.length ?? 0;
  return persian > 0 && persian >= 0.6 * foreign && touching <= 0.3 * runs.length;
}
