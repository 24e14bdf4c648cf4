import { data, Form, redirect } from 'react-router';
import { getLocale, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { dateKey } from '#app/model/date-polls.ts';
import { isUuid } from '#app/model/uuid.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { readGroup } from '#db/groups/read.ts';
import { createPoll, type PollDraft, planPoll } from '#server/date-polls/create-poll.ts';
import { readDateHints } from '#server/date-polls/read-date-hints.ts';
import { enterNetwork, organiseGroup } from '#server/groups/access.ts';
import { readForm } from '#server/http/read-form.ts';
import { refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/new-poll.route.ts';
import { withQuery } from './act-on-ballot.server.ts';
import { ConfirmPoll, type PollToConfirm } from './confirm-poll.tsx';
import { DatesFields } from './dates-fields.tsx';
import { loadHints, loadPeople } from './load-form.server.ts';
import { listFaults, type PollFaults } from './parse-poll-form.ts';
import { faultsOfPlan, parseDraft } from './poll-draft.server.ts';
import { RuleFields, WhatFields } from './poll-form.tsx';
import { emptyPoll, valuesOfForm, withMoreDates } from './poll-form-values.ts';
import { VotersFields } from './voters-fields.tsx';
import './date-polls.css';

export function meta() {
  return [{ title: `${m.date_polls_new_title()} · ${m.common_brand()}` }];
}

const newPath = (slug: string) => `/groups/${slug}/polls/new`;

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseGroup(services, viewer, params.group, newPath(params.group));
  const [group, network] = await Promise.all([readGroup(services.db, scope), enterNetwork(services, viewer)]);
  const empty = emptyPoll(crypto.randomUUID(), group.timeZone, []);
  const people = await loadPeople(services, scope, network, empty);
  const values = { ...empty, personIds: people.members.map((member) => member.id) };
  return { group: { slug: group.slug, name: group.name }, values, people };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseGroup(services, viewer, params.group, newPath(params.group));
  if (!viewer) return refuse(viewer, newPath(params.group));
  const network = await enterNetwork(services, viewer);
  const form = await readForm(request);
  const intent = form.get('intent');
  const values = intent === 'more' ? withMoreDates(valuesOfForm(form)) : valuesOfForm(form);
  const again = async (faults: PollFaults, status: number) => {
    const [people, hints] = await Promise.all([loadPeople(services, scope, network, values), loadHints(services, network, values)]);
    return data({ form: { values, faults, people, hints } }, { status });
  };
  if (intent !== 'check' && intent !== 'open') return again({}, 200);
  const parsed = parseDraft(values, services.clock.now());
  if ('faults' in parsed || !isUuid(values.id)) return again('faults' in parsed ? parsed.faults : {}, 422);
  const { draft, rows } = parsed;
  const confirm = async (people: PollToConfirm['people'], changed: boolean) => {
    const hints = await readDateHints(services, network, { ...draft, locale: getLocale() });
    const dates = draft.dates
      .map((date, index) => ({ date, hints: hints[index] ?? { past: false, holidays: [], clashes: [] } }))
      // as voters will read them, in whatever order they were typed
      .toSorted((a, b) => (dateKey(a.date) < dateKey(b.date) ? -1 : 1));
    const { question, deadline } = draft;
    const shown = { people: people.people, reachable: people.reachable, self: people.self };
    return data({ confirm: { values, question, deadline, dates, people: shown, changed } }, { status: changed ? 409 : 200 });
  };
  const asked: { viewer: typeof viewer; scope: typeof scope; network: typeof network; draft: PollDraft } = {
    viewer,
    scope,
    network,
    draft,
  };
  if (intent === 'check') {
    const plan = await planPoll(services, asked);
    return plan.ok ? confirm(plan.people, false) : again(faultsOfPlan(plan.faults, rows), 422);
  }
  const expected = Number.parseInt(String(form.get('expected')), 10);
  const created = await createPoll(services, { ...asked, id: values.id, expected });
  if (created.ok) return redirect(withQuery(localePath(`/polls/${created.slug}`), 'asked', created.written));
  return created.reason === 'faults' ? again(faultsOfPlan(created.faults, rows), 422) : confirm(created.people, true);
}

export default function NewPoll({ loaderData, actionData }: Route.ComponentProps) {
  const { group } = loaderData;
  const confirm = actionData && 'confirm' in actionData ? actionData.confirm : null;
  const { values, faults, people, hints } = actionData && 'form' in actionData ? actionData.form : { ...loaderData, faults: {}, hints: {} };
  return (
    <>
      <div className="wrap fm-head">
        <Breadcrumb
          crumbs={[
            { to: `/groups/${group.slug}`, label: group.name },
            { to: `/groups/${group.slug}/polls`, label: m.date_polls_title() },
          ]}
        />
        <h1>{confirm ? m.date_polls_confirm_title() : m.date_polls_new_title()}</h1>
      </div>
      {confirm ? (
        <div className="wrap dp-new">
          <ConfirmPoll {...confirm} />
        </div>
      ) : (
        <Form method="post" className="wrap dp-new" noValidate aria-label={m.date_polls_new_title()} key={values.dates.length}>
          <button type="submit" name="intent" value="check" className="vh" tabIndex={-1} aria-hidden="true">
            {m.date_polls_next()}
          </button>
          <input type="hidden" name="id" value={values.id} />
          <ErrorSummary faults={listFaults(faults)} />
          <WhatFields values={values} faults={faults} />
          <DatesFields dates={values.dates} faults={faults} hints={hints} />
          <VotersFields values={values} faults={faults} {...people} />
          <RuleFields values={values} faults={faults} />
          <p className="dp-next">
            <SubmitButton size="lg" name="intent" value="check">
              {m.date_polls_next()}
            </SubmitButton>
            <span className="meta">{m.date_polls_next_hint()}</span>
          </p>
        </Form>
      )}
    </>
  );
}
