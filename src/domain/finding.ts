/** An error refuses its row. A question does not: the figure counts, and the department is asked until it answers. */
export type Severity = 'error' | 'question' | 'warning' | 'info';

/** Where a finding stands, as far as it is known; `column` is the header's own text. */
export interface Place {
  file?: string;
  sheet?: string | null;
  row?: number;
  column?: string;
  cell?: string;
}

/** A statement about wrong or doubtful data. Text in Persian and English is rendered last, from the catalogue. */
export interface Finding {
  code: FindingCode;
  place: Place;
  /** Values for the catalogue's `{name}` slots. */
  params: Record<string, string | number>;
}

export interface FindingText {
  severity: Severity;
  /** What is wrong. */
  fa: string;
  en: string;
  /** How to mend it. */
  remedyFa: string;
  remedyEn: string;
}

import type { FINDINGS } from './catalogue/findings.js';

export type FindingCode = keyof typeof FINDINGS;
