import type { Book } from '../grid/cell.js';
import type { Spent } from '../grid/sheet-builder.js';
import type { Reader, Source } from '../reader.js';
import { Refusal } from '../refusal.js';
import { attribute, isTrue, readXml, SHEET_NAMESPACES } from '../xml/xml.js';
import type { Archive } from '../zip/gate.js';
import { needPart, readPart } from '../zip/inflate.js';
import { type Relationship, readRelationships } from './relationships.js';
import { readSheet } from './sheet.js';
import { readStrings } from './strings.js';
import { readStyles } from './styles.js';

/** xlsx, xlsm and xltx: sheets are found by relationship, never by part name. Macros and links are never looked at. */
export const xlsxReader: Reader = {
  format: 'xlsx',
  kinds: ['xlsx'],
  read(source) {
    const { archive, limits } = source;
    if (!archive) throw new Refusal('FILE_FORMAT_UNKNOWN');
    const main = readRelationships(archive, '', limits).find(({ kind }) => kind === 'officeDocument')?.target;
    if (!main) throw new Refusal('FILE_PART_MISSING', { part: '_rels/.rels' });
    const { sheets, date1904 } = readWorkbook(main, source, archive);
    const links = readRelationships(archive, main, limits);
    const partOf = (kind: string) => links.find((link) => link.kind === kind)?.target;
    const book: Book = { strings: [], styles: [], date1904, textChars: limits.textChars };
    const strings = partOf('sharedStrings');
    const styles = partOf('styles');
    if (strings) book.strings = optional(archive, strings, (bytes) => readStrings(strings, bytes, limits));
    if (styles) book.styles = optional(archive, styles, (bytes) => readStyles(styles, bytes, limits));
    const spent: Spent = { cells: 0, filled: 0 };
    const tables = worksheets(sheets, links).map(({ name, hidden, part }) =>
      readSheet({ name, hidden, part, bytes: needPart(archive, part) }, book, spent, source),
    );
    return { tables, encoding: null, delimiter: null };
  },
};

interface SheetEntry {
  name: string;
  hidden: boolean;
  link: string;
}

function readWorkbook(main: string, { limits }: Source, archive: Archive): { sheets: SheetEntry[]; date1904: boolean } {
  const sheets: SheetEntry[] = [];
  let date1904 = false;
  const part = { name: main, bytes: needPart(archive, main), root: 'workbook', namespaces: SHEET_NAMESPACES };
  readXml(part, limits, {
    open(element, parent) {
      if (element.local === 'workbookPr') date1904 = isTrue(attribute(element, 'date1904'));
      if (element.local !== 'sheet' || parent !== 'sheets') return;
      const link = Object.values(element.attributes).find(({ local, prefix }) => local === 'id' && prefix !== '');
      const state = attribute(element, 'state') ?? 'visible';
      sheets.push({ name: attribute(element, 'name') ?? '', hidden: state !== 'visible', link: link?.value ?? '' });
    },
  });
  if (sheets.length > limits.sheets)
    throw new Refusal('FILE_SHEETS_TOO_MANY', { count: sheets.length, limit: limits.sheets });
  return { sheets, date1904 };
}

/** The sheets that hold cells, each with its part. Two names for one part, or one name twice, would count twice. */
function worksheets(sheets: SheetEntry[], links: Relationship[]): { name: string; hidden: boolean; part: string }[] {
  const seen = new Set<string>();
  const found: { name: string; hidden: boolean; part: string }[] = [];
  for (const { name, hidden, link } of sheets) {
    const target = links.find(({ id }) => id === link);
    if (!target) throw new Refusal('FILE_PART_MISSING', { part: link || name }, { sheet: name });
    if (target.kind !== 'worksheet') continue;
    for (const key of [`name ${name.toLowerCase()}`, `part ${target.target.toLowerCase()}`]) {
      if (seen.has(key)) throw new Refusal('FILE_SHEET_TWICE', {}, { sheet: name });
      seen.add(key);
    }
    found.push({ name, hidden, part: target.target });
  }
  if (found.length === 0) throw new Refusal('FILE_NO_SHEET');
  return found;
}

/** Texts and styles are left out by some writers that still link them; a cell that needs one then gets its finding. */
function optional<T>(archive: Archive, part: string, read: (bytes: Uint8Array) => T[]): T[] {
  const bytes = readPart(archive, part);
  return bytes ? read(bytes) : [];
}
