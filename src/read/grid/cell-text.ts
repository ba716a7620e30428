/** Text of a cell; null = longer than the limit. */
export type CellText = string | null;

/** Excel writes characters that XML forbids as `_x000D_`; a literal `_x000D_` as `_x005F_x000D_`. */
export function decodeEscapes(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
