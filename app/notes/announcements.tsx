import { m } from '#app/messages/compiled/messages.js';
import type { Live } from './load-live.server.ts';
import type { Announcement, Room } from './room.ts';
import { useStore } from './use-room.ts';

/** Said politely to screen readers: what a key did, and who writes where, now and then. */
export function Announcements({ live, room }: { live: Live; room: Room | null }) {
  return (
    <p className="vh" role="status">
      {room ? <Words live={live} room={room} /> : null}
    </p>
  );
}

function Words({ live, room }: { live: Live; room: Room }) {
  return textOf(useStore(room.announcement), live);
}

function textOf(announcement: Announcement | null, { points }: Live): string {
  switch (announcement?.what) {
    case undefined:
      return '';
    case 'moved':
      return m.notes_moved();
    case 'occupied':
      return m.notes_occupied();
    case 'tooDeep':
      return m.notes_too_deep();
    case 'escaped':
      return m.notes_escaped();
    case 'added':
      return m.notes_form_done();
    case 'writes':
      return m.notes_writes_in({ name: announcement.name, title: titleOf(announcement.agendaItemId, points) ?? '' });
    case 'putBack': {
      const title = titleOf(announcement.agendaItemId, points);
      return title ? m.notes_put_back({ title }) : m.notes_put_back_somewhere();
    }
  }
}

function titleOf(agendaItemId: string | null, points: Live['points']): string | undefined {
  return points.find(({ id }) => id === agendaItemId)?.title;
}
