import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { parseUuid } from '#app/model/uuid.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { readForm } from '#server/http/read-form.ts';
import type { MailsScope } from '#server/outbox/access.ts';
import { resendFailed } from '#server/outbox/resend-failed.ts';
import { type ResentMail, resendMail } from '#server/outbox/resend-mail.ts';
import { sendNow } from '#server/outbox/send-now.ts';
import { trustAddress } from '#server/outbox/trust-address.ts';
import { notFound } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';

const REFUSALS: Record<Extract<ResentMail, { ok: false }>['reason'], () => string> = {
  gone: m.outbox_refused_gone,
  personal: m.outbox_refused_personal,
  not_resendable: m.outbox_refused_not_resendable,
};

const refuse = (message: string, status = 409) => data({ refused: message }, { status });

/** What the forms of both pages of mails ask for; `path` is the page, to which it leads back. */
export async function actOnMails(
  services: Services,
  request: Request,
  { viewer, scope, path }: { viewer: Viewer; scope: MailsScope; path: string },
) {
  const form = await readForm(request);
  const done = (what: string) => redirect(`${localePath(path)}?${what}`);
  const intent = form.get('intent');
  if (intent === 'resend-failed') {
    const confirmed = Number(form.get('confirmed'));
    if (!Number.isSafeInteger(confirmed)) return refuse(m.outbox_count_changed({ count: 0 }), 422);
    const resent = await resendFailed(services, { viewer, scope, confirmed });
    return resent.ok ? done(`resent=${resent.count}`) : refuse(m.outbox_count_changed({ count: resent.count }));
  }
  if (intent === 'send-now' && 'meetingId' in scope)
    return done(`sent-now=${await sendNow(services, { personId: viewer.personId, scope })}`);
  const mailId = parseUuid(form.get('mail'));
  if (!mailId) return notFound();
  if (intent === 'trust') return (await trustAddress(services, { viewer, scope, mailId })) ? done('trusted') : refuse(REFUSALS.gone(), 404);
  if (intent !== 'resend') return notFound();
  const resent = await resendMail(services, { viewer, scope, mailId });
  return resent.ok ? done('resent=1') : refuse(REFUSALS[resent.reason](), resent.reason === 'gone' ? 404 : 409);
}

export type DoneWithMails = { what: 'resent' | 'sent-now'; count: number } | { what: 'trusted' };

/** What the page wrote into its own address after it did something. */
export function doneIn(asked: URLSearchParams): DoneWithMails | null {
  for (const what of ['resent', 'sent-now'] as const) {
    const count = asked.get(what);
    if (count && /^\d{1,4}$/.test(count)) return { what, count: Number(count) };
  }
  return asked.has('trusted') ? { what: 'trusted' } : null;
}
