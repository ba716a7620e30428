import { createTransport } from 'nodemailer';

/** How to reach the mail server. `ca` and `password` are already read; neither is ever written anywhere. */
export interface MailServer {
  host: string;
  port: number;
  secure: boolean;
  /** False only for a mail server on this very machine. */
  requireTls: boolean;
  ca: string | null;
  user: string | null;
  password: string | null;
}

export interface Letter {
  messageId: string;
  from: string;
  to: string;
  subject: string;
  text: string;
  /** The instant at which it was queued: every attempt is the same message. */
  date: Date;
  attachments: readonly { name: string; bytes: Uint8Array }[];
}

/** `refused` = the server will never take this message or address; `failed` = it may, later; `unreachable` = no use in asking for another one now. */
export interface LetterOutcome {
  state: 'sent' | 'refused' | 'failed' | 'unreachable';
  /** What the server or the network said, on one line. */
  note: string;
}

/** Bounds on each part of the talk, and on all of it, in milliseconds. */
const PATIENCE = { connectionTimeout: 20_000, greetingTimeout: 20_000, socketTimeout: 60_000, dnsTimeout: 20_000 };
const WHOLE_PATIENCE = 5 * 60_000;
const LONGEST_NOTE = 300;

/**
 * Hands one message to the mail server and says what became of it; a fault is an outcome, never thrown. What the server says
 * is kept on one line without the password. No file and no address is ever fetched for a message: attachments are bytes.
 */
export async function sendLetter(server: MailServer, letter: Letter): Promise<LetterOutcome> {
  const { host, port, secure, requireTls, ca, user, password } = server;
  const transport = createTransport({
    host,
    port,
    secure,
    requireTLS: requireTls && !secure,
    ignoreTLS: !requireTls && !secure,
    tls: { minVersion: 'TLSv1.2', ...(ca === null ? {} : { ca }) },
    ...(user === null ? {} : { auth: { user, pass: password ?? '' } }),
    disableFileAccess: true,
    disableUrlAccess: true,
    ...PATIENCE,
  });
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('the mail server took too long')), WHOLE_PATIENCE);
  });
  try {
    const sent = await Promise.race([transport.sendMail(messageOf(letter)), late]);
    return { state: 'sent', note: noteOf(sent.response, server) };
  } catch (error) {
    const { message } = error as Error;
    return { state: faultOf(error), note: noteOf(message, server) };
  } finally {
    clearTimeout(timer);
    transport.close();
  }
}

function messageOf({ attachments, subject, ...letter }: Letter) {
  return {
    ...letter,
    // A line break in a header would begin another header.
    subject: subject.replace(/\s+/g, ' '),
    headers: { 'Auto-Submitted': 'auto-generated' },
    attachments: attachments.map(({ name, bytes }) => ({
      filename: name,
      content: Buffer.from(bytes),
      contentType: TYPES[name.slice(name.lastIndexOf('.'))] ?? 'application/octet-stream',
    })),
  };
}

const TYPES: Record<string, string> = {
  '.xlsx': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  '.pdf': 'application/pdf',
};

/** The envelope or the message itself was refused with a lasting code; a wrong password can be mended, so it is not final. */
function faultOf(error: unknown): LetterOutcome['state'] {
  const { code, responseCode = 0 } = error as { code?: string; responseCode?: number };
  if (code === 'EENVELOPE' || code === 'EMESSAGE') return responseCode >= 500 ? 'refused' : 'failed';
  return 'unreachable';
}

/** One line of what the server said, without the secret in any spelling in which it may come back. */
function noteOf(text: string, { user, password }: MailServer): string {
  const secrets =
    password === null || password === ''
      ? []
      : [
          password,
          Buffer.from(password).toString('base64'),
          Buffer.from(`\0${user ?? ''}\0${password}`).toString('base64'),
          encodeURIComponent(password),
        ];
  const clean = secrets.reduce((line, secret) => line.replaceAll(secret, '***'), text.replace(/\s+/g, ' '));
  return clean.slice(0, LONGEST_NOTE);
}
