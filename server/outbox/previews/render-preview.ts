import { createTransport } from 'nodemailer';
import type { Locale } from '#app/locale.ts';
import { withUnsubscribe } from '#emails/layout.tsx';
import type { RenderedMail } from '#emails/rendered-mail.ts';
import { inLocale } from '#server/http/locale.ts';
import { kindOfTemplate } from '#server/mail-preferences/kinds.ts';
import { composeMail } from '#server/outbox/compose-mail.ts';
import type { MailTemplateName } from '#server/outbox/mails.ts';
import type { Services } from '#server/services.ts';
import { previews } from './previews.ts';
import { addressOf, READER } from './sample.ts';

export function isTemplate(name: string): name is MailTemplateName {
  return Object.hasOwn(previews, name);
}

/** The samples of a mail in one language, as readers get them: with the link that ends such mails. */
export function samplesOf({ env }: Pick<Services, 'env'>, template: MailTemplateName, locale: Locale): RenderedMail[] {
  const world = { locale, appUrl: env.appUrl, mailFrom: env.mailFrom };
  const kind = kindOfTemplate[template];
  return inLocale(locale, () => previews[template](world))
    .filter((mail) => mail !== null)
    .map((mail) => (kind === 'account' ? mail : { ...withUnsubscribe(mail, addressOf(world, '/unsubscribe/exemple')), kind }));
}

const SAMPLE_ID = '01980000-0000-7000-8000-000000000000';

/** A sample as it would go over the wire (RFC 5322), unsigned. */
export async function wireOf({ env }: Pick<Services, 'env'>, mail: RenderedMail): Promise<Buffer> {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  const to = { address: READER.address, name: READER.name };
  const { message } = await transport.sendMail(composeMail(mail, { mailId: SAMPLE_ID, to, from: env.mailFrom }));
  return Buffer.isBuffer(message) ? message : Buffer.from(String(message));
}
