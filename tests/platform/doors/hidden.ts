import { type Fields, fieldOf, type Visitor } from './knock.ts';

/** A word that only what is hidden contains. */
export const HIDDEN_WORD = 'Zyxomme';

export interface Hidden {
  group: string;
  /** For the group's members. */
  meeting: string;
  draft: string;
  /** What forms of the meeting name. */
  attendance: string;
  person: string;
  item: string;
  /** Of the group's meetings. */
  series: string;
  /** Past minutes that are being looked through. */
  import: string;
  /** Events of others that the group keeps to itself: one entered by hand, and a calendar whose address may be a secret. */
  event: string;
  calendar: string;
  /** A poll about dates in which only the organiser is asked. */
  poll: string;
}

const MEETING: Fields = {
  ...{ title: `Réunion ${HIDDEN_WORD}`, kind: 'group_meeting', otherThemes: `Thème ${HIDDEN_WORD}`, timeZone: 'Europe/Paris' },
  ...{ whenKind: 'time', day: '2031-05-12', start: '10:00', endDay: '2031-05-12', end: '11:00', countries: 'AX', visibility: 'members' },
  ...{ placeName: `Salle ${HIDDEN_WORD}`, placeAddress: '', placeAccess: '', onlineUrl: 'https://zoom.example/zyxomme', summary: '' },
};

const SERIES: Fields = {
  ...{ ...MEETING, title: `Série ${HIDDEN_WORD}`, otherThemes: '', pattern: 'weekday', nth: '3', monthlyDay: '2', months: '1' },
  ...{ from: '2031-01-01', start: '15:00', minutes: '90', endKind: 'count', times: '2', invite: 'none' },
  ...{ seen: '2031-01-21,2031-02-18', keep: ['2031-01-21', '2031-02-18'], pointTitle: '', pointKind: 'opening', pointMinutes: '' },
};

/** What the demo's organiser keeps from everybody else: a group for its members, a meeting of it and a draft, with one person invited. */
export async function hideThings(organiser: Visitor): Promise<Hidden> {
  const id = fieldOf(await organiser.get('/groups/new'), 'id');
  const made = await organiser.post('/groups/new', {
    ...{
      id,
      name: `Groupe ${HIDDEN_WORD}`,
      kind: 'thematic',
      country: '',
      description: '',
      visibility: 'members',
      timeZone: 'Europe/Paris',
    },
  });
  const group = part(made.location, 2);
  const plan = async (intent: string) => {
    const path = `/meetings/new?group=${group}`;
    const planned = await organiser.post(path, { ...MEETING, id: fieldOf(await organiser.get(path), 'id'), intent });
    return part(planned.location, 2);
  };
  const meeting = await plan('publish');
  const draft = await plan('draft');
  const agenda = `/meetings/${meeting}/agenda`;
  const item = fieldOf(await organiser.get(agenda), 'item');
  await organiser.post(agenda, {
    ...{ intent: 'add', item, title: `Point ${HIDDEN_WORD}`, kind: 'discussion', duration: '10', summary: '' },
  });
  const attendees = `/meetings/${meeting}/attendees`;
  const person = crypto.randomUUID();
  await organiser.post(attendees, {
    ...{
      intent: 'invite-new',
      id: person,
      givenName: 'Ada',
      familyName: HIDDEN_WORD,
      function: '',
      organisation: `Ville de ${HIDDEN_WORD}`,
    },
    ...{ email: 'ada@zyxomme.example', role: 'participant' },
  });
  const rules = `/groups/${group}/series/new`;
  const series = await organiser.post(rules, { ...SERIES, id: fieldOf(await organiser.get(rules), 'id'), intent: 'publish' });
  const imports = `/imports/new?group=${group}`;
  const started = await organiser.post(imports, {
    id: fieldOf(await organiser.get(imports), 'id'),
    text: `Compte rendu ${HIDDEN_WORD}\n\nAda ${HIDDEN_WORD}, directrice à la ville de ${HIDDEN_WORD} :\nNous avons parlé.`,
  });
  const read = part(started.location, 2);
  const outside = `/groups/${group}/outside-events`;
  const [event, calendar] = [crypto.randomUUID(), crypto.randomUUID()];
  await organiser.post(`${outside}/new`, { id: event, title: `Forum ${HIDDEN_WORD}`, whenKind: 'unknown', timeZone: 'Europe/Paris' });
  await organiser.post(outside, { id: calendar, address: 'https://zyxomme.example/secret.ics', name: `Agenda ${HIDDEN_WORD}` });
  const polls = `/groups/${group}/polls/new`;
  const form = await organiser.get(polls);
  const today = Temporal.Now.plainDateISO('Europe/Paris');
  const asked = await organiser.post(polls, {
    ...{ intent: 'open', id: fieldOf(form, 'id'), title: `Sondage ${HIDDEN_WORD}`, duration: '60', timeZone: 'Europe/Paris' },
    ...{ day: today.add({ days: 60 }).toString(), starts: '', deadline: today.add({ days: 30 }).toString() },
    ...{ person: fieldOf(form, 'person'), expected: '0' },
  });
  const poll = part(asked.location, 2);
  const also = { poll, series: part(series.location, 2), import: read, event, calendar };
  return { group, meeting, draft, item, person, ...also, attendance: fieldOf(await organiser.get(attendees), 'attendanceId') };
}

const part = (address: string, at: number) => address.replace(/\?.*/, '').split('/')[at] ?? '';
