import { SLIDES_TYPES } from '#app/model/speakers.ts';
import { parseUuid } from '#app/model/uuid.ts';
import { findSlides } from '#db/speakers/read.ts';
import { enterMeeting } from '#server/meetings/access.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/slides.route.ts';

/** A speaker's slides as a file to keep, never shown by the browser in our name (RFC 6266 and 8187 for its name). */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await enterMeeting(services, viewer, params.meeting);
  const slides = (await findSlides(services.db, scope, parseUuid(params.attendance) ?? notFound())) ?? notFound();
  const plain = slides.fileName.normalize('NFD').replace(/[^\x20-\x7e]|["\\]/g, '');
  const name = `filename="${plain}"; filename*=UTF-8''${encodeURIComponent(slides.fileName).replace(/['()*]/g, (c) => `%${c.charCodeAt(0).toString(16)}`)}`;
  return new Response(new Uint8Array(slides.bytes), {
    headers: {
      'Content-Type': SLIDES_TYPES[slides.format],
      'Content-Length': String(slides.bytes.length),
      'Content-Disposition': `attachment; ${name}`,
      'Content-Security-Policy': "sandbox; default-src 'none'",
      'Cache-Control': 'private, no-cache',
    },
  });
}
