import { isConfirmed } from '#app/model/outbox.ts';
import type { ProgrammeChange } from '#app/model/programme-changes.ts';
import type { Clash } from '#app/model/programme-clashes.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { findMeeting } from '#db/meetings/read.ts';
import { readDraft } from '#db/programme/read-draft.ts';
import { touchDraft } from '#db/programme/write.ts';
import { publishPlace } from '#db/programme/write-sessions.ts';
import { insertVersion } from '#db/programme/write-versions.ts';
import { inTransaction } from '#db/transaction.ts';
import { editWithin } from '#server/meetings/edit-meeting.ts';
import { holdMeeting } from '#server/meetings/hold-meeting.ts';
import type { Services } from '#server/services.ts';
import { type OrganisedEdition, sessionOfEdition } from './access.ts';
import { holdEdition } from './hold-edition.ts';
import { planPublication } from './plan-publication.ts';

export type PublishedProgramme =
  | { ok: true; number: number; changes: ProgrammeChange[]; mails: number }
  /** The draft changed, or somebody published it, since the preview was read. */
  | { ok: false; reason: 'changed_since' }
  /** The draft says what is published already. */
  | { ok: false; reason: 'nothing' }
  /** Something clashes, and the organiser did not say that they know. */
  | { ok: false; reason: 'clashes'; clashes: Clash[] }
  /** So many mails would leave, which is not the number that was confirmed. */
  | { ok: false; reason: 'count_changed'; count: number };

export interface PublishRequest {
  viewer: Viewer;
  scope: OrganisedEdition;
  /** editions.programme_revision of the preview: what is published is what was read. */
  programmeRevision: number;
  /** What the organiser says of it; cleaned, within EDITION_LIMITS. */
  note: string;
  /** They read what clashes. */
  clashesKnown: boolean;
  /** How many mails they saw. */
  confirmed?: number | null;
}

/**
 * Publishes the draft of a programme: its sessions are announced or moved by the verbs that do so for every meeting, in one
 * transaction, so that invitations, feeds and calendars say the same, and the version is kept with what changed. Of two
 * organisers who publish at once one does, and the other is told.
 */
export async function publishProgramme(services: Services, request: PublishRequest): Promise<PublishedProgramme> {
  const { viewer, scope, note } = request;
  const { editionId } = scope;
  const by = viewer.personId;
  const touched: string[] = [];
  const published = await inTransaction(services.db, async (trx): Promise<PublishedProgramme> => {
    const edition = await holdEdition(trx, editionId);
    if (edition.programmeRevision !== request.programmeRevision) return { ok: false, reason: 'changed_since' };
    const draft = await readDraft(trx, scope);
    // in one order, so that two publications of editions that share people never wait for each other
    for (const { id } of draft.sessions.toSorted((a, b) => (a.id < b.id ? -1 : 1))) await holdMeeting(trx, id);
    const { content, changes, clashes, steps, mails, lastNumber } = await planPublication(trx, services, { scope, edition, draft });
    if (changes.length === 0 && steps.every(({ current }) => current.status !== 'draft')) return { ok: false, reason: 'nothing' };
    if (clashes.length > 0 && !request.clashesKnown) return { ok: false, reason: 'clashes', clashes };
    if (!isConfirmed(mails, request.confirmed ?? null)) return { ok: false, reason: 'count_changed', count: mails };
    for (const { session, plan } of steps) {
      const current = await findMeeting(trx, sessionOfEdition(scope, session.id));
      const { changed } = await editWithin(trx, services, { by, current, plan, announce: true });
      await publishPlace(trx, session.id, session);
      if (changed.length > 0) touched.push(session.id);
    }
    const number = lastNumber + 1;
    const publishedAt = services.clock.now().toString();
    await insertVersion(trx, { editionId, number, publishedAt, publishedBy: by, note, content, changes });
    // a second press of the button, or a colleague’s, meets a draft that is no longer the one they read
    await touchDraft(trx, editionId);
    await recordAudit(trx, {
      ...{ personId: by, action: 'edition.publish_programme', subjectType: 'edition', subjectId: editionId },
      detail: { number, changes: changes.length, mails },
    });
    return { ok: true, number, changes, mails };
  });
  for (const meetingId of touched) {
    services.live.changed(meetingId, 'meeting');
    services.live.accessChanged({ meetingId });
  }
  return published;
}
