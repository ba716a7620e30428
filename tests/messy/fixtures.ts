import { readFileSync } from 'node:fs';
import type { SubmissionContext } from '../../src/check/submission/check.js';
import { readBytes } from './reading.js';

interface Fixture {
  name: string;
  file: string;
  context?: Partial<SubmissionContext>;
}

const MADE: [what: string, context: Partial<SubmissionContext>][] = [
  ['two-row-header', { fileName: 'نهایی.xlsx', folderDepartment: null }],
  ['cell-kinds', { fileName: '1399-06.xlsx' }],
  ['sheets-by-month', { fileName: 'عملکرد شهریور 99.xlsx' }],
  ['side-by-side', { fileName: 'گزارش.xlsx', folderDepartment: null }],
];

const WRITERS: [writer: string, file: string][] = [
  ['openpyxl', 'openpyxl-*.xlsx'],
  ['libreoffice', 'libreoffice-*.xlsx'],
  ['libreoffice as ods', 'libreoffice-*.ods'],
  ['libreoffice as xls', 'libreoffice-*.xls'],
  ['libreoffice as html', 'libreoffice-*.html'],
];

/** Workbooks that other programs wrote, committed with the script that made them (`fixtures/make.py`). */
export const FIXTURES: Fixture[] = WRITERS.flatMap(([writer, file]) =>
  MADE.map(([what, context]) => ({ name: `${what} by ${writer}`, file: file.replace('*', what), context })),
);

export const readFixture = ({ file, context }: Fixture) =>
  readBytes(readFileSync(new URL(`./fixtures/${file}`, import.meta.url)), context);
