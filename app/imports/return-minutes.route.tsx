import { data, Form, redirect, useNavigation } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { DraftFiles } from '#app/minutes/draft-files.tsx';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Field } from '#app/ui/field.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { findMeeting } from '#db/meetings/read.ts';
import { readForm } from '#server/http/read-form.ts';
import { type ReturnedMinutes, returnMinutes } from '#server/imports/return-minutes.ts';
import { organiseMeeting } from '#server/meetings/access.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/return-minutes.route.ts';
import { uploadOf } from './upload.ts';
import { faultWords } from './words.ts';
import './imports.css';

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: `${m.imports_return_title()} · ${loaderData?.meeting.title ?? ''} · ${m.common_brand()}` }];
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseMeeting(services, viewer, params.meeting, `/meetings/${params.meeting}/minutes/return`);
  const { slug, title } = await findMeeting(services.db, scope);
  const query = new URL(request.url).searchParams;
  const count = (name: string) => (/^\d{1,4}$/.test(query.get(name) ?? '') ? Number(query.get(name)) : null);
  return { meeting: { slug, title }, made: count('made'), again: count('again') };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseMeeting(services, viewer, params.meeting, `/meetings/${params.meeting}/minutes/return`);
  if (!viewer) return notFound();
  const form = await readForm(request);
  const from = String(form.get('from') ?? '').slice(0, 200);
  const upload = await uploadOf(form, '');
  if (!upload.ok)
    return data(
      { fault: upload.reason === 'nothing' ? m.imports_return_nothing_sent() : faultWords(upload.reason), from },
      { status: 422 },
    );
  const { fileName, bytes } = upload;
  const returned = await returnMinutes(services, { viewer, scope, fileName, bytes, from });
  if (!returned.ok) return data({ fault: refusalWords(returned.reason), from }, { status: 422 });
  return redirect(`${localePath(`/meetings/${params.meeting}/minutes/return`)}?made=${returned.made}&again=${returned.again}`);
}

function refusalWords(reason: (ReturnedMinutes & { ok: false })['reason']): string {
  switch (reason) {
    case 'no_word_processor':
      return m.imports_return_no_word_processor();
    case 'other_document':
      return m.imports_return_other_document();
    case 'not_open':
      return m.imports_return_not_open();
    case 'too_many':
      return m.imports_return_too_many();
    default:
      return faultWords(reason);
  }
}

export default function ReturnMinutes({ loaderData: { meeting, made, again }, actionData }: Route.ComponentProps) {
  const busy = useNavigation().formMethod === 'POST';
  return (
    <div className="wrap fm-head imp-new">
      <Breadcrumb
        crumbs={[
          { to: `/meetings/${meeting.slug}`, label: meeting.title },
          { to: `/meetings/${meeting.slug}/minutes`, label: m.imports_prepare() },
        ]}
      />
      <h1>{m.imports_return_title()}</h1>
      <p className="lede">{m.imports_return_what()}</p>
      <DraftFiles meeting={meeting.slug} />
      {made === null || actionData ? null : <Outcome slug={meeting.slug} made={made} again={again ?? 0} />}
      <Form method="post" encType="multipart/form-data" action={localePath(`/meetings/${meeting.slug}/minutes/return`)} className="stack">
        <Field
          type="file"
          name="file"
          label={m.imports_return_file()}
          hint={m.imports_return_file_hint()}
          accept=".docx,.odt,application/vnd.openxmlformats-officedocument.wordprocessingml.document,application/vnd.oasis.opendocument.text"
          error={actionData?.fault}
        />
        <Field
          name="from"
          label={m.imports_return_from()}
          optional
          hint={m.imports_return_from_hint()}
          defaultValue={actionData?.from ?? ''}
          maxLength={200}
          autoComplete="off"
        />
        <div>
          <SubmitButton size="lg" icon="git-diff" busy={busy && m.imports_reading()}>
            {m.imports_return_read()}
          </SubmitButton>
        </div>
      </Form>
    </div>
  );
}

function Outcome({ slug, made, again }: { slug: string; made: number; again: number }) {
  if (made + again === 0)
    return (
      <Notice role="status" look="ok">
        {m.imports_return_same()}
      </Notice>
    );
  return (
    <Notice role="status" look={made > 0 ? 'ok' : 'info'}>
      <p>{made > 0 ? m.imports_return_made({ count: made }) : m.imports_return_again()}</p>
      <A to={`/minutes/${slug}/review`}>{m.imports_return_decide()}</A>
    </Notice>
  );
}
