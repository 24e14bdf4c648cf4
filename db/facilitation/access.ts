import type { AttendanceRole } from '#app/model/attendance.ts';
import type { Executor } from '#db/client.ts';

// What gates ask before there is a scope. Only server/*/access.ts imports this file.

/** The roles that somebody holds at a meeting, by their attendance. */
export async function findRoles(db: Executor, attendanceId: string): Promise<AttendanceRole[]> {
  const row = await db.selectFrom('attendances').select('roles').where('id', '=', attendanceId).executeTakeFirst();
  return row?.roles ?? [];
}
