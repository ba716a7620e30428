import { createHash } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { departmentFile } from '../../../reports/department.js';
import type { MailList, MailSettings } from '../../config/config.js';
import { publishedSet } from '../../deliver/folder.js';
import { mailText } from '../../domain/catalogue/mail-texts.js';
import { fitting } from '../../domain/mail.js';
import type { Department } from '../../domain/plan.js';
import { kindOf, languageOfFile } from '../../domain/report-files.js';
import type { NewMail } from '../../store/mail-store.js';
import type { ReportFile } from '../../store/report-store.js';
import type { Context } from '../context.js';
import { headline } from '../headline.js';
import { reportLetter } from './letter.js';

/** What the whole organisation's recipients get; department workbooks go to their departments. */
const DEFAULT_REPORTS = ['manager', 'brief'];

/**
 * Queues the messages of the newest published edition of a period: one for each address of each list, and for each department
 * its workbook. Queued once whatever happens; an edition that was never published queues nothing. The count of new messages.
 */
export async function queueReports(context: Context, period: string): Promise<number> {
  const { mail: settings, language } = context.config;
  const edition = context.store().reports.latest(period);
  if (settings === null || edition === null) return 0;
  const standard: MailList = { name: '', recipients: settings.recipients, language, reports: DEFAULT_REPORTS };
  const mails: NewMail[] = [];
  const said = headline(context, { period });
  const scope = { period, edition: edition.edition, digest: edition.digest ?? String(edition.run) };
  const published = [...edition.files, ...drawingsOf(context, period, edition.files)];
  for (const list of [standard, ...settings.lists]) {
    const files = filesOf(published, list, language);
    if (files.length === 0) continue;
    const enclosed = await enclose(context, settings, files);
    const letter = reportLetter(context, list.language, said, edition.edition, enclosed);
    for (const recipient of new Set(list.recipients))
      mails.push(mailOf(settings, scope, list.name, recipient, letter, enclosed.attached));
  }
  if (settings.departments) {
    for (const { address, department, file } of departmentMails(context, period, edition.files)) {
      const enclosed = await enclose(context, settings, [file]);
      const opening = mailText(language, 'department', { department: department.title });
      const letter = reportLetter(context, language, said, edition.edition, enclosed, opening);
      mails.push(mailOf(settings, scope, department.code, address, letter, enclosed.attached));
    }
  }
  return context.store().mails.queue(mails);
}

/** Of each kind that a list asks for the files in its own language, and in that of the configuration where there are none. */
function filesOf(published: readonly ReportFile[], list: MailList, configured: MailList['language']): ReportFile[] {
  const asked = published.filter(({ path }) => list.reports.includes(kindOf(path) ?? ''));
  const inLanguage = (path: string) => (languageOfFile(path) ?? configured) === list.language;
  const own = new Set(asked.filter(({ path }) => inLanguage(path)).map(({ path }) => kindOf(path)));
  return asked.filter(({ path }) => (own.has(kindOf(path)) ? inLanguage(path) : languageOfFile(path) === null));
}

/**
 * The drawings beside the edition, such as the brief's PDF. Their digest is that of the workbook shown: a drawing made anew has
 * other bytes and is the same page, so the queued message stays good.
 */
function drawingsOf({ workspace }: Context, period: string, files: readonly ReportFile[]): ReportFile[] {
  const shown = new Set(files.map(({ sha256 }) => sha256));
  const drawings = publishedSet(workspace.reports, period)?.drawings ?? [];
  return drawings
    .filter(({ of }) => shown.has(of))
    .map(({ file, of }) => ({ path: join(period, file).replaceAll('\\', '/'), sha256: of }));
}

/** The workbook of each department that has one and an address: its manager's, else its own. */
function departmentMails(context: Context, period: string, files: readonly ReportFile[]) {
  const departments: readonly Department[] = context.planAt(period)?.package.departments ?? [];
  return departments.flatMap((department) => {
    const address = department.managerEmail ?? department.email;
    const own = departmentFile(department.code, period);
    const file = files.find(({ path }) => path.slice(path.lastIndexOf('/') + 1) === own);
    return address === null || !file ? [] : [{ address, department, file }];
  });
}

/** Attached in order while they fit together; what does not fit is named in the message instead. */
async function enclose({ workspace }: Context, { attachmentMegabytes }: MailSettings, files: readonly ReportFile[]) {
  const measured = await Promise.all(
    files.map(async ({ path, sha256 }) => {
      const { size } = await stat(join(workspace.reports, path)).catch(() => ({ size: 0 }));
      return { file: path.slice(path.lastIndexOf('/') + 1), path, sha256, size };
    }),
  );
  return fitting(measured, attachmentMegabytes * 1024 * 1024);
}

function mailOf(
  { from }: MailSettings,
  { period, edition, digest }: { period: string; edition: number; digest: string },
  list: string,
  recipient: string,
  letter: { subject: string; body: string },
  attached: readonly { file: string; path: string; sha256: string }[],
): NewMail {
  const key = `report:${period}:${edition}:${digest}:${list}:${recipient}`;
  return {
    key,
    kind: 'report',
    period,
    recipient,
    ...letter,
    messageId: messageIdOf(key, from),
    attachments: attached.map(({ file, path, sha256 }) => ({ name: file, path, sha256 })),
  };
}

/** The same message always has the same id, so that a server or reader who sees it twice can tell. */
export function messageIdOf(key: string, from: string): string {
  const domain = from.slice(from.lastIndexOf('@') + 1);
  return `<payesh.${createHash('sha256').update(key).digest('hex').slice(0, 32)}@${domain}>`;
}
