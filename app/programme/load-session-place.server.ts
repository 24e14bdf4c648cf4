import type { Choice } from '#app/model/own-programme.ts';
import { timedOf } from '#app/model/own-programme.ts';
import { EDITION_LIMITS } from '#app/model/programme.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { listChoices } from '#db/own-programme/read.ts';
import { findEditionOfMeeting, listProgrammeSessions, type ProgrammeSession } from '#db/programme/read-sessions.ts';
import { findEditionToEnter } from '#server/programme/access.ts';
import type { Services } from '#server/services.ts';
import { enterOwn } from './load-programme.server.ts';

/** A session among the others of its edition, for its own page. */
export interface SessionPlaceData {
  edition: { slug: string; name: string };
  session: Pick<ProgrammeSession, 'id' | 'room' | 'track' | 'languages' | 'status'> & { choice: Choice | null };
  /** What runs at the same time, room by room; `chosen`: it is in the reader's own programme. */
  sameTime: { slug: string; title: string; placeName: string; chosen: boolean }[];
  previous: { slug: string; title: string } | null;
  next: { slug: string; title: string } | null;
}

/** Null: no session, or of an edition that this reader may not see, or not announced yet. */
export async function loadSessionPlace(
  services: Services,
  { scope, viewer, request }: { scope: MeetingScope; viewer: Viewer | null; request: Request },
): Promise<SessionPlaceData | null> {
  const edition = await findEditionOfMeeting(services.db, scope);
  const entered = edition && (await findEditionToEnter(services, viewer, edition.slug));
  if (!entered) return null;
  const [sessions, choices] = await Promise.all([
    listProgrammeSessions(services.db, entered, { limit: EDITION_LIMITS.sessions }),
    enterOwn(services, { edition: entered, viewer, request }).then((own) => listChoices(services.db, own)),
  ]);
  const at = sessions.findIndex(({ id }) => id === scope.meetingId);
  const session = sessions[at];
  if (!session) return null;
  const { id, room, track, languages, status } = session;
  const hours = timedOf(session).hours;
  const others = sessions.map((other) => ({ other, hours: other.id === id ? null : timedOf(other).hours }));
  const same = others.filter((one) => hours && one.hours && one.hours.from < hours.to && hours.from < one.hours.to);
  const before = others.findLast((one) => hours && one.hours && one.hours.to <= hours.from);
  const after = others.find((one) => hours && one.hours && one.hours.from >= hours.to);
  const link = (one: (typeof others)[number] | undefined) => (one ? { slug: one.other.slug, title: one.other.title } : null);
  return {
    edition,
    session: { id, room, track, languages, status, choice: choices.get(id) ?? null },
    sameTime: same.map(({ other }) => ({
      slug: other.slug,
      title: other.title,
      placeName: other.placeName,
      chosen: choices.has(other.id),
    })),
    // one before and one after tell where to go on only where hours follow each other one by one
    previous: same.length === 0 ? link(before) : null,
    next: same.length === 0 ? link(after) : null,
  };
}
