import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime, { type Email } from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import { sendMail } from '#server/outbox/send-mail.ts';
import type { Services } from '#server/services.ts';

export interface ReceivedMail extends Email {
  /** As it came over the wire. */
  raw: string;
  /** Every address of the site in the plain text, in order. */
  links: string[];
}

export interface Mailbox {
  /** Address of this server, for SMTP_URL. */
  url: string;
  /** Sends what the outbox holds, then gives the oldest unread mail to this address. Throws when there is none. */
  next(to: string): Promise<ReceivedMail>;
  /** Sends what the outbox holds and tells to whom the unread mails are, in the order they came. */
  unread(): Promise<string[]>;
  /** The next mail is answered with this SMTP code (451: try later, 550: no such mailbox). */
  refuseNext(code: number, message: string): void;
  stop(): Promise<void>;
}

/** A real SMTP server on this machine, and the reader's side of it. `services` are asked for late: their mailer needs its address. */
export async function startMailbox(services: () => Services): Promise<Mailbox> {
  const unread: { to: string; raw: Buffer }[] = [];
  const refusals: Error[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onData(stream, session, done) {
      buffer(stream).then((raw) => {
        const refusal = refusals.shift();
        if (refusal) return done(refusal);
        for (const recipient of session.envelope.rcptTo) unread.push({ to: recipient.address, raw });
        done();
      }, done);
    },
  });
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    url: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    async next(to) {
      await sendQueued(services());
      const index = unread.findIndex((mail) => mail.to === to);
      const mail = unread[index];
      if (!mail) throw new Error(`No unread mail to ${to}; there are mails to: ${unread.map((other) => other.to).join(', ') || 'nobody'}.`);
      unread.splice(index, 1);
      return readMail(mail.raw);
    },
    async unread() {
      await sendQueued(services());
      return unread.map((mail) => mail.to);
    },
    refuseNext: (code, message) => void refusals.push(Object.assign(new Error(message), { responseCode: code })),
    async stop() {
      services().mailer.stop();
      const { promise, resolve } = Promise.withResolvers<void>();
      server.close(resolve);
      await promise;
    },
  };
}

async function sendQueued(services: Services): Promise<void> {
  const queued = await services.db.selectFrom('outboxMails').select('id').where('state', '=', 'queued').orderBy('id').execute();
  // one after the other: the order of arrival is then the order of the outbox
  for (const { id } of queued) await sendMail(services, id);
}

async function readMail(raw: Buffer): Promise<ReceivedMail> {
  const mail = await PostalMime.parse(raw);
  return { ...mail, raw: raw.toString('utf8'), links: mail.text?.match(/https?:\/\/\S+/g) ?? [] };
}
