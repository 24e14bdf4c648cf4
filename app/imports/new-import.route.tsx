import { data, Form, redirect, useNavigation } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { parseUuid } from '#app/model/uuid.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Field } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { readGroup } from '#db/groups/read.ts';
import { listOrganisedGroups } from '#db/meetings/read-form.ts';
import { enterNetwork, organiseGroup } from '#server/groups/access.ts';
import { readForm } from '#server/http/read-form.ts';
import { startImport } from '#server/imports/start-import.ts';
import { notFound, refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/new-import.route.ts';
import { uploadOf } from './upload.ts';
import { faultWords } from './words.ts';
import './imports.css';

export function meta() {
  return [{ title: `${m.imports_new_title()} · ${m.common_brand()}` }];
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const slug = new URL(request.url).searchParams.get('group');
  if (!viewer) return refuse(viewer, slug ? `/imports/new?group=${encodeURIComponent(slug)}` : '/imports/new');
  if (slug) {
    const { name } = await readGroup(services.db, await organiseGroup(services, viewer, slug, '/imports/new'));
    return { id: crypto.randomUUID() as string, groups: [], group: { slug, name } };
  }
  const groups = await listOrganisedGroups(services.db, await enterNetwork(services, viewer));
  const [only, second] = groups;
  if (!only) return notFound();
  if (!second) throw redirect(`${localePath('/imports/new')}?group=${only.slug}`);
  return { id: crypto.randomUUID() as string, groups, group: null };
}

export async function action({ request, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const slug = new URL(request.url).searchParams.get('group') ?? '';
  const scope = await organiseGroup(services, viewer, slug, '/imports/new');
  const form = await readForm(request);
  const id = parseUuid(form.get('id'));
  if (!viewer || !id) return notFound();
  const text = String(form.get('text') ?? '');
  const upload = await uploadOf(form, m.imports_pasted_name());
  if (!upload.ok)
    return data({ fault: upload.reason === 'nothing' ? m.imports_nothing_sent() : faultWords(upload.reason), text }, { status: 422 });
  const { fileName, bytes } = upload;
  const started = await startImport(services, { viewer, scope, id, fileName, bytes });
  if (!started.ok) return data({ fault: faultWords(started.reason), text }, { status: 422 });
  return redirect(localePath(`/imports/${id}`));
}

export default function NewImport({ loaderData: { id, groups, group }, actionData }: Route.ComponentProps) {
  const busy = useNavigation().formMethod === 'POST';
  return (
    <div className="wrap fm-head imp-new">
      <Breadcrumb crumbs={[{ to: '/imports', label: m.imports_title() }]} />
      <h1>{m.imports_new_title()}</h1>
      {group ? (
        <Form method="post" encType="multipart/form-data" action={`${localePath('/imports/new')}?group=${group.slug}`} className="stack">
          <input type="hidden" name="id" value={id} />
          <p className="lede">{m.imports_new_what({ group: group.name })}</p>
          <Field
            type="file"
            name="file"
            label={m.imports_file()}
            hint={m.imports_file_hint()}
            accept=".docx,.odt,.pdf,.txt,.md,application/pdf,application/vnd.openxmlformats-officedocument.wordprocessingml.document,application/vnd.oasis.opendocument.text,text/plain,text/markdown"
            error={actionData?.fault}
          />
          <Field
            as="textarea"
            name="text"
            label={m.imports_paste()}
            hint={m.imports_paste_hint()}
            rows={8}
            defaultValue={actionData?.text ?? ''}
          />
          <div>
            <SubmitButton size="lg" icon="file-text" busy={busy && m.imports_reading()}>
              {m.imports_read()}
            </SubmitButton>
            <p className="hint">{m.imports_nothing_yet()}</p>
          </div>
        </Form>
      ) : (
        <form method="get" action={localePath('/imports/new')} className="stack choose">
          <Field as="select" label={m.imports_group()} name="group">
            {groups.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </Field>
          <div>
            <SubmitButton>{m.imports_continue()}</SubmitButton>
          </div>
        </form>
      )}
    </div>
  );
}
