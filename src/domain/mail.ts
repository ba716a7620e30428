/** What a message is about. A report is a published edition, a reminder a period's missing reports, an alert a trouble of the service. */
export type MailKind = 'report' | 'reminder' | 'alert';

/**
 * State of one message to one address: `queued` never tried; `sending` handed to a process that has not come back; `waiting`
 * failed and to be tried again; `sent` taken by the mail server; `gave_up` refused for good or tried to the end; `superseded`
 * overtaken before it left, by a newer edition or, a reminder, by what it asked for.
 */
export type MailState = 'queued' | 'sending' | 'waiting' | 'sent' | 'gave_up' | 'superseded';

export interface MailAttachment {
  /** As the reader sees it. */
  name: string;
  /** Inside the workspace. */
  path: string;
  sha256: string;
}

/** One message to one address, with what became of it. */
export interface Mail {
  id: number;
  kind: MailKind;
  period: string | null;
  recipient: string;
  subject: string;
  body: string;
  /** The same for every attempt, so that a mail server that saw the message before can tell. */
  messageId: string;
  queuedAt: string;
  attachments: MailAttachment[];
  state: MailState;
  /** Attempts begun so far. */
  attempts: number;
  /** When the state was reached. */
  at: string;
  note: string | null;
}

/** Attempts before a message is given up; the delays between them add up to about a day and a half. */
export const MAIL_ATTEMPTS = 8;

/** A message handed out so long ago belongs to a process that died: it is told and tried again, with the same message id. */
export const MAIL_HOLDS_MINUTES = 15;

const FIRST_DELAY_MINUTES = 5;
const LONGEST_DELAY_MINUTES = 720;

/** Minutes to wait after the n-th failed attempt: 5, 15, 45, 135, 405, 720, 720. */
export function delayMinutes(attempts: number): number {
  return Math.min(LONGEST_DELAY_MINUTES, FIRST_DELAY_MINUTES * 3 ** (attempts - 1));
}

/** Messages to hand to the mail server now, oldest first. Pure: the same list and instant give the same answer. */
export function dueMails(mails: readonly Mail[], now: Date): Mail[] {
  const minutesSince = (at: string) => (now.getTime() - Date.parse(at)) / 60_000;
  return mails.filter(({ state, attempts, at }) => {
    if (state === 'queued') return true;
    // A clock that went back must not keep a message for ever.
    if (state === 'waiting') return minutesSince(at) >= delayMinutes(attempts) || minutesSince(at) < 0;
    return state === 'sending' && (minutesSince(at) >= MAIL_HOLDS_MINUTES || minutesSince(at) < 0);
  });
}

/** Files that go together into one message of so many bytes, in their order; a file that no longer fits is left, later ones may fit. */
export function fitting<F extends { size: number }>(files: readonly F[], bytes: number): { attached: F[]; left: F[] } {
  const attached: F[] = [];
  const left: F[] = [];
  let room = bytes;
  for (const file of files) {
    if (file.size > room) {
      left.push(file);
      continue;
    }
    attached.push(file);
    room -= file.size;
  }
  return { attached, left };
}
