import type { Table } from '../../domain/table.js';
import type { Book } from '../grid/cell.js';
import { MEANING_STYLES } from '../grid/formats.js';
import type { Spent } from '../grid/sheet-builder.js';
import type { Reader } from '../reader.js';
import { Refusal } from '../refusal.js';
import { attributeOf, readXml, type XmlPart } from '../xml/xml.js';
import { needPart, readPart } from '../zip/inflate.js';
import { ODS_NAMESPACES, TABLE } from './names.js';
import { OdsSheet } from './sheet.js';
import { OdsStyles } from './styles.js';

/** ods and ots: the strict way of xlsx (zip gate, checksums, strict XML) over the one part that holds all cells. */
export const odsReader: Reader = {
  format: 'ods',
  kinds: ['ods'],
  read(source) {
    const { archive, limits } = source;
    if (!archive) throw new Refusal('FILE_FORMAT_UNKNOWN');
    const manifest = readPart(archive, 'META-INF/manifest.xml');
    const sealed = manifest && Buffer.from(manifest).includes('encryption-data');
    if (sealed || archive.entries.has('encrypted-package')) throw new Refusal('FILE_ENCRYPTED');
    // Dates are written as days, so the day from which a workbook counts plays no part.
    const book: Book = { strings: [], styles: MEANING_STYLES, date1904: false, textChars: limits.textChars };
    const spent: Spent = { cells: 0, filled: 0 };
    const tables: Table[] = [];
    const styles = new OdsStyles();
    const names = new Set<string>();
    let depth = 0;
    let sheet: OdsSheet | null = null;
    const common = readPart(archive, 'styles.xml');
    if (common) readXml(partOf('styles.xml', common, 'document-styles'), limits, { open: (each) => styles.open(each) });
    const content = needPart(archive, 'content.xml');
    readXml(partOf('content.xml', content, 'document-content'), limits, {
      open(element, parent) {
        if (depth === 0) styles.open(element);
        const opens = element.local === 'table' && element.uri === TABLE;
        if (opens && parent === 'spreadsheet' && depth === 0) {
          const name = attributeOf(element, TABLE, 'name') ?? '';
          if (names.has(name.toLowerCase())) throw new Refusal('FILE_SHEET_TWICE', {}, { sheet: name });
          names.add(name.toLowerCase());
          if (names.size > limits.sheets)
            throw new Refusal('FILE_SHEETS_TOO_MANY', { count: names.size, limit: limits.sheets });
          const hidden = styles.hidesTable(attributeOf(element, TABLE, 'style-name') ?? '');
          sheet = new OdsSheet(name, hidden, styles, book, spent, source);
        } else if (depth === 1 && !opens) sheet?.open(element);
        // A table inside a cell is decoration of that cell, not a part of the grid.
        if (opens && (sheet || depth > 0)) depth += 1;
      },
      close(local) {
        if (local === 'table' && depth > 0) {
          depth -= 1;
          if (depth > 0 || !sheet) return;
          tables.push(sheet.finish());
          sheet = null;
        } else if (depth === 1) sheet?.close(local);
      },
      text(piece) {
        if (depth === 1) sheet?.text(piece);
      },
    });
    if (names.size === 0) throw new Refusal('FILE_NO_SHEET');
    return { tables, encoding: null, delimiter: null };
  },
};

function partOf(name: string, bytes: Uint8Array, root: string): XmlPart {
  return { name, bytes, root, namespaces: ODS_NAMESPACES };
}
