import { createElement } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { EDITION_LIMITS } from '#app/model/programme.ts';
import { listProgrammePeople, listSummaries } from '#db/programme/read-offline.ts';
import { enterEdition } from '#server/programme/access.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/offline.route.ts';
import { enterOwn, loadProgramme } from './load-programme.server.ts';
import styles from './offline.css?inline';
import { OfflineDocument } from './offline-document.tsx';
import { programmeDays } from './programme-days.ts';

const MOST_PEOPLE = 4000;

/** The whole programme as one file that asks for nothing more: it opens from a disk, on a train, for years. */
export async function loader({ request, params, context }: Route.LoaderArgs): Promise<Response> {
  const { services, viewer } = requestOf(context);
  const scope = await enterEdition(services, viewer, params.edition, `/editions/${params.edition}/programme`);
  const own = await enterOwn(services, { edition: scope, viewer, request });
  const [{ edition, published, sessions }, summaries, people] = await Promise.all([
    loadProgramme(services, scope, own),
    listSummaries(services.db, scope, { limit: EDITION_LIMITS.sessions }),
    listProgrammePeople(services.db, scope, { limit: MOST_PEOPLE }),
  ]);
  const html = renderToStaticMarkup(
    createElement(OfflineDocument, {
      ...{ edition, summaries, styles },
      version: published && { number: published.number, publishedAt: published.publishedAt },
      savedAt: services.clock.now().toString(),
      people: Map.groupBy(people, ({ meetingId }) => meetingId),
      ...programmeDays(sessions, { published: published?.slots ?? [] }),
    }),
  );
  return new Response(`<!DOCTYPE html>${html}`, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Disposition': `attachment; filename="programme-${edition.slug}.html"`,
      'Cache-Control': 'private, no-cache',
      'Content-Security-Policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
      'X-Robots-Tag': 'noindex',
    },
  });
}
