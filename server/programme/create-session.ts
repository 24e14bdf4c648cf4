import type { Visibility } from '#app/model/groups.ts';
import type { MeetingPlan } from '#app/model/meetings.ts';
import { EDITION_LIMITS } from '#app/model/programme.ts';
import type { Viewer } from '#app/model/viewer.ts';
import type { When } from '#app/model/when.ts';
import type { Trx } from '#db/client.ts';
import { findPlanned } from '#db/meetings/write.ts';
import { type EditionState, touchDraft } from '#db/programme/write.ts';
import { countSessions, putInEdition, type SessionDetails } from '#db/programme/write-sessions.ts';
import { inTransaction } from '#db/transaction.ts';
import { planWithin } from '#server/meetings/plan-meeting.ts';
import { applyTemplateToNew } from '#server/rapporteurs/apply-template.ts';
import type { Services } from '#server/services.ts';
import type { OrganisedEdition } from './access.ts';
import { holdEdition } from './hold-edition.ts';

/** What an organiser says of a session before it has an hour: cleaned texts within MEETING_LIMITS. */
export interface SessionPlan extends SessionDetails {
  title: string;
  summary: string;
  visibility: Visibility;
  /** Names, as people write them. */
  themes: string[];
  /** ISO 3166-1 alpha-2. */
  countries: string[];
}

export type CreatedSession = { ok: true; slug: string } | { ok: false; reason: 'too_many' };

/**
 * Plans a session of an edition: a draft, some time during the edition, of the edition's group or of another that the viewer
 * organises. `id` comes with the form: the same form sent twice creates one session.
 */
export async function createSession(
  services: Services,
  {
    viewer,
    scope,
    group = scope,
    id,
    session,
  }: { viewer: Viewer; scope: OrganisedEdition; group?: { groupId: string }; id: string; session: SessionPlan },
): Promise<CreatedSession> {
  const now = services.clock.now().toString();
  return inTransaction(services.db, async (trx): Promise<CreatedSession> => {
    const edition = await holdEdition(trx, scope.editionId);
    const sent = await findPlanned(trx, id);
    if (!sent && (await countSessions(trx, scope.editionId)) >= EDITION_LIMITS.sessions) return { ok: false, reason: 'too_many' };
    const created = await createWithin(trx, { viewer, edition, editionId: scope.editionId, groupId: group.groupId, id, session, now });
    if (!sent) await touchDraft(trx, scope.editionId);
    return { ok: true, slug: created.slug };
  });
}

/** The same inside a transaction that holds the edition and goes on to write. */
export async function createWithin(
  trx: Trx,
  {
    viewer,
    edition,
    editionId,
    groupId,
    id,
    session,
    now,
  }: { viewer: Viewer; edition: EditionState; editionId: string; groupId: string; id: string; session: SessionPlan; now: string },
): Promise<{ slug: string }> {
  const { languages, capacity, ...said } = session;
  const plan: MeetingPlan = {
    ...{ ...said, kind: 'session', when: duringEdition(edition), timeZone: edition.timeZone },
    ...{ placeName: edition.place, placeAddress: '', placeAccess: '', onlineUrl: '' },
  };
  const group = { groupId, can: { organise: true, seeMembers: true } } as const;
  const sent = await findPlanned(trx, id);
  const { slug } = await planWithin(trx, { viewer, scope: group, id, plan, announce: false, now });
  if (!sent) {
    await putInEdition(trx, id, editionId, { languages, capacity });
    await applyTemplateToNew(trx, { editionId, meetingId: id, now });
  }
  return { slug };
}

/** What is known of a session without an hour: the days of its edition, to be confirmed. */
export function duringEdition({ startsOn, endsOn }: Pick<EditionState, 'startsOn' | 'endsOn'>): When {
  return startsOn === endsOn
    ? { kind: 'day', day: startsOn, toConfirm: true }
    : { kind: 'span', from: startsOn, to: endsOn, toConfirm: true };
}
