import { notFound } from '#server/refusals.ts';
import { openRegistrationLink } from '#server/registrations/access.ts';
import { writeOwnCalendar } from '#server/registrations/write-own-calendar.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/own-calendar.route.ts';

/** The sessions of a registration as a calendar: a file to open, and an address to follow. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { services } = requestOf(context);
  const link = await openRegistrationLink(services, params.token);
  if (link?.kind !== 'person') return notFound();
  return new Response(await writeOwnCalendar(services, link.scope), {
    headers: {
      'Content-Type': 'text/calendar; charset=utf-8',
      'Content-Disposition': 'inline; filename="sessions.ics"',
      'Cache-Control': 'private, no-store',
      'Referrer-Policy': 'no-referrer',
      'X-Robots-Tag': 'noindex, nofollow',
    },
  });
}
