import { data, redirect } from 'react-router';
import { getLocale, localePath } from '#app/locale.ts';
import { CancelledMeeting } from '#app/meetings/cancelled-meeting.tsx';
import { useLiveMeeting } from '#app/meetings/use-live-meeting.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatWhen } from '#app/model/format-when.ts';
import { parseUuid } from '#app/model/uuid.ts';
import { minutesOf, whenOf } from '#app/model/when.ts';
import { listAgenda, listPresenterChoices } from '#db/agenda/read.ts';
import { findMeeting } from '#db/meetings/read.ts';
import { addAgendaItem } from '#server/agenda/add-agenda-item.ts';
import { editAgendaItem } from '#server/agenda/edit-agenda-item.ts';
import { type Move, moveAgendaItem } from '#server/agenda/move-agenda-item.ts';
import { removeAgendaItem } from '#server/agenda/remove-agenda-item.ts';
import { readForm } from '#server/http/read-form.ts';
import { arrangeMeeting } from '#server/meetings/access.ts';
import { notFound, refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/edit-agenda.route.ts';
import { NO_ANSWER } from './agenda-answer.ts';
import { AgendaPage } from './agenda-page.tsx';
import { INTENTS } from './agenda-types.ts';
import { answerToRefusal } from './answer-agenda-form.ts';
import { parsePointForm, valuesOfPointForm } from './parse-point-form.ts';

export const handle = { interactive: true };

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: `${m.agenda_page_title()} : ${loaderData?.meeting.title ?? ''} · ${m.common_brand()}` }];
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await arrangeMeeting(services, viewer, params.meeting, `/meetings/${params.meeting}/agenda`);
  const { id, slug, title, status, edtf, timeZone } = await findMeeting(services.db, scope);
  const [items, choices] = await Promise.all([listAgenda(services.db, scope), listPresenterChoices(services.db, scope)]);
  const when = whenOf(edtf);
  return {
    meeting: { id, slug, title, status, when: formatWhen(when, { zone: timeZone, locale: getLocale() }).full },
    start: when.kind === 'time' ? when.start.slice(11) : null,
    available: minutesOf(when, timeZone),
    ...{ items, choices },
    editing: parseUuid(new URL(request.url).searchParams.get('edit')),
    newId: crypto.randomUUID(),
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const path = `/meetings/${params.meeting}/agenda`;
  const scope = await arrangeMeeting(services, viewer, params.meeting, path);
  if (!viewer) return refuse(viewer, path);
  const form = await readForm(request);
  const intent = INTENTS.find((one) => one === form.get('intent'));
  const id = parseUuid(form.get('item'));
  if (!intent || !id) return notFound();
  const change = { viewer, scope, id };
  const values = valuesOfPointForm(form);
  const sent = { itemId: intent === 'edit' ? id : null, values };
  const done = redirect(localePath(path));
  switch (intent) {
    case 'move': {
      const moved = await moveAgendaItem(services, { ...change, to: readMove(form) });
      if (!moved.ok) return data(answerToRefusal(moved, { itemId: id, values: null }), { status: 409 });
      const title = typeof form.get('title') === 'string' ? values.title : '';
      return { ...NO_ANSWER, itemId: id, said: m.agenda_moved({ title, position: moved.position, count: moved.count }) };
    }
    case 'remove': {
      const removed = await removeAgendaItem(services, { ...change, revision: Number(form.get('revision')) });
      if (!removed.ok) return data(answerToRefusal(removed, { itemId: id, values: null }), { status: 409 });
      const { removed: item, before } = removed;
      return { ...NO_ANSWER, said: m.agenda_removed({ title: item.title }), removed: { item, before } };
    }
    case 'add':
    case 'restore':
    case 'edit': {
      const parsed = parsePointForm(values);
      if ('faults' in parsed) return data({ ...NO_ANSWER, ...sent, faults: parsed.faults }, { status: 422 });
      const { point } = parsed;
      const written =
        intent === 'edit'
          ? await editAgendaItem(services, { ...change, point, revision: Number(form.get('revision')) })
          : await addAgendaItem(services, { ...change, point, before: parseUuid(form.get('before')) });
      return written.ok ? done : data(answerToRefusal(written, sent), { status: 409 });
    }
  }
}

function readMove(form: FormData): Move {
  const to = form.get('to');
  return to === 'up' || to === 'down' ? to : { before: parseUuid(form.get('before')) };
}

export default function EditAgenda({ loaderData, actionData }: Route.ComponentProps) {
  const { meeting } = loaderData;
  useLiveMeeting(meeting.id);
  if (meeting.status === 'cancelled') return <CancelledMeeting slug={meeting.slug} title={meeting.title} />;
  return <AgendaPage {...loaderData} answer={actionData ?? NO_ANSWER} />;
}
