import { useEffect, useRef, useState } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import type { Live } from './load-live.server.ts';
import { LostText, nameSections } from './lost-text.tsx';
import type { Room } from './room.ts';
import type { SaveState, StopReason } from './save-state.ts';
import { useStore } from './use-room.ts';

const SENT_SHOWN_MS = 4000;

interface InRoom {
  live: Live;
  room: Room;
}

/** Says under the bar what keeps the text from being saved, what is safe, what was given back, and what to do. */
export function ConnectionStrip({ live, room }: { live: Live; room: Room | null }) {
  if (!room) return null;
  return (
    <div className="lv-strips">
      <KeptCopies live={live} room={room} />
      <LeftText live={live} room={room} />
      <TooLong room={room} />
      <StateStrip live={live} room={room} />
    </div>
  );
}

function StateStrip({ live, room }: InRoom) {
  const state = useStore(room.connection.state);
  const sent = useJustSent(room);
  if (state.kind === 'offline') return <Offline room={room} />;
  if (state.kind === 'saving' && state.slow) return <Slow room={room} />;
  if (state.kind === 'refused' && (state.unsent || state.reason !== 'read-only' || live.can.write)) {
    return <Refused live={live} room={room} state={state} />;
  }
  return sent ? (
    <div className="lv-off" role="status">
      <Icon name="check" />
      <b>{m.notes_offline_sent()}</b>
    </div>
  ) : null;
}

function Offline({ room }: { room: Room }) {
  const canWrite = useStore(room.connection.canWrite);
  const kept = useStore(room.connection.unsent.kept);
  const waiting = useStore(room.unsentCount);
  return (
    <div className="lv-off" role="alert">
      <Icon name="cloud-slash" />
      <span>
        <b>{!canWrite ? m.notes_offline_reader() : kept ? m.notes_offline_title() : m.notes_offline_tab_only()}</b>{' '}
        {canWrite ? (waiting > 0 ? m.notes_offline_waiting({ count: waiting }) : m.notes_offline_none()) : null}
      </span>
      <button className="btn btn--sm" type="button" onClick={() => room.connection.retry()}>
        {m.notes_retry()}
      </button>
    </div>
  );
}

function Slow({ room }: { room: Room }) {
  const kept = useStore(room.connection.unsent.kept);
  return (
    <div className="lv-off" role="alert">
      <Icon name="cloud-arrow-up" />
      <b>{kept ? m.notes_slow() : m.notes_slow_tab_only()}</b>
    </div>
  );
}

function Refused({ live, room, state }: InRoom & { state: SaveState & { kind: 'refused' } }) {
  const sections = state.unsent ? nameSections(room.unsentText(), live.points) : [];
  return (
    <LostText title={reasonOf(state.reason)} note={sections.length > 0 ? m.notes_refused_shown() : undefined} sections={sections}>
      <WayOn reason={state.reason} live={live} room={room} />
    </LostText>
  );
}

function KeptCopies({ live, room: { connection } }: InRoom) {
  const copies = useStore(connection.unsent.copies);
  return copies.map(({ id, reason, sections }) => (
    <LostText
      key={id}
      title={lossOf(reason)}
      sections={nameSections(sections, live.points)}
      onDismiss={() => connection.unsent.dismissCopy(id)}
    />
  ));
}

function LeftText({ live, room: { connection } }: InRoom) {
  const left = useStore(connection.leftText);
  if (left.length === 0) return null;
  return <LostText title={m.notes_left()} sections={nameSections(left, live.points)} onDismiss={() => connection.forgetLeftovers()} />;
}

function TooLong({ room }: { room: Room }) {
  const notice = useStore(room.notice);
  if (!notice) return null;
  return <LostText title={m.notes_too_long(notice)} sections={[]} onDismiss={() => room.notice.set(null)} />;
}

function reasonOf(reason: StopReason): string {
  switch (reason) {
    case 'unauthenticated':
      return m.notes_refused_unauthenticated();
    case 'other-person':
      return m.notes_refused_other_person();
    case 'not-allowed':
      return m.notes_refused_not_allowed();
    case 'read-only':
      return m.notes_refused_read_only();
    case 'schema-too-old':
      return m.notes_refused_schema();
    case 'meeting-closed':
      return m.notes_refused_closed();
    default:
      return m.notes_refused_other();
  }
}

function lossOf(reason: StopReason): string {
  switch (reason) {
    case 'section-locked':
      return m.notes_lost_locked();
    case 'section-unknown':
      return m.notes_lost_removed();
    case 'too-large':
      return m.notes_lost_too_large();
    default:
      return m.notes_lost();
  }
}

function WayOn({ reason, live: { meeting }, room }: InRoom & { reason: StopReason }) {
  if (reason === 'unauthenticated') {
    return (
      <A className="btn btn--sm" to={`/sign-in?to=/meetings/${meeting.slug}/live`} onClick={() => room.leave()}>
        {m.common_sign_in()}
      </A>
    );
  }
  if (reason === 'read-only' || reason === 'not-allowed' || reason === 'meeting-closed') return null;
  const reload = () => {
    room.leave();
    window.location.reload();
  };
  return (
    <button className="btn btn--sm" type="button" onClick={reload}>
      {m.notes_reload()}
    </button>
  );
}

/** True for a moment after text that waited for the network has been saved. */
function useJustSent({ connection }: Room): boolean {
  const state = useStore(connection.state);
  // 'away', then 'sending' when something had waited
  const stage = useRef<'here' | 'away' | 'sending'>('here');
  const [sent, setSent] = useState(false);
  useEffect(() => {
    if (state.kind === 'offline') stage.current = 'away';
    if (state.kind === 'saving' && stage.current === 'away') stage.current = 'sending';
    if (state.kind !== 'saved') return;
    const waited = stage.current === 'sending';
    stage.current = 'here';
    if (!waited) return;
    setSent(true);
    const timer = setTimeout(() => setSent(false), SENT_SHOWN_MS);
    return () => clearTimeout(timer);
  }, [state]);
  return sent;
}
