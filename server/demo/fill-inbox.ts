import { fullNameOf } from '#app/model/attendance.ts';
import { findSilentInvitees } from '#db/demo/read-silent.ts';
import { uidOf } from '#server/calendar/event.ts';
import { sendAnswer } from '#server/inbox/answer-from-demo.ts';
import type { Services } from '#server/services.ts';

/** Mail that came in for the demo's next meeting: two calendars said « perhaps », one of them with words. */
export async function fillInbox(services: Services): Promise<void> {
  const meeting = await findSilentInvitees(services.db, { now: services.clock.now().toString(), limit: 2 });
  if (!meeting) return;
  const { id, sequence, invitees } = meeting;
  for (const [nth, { email, ...names }] of invitees.entries())
    await sendAnswer(services, {
      ...{ uid: uidOf(id, services.env.appUrl), sequence, partstat: 'TENTATIVE', from: { address: email ?? '', name: fullNameOf(names) } },
      comment: nth === 0 ? 'Je confirme la semaine prochaine, selon le calendrier du conseil.' : '',
    });
}
