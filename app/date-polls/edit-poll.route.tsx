import { data, redirect } from 'react-router';
import { getLocale, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { DATE_POLL_LIMITS } from '#app/model/date-polls.ts';
import { parseRevision } from '#app/model/revision.ts';
import { isUuid, parseUuid } from '#app/model/uuid.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { findDatePoll, hasGuestLink, listOptions, listVoters } from '#db/date-polls/read.ts';
import { findPeopleToAsk } from '#db/date-polls/read-form.ts';
import { organiseGroupOfPoll, organisePoll } from '#server/date-polls/access.ts';
import { addDate, removeDate } from '#server/date-polls/change-dates.ts';
import { addVoters, removeVoter, requireVoter } from '#server/date-polls/change-voters.ts';
import { editPoll } from '#server/date-polls/edit-poll.ts';
import { closePoll, withdrawPoll } from '#server/date-polls/end-poll.ts';
import { closeToGuests, makeGuestLink } from '#server/date-polls/vote-links.ts';
import { enterNetwork } from '#server/groups/access.ts';
import { confirmedIn } from '#server/http/confirmed-in.ts';
import { readForm } from '#server/http/read-form.ts';
import { parseAddresses } from '#server/mailing-lists/parse-addresses.ts';
import { refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/edit-poll.route.ts';
import { saidWords, withQuery } from './act-on-ballot.server.ts';
import { readDate } from './date-form-values.ts';
import { type EditAnswer, EditPollPage } from './edit-poll-page.tsx';
import { dateFaultWords, deadlineFaultWords } from './fault-words.ts';
import { parseSettings } from './parse-poll-form.ts';
import { valuesOfForm } from './poll-form-values.ts';
import { pollPath } from './poll-path.ts';
import './date-polls.css';

const FOUND = 12;
const editPath = (slug: string) => `${pollPath(slug)}/edit`;

// it may hold the guest link
export const headers: Route.HeadersFunction = () => ({ 'Cache-Control': 'private, no-store' });

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: `${m.date_polls_edit()} : ${loaderData?.poll.question ?? ''} · ${m.common_brand()}` }];
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organisePoll(services, viewer, params.poll, editPath(params.poll));
  const { db, clock } = services;
  const query = new URL(request.url).searchParams.get('q')?.slice(0, 100) ?? '';
  const [poll, options, voters, guests, found] = await Promise.all([
    findDatePoll(db, scope),
    listOptions(db, scope),
    listVoters(db, scope, { limit: DATE_POLL_LIMITS.voters + DATE_POLL_LIMITS.guests }),
    hasGuestLink(db, scope, clock.now().toString()),
    findPeopleToAsk(db, await enterNetwork(services, viewer), { query, limit: FOUND }),
  ]);
  const asked = new Set(voters.map((voter) => voter.personId));
  const dates = options.filter((option) => option.state === 'offered');
  const people = { query, found: found.filter((person) => !asked.has(person.id)) };
  return { poll, dates, voters, guests, people, said: saidWords(request) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organisePoll(services, viewer, params.poll, editPath(params.poll));
  if (!viewer) return refuse(viewer, editPath(params.poll));
  const form = await readForm(request);
  const by = { viewer, scope };
  const back = (said: string, count?: number) => redirect(withQuery(localePath(editPath(params.poll)), said, count));
  const toPoll = (said: string) => redirect(withQuery(localePath(pollPath(params.poll)), said));
  const ended = () => refused({ notice: m.date_polls_fault_ended() }, 409);
  const voterId = parseUuid(form.get('voter'));
  const optionId = parseUuid(form.get('option'));
  switch (form.get('intent')) {
    case 'save': {
      const values = valuesOfForm(form);
      const parsed = parseSettings(values);
      if ('faults' in parsed) return refused({ settings: { values, faults: parsed.faults } }, 422);
      const revision = parseRevision(form.get('revision'));
      if (revision === null) return data({} as EditAnswer, { status: 400 });
      const edited = await editPoll(services, { ...by, revision, ...parsed });
      if (edited.ok) return toPoll('changed');
      switch (edited.reason) {
        case 'ended':
          return ended();
        case 'conflict':
          return refused({ settings: { values, faults: {}, conflict: { revision: edited.current.revision } } }, 409);
        case 'deadline':
          return refused({ settings: { values, faults: { deadline: deadlineFaultWords(edited.fault) } } }, 422);
        case 'more_than_asked':
          return refused({ settings: { values, faults: { minOrganisations: m.date_polls_fault_rule({ count: edited.most }) } } }, 422);
      }
      break;
    }
    case 'add-date': {
      const typed = { day: String(form.get('day') ?? '').slice(0, 30), starts: String(form.get('starts') ?? '').slice(0, 30) };
      const date = readDate(typed);
      if (!date) return refused({ date: { ...typed, message: m.date_polls_fault_no_day() } }, 422);
      const added = await addDate(services, { ...by, date });
      return added.ok ? back('date-added', added.written) : refused({ date: { ...typed, message: dateFaultWords(added) } }, 422);
    }
    case 'remove-date': {
      const removed = optionId ? await removeDate(services, { ...by, optionId }) : { ok: true as const };
      return removed.ok ? back('changed') : refused({ notice: dateFaultWords(removed) }, 409);
    }
    case 'add-voters': {
      const typed = String(form.get('addresses') ?? '').slice(0, 20_000);
      const { addresses, faults } = parseAddresses(typed);
      const [wrong] = faults;
      if (wrong) return refused({ addresses: { typed, message: m.date_polls_fault_address(wrong) } }, 422);
      const group = await organiseGroupOfPoll(services, viewer, params.poll);
      const network = await enterNetwork(services, viewer);
      const personIds = form.getAll('person').filter(isUuid);
      const added = await addVoters(services, { ...by, group, network, asked: { personIds, requiredIds: [], addresses } });
      if (added.ok) return back('asked', added.written);
      const message =
        added.reason === 'not_open' ? m.date_polls_refused_over() : m.date_polls_fault_too_many_voters({ max: DATE_POLL_LIMITS.voters });
      return refused({ addresses: { typed, message } }, 409);
    }
    case 'require':
    case 'unrequire':
      if (!voterId || !(await requireVoter(services, { ...by, voterId, required: form.get('intent') === 'require' }))) return ended();
      return back('changed');
    case 'remove-voter':
      return voterId && (await removeVoter(services, { ...by, voterId })) ? back('changed') : ended();
    case 'guest-link': {
      const guestLink = await makeGuestLink(services, { ...by, locale: getLocale() });
      return guestLink ? refused({ guestLink }, 200) : refused({ notice: m.date_polls_refused_over() }, 409);
    }
    case 'end-guests':
      await closeToGuests(services, by);
      return back('changed');
    case 'close':
      return (await closePoll(services, by)).ok ? toPoll('closed') : ended();
    case 'withdraw': {
      const confirmed = confirmedIn(form);
      const withdrawn = await withdrawPoll(services, { ...by, confirmed });
      if (withdrawn.ok) return toPoll('withdrawn');
      if (withdrawn.reason === 'ended') return ended();
      // the first click asks, and says how many people are told; so does a second one when there are more or fewer by then
      return refused({ withdraw: { count: withdrawn.count, changed: confirmed !== null } }, confirmed === null ? 200 : 409);
    }
  }
  return data({} as EditAnswer, { status: 400 });
}

function refused(answer: EditAnswer, status: number) {
  return data(answer, { status });
}

export default function EditPoll({ loaderData, actionData }: Route.ComponentProps) {
  const { poll, said } = loaderData;
  return (
    <>
      <div className="wrap fm-head">
        <Breadcrumb
          crumbs={[
            { to: `/groups/${poll.groupSlug}`, label: poll.groupName },
            { to: pollPath(poll.slug), label: poll.question },
          ]}
        />
        <h1>{actionData?.withdraw ? m.date_polls_withdraw_title() : m.date_polls_edit_title()}</h1>
        {said ? (
          <Notice look="ok" role="status">
            {said}
          </Notice>
        ) : null}
      </div>
      <EditPollPage {...loaderData} answer={actionData ?? {}} />
    </>
  );
}
