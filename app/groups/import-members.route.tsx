import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { readAttendeeTable, TABLE_LIMITS, type TableFault } from '#app/model/attendee-table.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { readGroup } from '#db/groups/read.ts';
import { type OrganisedGroup, organiseGroup } from '#server/groups/access.ts';
import { importMembers } from '#server/groups/import-members.ts';
import type { PlannedRow } from '#server/groups/import-plan.ts';
import { previewImport } from '#server/groups/preview-import.ts';
import { readForm } from '#server/http/read-form.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Services } from '#server/services.ts';
import type { Route } from './+types/import-members.route.ts';
import { ImportPaste } from './import-paste.tsx';
import { ImportPreview } from './import-preview.tsx';
import { draftOf, isTooLarge, REQUEST_LIMITS, swallow, uploadedTable } from './read-import-form.ts';
import './groups.css';
import './members.css';
import './import.css';

/** The role that people come in with; organisers are made one by one. */
const ROLES = ['member', 'observer'] as const;
export type ImportRole = (typeof ROLES)[number];

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [{ title: m.groups_page({ title: m.groups_import_into({ name: loaderData?.group.name ?? '' }) }) }];
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseGroup(services, viewer, params.group, `/groups/${params.group}/members/import`);
  return { group: await readGroup(services.db, scope) };
}

type Step =
  | { step: 'paste'; table: string; fault: string }
  /** `tried`: the import was asked for and something still stands in its way. */
  | { step: 'preview'; plan: PlannedRow[]; ignored: string[]; role: ImportRole; tried: boolean };

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseGroup(services, viewer, params.group, `/groups/${params.group}/members/import`);
  if (!viewer) return notFound();
  const confirming = new URL(request.url).searchParams.get('step') === 'confirm';
  if (isTooLarge(request, confirming ? REQUEST_LIMITS.preview : REQUEST_LIMITS.table)) {
    await swallow(request);
    return refuse(messageOf('too_large'));
  }
  const form = await readForm(request);
  if (!confirming) return preview(services, scope, form);
  const draft = draftOf(form);
  const role = ROLES.find((one) => one === form.get('role'));
  if (!draft || !role) return notFound();
  const imported = await importMembers(services, { viewer, scope, draft, role });
  if (imported.ok) return redirect(localePath(`/groups/${params.group}/members?done=imported&count=${imported.added}#t-list`));
  return data<Step>({ step: 'preview', plan: imported.plan, ignored: [], role, tried: true }, { status: 409 });
}

async function preview(services: Services, scope: OrganisedGroup, form: FormData) {
  const uploaded = await uploadedTable(form);
  if (!uploaded.ok) return refuse(messageOf(uploaded.reason));
  const read = readAttendeeTable(uploaded.text);
  if (!read.ok) return refuse(messageOf(read.reason, read.line), uploaded.text);
  const rows = read.rows.map((row) => ({ ...row, id: crypto.randomUUID() as string }));
  const plan = await previewImport(services, { scope, draft: { rows, choices: new Map(), skipped: new Set() } });
  return data<Step>({ step: 'preview', plan, ignored: read.ignored, role: 'member', tried: false });
}

function refuse(fault: string, table = '') {
  return data<Step>({ step: 'paste', table, fault }, { status: 400 });
}

function messageOf(reason: TableFault | 'too_large' | 'spreadsheet' | 'binary', line: number | null = null): string {
  switch (reason) {
    case 'empty':
      return m.groups_table_empty();
    case 'no_header':
      return m.groups_table_no_header();
    case 'too_many_rows':
      return m.groups_table_too_many_rows({ max: TABLE_LIMITS.rows });
    case 'open_quote':
      return m.groups_table_open_quote({ line: line ?? 1 });
    case 'too_large':
      return m.groups_table_too_large();
    case 'spreadsheet':
      return m.groups_table_spreadsheet();
    case 'binary':
      return m.groups_table_binary();
  }
}

export default function ImportMembers({ loaderData: { group }, actionData }: Route.ComponentProps) {
  const members = `/groups/${group.slug}/members`;
  return (
    <>
      <div className="wrap fm-head">
        <Breadcrumb
          crumbs={[
            { to: '/groups', label: m.groups_title() },
            { to: `/groups/${group.slug}`, label: group.name },
            { to: members, label: m.groups_members() },
          ]}
        />
        <h1>{m.groups_import()}</h1>
      </div>
      <div className="wrap im">
        {actionData?.step === 'preview' ? (
          <ImportPreview {...actionData} path={`${members}/import`} />
        ) : (
          <ImportPaste path={`${members}/import`} table={actionData?.table ?? ''} fault={actionData?.fault} />
        )}
      </div>
    </>
  );
}
