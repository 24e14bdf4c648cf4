import { data } from 'react-router';
import { REGISTRATION_CATEGORIES } from '#app/model/registrations.ts';
import { isUuid } from '#app/model/uuid.ts';
import { type PrintedBadges, printBadges, rememberPrint } from '#server/check-ins/badges/print-badges.ts';
import { readForm } from '#server/http/read-form.ts';
import { organiseEdition } from '#server/programme/access.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Services } from '#server/services.ts';
import type { Route } from './+types/badges-file.route.ts';

const pathOf = (slug: string) => `/editions/${slug}/badges`;

/** Badges to look at, or one to print again: nothing is remembered. */
export async function loader({ request, params, context }: Route.LoaderArgs): Promise<Response> {
  const { services, viewer } = requestOf(context);
  const scope = await organiseEdition(services, viewer, params.edition, pathOf(params.edition));
  return fileOf(await printBadges(services, scope, asked(new URL(request.url).searchParams)), params.edition);
}

/** Badges for the printer: the next print of new ones leaves them out. */
export async function action({ request, params, context }: Route.ActionArgs): Promise<Response> {
  const { services, viewer } = requestOf(context);
  const scope = await organiseEdition(services, viewer, params.edition, pathOf(params.edition));
  const printed = await printBadges(services, scope, asked(await readForm(request)));
  await remember(services, printed);
  return fileOf(printed, params.edition);
}

async function remember(services: Services, printed: PrintedBadges): Promise<void> {
  if (printed.ok) await rememberPrint(services, printed.registrationIds);
}

function asked(form: FormData | URLSearchParams) {
  const registration = form.get('registration');
  if (registration !== null && !isUuid(registration)) return notFound();
  const category = REGISTRATION_CATEGORIES.find((each) => each === form.get('category'));
  return {
    choice: { ...(category && { category }), ...(registration && { registrationId: registration }), onlyNew: form.get('new') === 'yes' },
    paper: form.get('paper') === 'card' ? ('card' as const) : ('sheet' as const),
  };
}

function fileOf(printed: PrintedBadges, slug: string): Response {
  if (!printed.ok) throw data(null, { status: printed.reason === 'none' ? 404 : 503 });
  return new Response(new Uint8Array(printed.pdf), {
    headers: {
      'Cache-Control': 'private, no-store',
      'Content-Type': 'application/pdf',
      'Content-Length': String(printed.pdf.length),
      'Content-Disposition': `inline; filename="badges-${slug}.pdf"`,
    },
  });
}
