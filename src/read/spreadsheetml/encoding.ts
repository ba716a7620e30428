import { Refusal } from '../refusal.js';
import { utf16Kind } from '../text/utf16.js';

const DECLARATION = /^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w-]+)["'][^>]*\?>/i;

/** The encodings that exporting systems declare besides UTF-8. */
const TAKEN: ReadonlySet<string> = new Set([
  'utf-16',
  'utf-16le',
  'utf-16be',
  'windows-1256',
  'windows-1252',
  'iso-8859-1',
  'iso-8859-6',
]);

/** The document in UTF-8 without a declaration that says otherwise. Throws `Refusal` for bytes that do not fit. */
export function utf8Xml(bytes: Uint8Array): { encoding: string; bytes: Uint8Array } {
  const utf16 = utf16Kind(bytes);
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 200));
  const declared = DECLARATION.exec(head)?.[1]?.toLowerCase() ?? 'utf-8';
  if (!utf16 && declared === 'utf-8') return { encoding: 'utf-8', bytes };
  const encoding = utf16 ?? declared;
  if (!TAKEN.has(encoding)) throw new Refusal('FILE_XML_ENCODING', { part: 'Workbook' });
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return { encoding, bytes: Buffer.from(text.replace(/^\s*<\?xml[^>]*\?>/, ''), 'utf8') };
  } catch {
    throw new Refusal('FILE_ENCODING_DAMAGED', { encoding });
  }
}
