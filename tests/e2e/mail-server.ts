import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { type ParsedMail, simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';

const fixture = (name: string) => new URL(`./fixtures/${name}`, import.meta.url);
/** A certificate of its own authority, for localhost, made for these tests only. */
export const CERTIFICATE_FILE = fixture('mail-test-cert.pem').pathname;

export interface Received {
  to: string[];
  mail: ParsedMail;
  encrypted: boolean;
  user: string | null;
}

/** A real SMTP server on this machine. `refusing` addresses are refused for good; `silent` takes a message and dies before it answers. */
export interface TestMailServer {
  port: number;
  received: Received[];
  refusing: Set<string>;
  busy: boolean;
  onMessage: () => void;
  close(): Promise<void>;
}

export async function mailServer(
  options: SMTPServerOptions & { port?: number } = {},
  password = 'رمز-secret!',
): Promise<TestMailServer> {
  const state: TestMailServer = {
    port: 0,
    received: [],
    refusing: new Set(),
    busy: false,
    onMessage: () => {},
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
  const server = new SMTPServer({
    key: readFileSync(fixture('mail-test-key.pem')),
    cert: readFileSync(fixture('mail-test-cert.pem')),
    authMethods: ['PLAIN', 'LOGIN'],
    onAuth: (auth, _, done) =>
      auth.username === 'payesh' && auth.password === password
        ? done(null, { user: 'payesh' })
        : done(new Error(`Invalid login ${auth.password}`)),
    onRcptTo: ({ address }, _, done) => {
      if (!state.refusing.has(address)) return done();
      return done(Object.assign(new Error('no such mailbox'), { responseCode: 550 }));
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', async () => {
        if (state.busy) return done(Object.assign(new Error('try later'), { responseCode: 451 }));
        const mail = await simpleParser(Buffer.concat(chunks));
        const to = session.envelope.rcptTo.map(({ address }) => address);
        state.received.push({ to, mail, encrypted: session.secure, user: session.user ?? null });
        state.onMessage();
        return done();
      });
    },
    ...options,
  });
  server.on('error', () => {});
  await new Promise<void>((resolve) => server.listen(options.port ?? 0, '127.0.0.1', resolve));
  state.port = (server.server.address() as AddressInfo).port;
  return state;
}
