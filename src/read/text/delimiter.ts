import { parse } from 'csv-parse/sync';
import { CSV_OPTIONS } from './options.js';

/** Earlier wins a tie. */
const CANDIDATES = [',', ';', '\t', '|', '،', '؛'] as const;
const SAMPLE_RECORDS = 60;
const SAMPLE_BYTES = 256 * 1024;

export interface Delimiter {
  delimiter: string;
  /** Bytes of a leading `sep=;` line, which speaks to Excel and is no data; 0 without one. */
  skipBytes: number;
}

/**
 * The character between fields: the one named by `sep=`, else the one under which most of the first records have the
 * same width, wider tables first. Each candidate is judged by the parser itself, so quoted delimiters do not count.
 */
export function findDelimiter(utf8: Buffer): Delimiter {
  const named = /^"?sep=(.)"?(\r\n|\n|\r|$)/u.exec(utf8.subarray(0, 64).toString('utf8'));
  if (named?.[1]) return { delimiter: named[1], skipBytes: Buffer.byteLength(named[0]) };
  let best: { delimiter: string; score: number } = { delimiter: ',', score: 0 };
  for (const delimiter of CANDIDATES) {
    const score = scoreOf(widths(utf8.subarray(0, SAMPLE_BYTES), delimiter));
    if (score > best.score) best = { delimiter, score };
  }
  return { delimiter: best.delimiter, skipBytes: 0 };
}

function widths(sample: Buffer, delimiter: string): number[] {
  const found: number[] = [];
  const options = { ...CSV_OPTIONS, delimiter, to: SAMPLE_RECORDS, relax_quotes: true };
  try {
    parse(sample, {
      ...options,
      on_record: (record: string[]) => {
        found.push(record.length);
        return null;
      },
    });
  } catch {
    // The sample may end inside a quoted field; what was parsed before still counts.
  }
  return found;
}

function scoreOf(found: number[]): number {
  const counts = new Map<number, number>();
  for (const width of found) counts.set(width, (counts.get(width) ?? 0) + 1);
  let score = 0;
  // A width of one is no table: title lines above a narrow table must not hide its delimiter.
  for (const [width, count] of counts)
    if (width > 1) score = Math.max(score, (count / found.length) * Math.log2(width + 1));
  return score;
}
