import type { LiveState, LiveStates } from '#app/model/notes-protocol.ts';
import { readFacilitation } from '#server/facilitation/read-facilitation.ts';
import { readLivePolls } from '#server/live-polls/read-live-polls.ts';
import type { Services } from '#server/services.ts';

type StateTopic = keyof LiveStates;

const READERS: Record<StateTopic, (services: Services, meetingId: string) => Promise<LiveState>> = {
  facilitation: async (services, meetingId) => ({ topic: 'facilitation', state: await readFacilitation(services, meetingId) }),
  polls: async (services, meetingId) => ({ topic: 'polls', state: await readLivePolls(services, meetingId) }),
};
const TOPICS = Object.keys(READERS) as StateTopic[];

export const isStateTopic = (topic: string): topic is StateTopic => Object.hasOwn(READERS, topic);

/** Whoever has the notes of a meeting open in this process. */
export interface Readers {
  areThere(meetingId: string): boolean;
  tell(meetingId: string, state: LiveState): void;
  tellOne(meetingId: string, socketId: string, state: LiveState): void;
}

interface Due {
  meetingId: string;
  topic: StateTopic;
  everybody: boolean;
  /** Sockets that just came: told what they may have missed since their page was made. */
  newcomers: Set<string>;
}

const EVERY_MS = 250;

/**
 * Tells the content of some topics instead of only that it changed: five hundred readers who each asked for it at every vote
 * would be five hundred requests. It is read once for all of them, at the first change at once, then at most four times a
 * second for each meeting and topic, and not at all where nobody reads.
 */
export class LiveStatePush {
  private readonly services: Services;
  private readonly readers: Readers;
  private readonly due = new Map<string, Due>();
  private stopped = false;

  constructor(services: Services, readers: Readers) {
    this.services = services;
    this.readers = readers;
  }

  changed(meetingId: string, topic: StateTopic): void {
    this.ask(meetingId, topic, (due) => {
      due.everybody = true;
    });
  }

  /** Somebody opened the notes; what changed between the making of their page and now, they were not told. */
  came(meetingId: string, socketId: string): void {
    for (const topic of TOPICS) this.ask(meetingId, topic, (due) => due.newcomers.add(socketId));
  }

  /** What changed may not have been told to this process. */
  refresh(meetingId: string): void {
    for (const topic of TOPICS) this.changed(meetingId, topic);
  }

  stop(): void {
    this.stopped = true;
  }

  private ask(meetingId: string, topic: StateTopic, mark: (due: Due) => void): void {
    if (this.stopped || !this.readers.areThere(meetingId)) return;
    const key = `${topic} ${meetingId}`;
    const known = this.due.get(key);
    const due: Due = known ?? { meetingId, topic, everybody: false, newcomers: new Set() };
    mark(due);
    if (known) return;
    this.due.set(key, due);
    void this.readInTurn(key, due);
  }

  /** One read after the other, so that nobody is told an older state after a newer one. */
  private async readInTurn(key: string, due: Due): Promise<void> {
    while (!this.stopped && (due.everybody || due.newcomers.size > 0)) {
      const next = after(EVERY_MS);
      await this.read(due);
      await next;
    }
    this.due.delete(key);
  }

  private async read(due: Due): Promise<void> {
    const { meetingId, topic, everybody } = due;
    const newcomers = [...due.newcomers];
    due.everybody = false;
    due.newcomers.clear();
    if (!this.readers.areThere(meetingId)) return;
    try {
      const state = await READERS[topic](this.services, meetingId);
      if (everybody) this.readers.tell(meetingId, state);
      else for (const socketId of newcomers) this.readers.tellOne(meetingId, socketId, state);
    } catch (error) {
      this.services.log.error('The state of a meeting could not be read; trying again', {
        meeting: meetingId,
        topic,
        error: String(error),
      });
      due.everybody ||= everybody;
      for (const socketId of newcomers) due.newcomers.add(socketId);
    }
  }
}

function after(milliseconds: number): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  setTimeout(resolve, milliseconds).unref();
  return promise;
}
