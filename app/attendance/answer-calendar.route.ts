import { openInvitationLink } from '#server/attendance/access.ts';
import { writeCalendarFile } from '#server/attendance/write-calendar-file.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/answer-calendar.route.ts';

/** « Ajouter à mon agenda » of an invited person who has no account. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { services } = requestOf(context);
  const scope = await openInvitationLink(services, params.token);
  const file = scope && (await writeCalendarFile(services, scope));
  if (!file) return notFound();
  return new Response(file, {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'attachment; filename="meeting.ics"',
      'Cache-Control': 'private, no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Robots-Tag': 'noindex, nofollow',
    },
  });
}
