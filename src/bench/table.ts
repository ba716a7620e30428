/** Lines of a table with its columns aligned: the first `texts` columns to the left, numbers to the right. */
export function tableText(header: readonly string[], rows: readonly (readonly string[])[], texts: number): string {
  const all = [header, ...rows];
  const widths = header.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    row.map((text, at) => (at < texts ? text.padEnd(widths[at] ?? 0) : text.padStart(widths[at] ?? 0))).join('  ');
  return all.map((row) => `${line(row).trimEnd()}\n`).join('');
}
