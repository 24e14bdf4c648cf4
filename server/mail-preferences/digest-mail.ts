import { CHOSEN_KINDS, type ChosenKind } from '#app/model/mail-preferences.ts';
import { listDigestMails } from '#db/mail-preferences/digests.ts';
import { type DigestNews, digestMail } from '#emails/digest.tsx';
import { linkOf } from '#emails/mail-blocks.ts';
import type { RenderedMail } from '#emails/rendered-mail.ts';
import type { MailTemplate, MailTemplateName, MailToRender } from '#server/outbox/mails.ts';
import { templates } from '#server/outbox/templates.ts';
import type { Services } from '#server/services.ts';
import { decideDelivery } from './decide-delivery.ts';
import { kindOfTemplate } from './kinds.ts';

/** Each is rendered: more would take longer than a mail may. */
const MOST = 60;

type Kept = Awaited<ReturnType<typeof listDigestMails>>[number];

/**
 * One mail about all that was kept. Each piece of news is the mail that it would have been, as things stand now, told in a
 * line: what was refused since, or came to nothing, is left out. Not wanted when nothing is left.
 */
export async function renderDigest(services: Services, { payload, locale }: MailToRender<'digest'>): Promise<RenderedMail | null> {
  const kept = await listDigestMails(services.db, payload.digestId, MOST + 1);
  const told = new Map<string, DigestNews>();
  for (const mail of kept.slice(0, MOST)) {
    const news = await tell(services, mail, locale);
    // a meeting that moved twice has one new date: the later mail says so as well
    if (news) told.set(`${news.title} ${news.kind === 'invitations' ? news.href : mail.id}`, news);
  }
  const news = CHOSEN_KINDS.flatMap((kind) => [...told.values()].filter((one) => one.kind === kind));
  if (news.length === 0) return null;
  return digestMail({ locale, appUrl: services.env.appUrl, news, more: kept.length > MOST });
}

async function tell(services: Services, kept: Kept, locale: 'fr' | 'en'): Promise<DigestNews | null> {
  // written by queueMail, whose types tie the payload to the template's name
  const name = kept.template as MailTemplateName;
  const kind = chosen(name);
  if (!kind || (await decideDelivery(services, { ...kept, template: name })) === 'withhold') return null;
  const template = templates[name] as MailTemplate<MailTemplateName>;
  const mail = await template(services, { ...kept, payload: kept.payload as never, locale });
  if (!mail?.content) return null;
  const { subject, preview, blocks } = mail.content;
  return { kind, title: subject, detail: preview === subject ? '' : preview, href: linkOf(blocks) };
}

function chosen(name: MailTemplateName): ChosenKind | undefined {
  return CHOSEN_KINDS.find((kind) => kind === kindOfTemplate[name]);
}
