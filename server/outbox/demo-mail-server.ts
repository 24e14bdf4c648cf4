import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { buffer } from 'node:stream/consumers';
import PostalMime from 'postal-mime';
import { SMTPServer } from 'smtp-server';
import type { Database } from '#db/client.ts';
import { insertDemoMail } from '#db/outbox/demo-mails.ts';

export interface DemoMailServer {
  /** For the mailer, in place of SMTP_URL. */
  smtpUrl: string;
  stop(): Promise<void>;
}

/** A mail server that delivers to /mailbox: mails take the same way as to a real one, and none leaves this machine. */
export async function startDemoMailServer(db: Database): Promise<DemoMailServer> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    size: 5_000_000,
    onData(stream, session, done) {
      keep(
        stream,
        session.envelope.rcptTo.map((recipient) => recipient.address),
      ).then(() => done(), done);
    },
  });
  const keep = async (stream: NodeJS.ReadableStream, recipients: string[]) => {
    const raw = await buffer(stream);
    const { subject = '' } = await PostalMime.parse(raw);
    for (const toAddress of recipients) await insertDemoMail(db, { toAddress, subject, raw });
  };
  server.listen(0, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    smtpUrl: `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`,
    async stop() {
      const { promise, resolve } = Promise.withResolvers<void>();
      server.close(resolve);
      await promise;
    },
  };
}
