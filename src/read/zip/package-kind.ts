import type { Kind } from '../kind.js';
import type { Archive } from './gate.js';
import { readPart } from './inflate.js';

const OPEN_DOCUMENT_SHEET = 'application/vnd.oasis.opendocument.spreadsheet';

/** Which format a zip package is, by the parts in it. */
export function packageKind(archive: Archive): Kind {
  const names = [...archive.entries.keys()];
  const under = (folder: string) => names.some((name) => name.startsWith(folder));
  if (archive.entries.has('mimetype')) {
    const mimetype = new TextDecoder().decode(readPart(archive, 'mimetype') ?? new Uint8Array());
    return mimetype.startsWith(OPEN_DOCUMENT_SHEET) ? 'ods' : 'zip';
  }
  if (archive.entries.has('[content_types].xml')) {
    if (names.some((name) => /(^|\/)workbook[^/]*\.bin$/.test(name))) return 'xlsb';
    if (under('xl/')) return 'xlsx';
    if (under('word/')) return 'docx';
    if (under('ppt/')) return 'pptx';
    return 'xlsx';
  }
  if (under('index/') && names.some((name) => name.endsWith('.iwa'))) return 'numbers';
  return under('xl/') ? 'xlsx' : 'zip';
}
