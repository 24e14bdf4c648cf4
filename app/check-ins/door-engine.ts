import { readBadge } from '#app/model/badge-code.ts';
import type { CheckKind } from '#app/model/check-ins.ts';
import type { DoorEvent, DoorPerson, Presence, WalkIn } from '#app/model/door-protocol.ts';
import { createStore, type Store } from '#app/notes/store.ts';
import type { DoorVerdict } from './door-verdict.ts';
import { hashBadge } from './hash-badge.ts';
import { insideNow } from './inside-now.ts';
import { keepInStep, type Steps } from './keep-in-step.ts';
import { type KeptCheck, type KeptDoor, openKeptDoor } from './kept-door.ts';

export interface DoorFacts {
  token: string;
  name: string;
  editionSlug: string;
  timeZone: string;
  startsOn: string;
  endsOn: string;
}

/** What the screen shows. */
export interface DoorView {
  /** false: what the phone kept is still being read. */
  ready: boolean;
  keeps: boolean;
  door: KeptDoor;
  waiting: KeptCheck[];
  refused: KeptCheck[];
  verdict: DoorVerdict | null;
  /** The check that « annuler » takes back. */
  last: { id: string; name: string } | null;
  /** Of the last exchange with the server. */
  online: boolean;
  /** Rises with each answer, so that the same words are said again. */
  turn: number;
}

const NOTHING: KeptDoor = { list: null, day: null, change: 0, presences: new Map(), counts: null, revoked: false };
/** A badge is read many times while it is held before the camera. */
const SAME_SCAN_MS = 60_000;

export interface DoorEngine {
  view: Store<DoorView>;
  scan(text: string, kind: CheckKind): Promise<void>;
  /** By name; `anyway`: whoever keeps the door lets them in all the same. */
  check(person: DoorPerson, kind: CheckKind, anyway: boolean): Promise<void>;
  walkIn(person: WalkIn): Promise<void>;
  undo(): Promise<void>;
  /** The refused ones were read. */
  dismissRefused(): Promise<void>;
  start(): () => void;
}

/** All that a door does on a phone, without its screen: notes at once, on the phone; sends when it can; forgets when told to. */
export function createDoorEngine(facts: DoorFacts): DoorEngine {
  const keeper = openKeptDoor(facts.token);
  const view = createStore<DoorView>({
    ...{ ready: false, keeps: true, door: NOTHING, waiting: [], refused: [], verdict: null, last: null, online: true, turn: 0 },
  });
  const set = (change: Partial<DoorView>) => view.set({ ...view.get(), ...change });
  const say = (verdict: DoorVerdict) => set({ verdict, turn: view.get().turn + 1 });
  const steps: Steps = keepInStep({ token: facts.token, keeper, view, set });

  function today(): string {
    return new Intl.DateTimeFormat('en-CA', { timeZone: facts.timeZone }).format(Date.now());
  }

  function closed(): 'revoked' | 'early' | 'over' | null {
    if (view.get().door.revoked) return 'revoked';
    if (today() < facts.startsOn) return 'early';
    return today() > facts.endsOn ? 'over' : null;
  }

  /** Where somebody is: what waits here is newer than what the server said. */
  function presenceOf(badge: string): Presence | null {
    const { door, waiting } = view.get();
    const undone = new Set(waiting.flatMap(({ event }) => (event.kind === 'undo' ? [event.of] : [])));
    const own = waiting.findLast(({ event }) => 'badge' in event && event.badge === badge && !undone.has(event.id))?.event;
    if (own) return { badge, at: own.kind === 'in' ? own.at : null, door: facts.name };
    return door.day === today() ? (door.presences.get(badge) ?? null) : null;
  }

  async function note(event: DoorEvent, name: string): Promise<void> {
    const check: KeptCheck = { event, name, refused: null };
    // shown at once; a phone that dies in the next millisecond has not said « bienvenue » yet
    await keeper.add(check);
    set({ waiting: [...view.get().waiting, check], keeps: keeper.keeps() });
    steps.soon();
  }

  async function check(person: DoorPerson, kind: CheckKind, anyway: boolean): Promise<void> {
    const shut = closed();
    if (shut) return say({ kind: shut });
    const presence = presenceOf(person.badge);
    const inside = presence !== null && presence.at !== null;
    if (kind === 'in' && inside && presence.door === facts.name && Date.now() - Date.parse(presence.at ?? '') < SAME_SCAN_MS)
      return say({ kind: 'welcome', person });
    if (kind === 'in' && !inside && person.state !== 'expected' && !anyway) return say({ kind: person.state, person });
    const id = crypto.randomUUID();
    await note({ id, kind, badge: person.badge, at: now(), warned: kind === 'in' && inside }, person.name);
    set({ last: { id, name: person.name } });
    if (kind === 'out') return say({ kind: inside ? 'goodbye' : 'not-in', person });
    return say(inside ? { kind: 'again', person, presence } : { kind: 'welcome', person });
  }

  return {
    view,
    check,
    async scan(text, kind) {
      const read = readBadge(text, facts.editionSlug);
      if (!read.ok) return say({ kind: read.reason });
      const { list } = view.get().door;
      if (!list) return say({ kind: 'no-list' });
      const hash = await hashBadge(list.salt, read.code);
      const found = list.people.filter(({ badge, short }) => (read.short ? short : badge) === hash);
      const [person] = found;
      // two short codes that are the same: the whole one tells
      if (!person || found.length > 1) return say({ kind: closed() ?? 'unknown' });
      return check(person, kind, false);
    },
    async walkIn(person) {
      const shut = closed();
      if (shut) return say({ kind: shut });
      const name = `${person.givenName} ${person.familyName}`.trim();
      const id = crypto.randomUUID();
      await note({ id, kind: 'walk-in', at: now(), person }, name);
      const { counts } = view.get().door;
      const full = counts !== null && counts.capacity !== null && insideNow(view.get()) > counts.capacity;
      set({ last: { id, name } });
      say({ kind: 'walked-in', name, full });
    },
    async undo() {
      const { last } = view.get();
      if (!last) return;
      set({ last: null });
      await note({ id: crypto.randomUUID(), kind: 'undo', at: now(), of: last.id }, last.name);
      say({ kind: 'undone', name: last.name });
    },
    async dismissRefused() {
      const ids = new Set(view.get().refused.map(({ event }) => event.id));
      set({ refused: [] });
      await keeper.forget(ids);
    },
    start() {
      void keeper.load().then(({ door, checks }) => {
        const [waiting, refused] = [checks.filter((one) => !one.refused), checks.filter((one) => one.refused)];
        set({ ready: true, keeps: keeper.keeps(), door: door ?? NOTHING, waiting, refused });
        steps.now();
      });
      return steps.start();
    },
  };
}

const now = () => Temporal.Now.instant().round('millisecond').toString();
