import { createTransport } from 'nodemailer';
import type { RenderedMail } from '#emails/rendered-mail.ts';
import { composeMail, type MailEnvelope } from './compose-mail.ts';

export interface Mailer {
  /** Hands one mail to the mail server. Throws what the server or the network said; see `isPermanent`. */
  send(mail: RenderedMail, envelope: MailEnvelope): Promise<void>;
  stop(): void;
}

const CONNECT_MS = 10_000;
const SILENCE_MS = 30_000;

/** A mailer for an SMTP address (RFC 3986, smtp:// or smtps://), with a few connections kept open. */
export function openMailer(smtpUrl: string): Mailer {
  const transport = createTransport({
    url: smtpUrl,
    ...{ pool: true, maxConnections: 3, connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: SILENCE_MS },
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  return {
    async send(mail, envelope) {
      await transport.sendMail(composeMail(mail, envelope));
    },
    stop: () => transport.close(),
  };
}

/** Whether the server refused for good (RFC 5321, 4.2.1: a 5yz reply): trying again would get the same answer. */
export function isPermanent(error: unknown): boolean {
  const { responseCode, code } = error as { responseCode?: unknown; code?: unknown };
  // a refused login (EAUTH, 535) is the operator's to mend, not the recipient's fault: keep trying
  return typeof responseCode === 'number' && responseCode >= 500 && code !== 'EAUTH';
}
