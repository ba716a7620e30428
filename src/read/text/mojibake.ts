/** Bytes of one-byte code pages, turned round: which byte writes a letter. */
const CODE_PAGES = ['windows-1256', 'windows-1252'].map((encoding) => {
  const letters = new TextDecoder(encoding).decode(Uint8Array.from({ length: 256 }, (_, byte) => byte));
  return new Map([...letters].map((letter, byte) => [letter, byte]));
});

const SAMPLE_CHARS = 64 * 1024;
/** Fewer letters than this may fit by chance. */
const LEAST_LETTERS = 6;

/**
 * Text that is UTF-8 once read in a one-byte code page and saved again («ط´ظ‡ط±» for «شهر»): every letter goes back
 * to a byte, and the bytes are strict UTF-8. Genuine Persian does not pass. Returns a piece and its meaning, or null.
 */
export function findMojibake(text: string): { sample: string; meant: string } | null {
  const lines = text.slice(0, SAMPLE_CHARS).split(/\r\n|\n|\r/);
  const whole = lines.length > 1 ? lines.slice(0, -1) : lines;
  for (const bytesOf of CODE_PAGES) {
    let letters = 0;
    let first: { sample: string; meant: string } | null = null;
    let consistent = true;
    for (const line of whole) {
      if (!/[^\p{ASCII}]/u.test(line)) continue;
      const meant = reread(line, bytesOf);
      if (meant === null) {
        consistent = false;
        break;
      }
      letters += meant.match(/[^\p{ASCII}]/gu)?.length ?? 0;
      first ??= { sample: line.slice(0, 40), meant: meant.slice(0, 40) };
    }
    if (consistent && first && letters >= LEAST_LETTERS) return first;
  }
  return null;
}

function reread(line: string, bytesOf: ReadonlyMap<string, number>): string | null {
  const bytes: number[] = [];
  for (const letter of line) {
    const byte = bytesOf.get(letter);
    if (byte === undefined) return null;
    bytes.push(byte);
  }
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(bytes));
  } catch {
    return null;
  }
}
