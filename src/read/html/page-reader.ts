import { Parser } from 'htmlparser2';
import type { Reader } from '../reader.js';
import { Refusal } from '../refusal.js';
import { decodeText } from '../text/decode.js';
import { findMojibake } from '../text/mojibake.js';
import { Page } from './page.js';

/** Far above what pages hold, elements left open included; the parser's time grows with the square of the depth. */
const DEEPEST = 1000;

/** HTML tables, which many systems export under the name of xls. Nothing that a page links is ever fetched. */
export const htmlReader: Reader = {
  format: 'html',
  kinds: ['html'],
  read(source) {
    const { encoding, text } = decodeText(source.bytes);
    const garbled = findMojibake(text);
    if (garbled) throw new Refusal('FILE_MOJIBAKE', garbled);
    const page = new Page(source);
    let depth = 0;
    const parser = new Parser(
      {
        onopentag: (name, attributes) => {
          depth += 1;
          if (depth > DEEPEST) throw new Refusal('FILE_XML_LIMIT', { part: 'HTML' });
          page.open(name, attributes);
        },
        onclosetag: (name, implied) => {
          depth -= 1;
          // The parser closes what a cut page left open; only the page's own word counts as an end.
          if (!(implied && name === 'table')) page.close(name);
        },
        ontext: (piece) => page.text(piece),
      },
      { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
    );
    parser.write(text);
    parser.end();
    return { tables: [page.finish()], encoding, delimiter: null };
  },
};
