import { data, Form, redirect } from 'react-router';
import { z } from 'zod';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { textOf } from '#app/model/minutes-content.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { A } from '#app/ui/link.tsx';
import { readForm } from '#server/http/read-form.ts';
import { organiseMeeting } from '#server/meetings/access.ts';
import { previewMinutes } from '#server/minutes/preview-minutes.ts';
import { type Publication, publishMinutes } from '#server/minutes/publish-minutes.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/preview-minutes.route.ts';
import { MinutesBody } from './minutes-body.tsx';
import { MinutesHead } from './minutes-page.tsx';

const PREVIEW = 'preview';
const PUBLISH = 'publish';

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseMeeting(services, viewer, params.meeting);
  const query = new URL(request.url).searchParams;
  const chosen = query.get('show') === PREVIEW ? query.getAll('highlight') : undefined;
  return previewMinutes(services, scope, chosen);
}

const form = z.object({ number: z.coerce.number().int().positive().max(1_000_000), highlights: z.array(z.string().max(60)).max(500) });

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseMeeting(services, viewer, params.meeting);
  if (!viewer) return notFound();
  const fields = await readForm(request);
  const asked = form.safeParse({ number: fields.get('number'), highlights: fields.getAll('highlight') });
  if (fields.get('intent') !== PUBLISH || !asked.success) return data({ refused: null }, { status: 400 });
  const publication = await publishMinutes(services, scope, viewer, asked.data);
  if (publication.ok) throw redirect(localePath(`/minutes/${params.meeting}`));
  return data({ refused: publication }, { status: 409 });
}

export const meta: Route.MetaFunction = () => [{ title: `${m.minutes_preview_title()} · Tertulia` }];

export default function PreviewMinutes({ loaderData, actionData, params }: Route.ComponentProps) {
  const { content, takeAways, next, visibility } = loaderData;
  const crumbs = [{ to: `/meetings/${params.meeting}`, label: frenchSpaces(content.meeting.title) }];
  if (content.sections.length === 0)
    return (
      <div className="wrap page">
        <Breadcrumb crumbs={crumbs} />
        <h1>{m.minutes_preview_title()}</h1>
        <div className="empty">
          <h2>{m.minutes_empty_notes_title()}</h2>
          <p>{m.minutes_empty_notes()}</p>
          <A className="btn" to={`/meetings/${params.meeting}/live`}>
            {m.minutes_open_notes()}
          </A>
        </div>
      </div>
    );
  return (
    <>
      <div className="wrap page">
        <Breadcrumb crumbs={crumbs} />
        <h1>{m.minutes_preview_title()}</h1>
        <p className="lede">
          {m.minutes_preview_intro()} <A to={`/meetings/${params.meeting}/live`}>{m.minutes_preview_back()}</A>
        </p>
        {actionData?.refused ? (
          <p className="notice notice--bad" role="alert">
            {refusalText(actionData.refused)}
          </p>
        ) : null}
        <Form method="post" className="mn-choice">
          <input type="hidden" name="number" value={next} />
          <fieldset>
            <legend>
              <h2>{m.minutes_preview_choose()}</h2>
            </legend>
            <p className="hint">{takeAways.length > 0 ? m.minutes_preview_choose_hint() : m.minutes_preview_none()}</p>
            {takeAways.map((each) => (
              <label key={each.anchor}>
                <input type="checkbox" name="highlight" value={each.blockId} defaultChecked={each.chosen} />
                <span>{frenchSpaces(textOf(each.inline))}</span>
              </label>
            ))}
          </fieldset>
          <div className="panel mn-publish">
            <button className="btn btn--wide" type="submit" name="intent" value={PUBLISH}>
              {m.minutes_publish({ number: next })}
            </button>
            <button className="btn btn--line btn--wide" type="submit" name="show" value={PREVIEW} formMethod="get">
              {m.minutes_preview_update()}
            </button>
            <p className="hint">
              {m.minutes_publish_hint()} {visibility === 'public' ? m.minutes_publish_public() : m.minutes_publish_members()}
            </p>
            <p className="hint">{m.minutes_publish_erases()}</p>
          </div>
        </Form>
      </div>
      <section className="wrap mn mn--preview" aria-label={m.minutes_preview_of()}>
        <MinutesHead content={content} version={null} />
        <div />
        <MinutesBody content={content} />
      </section>
    </>
  );
}

function refusalText(refused: Exclude<Publication, { ok: true }>): string {
  switch (refused.reason) {
    case 'already-published':
      return m.minutes_already({ number: refused.number });
    case 'unchanged':
      return m.minutes_unchanged();
    case 'empty':
      return m.minutes_empty_notes();
    default:
      return m.minutes_none_text();
  }
}
