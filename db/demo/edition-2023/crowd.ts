import type { OrganisationKind } from '#app/model/directory.ts';
import { SESSIONS } from '../edition-2023.ts';
import { type DemoPersonKey, ORGANISATIONS, PEOPLE } from '../network.ts';
import { CROWD_ORGANISATIONS, type CrowdOrganisation, FAMILY_NAMES, FUNCTIONS, GIVEN_NAMES, OTHER_FUNCTIONS } from './crowd-names.ts';
import { slugOf } from './meetings.ts';
import type { DemoSession } from './session.ts';

/** Everything that is drawn is drawn from it: another one makes another crowd. */
export const CROWD_SEED = 20_230_918;
const CROWD_SIZE = 120;

/** Somebody who registered for the edition. */
export interface CrowdPerson {
  /** Of the network's people; null: nobody knew them before. */
  key: DemoPersonKey | null;
  givenName: string;
  familyName: string;
  function: string;
  organisation: readonly [name: string, kind: OrganisationKind, country: string];
  category: 'member' | 'partner' | 'speaker' | 'press';
  cameAs: 'self' | 'delegation' | 'walk_in';
  /** Slugs of the meetings that they chose, and of those where they were. */
  chose: string[];
  cameTo: string[];
  /** Days on which they came in by the entrance. */
  days: string[];
}

/** Those who have a part in the programme, then about a hundred and twenty who came to listen; the same at every call. */
export function crowdOf(seed = CROWD_SEED): CrowdPerson[] {
  const random = mulberry32(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const taken = new Set<string>();
  const listeners = Array.from({ length: CROWD_SIZE }, (_, index): CrowdPerson => {
    let [givenName, familyName] = [pick(GIVEN_NAMES), pick(FAMILY_NAMES)];
    while (taken.has(`${givenName} ${familyName}`)) [givenName, familyName] = [pick(GIVEN_NAMES), pick(FAMILY_NAMES)];
    taken.add(`${givenName} ${familyName}`);
    // each organisation sends somebody before any sends a second
    const organisation: CrowdOrganisation = CROWD_ORGANISATIONS[index] ?? pick(CROWD_ORGANISATIONS);
    const [, kind] = organisation;
    const walkedIn = random() < 0.06;
    const chose = walkedIn ? [] : choices(random, pick);
    const came = walkedIn || random() < 0.86;
    const cameTo = came ? [...chose.filter(() => random() < 0.9), ...(walkedIn ? choices(random, pick) : [])] : [];
    return {
      ...{ key: null, givenName, familyName, organisation, chose, cameTo },
      function: pick(FUNCTIONS[kind] ?? OTHER_FUNCTIONS),
      category: ['commune', 'intercommunality', 'department', 'region'].includes(kind) ? 'member' : random() < 0.1 ? 'press' : 'partner',
      cameAs: walkedIn ? 'walk_in' : random() < 0.2 ? 'delegation' : 'self',
      days: came ? daysOf(cameTo, random) : [],
    };
  });
  return [...participants(), ...listeners];
}

/** The plenary, more often than not, and at most one session of each hour. */
function choices(random: () => number, pick: <T>(list: readonly T[]) => T): string[] {
  const byHour = Map.groupBy(SESSIONS, ({ start }) => start);
  return [...byHour.values()].flatMap((parallel) => (random() < (parallel.length === 1 ? 0.85 : 0.62) ? [slugOf(pick(parallel))] : []));
}

/** Of the sessions they were at; who came for none came for the people, on the first day. */
function daysOf(cameTo: readonly string[], random: () => number): string[] {
  const days = new Set(SESSIONS.filter((session) => cameTo.includes(slugOf(session))).map(({ start }) => start.slice(0, 10)));
  if (days.size === 0) days.add(random() < 0.8 ? '2023-09-18' : '2023-09-19');
  return [...days].toSorted();
}

/** Whoever has a role, with the sessions in which they have it. */
function participants(): CrowdPerson[] {
  const parts = new Map<DemoPersonKey, DemoSession[]>();
  for (const session of SESSIONS)
    for (const key of new Set([...(session.chairs ?? []), ...session.facilitators, ...session.speakers, session.rapporteur]))
      parts.set(key, [...(parts.get(key) ?? []), session]);
  return [...parts].map(([key, sessions]): CrowdPerson => {
    const { given: givenName, family: familyName, function: role, organisation } = PEOPLE[key];
    const slugs = sessions.map(slugOf);
    return {
      ...{ key, givenName, familyName, function: role, organisation: ORGANISATIONS[organisation] },
      ...{ category: 'speaker', cameAs: 'self', chose: slugs, cameTo: slugs },
      days: [...new Set(sessions.map(({ start }) => start.slice(0, 10)))].toSorted(),
    };
  });
}

/** A small generator of numbers in [0, 1), the same for the same seed everywhere. */
function mulberry32(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
