import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { MAX_SENDING_MESSAGE, RECIPIENT_GROUPS, RECIPIENTS_BY_DEFAULT } from '#app/model/minutes-sending.ts';
import { cleanText } from '#app/model/text.ts';
import { isUuid } from '#app/model/uuid.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { findMeeting } from '#db/meetings/read.ts';
import { findVersion } from '#db/minutes/read.ts';
import { listSendings } from '#db/minutes/read-sending.ts';
import { readForm } from '#server/http/read-form.ts';
import { organiseMeeting } from '#server/meetings/access.ts';
import { chosenRecipients, readRecipients } from '#server/minutes/recipients.ts';
import { type Sent, sendMinutes } from '#server/minutes/send-minutes.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/send-minutes.route.ts';
import { PastSendings } from './past-sendings.tsx';
import '#app/mailing-lists/sending.css';
import { CHECK, type Choice, ChooseRecipients, ConfirmSending, SEND } from './send-minutes-forms.tsx';

const pathOf = (meeting: string) => `/meetings/${meeting}/minutes/send`;

export const meta: Route.MetaFunction = () => [{ title: `${m.sending_title()} · ${m.common_brand()}` }];

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseMeeting(services, viewer, params.meeting, pathOf(params.meeting));
  const { db } = services;
  const [meeting, version, recipients] = [
    await findMeeting(db, scope),
    await findVersion(db, scope),
    await readRecipients(services, scope),
  ];
  const sent = new URL(request.url).searchParams.get('sent');
  return {
    meeting: { slug: meeting.slug, title: frenchSpaces(meeting.title), timeZone: meeting.timeZone, groupSlug: meeting.groupSlug },
    listsOffered: meeting.visibility === 'public',
    number: version?.number ?? null,
    groups: RECIPIENT_GROUPS.map((group) => ({ group, count: recipients.groups[group].length })),
    lists: recipients.lists.map(({ id, name, recipients: { length } }) => ({ id, name, count: length })),
    past: await listSendings(db, scope),
    sent: sent && /^\d{1,5}$/.test(sent) ? Number(sent) : null,
  };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseMeeting(services, viewer, params.meeting, pathOf(params.meeting));
  const form = await readForm(request);
  const intent = form.get('intent');
  if (!viewer || (intent !== CHECK && intent !== SEND)) return notFound();
  const choice = readChoice(form);
  const refuse = (fault: string, status: number, confirm: number | null = null) => data({ choice, fault, confirm }, { status });
  const { length } = [...choice.message];
  if (length > MAX_SENDING_MESSAGE) return refuse(m.sending_message_long({ length, max: MAX_SENDING_MESSAGE }), 422);
  if (intent === CHECK) {
    const chosen = chosenRecipients(await readRecipients(services, scope), choice);
    if (chosen.length === 0) return refuse(m.sending_nobody(), 422);
    return { choice, fault: null, confirm: chosen.length };
  }
  const sending = { ...choice, number: numberIn(form, 'number'), expected: numberIn(form, 'expected') };
  const sent = await sendMinutes(services, scope, viewer, sending);
  if (sent.ok) return redirect(localePath(`${pathOf(params.meeting)}?sent=${sent.recipients}`));
  if (sent.reason === 'not-allowed') return notFound();
  return refuse(refusalText(sent), 409, sent.reason === 'changed' ? sent.recipients : null);
}

function refusalText(refused: Exclude<Sent, { ok: true }>): string {
  if (refused.reason === 'changed') return m.sending_changed({ count: refused.recipients });
  return refused.reason === 'nobody' ? m.sending_nobody() : m.sending_not_published();
}

function readChoice(form: FormData): Choice {
  const typed = form.get('message');
  return {
    groups: RECIPIENT_GROUPS.filter((group) => form.getAll('group').includes(group)),
    lists: form.getAll('list').filter(isUuid).slice(0, 100),
    message: cleanText(typeof typed === 'string' ? typed : ''),
  };
}

function numberIn(form: FormData, name: string): number {
  const typed = form.get(name);
  return typeof typed === 'string' && /^\d{1,6}$/.test(typed) ? Number(typed) : 0;
}

export default function SendMinutes({ loaderData, actionData }: Route.ComponentProps) {
  const { meeting, number, past, sent } = loaderData;
  const choice = actionData?.choice ?? { groups: RECIPIENTS_BY_DEFAULT, lists: [], message: '' };
  return (
    <div className="wrap fm-head stack sending">
      <Breadcrumb crumbs={[{ to: `/meetings/${meeting.slug}`, label: meeting.title }]} />
      <h1>{actionData?.confirm ? m.sending_confirm_title() : m.sending_title()}</h1>
      {sent === null || actionData ? null : (
        <Notice look="ok" role="status">
          {m.sending_done({ count: sent })}
        </Notice>
      )}
      {number === null ? (
        <div className="empty">
          <p>{m.sending_none_published()}</p>
          <A className="btn" to={`/meetings/${meeting.slug}/minutes`}>
            {m.sending_prepare()}
          </A>
        </div>
      ) : actionData?.confirm ? (
        <ConfirmSending {...loaderData} number={number} choice={choice} count={actionData.confirm} fault={actionData.fault} />
      ) : (
        <ChooseRecipients {...loaderData} choice={choice} fault={actionData?.fault ?? null} />
      )}
      <PastSendings sendings={past} timeZone={meeting.timeZone} />
    </div>
  );
}
