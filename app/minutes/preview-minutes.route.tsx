import { data, Form, redirect } from 'react-router';
import { getLocale, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatWhen } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { parseWhen } from '#app/model/when.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { readForm } from '#server/http/read-form.ts';
import { organiseMeeting } from '#server/meetings/access.ts';
import { attributeStatements } from '#server/minutes/attribute-statements.ts';
import { previewMinutes } from '#server/minutes/preview-minutes.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/preview-minutes.route.ts';
import { AttributionDraft } from './attribution-draft.tsx';
import { readChoices } from './attribution-form.ts';
import { AttributionBar, ChoiceNotices, DefaultLevel, NamesLeft, SaveChoices, type Shown } from './attribution-panels.tsx';
import { CheckerPanel } from './checker-panel.tsx';
import { MinutesBody } from './minutes-body.tsx';
import { MinutesHead } from './minutes-page.tsx';
import { PrepareActions } from './prepare-actions.tsx';
import { StateSteps } from './state-steps.tsx';
import './attributions.css';

const pathOf = (meeting: string) => `/meetings/${meeting}/minutes`;

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseMeeting(services, viewer, params.meeting, pathOf(params.meeting));
  const query = new URL(request.url).searchParams;
  const asked = query.get('show');
  const shown: Shown = asked === 'public' || asked === 'internal' ? asked : 'choices';
  const count = (name: string) => (/^\d{1,5}$/.test(query.get(name) ?? '') ? Number(query.get(name)) : null);
  const preview = await previewMinutes(services, scope, shown === 'public' ? 'public' : 'internal');
  return { ...preview, shown, kept: count('kept'), gone: count('gone') ?? 0 };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const path = pathOf(params.meeting);
  const scope = await organiseMeeting(services, viewer, params.meeting, path);
  if (!viewer) return notFound();
  const read = readChoices(await readForm(request));
  if (!read.ok)
    return data({ fault: read.fault, typed: read.typed, meanwhile: null }, { status: read.fault === 'unknown-level' ? 422 : 400 });
  const { typed } = read;
  const attributed = await attributeStatements(services, scope, viewer, read);
  if (attributed.ok) return redirect(localePath(`${path}?kept=${attributed.kept}${attributed.gone > 0 ? `&gone=${attributed.gone}` : ''}`));
  if (attributed.reason === 'not-allowed') return notFound();
  return data({ fault: attributed.reason, typed, meanwhile: attributed }, { status: 409 });
}

export const meta: Route.MetaFunction = () => [{ title: `${m.attributions_title()} · ${m.common_brand()}` }];

export default function PrepareMinutes({ loaderData, actionData, params }: Route.ComponentProps) {
  const { content, status, shown, findings, choices, attributables } = loaderData;
  const { meeting } = content;
  const parsed = parseWhen(meeting.edtf);
  const when = parsed && formatWhen(parsed, { zone: meeting.timeZone, locale: getLocale() });
  const empty = attributables.length === 0;
  return (
    <>
      <div className="wrap rv-head">
        <Breadcrumb crumbs={[{ to: `/meetings/${params.meeting}`, label: frenchSpaces(meeting.title) }]} />
        <div className="rv-head__t">
          <div>
            <h1>{m.attributions_title()}</h1>
            <p className="meta">{[frenchSpaces(meeting.title), when?.date, when?.time].filter(Boolean).join(', ')}</p>
          </div>
          <A className="btn btn--line" to={`/meetings/${params.meeting}/live`}>
            {m.attributions_next_notes()}
          </A>
        </div>
        <StateSteps status={status} zone={meeting.timeZone} />
      </div>
      {empty ? (
        <div className="wrap page">
          <div className="empty">
            <h2>{m.minutes_empty_notes_title()}</h2>
            <p>{m.minutes_empty_notes()}</p>
            <A className="btn" to={`/meetings/${params.meeting}/live`}>
              {m.minutes_open_notes()}
            </A>
          </div>
        </div>
      ) : (
        <>
          <AttributionBar meeting={params.meeting} shown={shown} attributables={attributables} />
          <div className="wrap at">
            <aside className="at-side">
              <PrepareActions meeting={params.meeting} status={status} />
              <CheckerPanel findings={findings} meeting={params.meeting} page="prepare" setAside={loaderData.setAside} />
            </aside>
            <div className="at-main">
              <ChoiceNotices kept={loaderData.kept} gone={loaderData.gone} refused={actionData ?? null} />
              <NamesLeft passages={loaderData.namesLeft} />
              {shown === 'choices' ? (
                <Form method="post" className="at-form">
                  <input type="hidden" name="seen" value={JSON.stringify(choices)} />
                  <DefaultLevel value={actionData?.typed?.byDefault ?? choices.byDefault} />
                  <AttributionDraft
                    sections={content.sections}
                    attributables={attributables}
                    choices={choices}
                    typed={actionData?.typed ?? null}
                    meanwhile={actionData?.meanwhile?.blocks ?? []}
                  />
                  <SaveChoices />
                </Form>
              ) : (
                <div className="at-preview">
                  {content.sections.length === 0 ? <Notice look="warn">{m.attributions_empty_public()}</Notice> : null}
                  <MinutesHead content={content} version={null} />
                  <MinutesBody content={content} />
                </div>
              )}
            </div>
          </div>
        </>
      )}
    </>
  );
}
