import { m } from '#app/messages/compiled/messages.js';
import { AGENDA_LIMITS, type AgendaItemKind } from '#app/model/agenda.ts';
import type { ImportedHeader } from '#app/model/imports.ts';
import { MEETING_LIMITS, type MeetingPlan } from '#app/model/meetings.ts';
import { nameKey } from '#app/model/text.ts';
import { missingHour, type When, whenOf } from '#app/model/when.ts';
import { insertItem } from '#db/agenda/write.ts';
import type { Trx } from '#db/client.ts';
import { readGroup } from '#db/groups/read.ts';
import { planWithin } from '#server/meetings/plan-meeting.ts';
import type { Importer } from './access.ts';
import type { DraftSection } from './draft-sections.ts';

export const MOST_POINTS = AGENDA_LIMITS.items;

/** The meeting that a header tells of, in its group's zone and as visible as the group; planned once, whoever asks how often. */
export async function planOf(
  trx: Trx,
  { viewer, group }: Importer,
  { header, meetingId, now }: { header: ImportedHeader; meetingId: string; now: string },
): Promise<{ plan: MeetingPlan; slug: string }> {
  const { timeZone: groupZone, visibility } = await readGroup(trx, group);
  const timeZone = header.timeZone.value || groupZone;
  const plan: MeetingPlan = {
    title: header.title.value.slice(0, MEETING_LIMITS.title),
    kind: header.kind.value,
    when: withoutMissingHours(whenOf(header.when.value), timeZone),
    ...{ timeZone, visibility, onlineUrl: '', summary: '', themes: [], countries: [] },
    placeName: header.placeName.value,
    placeAddress: header.placeAddress.value,
    placeAccess: header.placeAccess.value,
  };
  const { slug } = await planWithin(trx, { viewer, scope: group, id: meetingId, plan, announce: true, now });
  return { plan, slug };
}

/** An hour that clocks were put forward over was never an hour of that day: the day is what is known. */
function withoutMissingHours(when: When, timeZone: string): When {
  if (when.kind !== 'time') return when;
  const exist = missingHour(when.start, timeZone) === null && missingHour(when.end, timeZone) === null;
  return exist ? when : { kind: 'day', day: when.start.slice(0, 10), toConfirm: true };
}

/** A point for each titled part; how long it took nobody knows, and none says. */
export async function importAgenda(
  trx: Trx,
  { meetingId, sections }: { meetingId: string; sections: readonly (DraftSection & { agendaItemId: string })[] },
): Promise<void> {
  for (const [index, { agendaItemId, title }] of sections.entries()) {
    const name = title.slice(0, AGENDA_LIMITS.title) || m.imports_first_point({}, { locale: 'fr' });
    const point = { title: name, kind: kindOf(name), durationMinutes: 0, summary: '', presenterIds: [] };
    await insertItem(trx, { id: agendaItemId, meetingId, point, position: index + 1 });
  }
}

function kindOf(title: string): AgendaItemKind {
  const key = nameKey(title);
  if (/^(?:ouverture|introduction|accueil|mot d accueil)\b/.test(key)) return 'opening';
  if (/\bconclusions?\b|^cloture\b/.test(key)) return 'conclusion';
  return /^(?:releve de )?decisions?\b/.test(key) ? 'decision' : 'discussion';
}
