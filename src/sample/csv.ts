import type { FormCell } from './form.js';
import type { Grid } from './grid.js';
import type { Layout } from './layout.js';
import type { Style } from './styles.js';
import { mixedKeyboard, oldKeyboard } from './typing.js';

/** A delimited file from records; a field with the delimiter, a quote or a line break is quoted. Lines end in CRLF. */
export function delimited(records: readonly (readonly (string | number | null)[])[], delimiter = ','): string {
  const field = (value: string | number | null) => {
    const text = value === null ? '' : String(value);
    return text.includes(delimiter) || /["\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  return records.map((record) => `${record.map(field).join(delimiter)}\r\n`).join('');
}

/** The bytes of a text file as its department saves it. */
export function textFile(grid: Grid, style: Style, layout: Layout = {}): Uint8Array {
  // Offices' programs save a rectangle: titles and notes are filled up with blank fields.
  const records = grid.lines.map((line) =>
    grid.columns.map(({ key }, column) => {
      const text = plain(line[column] ?? null);
      return layout.mixedLetters && !REMARKS.has(key) && typeof text === 'string' ? mixedKeyboard(text) : text;
    }),
  );
  const body = delimited(records, layout.sepLine ? ';' : style.delimiter);
  const text = layout.sepLine ? `sep=;\r\n${body}` : body;
  if (layout.utf16) return utf16(text);
  if (style.encoding === 'windows1256') return windows1256(oldKeyboard(text));
  return new TextEncoder().encode(style.encoding === 'utf8_bom' ? `\uFEFF${text}` : text);
}

/** Remarks are facts: they stay letter by letter as they were written. */
const REMARKS: ReadonlySet<string> = new Set(['note', 'obstacle', 'action']);

/** Little-endian with its mark, as Excel writes «Unicode Text». */
function utf16(text: string): Uint8Array {
  return Uint8Array.from(
    [...`\uFEFF${text}`].flatMap((letter) => {
      const unit = letter.codePointAt(0) ?? 0;
      if (unit > 0xffff) throw new RangeError(`${letter} is outside the letters that the sample writes in UTF-16`);
      return [unit & 0xff, unit >> 8];
    }),
  );
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
