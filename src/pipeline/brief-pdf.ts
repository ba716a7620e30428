import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { putBeside, standingDrawing } from '../deliver/beside.js';
import { sha256Of } from '../deliver/manifest.js';
import { type Drawn, drawPdf, isProgram, officeOnPath } from '../deliver/office.js';
import type { Period } from '../domain/calendar.js';
import { kindOf } from '../domain/report-files.js';
import type { Context } from './context.js';
import type { BriefPdf, ReportFile } from './types.js';

/** Thirty times what a page needs on a slow computer. */
const SECONDS = 60;

const pdfName = (brief: string) => brief.replace(/\.xlsx$/, '.pdf');

const briefsIn = <F extends { file: string }>(files: readonly F[]) =>
  files.filter(({ file }) => kindOf(file) === 'brief');

/** Names of the drawings that a set may get. */
export function drawingsOf(files: readonly { file: string }[]): string[] {
  return briefsIn(files).map(({ file }) => pdfName(file));
}

/**
 * The brief as PDF beside the published set, in each language in which it was published: kept while its workbook is the one it
 * was drawn from, drawn anew where it is missing or was changed. Whatever goes wrong is logged and answered; the report stands
 * without it. The answer is of the language of the configuration.
 */
export async function briefPdf(
  context: Context,
  reports: string,
  period: Period,
  files: readonly ReportFile[],
): Promise<BriefPdf> {
  const { office } = context.config.report;
  if (office === false || (office === null && context.world.surroundings === undefined)) return none('off');
  const answers: BriefPdf[] = [];
  for (const brief of briefsIn(files)) answers.push(await pdfOf(context, office, reports, period, brief));
  return answers[0] ?? none('off');
}

async function pdfOf(
  context: Context,
  office: string | null,
  reports: string,
  period: Period,
  brief: ReportFile,
): Promise<BriefPdf> {
  const folder = join(reports, period);
  try {
    const standing = standingDrawing(folder, brief.sha256);
    if (standing !== null) return { state: 'kept', path: join(folder, standing) };
    const program = officeOf(context, office);
    if (program === null) {
      const looked = office === null ? 'LibreOffice (soffice) is not on the PATH' : `${office} is no program`;
      context.world.log('warning', `PDF of the brief of ${period}: not made, ${looked}`);
      return none('absent');
    }
    return await drawn(context, program, reports, period, brief);
  } catch (error) {
    context.world.log('warning', `PDF of the brief of ${period}: not made (${(error as Error).message})`);
    return none('failed');
  }
}

function officeOf({ world }: Context, office: string | null): string | null {
  if (office === null) return officeOnPath(world.surroundings ?? {});
  return isProgram(office) ? office : null;
}

async function drawn(
  { world }: Context,
  program: string,
  reports: string,
  period: Period,
  brief: ReportFile,
): Promise<BriefPdf> {
  const workbook = await readFile(brief.path);
  const drawn: Drawn =
    sha256Of(workbook) === brief.sha256
      ? await drawPdf(program, workbook, world.surroundings ?? {}, SECONDS)
      : { fault: 'failed', reason: 'another process changed the workbook' };
  if ('fault' in drawn) {
    world.log('warning', `PDF of the brief of ${period}: not made, ${program} ${drawn.reason}`);
    return none(drawn.fault);
  }
  const file = pdfName(brief.file);
  if (!putBeside(reports, period, { file, of: brief.sha256, bytes: drawn.pdf })) {
    world.log('info', `PDF of the brief of ${period}: a newer edition took its place`);
    return none('failed');
  }
  return { state: 'made', path: join(reports, period, file) };
}

function none(state: BriefPdf['state']): BriefPdf {
  return { state, path: null };
}
