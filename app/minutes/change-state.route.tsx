import { data, Form, redirect } from 'react-router';
import { getLocale, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatInstant } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import type { MinutesStep } from '#app/model/minutes-status.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Check } from '#app/ui/check.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { findMeeting } from '#db/meetings/read.ts';
import { listMinutesSteps, readMinutesStatus } from '#db/minutes/read-status.ts';
import { readForm } from '#server/http/read-form.ts';
import { organiseMeeting } from '#server/meetings/access.ts';
import { changeState, type StateChange } from '#server/minutes/change-state.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/change-state.route.ts';
import { StateSteps, stateWord } from './state-steps.tsx';
import './minutes.css';
import './publish.css';

const APPROVE = 'approve';
const REOPEN = 'reopen';

const pathOf = (meeting: string) => `/meetings/${meeting}/minutes/state`;

export const meta: Route.MetaFunction = () => [{ title: `${m.versions_state_title()} · ${m.common_brand()}` }];

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseMeeting(services, viewer, params.meeting, pathOf(params.meeting));
  const { title, timeZone } = await findMeeting(services.db, scope);
  const status = await readMinutesStatus(services.db, scope);
  return { title, timeZone, status, history: await listMinutesSteps(services.db, scope) };
}

export async function action({ params, request, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseMeeting(services, viewer, params.meeting, pathOf(params.meeting));
  const form = await readForm(request);
  const intent = form.get('intent');
  if (!viewer || (intent !== APPROVE && intent !== REOPEN)) return notFound();
  const change = { to: intent === APPROVE ? 'approved' : 'draft', knowingly: form.get('knowingly') === 'yes' } as const;
  const changed = await changeState(services, scope, viewer, change);
  if (changed.ok) return redirect(localePath(intent === APPROVE ? `/meetings/${params.meeting}/minutes/publish` : pathOf(params.meeting)));
  return changed.reason === 'not-allowed' ? notFound() : data({ refused: refusalText(changed) }, { status: 409 });
}

function refusalText(refused: Exclude<StateChange, { ok: true }>): string {
  switch (refused.reason) {
    case 'wrong-state':
      return m.versions_refused_state({ state: stateWord(refused.state) });
    case 'open-proposals':
      return m.versions_refused_proposals({ count: refused.count });
    case 'empty':
      return m.minutes_empty_notes();
    case 'not-allowed':
      return m.versions_refused();
  }
}

export default function ChangeMinutesState({ loaderData: { title, timeZone, status, history }, actionData, params }: Route.ComponentProps) {
  const prepare = `/meetings/${params.meeting}/minutes`;
  const approvable = status.state === 'draft' || status.state === 'in_review';
  return (
    <div className="wrap page pub">
      <Breadcrumb
        crumbs={[
          { to: `/meetings/${params.meeting}`, label: frenchSpaces(title) },
          { to: prepare, label: m.versions_prepare() },
        ]}
      />
      <h1>{m.versions_state_title()}</h1>
      <StateSteps status={status} zone={timeZone} />
      {actionData ? (
        <Notice look="err" role="alert">
          {actionData.refused}
        </Notice>
      ) : null}
      <div className="pub__cols">
        <Form method="post" className="panel stack">
          <h2>{approvable ? m.versions_approve_title() : m.versions_reopen_title()}</h2>
          <p>{approvable ? m.versions_approve_what() : m.versions_reopen_what()}</p>
          {approvable && status.openProposals > 0 ? (
            <Check name="knowingly" value="yes" label={m.versions_knowingly_approve({ count: status.openProposals })} />
          ) : null}
          <div className="row">
            {approvable ? (
              <SubmitButton name="intent" value={APPROVE}>
                {m.versions_approve()}
              </SubmitButton>
            ) : null}
            {status.state === 'draft' ? null : (
              <SubmitButton look={approvable ? 'line' : 'primary'} name="intent" value={REOPEN}>
                {m.versions_reopen()}
              </SubmitButton>
            )}
            <A className="btn btn--quiet" to={approvable ? prepare : `${prepare}/publish`}>
              {approvable ? m.versions_back_to_prepare() : m.versions_publish_title()}
            </A>
          </div>
        </Form>
        <History steps={history} zone={timeZone} />
      </div>
    </div>
  );
}

function History({ steps, zone }: { steps: MinutesStep[]; zone: string }) {
  return (
    <section className="stack" aria-labelledby="t-history">
      <h2 id="t-history">{m.versions_history()}</h2>
      {steps.length === 0 ? <p>{m.versions_history_none()}</p> : null}
      <ol className="vers">
        {steps.map((step) => {
          const { date, time } = formatInstant(step.at, zone, getLocale());
          return (
            <li key={`${step.at} ${step.state}`}>
              <b>{step.number ? m.versions_history_version({ number: step.number }) : stateWord(step.state)}</b>
              {', '}
              {m.versions_history_line({ date, time, name: step.byName })}
            </li>
          );
        })}
      </ol>
    </section>
  );
}
