import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { HOUSE_COLOUR, STYLE_LIMITS } from '#app/model/group-style.ts';
import { parseRevision } from '#app/model/revision.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { readGroup } from '#db/groups/read.ts';
import { readStyle } from '#db/groups/read-style.ts';
import { organiseGroup } from '#server/groups/access.ts';
import { type KeptStyle, keepStyle } from '#server/groups/style/keep-style.ts';
import { readForm } from '#server/http/read-form.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/style.route.ts';
import { StyleForm } from './style-form.tsx';
import { parseStyleForm, type StyleFaults, styleValues } from './style-form-values.ts';
import './groups.css';
import './style.css';

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [{ title: m.groups_page({ title: m.files_style_of({ name: loaderData?.group.name ?? '' }) }) }];
}

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseGroup(services, viewer, params.group, `/groups/${params.group}/style`);
  const [group, style] = await Promise.all([readGroup(services.db, scope), readStyle(services.db, scope)]);
  return { group: { slug: group.slug, name: group.name }, style, saved: new URL(request.url).searchParams.has('saved') };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseGroup(services, viewer, params.group, `/groups/${params.group}/style`);
  if (!viewer) return notFound();
  const form = await readForm(request);
  const values = styleValues(form);
  const revision = form.get('revision') === '0' ? 0 : (parseRevision(form.get('revision')) ?? notFound());
  const parsed = await parseStyleForm(form);
  if ('faults' in parsed) return data({ values, faults: parsed.faults, conflict: false }, { status: 400 });
  const kept = await keepStyle(services, { viewer, scope, revision, style: parsed.style });
  if (kept.ok) return redirect(`${localePath(`/groups/${params.group}/style`)}?saved`);
  if (kept.reason === 'conflict') return data({ values, faults: {}, conflict: true }, { status: 409 });
  return data({ values, faults: faultsOf(kept), conflict: false }, { status: 400 });
}

function faultsOf(refusal: Exclude<KeptStyle, { ok: true } | { reason: 'conflict' }>): StyleFaults {
  switch (refusal.reason) {
    case 'pale':
      return { colour: m.files_style_pale({ contrast: refusal.contrast.toFixed(1).replace('.', ','), suggestion: refusal.suggestion }) };
    case 'logo-without-words':
      return { logoAlt: m.files_style_logo_alt_missing() };
    case 'too-heavy':
      return { logo: m.files_style_too_heavy({ size: Math.round(STYLE_LIMITS.bytes / 1000) }) };
    case 'too-small':
      return { logo: m.files_style_too_small({ smallest: STYLE_LIMITS.smallest }) };
    case 'too-large':
      return { logo: m.files_style_too_large({ largest: STYLE_LIMITS.largest }) };
    case 'unsafe':
      return { logo: m.files_style_unsafe() };
    case 'not-a-picture':
      return { logo: m.files_style_not_a_picture() };
  }
}

export default function GroupStyle({ loaderData: { group, style, saved }, actionData }: Route.ComponentProps) {
  const stored = { colour: style.colour ?? '', footer: style.footer, logoAlt: style.logoAlt };
  return (
    <>
      <div className="wrap fm-head">
        <Breadcrumb
          crumbs={[
            { to: '/groups', label: m.groups_title() },
            { to: `/groups/${group.slug}`, label: group.name },
          ]}
        />
        <h1>{m.files_style()}</h1>
        <p className="gs__note">{m.files_style_intro()}</p>
      </div>
      <div className="wrap">
        {saved && !actionData ? (
          <Notice look="ok" role="status">
            {m.files_style_saved()}
          </Notice>
        ) : null}
        {actionData?.conflict ? (
          <Notice look="warn" role="alert">
            <p>{m.files_style_conflict()}</p>
            <p>{m.files_style_theirs({ colour: style.colour ?? HOUSE_COLOUR, footer: style.footer || '—' })}</p>
          </Notice>
        ) : null}
        <StyleForm
          key={style.revision}
          group={group}
          values={actionData?.values ?? stored}
          faults={actionData?.faults ?? {}}
          revision={style.revision}
          hasLogo={style.logoType !== null}
        />
      </div>
    </>
  );
}
