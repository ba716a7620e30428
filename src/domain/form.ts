import type { Calendar, Period } from './calendar.js';
import type { FactField } from './fact.js';
import type { Place, Severity } from './finding.js';
import type { SubmissionRecord } from './month.js';
import type { Outcome } from './outcome.js';

/** What a department is asked for one month, and in a returned form what it sent with what is wrong in it. */
export interface MonthForm {
  purpose: 'template' | 'return';
  organisation: string;
  sample: boolean;
  language: 'fa' | 'en';
  calendar: Calendar;
  /** In which instants are shown. */
  timeZone: string;
  period: Period;
  department: { code: string; title: string };
  /** Key of the unit in which amounts are written (`million_rial`). */
  moneyUnit: string;
  /** Instant (UTC) of the data in it: never of the clock, so that the same data give the same file. */
  instant: string;
  projects: FormRow[];
  indicators: FormRow[];
  questions: FormQuestion[];
  /** Null in a template. */
  returned: ReturnedPart | null;
}

/** One project or indicator: what is known of it, what is asked, and what was sent. */
export interface FormRow {
  kind: 'project' | 'indicator';
  code: string;
  title: string;
  /** How progress is asked: by percent or quantity, of the year or of the whole work; of an indicator null. */
  asked: ProgressAsked | null;
  unit: string | null;
  /** The last figure reported before this month, with its month; physical and percent 0..100. */
  last: { field: FactField; value: number; period: Period } | null;
  lastSpentRial: number | null;
  approvedRial: number | null;
  /** Of a project the whole of its quantity or percent, of an indicator the target of the period or the year. */
  target: number | null;
  /** Fields that this department may report here. */
  open: readonly FactField[];
  questions: readonly string[];
  /** What the sender wrote, as written; absent = blank. */
  entries: Partial<Record<FactField, string | number>>;
  /** In a returned form: the entries that are in force as they stand there. */
  counted: readonly FactField[];
  /** In a returned form: everything of it counts; it has marks; nobody mentioned it. */
  state: 'accepted' | 'marked' | 'silent';
}

export interface ProgressAsked {
  by: 'percent' | 'quantity';
  over: 'year' | 'life';
}

export interface FormQuestion {
  /** Blank = an answer that waits for the number of its question. */
  label: string;
  code: string;
  text: string;
  answer: string | null;
  by: string | null;
  /** The office has taken the answer: who, and why. */
  acknowledged: { by: string; text: string } | null;
}

/** A fault at its place in our own form, with the sender's own place in words. */
export interface FormMark {
  code: string;
  severity: Severity;
  /** Null = it speaks of the file as a whole. */
  kind: FormRow['kind'] | null;
  row: string | null;
  field: FactField | null;
  message: string;
  remedy: string;
  /** What to write instead, where that is known. */
  suggestion: string | null;
  place: Place;
}

/** A line of the sender that our form has no row for, as it was written. */
export interface StrayRow extends Pick<FormRow, 'kind' | 'code' | 'title' | 'entries'> {
  /** Names the line among all: file, sheet and number. */
  key: string;
}

export interface ReturnedPart {
  files: ({ status: Outcome } & Pick<
    SubmissionRecord,
    'file' | 'sha256' | 'receivedAt' | 'acceptedRows' | 'refusedRows'
  >)[];
  /** Worst first, then in the order of the form. */
  marks: FormMark[];
  stray: StrayRow[];
  /** Figures of this month that the last file changed against what had been sent before. */
  changes: { code: string; field: FactField; before: string | null; after: string | null }[];
}
