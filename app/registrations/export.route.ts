import { kindName } from '#app/directory/kind-name.ts';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { RegistrationOrigin } from '#app/model/registrations.ts';
import { findEdition } from '#db/programme/read.ts';
import { organiseEdition } from '#server/programme/access.ts';
import { notFound, refuse } from '#server/refusals.ts';
import { SHEET_FORMATS, SHEET_TYPES } from '#server/registrations/export/sheet.ts';
import { type ExportWords, exportRegistrations } from '#server/registrations/export-registrations.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/export.route.ts';
import { categoryWords, optionWords, stateWords } from './words.ts';

const ORIGINS: Record<RegistrationOrigin, () => string> = {
  self: m.registrations_origin_self,
  delegation: m.registrations_origin_delegation,
  organiser: m.registrations_origin_organiser,
  walk_in: m.registrations_origin_walk_in,
};

/** Everybody who registered, as a file, for organisers. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const path = `/editions/${params.edition}/registrations`;
  const scope = await organiseEdition(services, viewer, params.edition, path);
  if (!viewer) return refuse(viewer, path);
  const format = SHEET_FORMATS.find((one) => one === params.format);
  if (!format) return notFound();
  const { timeZone, slug } = await findEdition(services.db, scope);
  const file = await exportRegistrations(services, { viewer, scope, format, words: wordsOfExport(), timeZone });
  return new Response(new Uint8Array(file), {
    headers: {
      'Content-Type': SHEET_TYPES[format],
      'Content-Disposition': `attachment; filename="${slug}.${format}"`,
      'Cache-Control': 'private, no-store',
      'X-Robots-Tag': 'noindex, nofollow',
    },
  });
}

function wordsOfExport(): ExportWords {
  return {
    name: m.registrations_title(),
    columns: {
      ...{ state: m.registrations_state(), category: m.registrations_category_short(), givenName: m.registrations_given_name() },
      ...{ familyName: m.registrations_family_name(), email: m.registrations_email(), function: m.registrations_function() },
      ...{ organisation: m.registrations_organisation(), kind: m.registrations_kind(), language: m.registrations_language() },
      ...{ origin: m.registrations_origin(), delegation: m.registrations_delegation(), asked: m.registrations_asked_at() },
      ...{ sessions: m.registrations_sessions(), sessionsWaiting: m.registrations_sessions_waiting() },
    },
    of: ({ state, category, organisationKind, cameAs }) => ({
      ...{ state: stateWords(state), category: categoryWords(category), kind: kindName(organisationKind), origin: ORIGINS[cameAs]() },
    }),
    option: optionWords,
    separator: getLocale() === 'fr' ? ';' : ',',
  };
}
