const MB = 1024 * 1024;

/** What a stranger's file may cost us. Each default lies well above every real workbook seen, and below what hurts. */
export interface ReadLimits {
  fileBytes: number;
  zipEntries: number;
  /** One unpacked part of a workbook. */
  partBytes: number;
  /** All unpacked parts together. */
  totalBytes: number;
  /** Unpacked to packed; real parts stay below 121, attacks start near 400. */
  ratio: number;
  /** Below this unpacked size no ratio is judged: tiny parts compress oddly. */
  ratioFloorBytes: number;
  xmlDepth: number;
  xmlAttributes: number;
  sheets: number;
  sharedStrings: number;
  /** Excel's own limit of one cell's text. */
  textChars: number;
  /** Filled cells of the whole workbook. */
  filledCells: number;
  /** Cells of the whole workbook, the formatted empty ones included. */
  cells: number;
  columns: number;
  merges: number;
  /** One record of a text file. */
  recordBytes: number;
  /** Records of a text file; rows of one sheet that hold anything. */
  records: number;
  /** Findings listed per file, besides those that end the reading. */
  findings: number;
}

export const DEFAULT_LIMITS: ReadLimits = {
  fileBytes: 25 * MB,
  zipEntries: 1000,
  partBytes: 128 * MB,
  totalBytes: 256 * MB,
  ratio: 200,
  ratioFloorBytes: 100 * 1024,
  xmlDepth: 64,
  xmlAttributes: 256,
  sheets: 100,
  sharedStrings: 500_000,
  textChars: 32_767,
  filledCells: 2_000_000,
  cells: 12_000_000,
  columns: 512,
  merges: 100_000,
  recordBytes: 64 * 1024,
  records: 1_000_000,
  findings: 200,
};

export function megabytes(bytes: number): number {
  return Math.round(bytes / MB);
}
