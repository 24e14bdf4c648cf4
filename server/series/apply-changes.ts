import type { SeriesPlan } from '#app/model/series.ts';
import { whenOf } from '#app/model/when.ts';
import { touchMeeting } from '#db/agenda/write.ts';
import type { Trx } from '#db/client.ts';
import { findMeeting } from '#db/meetings/read.ts';
import { insertStandingPoints, parkDays, putInSeries, removeStandingPoints, unparkDays } from '#db/series/write.ts';
import { cancelWithin } from '#server/meetings/cancel-meeting.ts';
import { editWithin } from '#server/meetings/edit-meeting.ts';
import type { Services } from '#server/services.ts';
import { meetingOfSeries } from './access.ts';
import type { SeriesChange } from './change-series.ts';
import { mergeTemplate } from './merge-template.ts';
import type { MeetingChange } from './plan-change.ts';
import { PLACE } from './preview-change.ts';
import type { SeriesNews } from './queue-series-mails.ts';

type Change = Pick<SeriesChange, 'viewer' | 'scope' | 'plan' | 'announce' | 'reason'> & {
  before: SeriesPlan;
  changes: readonly MeetingChange[];
};

export interface AppliedChanges {
  moved: number;
  cancelled: number;
  /** What those invited learn in one mail when it is much. */
  news: SeriesNews[];
  /** Ids of meetings whose pages show something else now. */
  touched: string[];
}

/** Writes what was planned for meetings that are held. */
export async function applyChanges(trx: Trx, services: Services, change: Change): Promise<AppliedChanges> {
  const { scope, viewer, reason } = change;
  const applied: AppliedChanges = { moved: 0, cancelled: 0, news: [], touched: [] };
  await parkDays(
    trx,
    change.changes.map(({ meeting }) => meeting.id),
  );
  for (const one of change.changes) {
    const { id, status, edtf, timeZone } = one.meeting;
    if (one.what === 'off') {
      if (one.on) await putInSeries(trx, { meetingId: id, seriesId: scope.seriesId, on: one.on, edtf: one.seriesEdtf });
      continue;
    }
    if (one.what === 'ends') {
      const ended = await cancelWithin(trx, services, { by: viewer.personId, meetingId: id, reason });
      if (ended.ok) applied.cancelled++;
      if (ended.ok && ended.was === 'scheduled') applied.news.push({ meetingId: id, what: 'cancelled', before: { edtf, timeZone } });
      applied.touched.push(id);
      continue;
    }
    const { changed, agenda } = await rewrite(trx, services, change, one);
    if (one.what === 'moves') applied.moved++;
    const what = one.what === 'moves' ? 'moved' : PLACE.some((field) => changed.includes(field)) ? 'place' : null;
    if (what && status === 'scheduled') applied.news.push({ meetingId: id, what, before: { edtf, timeZone } });
    if (changed.length > 0 || agenda) applied.touched.push(id);
  }
  await unparkDays(trx, scope.seriesId);
  return applied;
}

async function rewrite(
  trx: Trx,
  services: Services,
  { viewer, scope, plan, before, announce }: Change,
  one: Extract<MeetingChange, { what: 'stays' | 'moves' | 'own' }>,
): Promise<{ changed: readonly string[]; agenda: boolean }> {
  const { id } = one.meeting;
  const current = await findMeeting(trx, meetingOfSeries(scope, id));
  const own = one.what === 'own';
  const when = whenOf(own ? current.edtf : one.edtf);
  const timeZone = own ? current.timeZone : plan.recurrence.timeZone;
  const next = { ...mergeTemplate(current, before.template, plan.template), when, timeZone };
  const { changed } = await editWithin(trx, services, { by: viewer.personId, current, plan: next, announce });
  const agenda = !sameAgenda(before, plan) && (await removeStandingPoints(trx, id, before.agenda));
  if (agenda) {
    await insertStandingPoints(trx, id, plan.agenda);
    await touchMeeting(trx, id, services.clock.now().toString());
  }
  if (one.on) await putInSeries(trx, { meetingId: id, seriesId: scope.seriesId, on: one.on, edtf: one.seriesEdtf });
  return { changed, agenda };
}

function sameAgenda(before: SeriesPlan, after: SeriesPlan): boolean {
  return JSON.stringify(before.agenda.map(parts)) === JSON.stringify(after.agenda.map(parts));
}

const parts = ({ title, kind, durationMinutes }: SeriesPlan['agenda'][number]) => [title, kind, durationMinutes];
