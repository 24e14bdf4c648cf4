import { m } from '#app/messages/compiled/messages.js';
import { FILE_FORMATS } from '#app/model/minutes.ts';
import { MEDIA_TYPES } from '#server/minutes/render-version.ts';
import { organiseEdition } from '#server/programme/access.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import { previewVolume } from '#server/volumes/preview-volume.ts';
import type { Route } from './+types/preview-volume.route.ts';
import { faultInWords } from './format-names.ts';

/** The next version of a volume as a file, before it is bound: `apercu.pdf`, `.docx` or `.odt`; `?edition=internal`. */
export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseEdition(services, viewer, params.edition, `/editions/${params.edition}/volume/prepare`);
  const format = FILE_FORMATS.find((each) => params.file === `apercu.${each}`) ?? notFound();
  const edition = new URL(request.url).searchParams.get('edition') === 'internal' ? 'internal' : 'public';
  const rendering = await previewVolume(services, scope, { edition, format });
  if (!rendering.ok) {
    services.log.error('preview of a volume not rendered', { reason: rendering.reason, detail: rendering.detail });
    const words = faultInWords({ format, fault: { reason: rendering.reason } }) ?? m.files_failed_answer();
    return new Response(words, { status: 503, headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
  }
  return new Response(new Uint8Array(rendering.bytes), {
    headers: {
      'Content-Type': MEDIA_TYPES[format],
      'Cache-Control': 'private, no-store',
      'Content-Disposition': `${format === 'pdf' ? 'inline' : 'attachment'}; filename="${params.edition}-apercu.${format}"`,
    },
  });
}
