import type { BusEvents } from './bus.ts';
import type { Connection } from './connection.ts';
import type { LiveRooms } from './live-rooms.ts';
import type { LiveStatePush } from './live-states.ts';
import type { NoteRooms } from './note-rooms.ts';

/** What is open in this process. */
export interface OpenHere {
  rooms: NoteRooms;
  connections: Iterable<Connection>;
  states: LiveStatePush;
  /** Readers of open notes. */
  open: { changed(meetingId: string): void };
  /** Tells the sockets of this process, and no other. */
  live: LiveRooms;
  /** Asks the other processes who has the notes of a meeting open there. */
  ask(meetingId: string): void;
}

/** Does here what other processes tell: the same as what this one does about its own changes. */
export function followBus({ rooms, connections, states, open, live, ask }: OpenHere): BusEvents {
  const askWhoIsThere = () => rooms.withAll((room) => ask(room.meetingId));

  /** Whatever may have been told and was not heard, the database knows. */
  function askEverything(): void {
    rooms.withAll((room) => {
      room.catchUpLater();
      states.refresh(room.meetingId);
    });
    for (const connection of connections) {
      connection.askAgain();
      connection.loadAnew();
    }
  }

  return {
    told(notice, sender) {
      switch (notice.kind) {
        case 'rows':
          for (const row of notice.rows) {
            rooms.with(row.meetingId, (room) => room.takeIn(row));
            open.changed(row.meetingId);
          }
          return;
        case 'behind':
          return rooms.with(notice.meetingId, (room) => room.catchUpLater());
        case 'compacted':
          return rooms.with(notice.meetingId, (room) => room.followSnapshot());
        case 'presence':
          return rooms.with(notice.change.meetingId, (room) => room.presence.hear(sender, notice.change));
        case 'who':
          return rooms.with(notice.meetingId, (room) => room.presence.tellAll());
        case 'changed':
          return live.changed(notice.meetingId, notice.topic);
        case 'access':
          return live.accessChanged(notice.of);
      }
    },
    met: askWhoIsThere,
    gone(sender, { silently }) {
      rooms.withAll((room) => room.presence.forget(sender));
      if (silently) askEverything();
    },
    missed() {
      rooms.withAll((room) => {
        room.presence.doubt();
        // they may have doubted as well, and asked while nobody heard
        room.presence.tellAll();
      });
      askWhoIsThere();
      askEverything();
    },
  };
}
