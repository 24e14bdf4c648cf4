import type { LiveTopic } from '#app/model/notes-protocol.ts';

export type { LiveTopic } from '#app/model/notes-protocol.ts';

/** Tells the open pages of a meeting that something changed, so that they load anew what they show. Carries no content. */
export interface LiveRooms {
  /** Call after the commit. */
  changed(meetingId: string, topic: LiveTopic): void;
  /** Someone's rights in a meeting or in a group's meetings, or their sessions, changed: their open sockets are asked again, at once. */
  accessChanged(of: { personId: string } | { meetingId: string }): void;
}
