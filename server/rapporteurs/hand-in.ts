import { countWords } from '#app/model/count-words.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { findReport } from '#db/rapporteurs/read-report.ts';
import { clearHandedIn, putFindings, putHandedIn } from '#db/rapporteurs/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { ArrangedMeeting, OrganisedMeeting } from '#server/meetings/access.ts';
import { holdMeeting } from '#server/meetings/hold-meeting.ts';
import { findFindings } from '#server/minutes/checker/find-findings.ts';
import { readNotesWithin } from '#server/notes/read-notes.ts';
import type { OrganisedEdition } from '#server/programme/access.ts';
import type { Services } from '#server/services.ts';
import { sessionOfEdition } from './access.ts';

export type HandedIn =
  /** `findings`: what the checker still finds, for the organisers to know. */
  | { ok: true; findings: number }
  /** « empty »: nothing is written · « settled »: the minutes went on already. */
  | { ok: false; reason: 'empty' | 'settled' };

/** « Remis »: the rapporteur is done, and is reminded no more. It approves nothing, and they may still correct. Twice is as good as once. */
export async function handIn(services: Services, { viewer, scope }: { viewer: Viewer; scope: ArrangedMeeting }): Promise<HandedIn> {
  const { meetingId } = scope;
  const findings = (await findFindings(services, scope)).length;
  const at = services.clock.now().toString();
  const handed = await inTransaction<HandedIn>(services.db, async (trx) => {
    await holdMeeting(trx, meetingId);
    const { minutes } = await findReport(trx, scope);
    if (minutes !== 'draft') return { ok: false, reason: 'settled' };
    if (countWords((await readNotesWithin(trx, meetingId)).flatMap(({ blocks }) => blocks)) === 0) return { ok: false, reason: 'empty' };
    const byName = `${viewer.givenName} ${viewer.familyName}`.trim();
    await putFindings(trx, { meetingId, findings, at });
    if (await putHandedIn(trx, { meetingId, at, by: viewer.personId, byName }))
      await recordAudit(trx, {
        ...{ personId: viewer.personId, action: 'report.hand_in', subjectType: 'meeting', subjectId: meetingId, detail: { findings } },
      });
    return { ok: true, findings };
  });
  if (handed.ok) services.live.changed(meetingId, 'minutes');
  return handed;
}

/** Back into the hands of the rapporteur, who asks for it or whom an organiser asks. */
export async function takeBack(services: Services, { viewer, scope }: { viewer: Viewer; scope: ArrangedMeeting }): Promise<void> {
  const { meetingId } = scope;
  const taken = await inTransaction(services.db, async (trx) => {
    await holdMeeting(trx, meetingId);
    const cleared = await clearHandedIn(trx, meetingId);
    if (cleared)
      await recordAudit(trx, { personId: viewer.personId, action: 'report.take_back', subjectType: 'meeting', subjectId: meetingId });
    return cleared;
  });
  if (taken) services.live.changed(meetingId, 'minutes');
}

/** Lets the checker look at one session anew, and keeps how much it found for the board. */
export async function checkSession(services: Services, scope: ArrangedMeeting | OrganisedMeeting): Promise<number> {
  const findings = (await findFindings(services, scope)).length;
  const at = services.clock.now().toString();
  await inTransaction(services.db, (trx) => putFindings(trx, { meetingId: scope.meetingId, findings, at }));
  return findings;
}

/** The same for several sessions of an edition, one after the other: each is composed whole. */
export async function checkSessions(
  services: Services,
  { edition, sessions }: { edition: OrganisedEdition; sessions: readonly { id: string; groupId: string }[] },
): Promise<void> {
  for (const session of sessions) await checkSession(services, sessionOfEdition(edition, session));
}
