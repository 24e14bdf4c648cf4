import { type Choice, clashing, timedOf } from '#app/model/own-programme.ts';
import { EDITION_LIMITS } from '#app/model/programme.ts';
import { type Room, roomOf } from '#app/model/registrations.ts';
import type { EditionScope, OwnProgrammeScope } from '#app/model/scope.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { listChoices } from '#db/own-programme/read.ts';
import { findEdition } from '#db/programme/read.ts';
import { readPublishedProgramme } from '#db/programme/read-published.ts';
import { listProgrammeSessions, type ProgrammeSession } from '#db/programme/read-sessions.ts';
import { countRegistered } from '#db/registrations/read-counts.ts';
import { enterOwnProgramme } from '#server/own-programme/access.ts';
import { readVisitorCookie } from '#server/own-programme/visitor-cookie.ts';
import type { Services } from '#server/services.ts';

/** A session as its card shows it to this reader. */
export interface Session extends ProgrammeSession {
  /** In the reader's own programme; null: it is not. */
  choice: Choice | null;
  /** It runs at the same time as another one of their own. */
  clash: boolean;
  /** How full it is, as far as people register for it. */
  places: Room;
}

interface Reader {
  edition: EditionScope;
  viewer: Viewer | null;
  request: Request;
}

/** The own programme of whoever asks: of their account, or of their browser. */
export function enterOwn(services: Services, { edition, viewer, request }: Reader): Promise<OwnProgrammeScope> {
  const secret = readVisitorCookie(services.env, request.headers.get('Cookie'));
  return enterOwnProgramme(services, { edition, viewer, secret });
}

/** An edition, the last published version of its programme, and its sessions with what the reader chose of them. */
export async function loadProgramme(services: Services, edition: EditionScope, own: OwnProgrammeScope) {
  const { db } = services;
  const [details, rows, published, counts, choices] = await Promise.all([
    findEdition(db, edition),
    listProgrammeSessions(db, edition, { limit: EDITION_LIMITS.sessions }),
    readPublishedProgramme(db, edition),
    countRegistered(db, edition),
    listChoices(db, own),
  ]);
  const clashes = clashing(rows.filter(({ id }) => choices.has(id)).map(timedOf));
  const sessions = rows.map((row): Session => {
    const { registered = 0 } = counts.bySession.get(row.id) ?? {};
    return { ...row, choice: choices.get(row.id) ?? null, clash: clashes.has(row.id), places: roomOf(registered, row.capacity) };
  });
  return { edition: details, published, sessions, organises: edition.can.organise };
}
