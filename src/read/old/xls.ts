import type { Reader } from '../reader.js';
import { biffCensus, XLS } from './biff-census.js';
import { readBook, workbookStream } from './library.js';
import { toTables } from './tables.js';

const OLE = 0xd0;

/** Workbooks of Excel 2 to 2003: read by a library, and counted by ourselves so that nothing is lost unseen. */
export const xlsReader: Reader = {
  format: 'xls',
  kinds: ['xls'],
  async read(source) {
    const { bytes, limits } = source;
    const stream = bytes[0] === OLE ? await workbookStream(bytes, XLS) : bytes;
    const census = biffCensus(stream, limits);
    const book = await readBook(bytes, XLS);
    return { tables: toTables(book, census, XLS, source), encoding: null, delimiter: null };
  },
};
