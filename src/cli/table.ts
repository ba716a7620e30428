export interface Column {
  title: string;
  /** Numbers stand at the end of their column, texts at its start. */
  align?: 'start' | 'end';
  /** A code, path or number that must stay left to right among Persian words. */
  ltr?: boolean;
}

const INVISIBLE = /^[\p{Mn}\p{Me}\p{Cf}]$/u;
const WIDE = /^[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}]$/u;

/** Columns that a terminal gives to a text: none to marks and joiners (ZWNJ), two to wide letters. */
export function displayWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += INVISIBLE.test(letter) ? 0 : WIDE.test(letter) ? 2 : 1;
  return width;
}

// Control characters (an escape sequence typed into a cell must not run in the terminal) and marks that turn the direction of what follows.
const UNSAFE = /[\p{Cc}\u202a-\u202e\u2066-\u2069\u200e\u200f\u061c]/gu;

/** Text that people typed, made safe for one line of a terminal. */
export function oneLine(text: string): string {
  return text.replace(UNSAFE, ' ').trim();
}

/** Holds a left-to-right piece together inside right-to-left text (U+2066 … U+2069). */
export function isolate(text: string): string {
  return text === '' ? '' : `\u2066${text}\u2069`;
}

/**
 * A table for a terminal: columns aligned by display width, a rule under the header, the last column not padded.
 * With `isolated` (a person looks at Persian text) left-to-right cells are held together.
 */
export function table(columns: readonly Column[], rows: readonly (readonly string[])[], isolated = false): string {
  const clean = rows.map((row) => columns.map((_, index) => oneLine(row[index] ?? '')));
  const widths = columns.map(({ title }, index) =>
    Math.max(displayWidth(title), ...clean.map((row) => displayWidth(row[index] ?? ''))),
  );
  const line = (cells: readonly string[], header: boolean) =>
    cells
      .map((cell, index) => {
        const column = columns[index];
        const last = index === columns.length - 1;
        const room = ' '.repeat(Math.max(0, (widths[index] ?? 0) - displayWidth(cell)));
        const shown = isolated && column?.ltr && !header ? isolate(cell) : cell;
        if (column?.align === 'end') return room + shown;
        return last ? shown : shown + room;
      })
      .join('  ');
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  const header = columns.map(({ title }) => title);
  return [line(header, true), rule, ...clean.map((row) => line(row, false))].join('\n');
}
