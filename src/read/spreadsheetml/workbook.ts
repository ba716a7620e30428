import type { Table } from '../../domain/table.js';
import type { Book } from '../grid/cell.js';
import { MEANING_STYLES } from '../grid/formats.js';
import type { Spent } from '../grid/sheet-builder.js';
import type { Reader } from '../reader.js';
import { Refusal } from '../refusal.js';
import { attributeOf, readXml } from '../xml/xml.js';
import { utf8Xml } from './encoding.js';
import { SS, SS_NAMESPACES } from './names.js';
import { XmlSheet } from './sheet.js';
import { StyleBook } from './styles.js';

/** XML Spreadsheet 2003, which finance systems export under the name of xls. */
export const spreadsheetmlReader: Reader = {
  format: 'xml',
  kinds: ['spreadsheetml'],
  read(source) {
    const { limits } = source;
    const { encoding, bytes } = utf8Xml(source.bytes);
    // Dates are written as days, so the day from which a workbook counts plays no part.
    const book: Book = { strings: [], styles: MEANING_STYLES, date1904: false, textChars: limits.textChars };
    const spent: Spent = { cells: 0, filled: 0 };
    const styles = new StyleBook();
    const tables: Table[] = [];
    const names = new Set<string>();
    let sheet: XmlSheet | null = null;
    const part = { name: 'Workbook', bytes, root: 'Workbook', namespaces: SS_NAMESPACES };
    readXml(part, limits, {
      open(element, parent) {
        if (element.local === 'Worksheet' && parent === 'Workbook') {
          const name = attributeOf(element, SS, 'Name') ?? '';
          if (names.has(name.toLowerCase())) throw new Refusal('FILE_SHEET_TWICE', {}, { sheet: name });
          names.add(name.toLowerCase());
          if (names.size > limits.sheets)
            throw new Refusal('FILE_SHEETS_TOO_MANY', { count: names.size, limit: limits.sheets });
          sheet = new XmlSheet(name, book, spent, source, styles);
        } else if (sheet) sheet.open(element, parent);
        else styles.open(element);
      },
      close(local) {
        if (local === 'Worksheet' && sheet) {
          tables.push(sheet.finish());
          sheet = null;
        } else sheet?.close(local);
      },
      text: (piece) => sheet?.text(piece),
    });
    if (tables.length === 0) throw new Refusal('FILE_NO_SHEET');
    return { tables, encoding, delimiter: null };
  },
};
