import { localeOf } from '#app/locale.ts';
import { beginAttempt, recordOutcome } from '#db/outbox/write.ts';
import type { RenderedMail } from '#emails/rendered-mail.ts';
import { inLocale } from '#server/http/locale.ts';
import type { Services } from '#server/services.ts';
import { isPermanent } from './mailer.ts';
import type { MailTemplate, MailTemplateName } from './mails.ts';
import { templates } from './templates.ts';

/** Attempts before a mail is given up: with the backoff of jobs-start.ts, about a day. */
export const MAX_ATTEMPTS = 12;

/**
 * One attempt to render and send a queued mail; nothing happens when it is no longer queued.
 * Throws when it may work later. A crash between sending and writing that down sends it twice, with one Message-ID.
 */
export async function sendMail(services: Services, mailId: string): Promise<void> {
  const queued = await beginAttempt(services.db, mailId);
  if (!queued) return;
  try {
    const mail = await render(services, queued);
    if (!mail) return await recordOutcome(services.db, mailId, { state: 'withdrawn' });
    const to = { address: queued.toAddress, name: queued.toName };
    await services.mailer.send(mail, { mailId, to, from: services.env.mailFrom });
  } catch (error) {
    const givenUp = isPermanent(error) || queued.attempts >= MAX_ATTEMPTS;
    await recordOutcome(services.db, mailId, { state: givenUp ? 'dead' : 'queued', lastError: describe(error) });
    if (givenUp) return;
    throw error;
  }
  const messageId = `<${mailId}@${services.env.mailFrom.split('@')[1]}>`;
  await recordOutcome(services.db, mailId, { state: 'sent', messageId, sentAt: services.clock.now().toString() });
}

async function render(services: Services, queued: NonNullable<Awaited<ReturnType<typeof beginAttempt>>>): Promise<RenderedMail | null> {
  if (!Object.hasOwn(templates, queued.template)) throw new Error(`No template is called ${queued.template}.`);
  // the row was written by queueMail, whose types tie the payload to the template's name
  const template = templates[queued.template as MailTemplateName] as MailTemplate<MailTemplateName>;
  const locale = localeOf(queued.language);
  return inLocale(locale, () => template(services, { ...queued, payload: queued.payload as never, locale }));
}

function describe(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 500);
}
