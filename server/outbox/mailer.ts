import { createTransport } from 'nodemailer';
import type { RenderedMail } from '#emails/rendered-mail.ts';
import { composeMail, type MailEnvelope } from './compose-mail.ts';
import { type DkimKey, SIGNED_HEADERS } from './dkim-key.ts';

export interface Mailer {
  /** Hands one mail to the mail server; an urgent one over a connection that no other uses. Throws what the server or the network said; see `verdictOf`. */
  send(mail: RenderedMail, envelope: MailEnvelope & { urgent?: boolean }): Promise<void>;
  stop(): void;
}

const CONNECT_MS = 10_000;
const SILENCE_MS = 30_000;

/** A mailer for an SMTP address (RFC 3986, smtp:// or smtps://), with a few connections kept open; mails are signed when there is a key. Gives up on a server that says nothing for `silenceMs`. */
export function openMailer(smtpUrl: string, dkim?: DkimKey, { silenceMs = SILENCE_MS } = {}): Mailer {
  const open = (maxConnections: number) =>
    createTransport({
      url: smtpUrl,
      ...{ pool: true, maxConnections, connectionTimeout: CONNECT_MS, greetingTimeout: CONNECT_MS, socketTimeout: silenceMs },
      ...{ disableFileAccess: true, disableUrlAccess: true },
      ...(dkim && { dkim: { ...optionsOf(dkim), headerFieldNames: SIGNED_HEADERS.join(':') } }),
    });
  const transports = { urgent: open(1), ordinary: open(3) };
  return {
    async send(mail, { urgent = false, ...envelope }) {
      await transports[urgent ? 'urgent' : 'ordinary'].sendMail(composeMail(mail, envelope));
    },
    stop() {
      transports.urgent.close();
      transports.ordinary.close();
    },
  };
}

function optionsOf({ domain, selector, privateKey }: DkimKey) {
  return { domainName: domain, keySelector: selector, privateKey };
}
