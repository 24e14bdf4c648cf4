import { guessOrganisationKind } from '#app/model/directory.ts';
import type { SpeakerScope } from '#app/model/scope.ts';
import { recordAudit } from '#db/audit/write.ts';
import { holdSpeaker, writeAbout, writeAsInEdition } from '#db/speakers/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';

/** Clean, within SPEAKER_LIMITS. */
export interface SpeakerDetails {
  givenName: string;
  familyName: string;
  function: string;
  organisation: string;
  about: string;
}

export type SavedDetails = { ok: true } | { ok: false; reason: 'conflict' };

/**
 * Who a speaker is in this edition, and their text. The lists of its sessions say so at once, as they would be written that
 * day; the directory keeps what it says, since a link in a mail is no proof of who somebody is for all the network: organisers
 * see the difference on their page and take it over with one look. `revision`: the one that the form was filled from.
 */
export async function saveDetails(
  services: Services,
  scope: SpeakerScope,
  { revision, details }: { revision: number; details: SpeakerDetails },
): Promise<SavedDetails> {
  const { about, organisation, ...as } = details;
  const now = services.clock.now().toString();
  const changed = await inTransaction<string[] | null>(services.db, async (trx) => {
    const kept = await holdSpeaker(trx, scope);
    // 0: the form was filled before there was a row, which begins with 1
    if (kept.revision !== Math.max(revision, 1)) return null;
    await writeAbout(trx, scope, { about, detailsAt: now });
    const record = { ...as, organisationName: organisation, organisationKind: guessOrganisationKind(organisation) };
    const meetings = await writeAsInEdition(trx, scope, record);
    await recordAudit(trx, {
      ...{ personId: scope.personId, action: 'speaker.details', subjectType: 'edition', subjectId: scope.editionId },
      detail: { sessions: meetings.length },
    });
    return meetings;
  });
  for (const meetingId of changed ?? []) services.live.changed(meetingId, 'attendance');
  return changed ? { ok: true } : { ok: false, reason: 'conflict' };
}
