import type { WorkBook } from '@e965/xlsx';
import { Refusal } from '../refusal.js';

/** The library, loaded when the first old file comes: it is large, and most files are new. */
async function load() {
  const [library, codePages] = await Promise.all([import('@e965/xlsx'), import('@e965/xlsx/dist/cpexcel')]);
  // Without these, text of Excel 95 and older in Persian Windows (1256) turns into Latin letters.
  library.set_cptable(codePages);
  return library;
}

/** Opens the OLE container of an old workbook and returns the stream of its records. Throws `Refusal`. */
export async function workbookStream(bytes: Uint8Array, format: string): Promise<Uint8Array> {
  const { CFB } = await load();
  const entry = guarded(format, () => {
    const container = CFB.read(Buffer.from(bytes), { type: 'buffer' });
    return CFB.find(container, '/Workbook') ?? CFB.find(container, '/Book');
  });
  if (!entry) throw new Refusal('FILE_FORMAT_DOCUMENT', { format: 'Microsoft Office (OLE)' });
  const content = new Uint8Array(entry.content ?? []);
  if (content.length === 0 || content.length < Number(entry.size)) throw new Refusal('FILE_TRUNCATED');
  return content.subarray(0, Number(entry.size));
}

/** Reads a whole workbook, strictly: what the library finds odd is damage. Throws `Refusal`. */
export async function readBook(bytes: Uint8Array, format: string): Promise<WorkBook> {
  const library = await load();
  return guarded(format, () =>
    library.read(bytes, {
      type: 'buffer',
      dense: true,
      cellNF: true,
      cellStyles: true,
      cellFormula: false,
      cellHTML: false,
      cellText: false,
      cellDates: false,
      // Only for a file that does not say which code page its bytes are in.
      codepage: 1256,
      WTF: true,
    }),
  );
}

/** The library throws whatever it stumbles over; for us all of it says that the file is damaged. */
function guarded<T>(format: string, read: () => T): T {
  try {
    return read();
  } catch (fault) {
    if (/password/i.test(String(fault))) throw new Refusal('FILE_ENCRYPTED');
    throw new Refusal('FILE_BOOK_DAMAGED', { format });
  }
}
