import { Parser } from 'htmlparser2';
import type { Reader } from '../reader.js';
import { Refusal } from '../refusal.js';
import { decodeText } from '../text/decode.js';
import { findMojibake } from '../text/mojibake.js';
import { Page } from './page.js';

/** HTML tables, which many systems export under the name of xls. Nothing that a page links is ever fetched. */
export const htmlReader: Reader = {
  format: 'html',
  kinds: ['html'],
  read(source) {
    const { encoding, text } = decodeText(source.bytes);
    const garbled = findMojibake(text);
    if (garbled) throw new Refusal('FILE_MOJIBAKE', garbled);
    const page = new Page(source);
    const parser = new Parser(
      {
        onopentag: (name, attributes) => page.open(name, attributes),
        onclosetag: (name, implied) => {
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
