import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { parseUuid } from '#app/model/uuid.ts';
import { type BallotScope, enterPoll, organiseGroupOfPoll, organisePoll } from '#server/date-polls/access.ts';
import { declineDate, takeUpDate } from '#server/date-polls/change-dates.ts';
import { readPollPage } from '#server/date-polls/read-poll-page.ts';
import { remindVoters } from '#server/date-polls/remind-voters.ts';
import { settlePoll } from '#server/date-polls/settle-poll.ts';
import { readForm } from '#server/http/read-form.ts';
import { notFound, refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/poll.route.ts';
import { actOnBallot, BALLOT_INTENTS, chosenZone, saidWords, withQuery } from './act-on-ballot.server.ts';
import type { BallotRefusal } from './ballot-refusal.ts';
import { dateFaultWords } from './fault-words.ts';
import { PollPage } from './poll-page.tsx';
import { pollPath } from './poll-path.ts';
import { notOpenWords } from './poll-words.ts';

export const headers: Route.HeadersFunction = () => ({ 'Cache-Control': 'private, no-store' });

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: `${loaderData?.page.poll.question ?? ''} · ${m.common_brand()}` }];
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await enterPoll(services, viewer, params.poll);
  const page = await readPollPage(services, scope);
  const zone = chosenZone(request);
  return { page, path: pathOf(params.poll, zone), zone: zone ?? page.readerZone ?? viewer?.timeZone ?? null, said: saidWords(request) };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await enterPoll(services, viewer, params.poll);
  const form = await readForm(request);
  const path = pathOf(params.poll, chosenZone(request));
  const ballot = BALLOT_INTENTS.find((one) => one === form.get('intent'));
  if (ballot) {
    if (!scope.voterId) return notFound();
    return (await actOnBallot(services, scope as BallotScope, ballot, form, path)) ?? notFound();
  }
  const organised = await organisePoll(services, viewer, params.poll);
  if (!viewer) return refuse(viewer, pollPath(params.poll));
  const optionId = parseUuid(form.get('option'));
  switch (form.get('intent')) {
    case 'remind': {
      const reminded = await remindVoters(services, { viewer, scope: organised });
      return reminded.ok ? redirect(withQuery(path, 'reminded', reminded.written)) : refused(m.date_polls_refused_over());
    }
    case 'take-up': {
      const added = optionId
        ? await takeUpDate(services, { viewer, scope: organised, optionId })
        : { ok: false as const, reason: 'unknown' as const };
      return added.ok ? redirect(withQuery(path, 'date-added', added.written)) : refused(dateFaultWords(added));
    }
    case 'decline':
      if (optionId) await declineDate(services, { viewer, scope: organised, optionId });
      return redirect(withQuery(path, 'changed'));
    case 'settle': {
      const group = await organiseGroupOfPoll(services, viewer, params.poll);
      const settled = optionId
        ? await settlePoll(services, { viewer, scope: organised, group, optionId })
        : { ok: false as const, reason: 'unknown_date' as const };
      if (settled.ok) return redirect(localePath(`/meetings/${settled.slug}?settled=${settled.written}`));
      if (settled.reason === 'already')
        return settled.slug ? redirect(localePath(`/meetings/${settled.slug}`)) : refused(notOpenWords('settled'));
      return refused(SETTLE_FAULTS[settled.reason]());
    }
    default:
      return data({ refused: {} as BallotRefusal }, { status: 400 });
  }
}

const SETTLE_FAULTS = {
  withdrawn: m.date_polls_refused_withdrawn,
  unknown_date: m.date_polls_fault_unknown_date,
  past: m.date_polls_fault_past,
};

function refused(notice: string) {
  return data({ refused: { notice } as BallotRefusal }, { status: 409 });
}

function pathOf(slug: string, zone: string | null): string {
  return `${localePath(pollPath(slug))}${zone ? `?zone=${encodeURIComponent(zone)}` : ''}`;
}

export default function Poll({ loaderData, actionData }: Route.ComponentProps) {
  return <PollPage {...loaderData} byLink={null} refused={actionData?.refused ?? null} />;
}
