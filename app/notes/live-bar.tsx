import { LiveBadge } from '#app/facilitation/elapsed-time.tsx';
import { m } from '#app/messages/compiled/messages.js';
import { Avatar } from '#app/ui/avatar.tsx';
import { Icon } from '#app/ui/icon.tsx';
import type { IconName } from '#app/ui/icon-names.ts';
import { A } from '#app/ui/link.tsx';
import { Mark } from '#app/ui/mark.tsx';
import type { Live } from './load-live.server.ts';
import type { Room, SaveState } from './room.ts';
import { useStore } from './use-room.ts';

const SHOWN_AVATARS = 3;

/** What the meeting is, whether the text is saved, who has it open, and the way to the video call. */
export function LiveBar({ live, room }: { live: Live; room: Room | null }) {
  const { meeting } = live;
  return (
    <header className="lv-top">
      <A className="lv-home" to={`/meetings/${meeting.slug}`} aria-label={m.notes_leave()}>
        <Mark busy={room === null} />
      </A>
      <div className="lv-t">
        <h1>{meeting.title}</h1>
        <p>{[meeting.when, meeting.place].filter(Boolean).join(', ')}</p>
      </div>
      <LiveBadge live={live} />
      {room ? <SaveWord room={room} /> : null}
      {room ? <Avatars room={room} /> : null}
      {meeting.onlineUrl ? (
        <a className="btn btn--brass lv-zoom" href={meeting.onlineUrl} rel="noreferrer" aria-label={m.notes_join()}>
          <Icon name="video-camera-fill" />
          <span>{m.notes_join()}</span>
        </a>
      ) : null}
    </header>
  );
}

function SaveWord({ room }: { room: Room }) {
  const state = useStore(room.connection.state);
  const canWrite = useStore(room.connection.canWrite);
  const [icon, word] = wordOf(state, canWrite);
  // Not a live region: it changes with every key. What matters is said by the strip below (connection-strip.tsx).
  return (
    <span className="lv-save">
      <Icon name={icon} />
      <span className="t" aria-hidden="true">
        {word}
      </span>
      <span className="vh">{word}</span>
    </span>
  );
}

function wordOf(state: SaveState, canWrite: boolean): [IconName, string] {
  switch (state.kind) {
    case 'opening':
      return ['cloud-arrow-up', m.notes_state_opening()];
    case 'saved':
      return canWrite ? ['cloud-check', m.notes_state_saved()] : ['lock-simple', m.notes_state_reading()];
    case 'saving':
      return ['cloud-arrow-up', m.notes_state_saving()];
    case 'offline':
      return ['cloud-slash', m.notes_state_offline()];
    case 'refused':
      return state.unsent ? ['warning', m.notes_state_refused()] : ['lock-simple', m.notes_state_reading()];
  }
}

function Avatars({ room }: { room: Room }) {
  const writers = useStore(room.writers);
  const others = writers.length - SHOWN_AVATARS;
  return (
    <span className="avs" aria-hidden="true">
      {writers.slice(0, SHOWN_AVATARS).map(({ personId, name }) => (
        <Avatar key={personId} id={personId} name={name} />
      ))}
      {others > 0 ? <span className="av av--p8">+{others}</span> : null}
    </span>
  );
}
