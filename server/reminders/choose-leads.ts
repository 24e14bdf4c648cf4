import { REMINDER_LEADS, type ReminderLead } from '#app/model/mail-preferences.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { recordAudit } from '#db/audit/write.ts';
import { findMeetingLeads } from '#db/reminders/read.ts';
import { putMeetingLeads } from '#db/reminders/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import { holdMeeting } from '#server/meetings/hold-meeting.ts';
import type { Services } from '#server/services.ts';

export type LeadsChosen = { ok: true } | { ok: false; reason: 'conflict' };

/**
 * What organisers want for one meeting: these reminders for everybody, or (null) each reader's own choice. Nobody loses
 * what they chose for themselves, and nobody is reminded who refused reminders. `before`: what the form was filled from.
 */
export async function chooseLeads(
  services: Services,
  {
    viewer,
    scope,
    leads,
    before,
  }: { viewer: Viewer; scope: OrganisedMeeting; leads: ReminderLead[] | null; before: ReminderLead[] | null },
): Promise<LeadsChosen> {
  const { meetingId } = scope;
  const now = services.clock.now().toString();
  return inTransaction<LeadsChosen>(services.db, async (trx) => {
    await holdMeeting(trx, meetingId);
    const stored = await findMeetingLeads(trx, scope);
    if (same(stored, leads)) return { ok: true };
    if (!same(stored, before)) return { ok: false, reason: 'conflict' };
    await putMeetingLeads(trx, { meetingId, leads, now });
    await recordAudit(trx, {
      ...{ personId: viewer.personId, action: 'meeting.reminders', subjectType: 'meeting', subjectId: meetingId },
      detail: { leads },
    });
    return { ok: true };
  });
}

function same(one: ReminderLead[] | null, other: ReminderLead[] | null): boolean {
  if (one === null || other === null) return one === other;
  return REMINDER_LEADS.every((lead) => one.includes(lead) === other.includes(lead));
}
