/** What the open pages of a meeting are told, so that they load anew what they show. Carries no content. */
export type LiveTopic = 'meeting' | 'agenda' | 'attendance' | 'records' | 'minutes';

export interface LiveRooms {
  /** Call after the commit. */
  changed(meetingId: string, topic: LiveTopic): void;
  /** Someone's rights in a meeting or in a group's meetings may have changed: every open socket is asked again, at once. */
  accessChanged(of: { personId: string } | { meetingId: string }): void;
}
