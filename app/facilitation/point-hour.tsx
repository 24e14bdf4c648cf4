import { placePoints } from '#app/model/meeting-pace.ts';
import type { Live } from '#app/notes/load-live.server.ts';
import { hourOf } from './time-words.ts';
import { useMoment } from './use-steps.ts';

/** When a point was begun, or will be: « 16 h 51 »; '' when nobody can say. Draws again when the minute is another. */
export function PointHour({ live, pointId }: { live: Live; pointId: string }) {
  return useMoment((at) => {
    const moment = placesAt(live, at).points.find(({ id }) => id === pointId)?.at ?? null;
    return moment === null ? '' : hourOf(moment, live.meeting.timeZone);
  });
}

/** The end of the meeting, as far as anybody can say. */
export function useEnd(live: Live): string {
  return useMoment((at) => {
    const { endsAt } = placesAt(live, at);
    return endsAt === null ? '' : hourOf(endsAt, live.meeting.timeZone);
  });
}

function placesAt({ facilitation, points, meeting }: Live, at: number) {
  return placePoints(facilitation, points, { at, plannedStart: meeting.plannedStart === null ? null : Date.parse(meeting.plannedStart) });
}
