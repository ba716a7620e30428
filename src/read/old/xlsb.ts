import type { Reader } from '../reader.js';
import { Refusal } from '../refusal.js';
import { readRelationships } from '../xlsx/relationships.js';
import { readPart } from '../zip/inflate.js';
import { readBook } from './library.js';
import { toTables } from './tables.js';
import { XLSB, xlsbCensus } from './xlsb-census.js';

/** Binary workbooks: package, checksums and cell counts are ours, the values are the library's. */
export const xlsbReader: Reader = {
  format: 'xlsb',
  kinds: ['xlsb'],
  async read(source) {
    const { archive, limits, bytes } = source;
    if (!archive) throw new Refusal('FILE_FORMAT_UNKNOWN');
    const main = readRelationships(archive, '', limits).find(({ kind }) => kind === 'officeDocument')?.target;
    if (!main) throw new Refusal('FILE_PART_MISSING', { part: '_rels/.rels' });
    // The library checks no checksums: every part is unpacked and checked here first.
    for (const name of archive.entries.keys()) readPart(archive, name);
    const census = xlsbCensus(archive, main, limits);
    const book = await readBook(bytes, XLSB);
    return { tables: toTables(book, census, XLSB, source), encoding: null, delimiter: null };
  },
};
