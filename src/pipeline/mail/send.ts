import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { MailSettings } from '../../config/config.js';
import { publishedSet } from '../../deliver/folder.js';
import { type LetterOutcome, type MailServer, sendLetter } from '../../deliver/mail.js';
import { MAIL_ATTEMPTS, type Mail } from '../../domain/mail.js';
import type { Context } from '../context.js';
import { overtakenReminders } from '../remind.js';
import type { MailAnswer } from '../types.js';
import { authorityOf, passwordOf } from './secret.js';

export const NOTHING_SENT: MailAnswer = { sent: 0, waiting: 0, gaveUp: 0, superseded: 0, interrupted: 0 };

/**
 * Hands every message that is due to the mail server, one after another. Each is marked before the talk begins and settled
 * after it: a process that dies in between leaves one message in flight, which the next round tells and sends again under the
 * same message id. `isStopping` ends the round between two messages.
 */
export async function sendDue(context: Context, isStopping: () => boolean = () => false): Promise<MailAnswer> {
  const answer: MailAnswer = { ...NOTHING_SENT };
  const { mail: settings } = context.config;
  if (settings === null || !context.hasStore()) return answer;
  const { mails } = context.store();
  const isOvertaken = overtakenReminders(context);
  let server: MailServer | null = null;
  while (!isStopping()) {
    const claimed = mails.claim();
    if (claimed === null) break;
    const { mail, interrupted } = claimed;
    if (interrupted) {
      answer.interrupted += 1;
      context.world.log(
        'warning',
        `mail ${mail.id}: was in flight when a process ended; sent again as ${mail.messageId}`,
      );
    }
    const files = mail.kind === 'reminder' && isOvertaken(mail) ? 'superseded' : await attachmentsOf(context, mail);
    if (files === 'superseded') {
      mails.settle(
        mail.id,
        'superseded',
        mail.kind === 'reminder' ? 'nothing is owed' : 'a newer edition was published',
      );
      answer.superseded += 1;
      continue;
    }
    const outcome = await attempt(settings, files, mail, async () => {
      server ??= await serverOf(settings);
      return server;
    });
    const state = stateAfter(outcome, mail);
    mails.settle(mail.id, state, outcome.note);
    answer[state === 'gave_up' ? 'gaveUp' : state] += 1;
    context.world.log(
      state === 'sent' ? 'info' : 'warning',
      `mail ${mail.id} to ${mail.recipient}: ${state} (${outcome.note})`,
    );
    // A server that cannot be spoken to now is left in peace until the next round.
    if (outcome.state === 'unreachable') break;
  }
  return answer;
}

function stateAfter({ state }: LetterOutcome, { attempts }: Mail): 'sent' | 'waiting' | 'gave_up' {
  if (state === 'sent') return 'sent';
  return state === 'refused' || attempts >= MAIL_ATTEMPTS ? 'gave_up' : 'waiting';
}

type Files = { name: string; bytes: Uint8Array }[];

async function attempt(
  settings: MailSettings,
  files: Files | null,
  mail: Mail,
  server: () => Promise<MailServer>,
): Promise<LetterOutcome> {
  if (files === null) return { state: 'failed', note: 'a published file was changed or is missing' };
  try {
    return await sendLetter(await server(), {
      messageId: mail.messageId,
      from: settings.from,
      to: mail.recipient,
      subject: mail.subject,
      text: mail.body,
      date: new Date(mail.queuedAt),
      attachments: files,
    });
  } catch (error) {
    // A secret that is not there: no other message could leave either.
    return { state: 'unreachable', note: (error as Error).message };
  }
}

async function serverOf(settings: MailSettings): Promise<MailServer> {
  const { host, port, secure, tls, user } = settings;
  const [password, ca] = await Promise.all([passwordOf(settings), authorityOf(settings)]);
  return { host, port, secure, requireTls: tls === 'required', ca, user, password };
}

/** The bytes that were queued; `superseded` = another edition stands in their place; null = damaged or gone. */
async function attachmentsOf({ workspace }: Context, mail: Mail): Promise<Files | 'superseded' | null> {
  if (mail.kind !== 'report' || mail.period === null) return [];
  const standing = publishedSet(workspace.reports, mail.period);
  const files: Files = [];
  for (const { name, path, sha256 } of mail.attachments) {
    const drawing = standing?.drawings?.find(({ file }) => file === name);
    const listed = drawing ? drawing.of : standing?.files.find(({ file }) => file === name)?.sha256;
    const isGone = listed === undefined && standing?.files.some((file) => file.sha256 === sha256);
    if (standing && listed !== sha256 && !isGone) return 'superseded';
    const bytes = await readFile(join(workspace.reports, path)).catch(() => null);
    const whole = bytes !== null && createHash('sha256').update(bytes).digest('hex') === (drawing?.sha256 ?? sha256);
    if (whole) files.push({ name, bytes });
    // A drawing that is not there now can be made anew at any time; its workbook goes without it.
    else if (!drawing && !isGone) return null;
  }
  return files;
}
