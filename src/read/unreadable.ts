import type { Kind } from './kind.js';
import { Refusal } from './refusal.js';

/** Spreadsheets of another format: one "save as" mends them. */
const OLD: Partial<Record<Kind, string>> = {
  mht: 'Web archive (mht)',
  numbers: 'Apple Numbers',
};

/** No spreadsheet at all: the figures must be typed into the template. */
const DOCUMENT: Partial<Record<Kind, string>> = {
  docx: 'Word (docx)',
  pptx: 'PowerPoint (pptx)',
  ole: 'Microsoft Office (OLE)',
  pdf: 'PDF',
  rtf: 'RTF',
  image: 'image',
  xml: 'XML',
};

const PACKED: Partial<Record<Kind, string>> = { zip: 'zip', gzip: 'gzip', rar: 'rar', '7z': '7z' };

/** The refusal that names the format of a file that no reader takes, with its remedy. */
export function unreadable(kind: Kind): Refusal {
  if (kind === 'encrypted') return new Refusal('FILE_ENCRYPTED');
  if (kind === 'oleCut') return new Refusal('FILE_TRUNCATED');
  const old = OLD[kind];
  if (old) return new Refusal('FILE_FORMAT_OLD', { format: old });
  const document = DOCUMENT[kind];
  if (document) return new Refusal('FILE_FORMAT_DOCUMENT', { format: document });
  const packed = PACKED[kind];
  if (packed) return new Refusal('FILE_FORMAT_PACKED', { format: packed });
  return new Refusal('FILE_FORMAT_UNKNOWN');
}
