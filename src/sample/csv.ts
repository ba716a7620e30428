import { type FormCell, type FormSheet, linesOf } from './form.js';
import type { Style } from './styles.js';
import { oldKeyboard } from './typing.js';

/** A delimited file from records; a field with the delimiter, a quote or a line break is quoted. Lines end in CRLF. */
export function delimited(records: readonly (readonly (string | number | null)[])[], delimiter = ','): string {
  const field = (value: string | number | null) => {
    const text = value === null ? '' : String(value);
    return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return records.map((record) => `${record.map(field).join(delimiter)}\r\n`).join('');
}

/** The bytes of a text file as its department saves it. */
export function textFile(sheet: FormSheet, style: Style): Uint8Array {
  const width = sheet.columns.length;
  // Offices' programs save a rectangle: titles and notes are filled up with blank fields.
  const records = linesOf(sheet).map((line) =>
    Array.from({ length: width }, (_, column) => plain(line[column] ?? null)),
  );
  const text = delimited(records, style.delimiter);
  if (style.encoding === 'windows1256') return windows1256(oldKeyboard(text));
  return new TextEncoder().encode(style.encoding === 'utf8_bom' ? `\uFEFF${text}` : text);
}

/** A text file has no formats: a percent cell or a date is the number that it shows. */
function plain(cell: FormCell): string | number | null {
  return cell !== null && typeof cell === 'object' ? cell.number : cell;
}

/** The old code page of Persian Windows: it has no Persian yeh, no Persian digits. */
function windows1256(text: string): Uint8Array {
  const decoder = new TextDecoder('windows-1256');
  const byteOf = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(Uint8Array.of(byte)), byte]));
  return Uint8Array.from(text, (letter) => {
    const byte = byteOf.get(letter);
    if (byte === undefined) throw new RangeError(`windows-1256 has no ${letter}`);
    return byte;
  });
}
