import { enterMeeting } from '#server/meetings/access.ts';
import { DRAFT_FORMATS, readDraftFile } from '#server/minutes/files/draft-file.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/draft-file.route.ts';

/** The draft as a Word or OpenDocument file, for those who read the draft. */
export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const format = DRAFT_FORMATS.find((each) => each === params.format) ?? notFound();
  const scope = await enterMeeting(services, viewer, params.meeting);
  const file = (await readDraftFile(services, scope, format)) ?? notFound();
  return new Response(file.body, {
    headers: {
      'Cache-Control': 'private, no-store',
      'Content-Type': file.type,
      'Content-Length': String(file.body.length),
      'Content-Disposition': `attachment; filename="${file.name}"`,
    },
  });
}
