import { createHash } from 'node:crypto';
import { dayAt } from '../../domain/calendar.js';
import type { Context } from '../context.js';
import { status } from '../status.js';
import type { MailAnswer } from '../types.js';
import { alertLetter } from './letter.js';
import { messageIdOf } from './queue.js';
import { NOTHING_SENT, sendDue } from './send.js';

/** One round of outgoing mail, by hand or by the clock: tells what is wrong to whom the configuration names, and sends what is due. */
export async function deliver(
  context: Context,
  { isStopping, inService = false }: { isStopping?: () => boolean; inService?: boolean } = {},
): Promise<MailAnswer> {
  await queueAlerts(context);
  const leaveIt = inService && context.config.mail?.inService === false;
  return leaveIt ? NOTHING_SENT : sendDue(context, isStopping);
}

/** One message a day for the same troubles, so that a lasting trouble is neither forgotten nor a flood. */
async function queueAlerts(context: Context): Promise<void> {
  const { config, calendar, world } = context;
  const { mail: settings, language } = config;
  if (settings === null || settings.alerts.length === 0 || !context.hasStore()) return;
  const { problems } = await status(context, {});
  if (problems.length === 0) return;
  const { year, month, day } = dayAt(calendar, world.now(), config.timeZone);
  const troubles = createHash('sha256').update(JSON.stringify(problems)).digest('hex').slice(0, 16);
  const letter = alertLetter(context, language, problems);
  context.store().mails.queue(
    [...new Set(settings.alerts)].map((recipient) => {
      const key = `alert:${year}-${month}-${day}:${troubles}:${recipient}`;
      const messageId = messageIdOf(key, settings.from);
      return { key, kind: 'alert' as const, period: null, recipient, ...letter, messageId, attachments: [] };
    }),
  );
}
