import { statfs } from 'node:fs/promises';
import { backupsIn } from './backups.js';
import type { Context } from './context.js';
import type { Sentence, StatusAnswer } from './types.js';

const HOUR = 3_600_000;

/** A clock may differ by a little between two machines that share a workspace. */
const CLOCK_MAY_DIFFER = 5 * 60_000;

/** What a person must look after: the service, the backups, the disk, the clock, and files that were set aside. */
export async function watched(
  context: Context,
  { service }: Pick<StatusAnswer, 'service'>,
): Promise<StatusAnswer['problems']> {
  return [
    ...serviceProblems(context, service),
    ...(service === null ? [] : backupProblems(context)),
    ...(await diskProblems(context)),
    ...clockProblems(context),
    ...quarantineProblems(context),
  ];
}

/** A workspace that nobody serves by the clock is no fault; one whose service fell silent is. */
function serviceProblems({ config, world }: Context, service: StatusAnswer['service']): Sentence[] {
  if (service === null) return [];
  const last = service.jobs.ingest?.succeededAt ?? service.startedAt;
  const hours = (world.now().getTime() - Date.parse(last)) / HOUR;
  if (hours <= config.watch.hoursWithoutRun) return [];
  const whole = Math.floor(hours);
  const note = service.jobs.ingest?.note ?? '';
  return [
    {
      fa: `سرویس ${whole} ساعت است که صندوق ورودی را برنداشته (وضعیت: ${service.state}). ${note} سرویس را بررسی کنید: payesh serve`,
      en: `The service has not taken the inbox for ${whole} hours (state: ${service.state}). ${note} Look after the service: payesh serve`,
    },
  ];
}

function backupProblems({ workspace, config, world }: Context): Sentence[] {
  const newest = backupsIn(workspace).at(-1);
  const hours = newest ? (world.now().getTime() - newest.at.getTime()) / HOUR : null;
  if (hours !== null && hours <= config.watch.hoursWithoutBackup) return [];
  const [fa, en] =
    hours === null
      ? ['هیچ نسخهٔ پشتیبانی نیست', 'There is no backup']
      : [`آخرین نسخهٔ پشتیبان ${Math.floor(hours)} ساعت پیش است`, `The last backup is ${Math.floor(hours)} hours old`];
  return [{ fa: `${fa}؛ با payesh backup یکی بسازید.`, en: `${en}; make one with payesh backup.` }];
}

async function diskProblems({ workspace, config }: Context): Promise<Sentence[]> {
  const space = await statfs(workspace.root).catch(() => null);
  if (space === null) return [];
  const megabytes = Math.floor((space.bavail * space.bsize) / (1024 * 1024));
  if (megabytes >= config.watch.freeMegabytes) return [];
  return [
    {
      fa: `جای خالی دیسک ${megabytes} مگابایت است؛ جا باز کنید، وگرنه پرونده‌ها در صندوق ورودی می‌مانند.`,
      en: `The disk has ${megabytes} MB left; free some space, or files will stay in the inbox.`,
    },
  ];
}

function clockProblems({ store, world }: Context): Sentence[] {
  const last = store().lastEventAt();
  if (last === null || Date.parse(last) <= world.now().getTime() + CLOCK_MAY_DIFFER) return [];
  return [
    {
      fa: `ساعت رایانه عقب رفته است: آخرین رویداد در ${last} ثبت شده. ساعت را درست کنید.`,
      en: `The clock went back: the last event was noted at ${last}. Set the clock right.`,
    },
  ];
}

const TOLD_DAYS = 30;

function quarantineProblems({ store, world }: Context): Sentence[] {
  return store()
    .submissions.quarantined()
    .filter(({ receivedAt }) => world.now().getTime() - Date.parse(receivedAt) < TOLD_DAYS * 24 * HOUR)
    .map(({ file, sha256 }) => ({
      fa: `پروندهٔ «${file}» چند بار برنامه را از کار انداخت و در data/quarantine/${sha256} کنار گذاشته شد؛ آن را از واحد دوباره بخواهید.`,
      en: `The file ${JSON.stringify(file)} stopped the program several times and was set aside as data/quarantine/${sha256}; ask the department for it again.`,
    }));
}
