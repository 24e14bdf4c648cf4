import type { Viewer } from '#app/model/viewer.ts';
import { insertAttendances } from '#db/attendance/write.ts';
import { DRAFT_SESSIONS, HEADINGS, NEXT_ROOMS, NEXT_SESSIONS, NEXT_TRACKS, nextEdition } from '#db/demo/edition-next.ts';
import { THEMES } from '#db/demo/groups.ts';
import type { DemoPersonKey } from '#db/demo/network.ts';
import { inTransaction } from '#db/transaction.ts';
import { organiseGroup } from '#server/groups/access.ts';
import { type OrganisedEdition, organiseEdition } from '#server/programme/access.ts';
import { createEdition } from '#server/programme/create-edition.ts';
import { createSession, type SessionPlan } from '#server/programme/create-session.ts';
import { applyTemplate } from '#server/rapporteurs/apply-template.ts';
import { saveHeading } from '#server/rapporteurs/edit-headings.ts';
import { planDeadlines } from '#server/rapporteurs/plan-deadlines.ts';
import type { Services } from '#server/services.ts';
import { fillRegistrations } from './fill-registrations.ts';
import { type DemoProgramme, layProgramme, placeSessions, publishDraft } from './lay-programme.ts';

interface Filling {
  people: ReadonlyMap<DemoPersonKey, string>;
  today: Temporal.PlainDate;
}

type By = { scope: OrganisedEdition; viewer: Viewer };
type DemoSession = (typeof NEXT_SESSIONS)[number];

/** When the first version of its programme came out. */
const PUBLISHED_DAYS_AGO = 6;

/**
 * The next edition, for organisers to try everything on: a programme that was published once, and a draft that went on and
 * clashes; hours to be confirmed; registrations that are open, with a session that is full; rapporteurs and their headings.
 */
export async function fillNextEdition(now: Services, viewer: Viewer, { people, today }: Filling): Promise<void> {
  const then = now.clock.now().subtract({ hours: 24 * PUBLISHED_DAYS_AGO });
  const services: Services = { ...now, clock: { now: () => then } };
  const { slots, opensOn, closesOn, ...plan } = nextEdition(today);
  const group = await organiseGroup(services, viewer, 'raict');
  const edition = { viewer, scope: group, id: crypto.randomUUID(), plan: { ...plan, timeZone: 'Europe/Paris' } };
  const { slug } = await createEdition(services, edition);
  const by = { viewer, scope: await organiseEdition(services, viewer, slug) };
  for (const heading of HEADINGS)
    await saveHeading(services, { viewer, edition: by.scope, heading: { id: crypto.randomUUID(), ...heading } });
  await planDeadlines(services, { viewer, edition: by.scope, dueDays: 10, revision: 0 });
  const published = await createSessions(services, by, NEXT_SESSIONS);
  const places = await layProgramme(services, by, {
    ...{ rooms: NEXT_ROOMS, tracks: NEXT_TRACKS, slots },
    sessions: placesOf(NEXT_SESSIONS, published, [plan.startsOn, plan.endsOn]),
  });
  await applyTemplate(services, { viewer, edition: by.scope, meetingIds: null });
  await publishDraft(services, by, 'Une première version : les horaires du mardi midi et après-midi restent à confirmer.');
  const added = await createSessions(services, by, DRAFT_SESSIONS);
  await placeSessions(services, by, places, placesOf(DRAFT_SESSIONS, added, [plan.startsOn, plan.endsOn]));
  const meetings = new Map([...published, ...added]);
  await giveRoles(services, { meetings, people });
  await fillRegistrations(now, by, { opensOn, closesOn, meetings });
}

/** Their meetings by their titles. */
async function createSessions(services: Services, by: By, sessions: readonly DemoSession[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (const { title, summary, themes, countries = [], languages = [], capacity = null } of sessions) {
    const id = crypto.randomUUID();
    const session: SessionPlan = {
      ...{ title, summary, visibility: 'public', capacity, countries: [...countries], languages: [...languages] },
      themes: themes.map((theme) => THEMES[theme]),
    };
    const created = await createSession(services, { ...by, id, session });
    if (!created.ok) throw new Error(`The demo could not plan '${title}': ${created.reason}.`);
    ids.set(title, id);
  }
  return ids;
}

function placesOf(
  sessions: readonly DemoSession[],
  meetings: ReadonlyMap<string, string>,
  days: readonly [string, string],
): DemoProgramme['sessions'] {
  return sessions.map(({ title, track, at }) => {
    const meetingId = meetings.get(title) ?? '';
    if (!at) return { meetingId, track };
    const [day, startsAt, room] = at;
    return { meetingId, track, day: days[day], startsAt, room };
  });
}

/** Whoever has a part, without a word to them: the demo writes to nobody. */
async function giveRoles(
  services: Services,
  { meetings, people }: { meetings: ReadonlyMap<string, string>; people: ReadonlyMap<DemoPersonKey, string> },
): Promise<void> {
  const now = services.clock.now().toString();
  await inTransaction(services.db, async (trx) => {
    for (const { title, facilitators = [], speakers = [], rapporteur } of [...NEXT_SESSIONS, ...DRAFT_SESSIONS]) {
      const meetingId = meetings.get(title) ?? '';
      const idsOf = (keys: readonly DemoPersonKey[]) => keys.flatMap((key) => people.get(key) ?? []);
      await insertAttendances(trx, { meetingId, personIds: idsOf(facilitators), roles: ['facilitator'], now });
      await insertAttendances(trx, { meetingId, personIds: idsOf(speakers), roles: ['speaker'], now });
      await insertAttendances(trx, { meetingId, personIds: rapporteur ? idsOf([rapporteur]) : [], roles: ['rapporteur'], now });
    }
  });
}
