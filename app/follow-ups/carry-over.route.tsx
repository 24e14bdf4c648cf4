import { data, redirect } from 'react-router';
import { getLocale, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatWhen, sentenceCase } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { parseUuid } from '#app/model/uuid.ts';
import { whenOf } from '#app/model/when.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { readGroup } from '#db/groups/read.ts';
import { findMeeting } from '#db/meetings/read.ts';
import { followUpsAround } from '#server/follow-ups/access.ts';
import { carryOver } from '#server/follow-ups/carry-over.ts';
import { proposeCarryOver } from '#server/follow-ups/propose-carry-over.ts';
import { readForm } from '#server/http/read-form.ts';
import { organiseMeeting } from '#server/meetings/access.ts';
import { refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/carry-over.route.ts';
import { Carried, CarryOverForm, NoMeeting } from './carry-over-form.tsx';
import './follow-ups.css';

const pathOf = (slug: string) => `/meetings/${slug}/carry-over`;

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [{ title: `${m.follow_ups_carry_title()} : ${loaderData?.meeting.title ?? ''} · ${m.common_brand()}` }];
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseMeeting(services, viewer, params.meeting, pathOf(params.meeting));
  const { group } = await followUpsAround(services, viewer, scope);
  const [{ slug, title }, proposal, { slug: groupSlug }] = await Promise.all([
    findMeeting(services.db, scope),
    proposeCarryOver(services, scope, group),
    readGroup(services.db, group),
  ]);
  const targets = proposal.targets.map(({ id, title: name, edtf, timeZone, status, nextInSeries }) => {
    const date = sentenceCase(formatWhen(whenOf(edtf), { zone: timeZone, locale: getLocale() }).date);
    const target = m.follow_ups_carry_target({ date, title: frenchSpaces(name) });
    const words = nextInSeries ? m.series_carry_next({ words: target }) : target;
    return { id, words: status === 'draft' ? m.follow_ups_carry_draft({ words }) : words };
  });
  const { searchParams } = new URL(request.url);
  const done = targetSlug(searchParams.get('to'));
  const carried = done === null ? null : { slug: done, added: Number.parseInt(searchParams.get('carried') ?? '', 10) || 0 };
  return { meeting: { slug, title }, groupSlug, points: proposal.points, openActions: proposal.openActions, targets, carried };
}

/** Only what a slug can be: the address is anybody's to write. */
const targetSlug = (text: string | null) => (text && /^[a-z0-9-]{1,120}$/.test(text) ? text : null);

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseMeeting(services, viewer, params.meeting, pathOf(params.meeting));
  if (!viewer) return refuse(viewer, pathOf(params.meeting));
  const form = await readForm(request);
  const targetId = parseUuid(form.get('target')) ?? '';
  const itemIds = form.getAll('item').flatMap((value) => parseUuid(value) ?? []);
  const actions = form.get('actions') === 'yes';
  const chosen = { targetId, itemIds, actions };
  if (targetId === '') return data({ chosen, fault: m.follow_ups_carry_fault_target() }, { status: 422 });
  const carried = await carryOver(services, { viewer, scope, ...chosen });
  if (carried.ok) return redirect(`${localePath(pathOf(params.meeting))}?carried=${carried.added}&to=${carried.slug}`);
  return data({ chosen, fault: FAULTS[carried.reason]() }, { status: carried.reason === 'nothing' ? 422 : 409 });
}

const FAULTS = {
  nothing: m.follow_ups_carry_fault_nothing,
  unknown_target: m.follow_ups_carry_fault_target,
  cancelled: m.follow_ups_carry_fault_cancelled,
  too_long: m.follow_ups_carry_fault_too_long,
  too_many: m.follow_ups_carry_fault_too_many,
};

export default function CarryOver({ loaderData, actionData }: Route.ComponentProps) {
  const { meeting, targets, groupSlug, carried } = loaderData;
  return (
    <div className="wrap fm-head stack">
      <Breadcrumb crumbs={[{ to: `/meetings/${meeting.slug}`, label: meeting.title }]} />
      <h1>{m.follow_ups_carry_title()}</h1>
      <p className="lede">{m.follow_ups_carry_lede()}</p>
      {carried ? <Carried {...carried} /> : null}
      {targets.length === 0 ? (
        <NoMeeting groupSlug={groupSlug} />
      ) : (
        <CarryOverForm {...loaderData} chosen={actionData?.chosen ?? null} fault={actionData?.fault ?? null} />
      )}
    </div>
  );
}
