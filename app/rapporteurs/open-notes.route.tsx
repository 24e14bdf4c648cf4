import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { findMeeting } from '#db/meetings/read.ts';
import { findOpening } from '#db/rapporteurs/read-open.ts';
import { readForm } from '#server/http/read-form.ts';
import { enterMeeting, organiseMeeting } from '#server/meetings/access.ts';
import { openNotes } from '#server/rapporteurs/open-notes.ts';
import { readOpenNotes } from '#server/rapporteurs/read-open-notes.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/open-notes.route.ts';
import { CLOSE, OPEN, OpenNotesPage } from './open-notes-page.tsx';

export const handle = { interactive: true };

const pathOf = (meeting: string) => `/meetings/${meeting}/open-notes`;

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [
    { title: `${m.rapporteurs_open_title()} : ${loaderData?.meeting.title ?? ''} · ${m.common_brand()}` },
    { name: 'robots', content: 'noindex' },
  ];
}

/** For everybody while the notes are open; before and after for whoever organises, who opens them here. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await enterMeeting(services, viewer, params.meeting);
  const notes = await readOpenNotes(services, { slug: params.meeting });
  const { id, slug, title, edtf, timeZone, minutesVersion, visibility, status } = await findMeeting(services.db, scope);
  const { organise } = scope.can;
  if (!notes && !organise) {
    if (minutesVersion !== null) throw redirect(localePath(`/minutes/${slug}`));
    return notFound();
  }
  return {
    meeting: { id, slug, title, edtf, timeZone },
    sections: notes?.sections ?? null,
    organiser: organise
      ? { wanted: (await findOpening(services.db, id)).notesOpenAt !== null, mayOpen: visibility === 'public' && status === 'scheduled' }
      : null,
    address: `${services.env.appUrl}${localePath(pathOf(slug))}`,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseMeeting(services, viewer, params.meeting, pathOf(params.meeting));
  if (!viewer) return notFound();
  const intent = (await readForm(request)).get('intent');
  if (intent !== OPEN && intent !== CLOSE) return notFound();
  const opened = await openNotes(services, { viewer, scope, open: intent === OPEN });
  return opened.ok ? redirect(localePath(pathOf(params.meeting))) : data({ refused: m.rapporteurs_open_refused() }, { status: 409 });
}

export type OpenNotesData = Awaited<ReturnType<typeof loader>>;

export default function OpenNotes({ loaderData, actionData }: Route.ComponentProps) {
  return <OpenNotesPage {...loaderData} refused={actionData?.refused ?? null} />;
}
