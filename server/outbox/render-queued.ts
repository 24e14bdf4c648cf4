import { localeOf } from '#app/locale.ts';
import type { beginAttempt } from '#db/outbox/write.ts';
import type { RenderedMail } from '#emails/rendered-mail.ts';
import { inLocale } from '#server/http/locale.ts';
import { decideDelivery } from '#server/mail-preferences/decide-delivery.ts';
import { forReader } from '#server/mail-preferences/for-reader.ts';
import { kindOfTemplate } from '#server/mail-preferences/kinds.ts';
import type { Services } from '#server/services.ts';
import type { MailTemplate, MailTemplateName } from './mails.ts';
import { templates } from './templates.ts';

export type QueuedMail = NonNullable<Awaited<ReturnType<typeof beginAttempt>>>;

export type Rendered =
  | { state: 'ready'; mail: RenderedMail }
  | /** Nobody wants it any more; kept for the digest; its person wants no such mails. */ { state: 'withdrawn' | 'held' | 'declined' };

const HELD_BACK = { digest: 'held', withhold: 'declined' } as const;

/** The mail as things stand now, in its reader's language, if its reader wants it now. */
export async function renderQueued(services: Services, queued: QueuedMail): Promise<Rendered> {
  if (!Object.hasOwn(templates, queued.template)) throw new Error(`No template is called ${queued.template}.`);
  // the row was written by queueMail, whose types tie the payload to the template's name
  const name = queued.template as MailTemplateName;
  const template = templates[name] as MailTemplate<MailTemplateName>;
  const delivery = await decideDelivery(services, { ...queued, template: name });
  if (delivery !== 'send') return { state: HELD_BACK[delivery] };
  const locale = localeOf(queued.language);
  return inLocale(locale, async () => {
    const mail = await template(services, { ...queued, payload: queued.payload as never, locale });
    return mail
      ? { state: 'ready', mail: await forReader(services, { ...queued, template: name }, { ...mail, ...kindOf(name) }) }
      : { state: 'withdrawn' };
  });
}

function kindOf(template: MailTemplateName): Pick<RenderedMail, 'kind'> {
  const kind = kindOfTemplate[template];
  return kind === 'account' ? {} : { kind };
}
