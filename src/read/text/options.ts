import type { Options } from 'csv-parse';

/**
 * How strangers' text files are parsed: into plain arrays (headers are mapped by ourselves, since a repeated header
 * would silently win), ragged rows kept, stray quotes inside a field kept, any mixture of line ends.
 */
export const CSV_OPTIONS = {
  bom: false,
  columns: false,
  relax_quotes: true,
  relax_column_count: true,
  skip_empty_lines: true,
  record_delimiter: ['\r\n', '\n', '\r'],
} satisfies Options;
