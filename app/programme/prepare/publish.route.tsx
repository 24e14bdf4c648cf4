import { data, Form, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { parseRevision } from '#app/model/revision.ts';
import { cleanText } from '#app/model/text.ts';
import { Check } from '#app/ui/check.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field, FieldError, fieldId } from '#app/ui/field.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { confirmedIn } from '#server/http/confirmed-in.ts';
import { readForm } from '#server/http/read-form.ts';
import { organiseEdition } from '#server/programme/access.ts';
import { previewPublication } from '#server/programme/preview-publication.ts';
import { publishProgramme } from '#server/programme/publish-programme.ts';
import { resetDraft } from '#server/programme/reset-draft.ts';
import { notFound, refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/publish.route.ts';
import { changeWords } from './change-words.ts';
import { clashKey, clashWords } from './clash-words.ts';
import { loadProgramme } from './load-programme.server.ts';
import { PrepareFrame } from './prepare-frame.tsx';
import { preparePath } from './prepare-path.ts';

const NOTE = 2000;

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: `${m.prepare_publish_title()} : ${loaderData?.edition.name ?? ''} · ${m.common_brand()}` }];
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseEdition(services, viewer, params.edition, preparePath(params.edition, 'publish'));
  const preview = await previewPublication(services, scope);
  const { edition, programme, last } = await loadProgramme(services, scope);
  const said = new URL(request.url).searchParams.get('said');
  return { edition, programme, preview, last, said: said === 'published' || said === 'reset' ? said : null };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const path = preparePath(params.edition, 'publish');
  const scope = await organiseEdition(services, viewer, params.edition, path);
  if (!viewer) return refuse(viewer, path);
  const form = await readForm(request);
  const programmeRevision = parseRevision(form.get('revision')) ?? notFound();
  const back = (said: string) => redirect(`${localePath(path)}?said=${said}`);
  const again = (fault: string, status: number, field = '') => data({ note: String(form.get('note') ?? ''), fault, field }, { status });
  if (form.get('intent') === 'reset') {
    const reset = await resetDraft(services, { viewer, scope, programmeRevision });
    if (reset.ok) return back('reset');
    return again(reset.reason === 'days_changed' ? m.prepare_reset_days() : m.prepare_publish_changed(), 409);
  }
  if (form.get('intent') !== 'publish') return notFound();
  const note = cleanText(String(form.get('note') ?? '').slice(0, 20_000));
  const length = [...note].length;
  if (length > NOTE) return again(m.prepare_too_long({ max: NOTE, length }), 422, 'note');
  const clashesKnown = form.get('clashesKnown') === 'yes';
  const asked = { viewer, scope, programmeRevision, note, clashesKnown, confirmed: confirmedIn(form) };
  const published = await publishProgramme(services, asked);
  if (published.ok) return back('published');
  switch (published.reason) {
    case 'changed_since':
      return again(m.prepare_publish_changed(), 409);
    case 'nothing':
      return again(m.prepare_publish_nothing(), 409);
    case 'clashes':
      return again(m.prepare_publish_clashes_unknown(), 422, 'clashesKnown');
    case 'count_changed':
      return again(m.outbox_confirm_ask({ count: published.count }), 409);
  }
}

export default function Publish({ loaderData, actionData }: Route.ComponentProps) {
  const { edition, programme, preview, last, said } = loaderData;
  const { changes, clashes, mails, announced, drafts, programmeRevision } = preview;
  const faultOf = (field: string) => (actionData?.field === field ? actionData.fault : undefined);
  const nothing = changes.length === 0 && announced === 0;
  return (
    <PrepareFrame edition={edition} title={m.prepare_publish_title()} page="publish">
      <div className="wrap pr-publish stack">
        {said ? (
          <Notice look="ok" role="status">
            {said === 'published' ? m.prepare_published({ number: last?.number ?? 1 }) : m.prepare_reset_done()}{' '}
            <A to={`/editions/${edition.slug}/programme`}>{m.prepare_see_public()}</A>
          </Notice>
        ) : null}
        {actionData && !actionData.field ? (
          <Notice look="warn" role="alert">
            {actionData.fault}
          </Notice>
        ) : null}
        <h2>{last ? m.prepare_changes_since({ number: last.number }) : m.prepare_first_version()}</h2>
        {nothing ? <p>{m.prepare_publish_nothing()}</p> : null}
        {changes.length > 0 ? (
          <ol className="pr-changes">
            {changes.map((change) => (
              <li key={JSON.stringify(change)}>{changeWords(change)}</li>
            ))}
          </ol>
        ) : null}
        <ul className="pr-counts">
          {announced > 0 ? <li>{m.prepare_announced({ count: announced })}</li> : null}
          {drafts > 0 ? <li>{m.prepare_left_drafts({ count: drafts })}</li> : null}
          <li>{mails > 0 ? m.prepare_mails({ count: mails }) : m.prepare_no_mails()}</li>
        </ul>
        {clashes.length > 0 ? (
          <Notice look="warn">
            <b>{m.prepare_clashes({ count: clashes.length })}</b>
            <ul>
              {clashes.map((clash) => (
                <li key={clashKey(clash)}>{clashWords(clash, programme)}</li>
              ))}
            </ul>
          </Notice>
        ) : null}
        {nothing ? null : (
          <Form method="post" className="stack" noValidate aria-label={m.prepare_publish_title()}>
            <input type="hidden" name="revision" value={programmeRevision} />
            <input type="hidden" name="confirmed" value={mails} />
            <Field
              as="textarea"
              label={m.prepare_note()}
              hint={m.prepare_note_hint()}
              name="note"
              rows={3}
              defaultValue={actionData?.note}
              error={faultOf('note')}
              optional
            />
            {clashes.length > 0 ? (
              <div>
                <Check
                  name="clashesKnown"
                  value="yes"
                  id={fieldId('clashesKnown')}
                  label={m.prepare_clashes_known()}
                  aria-describedby="f-clashesKnown-error"
                />
                <FieldError id="f-clashesKnown-error" error={faultOf('clashesKnown')} />
              </div>
            ) : null}
            {actionData?.field ? <ErrorSummary faults={[{ id: fieldId(actionData.field), message: actionData.fault }]} /> : null}
            <div>
              <SubmitButton size="lg" name="intent" value="publish">
                {mails > 0 ? m.prepare_publish_and_tell({ count: mails }) : m.prepare_publish()}
              </SubmitButton>
            </div>
          </Form>
        )}
        {last && changes.length > 0 ? (
          <details className="fold">
            <summary>{m.prepare_reset_heading()}</summary>
            <Form method="post" className="stack">
              <input type="hidden" name="revision" value={programmeRevision} />
              <p>{m.prepare_reset_what({ number: last.number })}</p>
              <div>
                <SubmitButton look="danger" name="intent" value="reset">
                  {m.prepare_reset({ number: last.number })}
                </SubmitButton>
              </div>
            </Form>
          </details>
        ) : null}
      </div>
    </PrepareFrame>
  );
}
