export type Utf16 = 'utf-16le' | 'utf-16be';

const SAMPLE_BYTES = 4096;

/**
 * The byte order of UTF-16 text, by its mark or by its pattern; null = not UTF-16.
 * Without a mark: the high bytes of Persian and Latin letters are 06 and 00, those of the joiner and quotes 20.
 */
export function utf16Kind(bytes: Uint8Array): Utf16 | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  const pairs = Math.floor(Math.min(bytes.length, SAMPLE_BYTES) / 2);
  if (pairs < 2) return null;
  const high = [0, 0];
  const zero = [0, 0];
  for (let at = 0; at < pairs * 2; at += 1) {
    const side = at % 2;
    const byte = bytes[at];
    if (byte === 0 || byte === 6 || byte === 0x20) high[side] = (high[side] ?? 0) + 1;
    if (byte === 0) zero[side] = (zero[side] ?? 0) + 1;
  }
  // Every UTF-16 table holds ASCII (delimiters, line ends), so one side has zeros; the other side must have none.
  const is = (side: number) => (high[side] ?? 0) >= pairs * 0.9 && (zero[side] ?? 0) > 0 && zero[1 - side] === 0;
  if (is(1)) return 'utf-16le';
  if (is(0)) return 'utf-16be';
  return null;
}
