import type { CalendarMeeting } from '#app/model/calendar.ts';

export const APP_URL = 'https://tertulia.example';

/** A meeting as the feeds read it: 20 June 2022, 16:30 to 18:00 in Paris. */
export function calendarMeeting(given: Partial<CalendarMeeting> = {}): CalendarMeeting {
  return {
    id: '01890000-0000-7000-8000-000000000001',
    slug: '2022-06-20-point-amerique-latine',
    title: 'Point Amérique latine',
    summary: 'Un tour de table des projets en cours.',
    status: 'scheduled',
    edtf: '2022-06-20T16:30/2022-06-20T18:00',
    timeZone: 'Europe/Paris',
    placeName: 'Cité des Sciences',
    placeAddress: '30 avenue Corentin-Cariou, Paris',
    placeAccess: '',
    online: false,
    onlineUrl: '',
    cancelReason: '',
    sequence: 2,
    createdAt: '2022-05-01T08:00:00Z',
    changedAt: '2022-05-02T09:30:00.123456Z',
    themes: ['Climat'],
    hasMinutes: false,
    answer: null,
    ...given,
  };
}
