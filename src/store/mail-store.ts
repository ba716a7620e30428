import { dueMails, type Mail, type MailAttachment, type MailKind, type MailState } from '../domain/mail.js';
import type { StoreContext } from './context.js';
import { instant } from './values.js';

/** A message to be queued; `key` says what it is and to whom, so that it is queued once. */
export interface NewMail {
  key: string;
  kind: MailKind;
  period: string | null;
  recipient: string;
  subject: string;
  body: string;
  messageId: string;
  attachments: readonly MailAttachment[];
}

type Row = Omit<Mail, 'attachments'>;

/** The outgoing mail and what became of each message: queued once, append-only events, the last one is the state. */
export function mailStore({ db, now, ledger }: StoreContext) {
  const insert = db.prepare(
    `insert into mail (key, kind, period, recipient, subject, body, message_id, queued_at)
     values (@key, @kind, @period, @recipient, @subject, @body, @messageId, @at) on conflict (key) do nothing`,
  );
  const attach = db.prepare(
    'insert into mail_attachment (mail, position, name, path, sha256) values (@mail, @position, @name, @path, @sha256)',
  );
  const event = db.prepare('insert into mail_event (mail, state, at, note) values (@mail, @state, @at, @note)');
  const attachments = db.prepare<[number], MailAttachment>(
    'select name, path, sha256 from mail_attachment where mail = ? order by position',
  );
  const select = `select m.id, m.kind, m.period, m.recipient, m.subject, m.body, m.message_id as messageId,
       m.queued_at as queuedAt, ifnull(e.state, 'queued') as state, ifnull(e.at, m.queued_at) as at, e.note,
       (select count(*) from mail_event where mail = m.id and state = 'sending') as attempts
     from mail m left join mail_event e on e.id = (select max(id) from mail_event where mail = m.id)`;
  const all = db.prepare<[], Row>(`${select} order by m.id`);
  const open = db.prepare<[], Row>(
    `${select} where ifnull(e.state, 'queued') in ('queued', 'waiting', 'sending') order by m.id`,
  );

  const whole = (row: Row): Mail => ({ ...row, attachments: attachments.all(row.id) });

  const queue = db.transaction((mails: readonly NewMail[]): number => {
    let added = 0;
    for (const { attachments: files, ...mail } of mails) {
      const { changes, lastInsertRowid } = insert.run({ ...mail, at: instant(now()) });
      if (changes === 0) continue;
      added += 1;
      for (const [position, file] of files.entries()) attach.run({ mail: lastInsertRowid, position, ...file });
      ledger.append('mail_queued', { mail: Number(lastInsertRowid), key: mail.key });
    }
    return added;
  });

  const claim = db.transaction((): { mail: Mail; interrupted: boolean } | null => {
    const [due] = dueMails(open.all().map(whole), new Date(now()));
    if (!due) return null;
    event.run({ mail: due.id, state: 'sending', at: instant(now()), note: null });
    return { mail: { ...due, attempts: due.attempts + 1 }, interrupted: due.state === 'sending' };
  });

  const settle = db.transaction((mail: number, state: Exclude<MailState, 'queued'>, note: string | null): void => {
    event.run({ mail, state, at: instant(now()), note });
    if (state !== 'waiting') ledger.append('mail_settled', { mail, state });
  });

  return {
    /** Queues what was not queued before; the count of new messages. */
    queue: (mails: readonly NewMail[]): number => queue.immediate(mails),
    /**
     * The next message that is due, marked as being sent before anybody speaks to the mail server; no other process gets it
     * meanwhile. `interrupted`: it was in flight before, and nobody can tell whether it arrived.
     */
    claim: (): { mail: Mail; interrupted: boolean } | null => claim.immediate(),
    settle: (mail: number, state: Exclude<MailState, 'queued'>, note: string | null = null): void =>
      settle.immediate(mail, state, note),
    mails: (): Mail[] => all.all().map(whole),
  };
}

export type MailStore = ReturnType<typeof mailStore>;
