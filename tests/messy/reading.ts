import { checkSubmission, type SubmissionContext, type SubmissionReading } from '../../src/check/submission/check.js';
import { readTables } from '../../src/read/read.js';
import { CONTEXT, TOWN } from '../submission/town.js';
import { bytesOf, type SheetText, type Writer } from './writers.js';

const department = (code: string, title: string) => ({
  code,
  title,
  email: null,
  managerEmail: null,
  peerGroup: null,
  moneyUnit: null,
});

/** The town with a second district and an organisation that people call by its short name. */
export const CITY = {
  ...TOWN,
  departments: [
    ...TOWN.departments,
    department('R05', 'شهرداری منطقه ۵'),
    department('O05', 'سازمان فناوری اطلاعات و ارتباطات (فاوا)'),
  ],
};

/** A messy file; what it must say stands in `expected.txt` under its name. */
export interface Case {
  name: string;
  /** One sheet as text, or several. */
  sheets: string | SheetText | SheetText[];
  writer?: Writer;
  context?: Partial<SubmissionContext>;
}

const short = (code: string): string => code.replace(/^1399-R03-/, '');

export const factsOf = ({ statements }: SubmissionReading): string[] =>
  statements.map(({ code, field, value, text, withdrawn, source }) => {
    const said = withdrawn ? 'withdrawn' : (value ?? text?.replaceAll('\n', ' ⏎ '));
    return `${short(code)} ${field} ${said} ${source.sheet ? `${source.sheet}!` : ''}${source.cell}`;
  });

export const findingsOf = ({ findings }: Pick<SubmissionReading, 'findings'>): string[] =>
  findings.map(({ code, place }) => {
    const spot = place.cell ?? (place.row === undefined ? '' : `row ${place.row}`);
    return [code, place.sheet ? `${place.sheet}!${spot}` : spot].filter(Boolean).join(' ');
  });

export const sheetsOf = (sheets: Case['sheets']): SheetText[] =>
  typeof sheets === 'string' ? [{ text: sheets }] : Array.isArray(sheets) ? sheets : [sheets];

export async function readBytes(
  bytes: Uint8Array,
  context: Partial<SubmissionContext> = {},
): Promise<SubmissionReading> {
  const whole = { ...CONTEXT, planAt: () => CITY, ...context };
  const { tables, findings } = await readTables(bytes, whole.fileName);
  const reading = checkSubmission(tables, whole);
  return { ...reading, findings: [...findings, ...reading.findings] };
}

/** Everything that a reading says, as the lines of `expected.txt`: `0001 physical 0.2 B2`, `! SUB_TOTAL_ROW row 3`. */
export function linesOf(reading: SubmissionReading): string[] {
  const { status, department, period, acceptedRows, refusedRows } = reading;
  const head = `${status} ${department ?? '-'} ${period ?? '-'} ${acceptedRows}/${refusedRows}`;
  return [head, ...factsOf(reading), ...findingsOf(reading).map((one) => `! ${one}`)];
}

export async function readCase({ sheets, writer = 'exceljs', context = {} }: Omit<Case, 'name'>) {
  const fileName = writer === 'exceljs' || writer === 'xml' ? '1399-06.xlsx' : '1399-06.csv';
  return readBytes(await bytesOf(sheetsOf(sheets), writer), { fileName, ...context });
}
