import type { AttendanceRole, NotesAccess } from '#app/model/attendance.ts';
import { guessOrganisationKind } from '#app/model/directory.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { lockAttendance, updateRecord } from '#db/attendance/write.ts';
import { recordAudit } from '#db/audit/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { OrganisedMeeting } from '#server/meetings/access.ts';
import type { Services } from '#server/services.ts';

/** As they were that day; texts are clean (cleanLine), at least one role. */
export interface AttendanceAsOfThatDay {
  function: string;
  organisationName: string;
  roles: AttendanceRole[];
  notesAccess: NotesAccess;
}

export type EditedAttendance = { ok: true } | { ok: false; reason: 'gone' };

/** Corrects what the list of one meeting says of somebody; the directory and other meetings keep what they say. */
export async function editAttendance(
  services: Services,
  { viewer, scope, attendanceId, edit }: { viewer: Viewer; scope: OrganisedMeeting; attendanceId: string; edit: AttendanceAsOfThatDay },
): Promise<EditedAttendance> {
  const { meetingId } = scope;
  const edited = await inTransaction(services.db, async (trx) => {
    const before = await lockAttendance(trx, { meetingId, attendanceId });
    if (!before) return null;
    const organisationKind = guessOrganisationKind(edit.organisationName);
    // the kind that the directory knows is better than the guess, as long as the organisation is the same
    const moved = before.organisationName !== edit.organisationName;
    await updateRecord(trx, { meetingId, attendanceId, record: { ...edit, ...(moved && { organisationKind }) } });
    await recordAudit(trx, {
      personId: viewer.personId,
      action: 'attendance.edit',
      subjectType: 'meeting',
      subjectId: meetingId,
      detail: { attendanceId, roles: edit.roles, notesAccess: edit.notesAccess },
    });
    return {
      personId: before.personId,
      accessMoved: before.notesAccess !== edit.notesAccess || reports(before.roles) !== reports(edit.roles),
    };
  });
  if (!edited) return { ok: false, reason: 'gone' };
  services.live.changed(meetingId, 'attendance');
  if (edited.accessMoved) services.live.accessChanged({ personId: edited.personId });
  return { ok: true };
}

/** Rapporteurs may do more than others who attend. */
const reports = (roles: readonly AttendanceRole[]) => roles.includes('rapporteur');
