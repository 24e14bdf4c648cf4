import type { DateVote, PollDate } from '#app/model/date-polls.ts';
import type { DemoPersonKey } from './network.ts';

/** Fixed, so that its page keeps its address. */
export const CLIMATE_POLL = '01990000-0000-7000-8000-0000c11ac011';

const HOURS = ['16:00', '10:00', '16:00', '16:00', '15:00'];

/** Two weeks for the answers; five dates, Tuesdays and Thursdays from the second Tuesday of the third month ahead. */
export function climateDates(today: Temporal.PlainDate): { deadline: string; dates: PollDate[] } {
  const month = today.add({ months: 3 }).with({ day: 1 });
  const tuesday = month.add({ days: ((2 - month.dayOfWeek + 7) % 7) + 7 });
  const dates = [0, 2, 7, 9, 14].map((days, index) => ({ day: tuesday.add({ days }).toString(), starts: HOURS[index] ?? null }));
  return { deadline: today.add({ days: 14 }).toString(), dates };
}

/** People of other groups who are asked as well. */
export const CLIMATE_GUESTS = ['acosta', 'rojas'] as const satisfies readonly DemoPersonKey[];
/** No date suits without the elected member who chairs. */
export const CLIMATE_CHAIR = 'fauconnet' satisfies DemoPersonKey;

const SIGNS: Record<string, DateVote> = { y: 'yes', m: 'if_needed', n: 'no' };
// one sign a date, in their order; '.' is nothing said yet
const SAID = {
  ...{ belhadj: 'ynyym', etcheverry: 'nyymn', fauconnet: 'ynymy', roussel: 'ymyyn', agesilas: 'mnyyn', quintero: 'ymynn' },
  ...{ castaing: 'nnyym', lacombe: 'yyymn', thebaud: 'nmymy', delorme: 'ynnyn', kerdoncuff: 'ymyny', robledo: 'ynym.' },
} as const satisfies Partial<Record<DemoPersonKey, string>>;

/** What people of the demo said of the dates, in the order in which they did; null: nothing of that date. */
export const CLIMATE_VOTES = Object.entries(SAID).map(([key, signs]) => ({
  key: key as DemoPersonKey,
  votes: [...signs].map((sign) => SIGNS[sign] ?? null),
}));
