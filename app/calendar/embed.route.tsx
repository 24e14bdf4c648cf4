import { createHash } from 'node:crypto';
import { renderToStaticMarkup } from 'react-dom/server';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/embed.route.ts';
import styles from './embed.css?inline';
import { answerEmbedded, loadPublicCalendar } from './embed-answer.server.ts';
import { EmbedDocument } from './embed-document.tsx';
import { lookOf } from './embed-options.ts';

const STYLES_HASH = createHash('sha256').update(styles).digest('base64');

/** The public calendar for the frame of another site; the only page that may stand in one. */
export async function loader({ request, context }: Route.LoaderArgs): Promise<Response> {
  const { services } = requestOf(context);
  const { searchParams: params } = new URL(request.url);
  const calendar = await loadPublicCalendar(services, params);
  const html = renderToStaticMarkup(<EmbedDocument calendar={calendar} look={lookOf(params)} styles={styles} />);
  return answerEmbedded(request, `<!DOCTYPE html>${html}`, {
    status: calendar.faults.length > 0 ? 404 : 200,
    headers: { 'Content-Security-Policy': policy(services.env.embedOrigins) },
  });
}

/** Lengths and positions that only the data know are attributes, as on our own pages. */
function policy(origins: readonly string[]): string {
  return [
    "default-src 'none'",
    `style-src 'sha256-${STYLES_HASH}'`,
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    // our own page shows what the code to copy will show
    `frame-ancestors ${["'self'", ...origins].join(' ')}`,
  ].join('; ');
}
