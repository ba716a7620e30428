/** What a number format says about the meaning of a number. */
export type FormatKind = 'plain' | 'percent' | 'date';

const isBetween = (id: number, first: number, last: number) => id >= first && id <= last;

/** Formats that a workbook uses by number, without spelling them. */
export function builtInFormat(id: number): FormatKind {
  if (id === 9 || id === 10) return 'percent';
  if (isBetween(id, 14, 22) || isBetween(id, 27, 36) || isBetween(id, 45, 47) || isBetween(id, 50, 58)) return 'date';
  return 'plain';
}

/**
 * The kind of a spelled format, by its first section (the one of positive numbers). Quoted and escaped characters are
 * decoration: `0"%"` shows a percent sign without meaning a hundredth, `0%` means it. A digit place (`#,##0 "m"`)
 * rules a date out, except for the fractions of a second in `ss.000`.
 */
export function formatKind(code: string): FormatKind {
  const bare = code
    .replace(/"[^"]*"?|\\.|[_*]./gsu, '')
    .replace(/\[(?!(?:h+|m+|s+)\])[^\]]*\]/gi, '')
    .replace(/general/gi, '');
  const section = bare.split(';')[0] ?? '';
  if (section.includes('%')) return 'percent';
  if (/[#?0]/.test(section.replace(/s\]?\.0+/gi, 's'))) return 'plain';
  return /[ymdhs]/i.test(section) ? 'date' : 'plain';
}

/** The three meanings of a number, as the styles of a `Book`: an index is the style of a raw cell. */
export const MEANING_STYLES: FormatKind[] = ['plain', 'percent', 'date'];

/** The index of a meaning in `MEANING_STYLES`. */
export function styleOf(kind: FormatKind): string {
  return String(MEANING_STYLES.indexOf(kind));
}
