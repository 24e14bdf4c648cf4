import { useEffect, useRef, useState } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import type { Refusal } from '#app/model/notes-protocol.ts';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import type { Live } from './load-live.server.ts';
import type { Room } from './room.ts';
import { useStore } from './use-room.ts';

const SENT_SHOWN_MS = 4000;

interface ConnectionStripProps {
  live: Live;
  room: Room | null;
  lostText: string;
  onForget(): void;
}

/** Says under the bar what keeps the text from being saved, what is safe, and what to do. */
export function ConnectionStrip({ live, room, lostText, onForget }: ConnectionStripProps) {
  if (lostText) return <Strip title={m.notes_lost()} text={lostText} onForget={onForget} />;
  return room ? <RoomStrip live={live} room={room} /> : null;
}

function RoomStrip({ live, room }: { live: Live; room: Room }) {
  const state = useStore(room.connection.state);
  const canWrite = useStore(room.connection.canWrite);
  const waiting = useStore(room.unsentCount);
  const sent = useJustSent(room);
  if (state.kind === 'offline') {
    return (
      <div className="lv-off" role="alert">
        <Icon name="cloud-slash" />
        <span>
          <b>{canWrite ? m.notes_offline_title() : m.notes_offline_reader()}</b>{' '}
          {canWrite ? (waiting > 0 ? m.notes_offline_waiting({ count: waiting }) : m.notes_offline_none()) : null}
        </span>
        <button className="btn btn--sm" type="button" onClick={() => room.connection.retry()}>
          {m.notes_retry()}
        </button>
      </div>
    );
  }
  if (state.kind === 'refused' && (state.unsent || state.reason !== 'read-only' || live.can.write)) {
    return <Strip title={reasonOf(state.reason)} text={state.unsent ? room.unsentText() : ''} next={nextOf(state.reason, live)} />;
  }
  return sent ? (
    <div className="lv-off" role="status">
      <Icon name="check" />
      <b>{m.notes_offline_sent()}</b>
    </div>
  ) : null;
}

function Strip({ title, text, next, onForget }: { title: string; text: string; next?: React.ReactNode; onForget?: () => void }) {
  const [copied, setCopied] = useState(false);
  return (
    <div className="lv-stop" role="alert">
      <Icon name="warning" />
      <div>
        <b>{title}</b>
        {text ? <pre>{text}</pre> : null}
      </div>
      {text ? (
        <button className="btn btn--sm" type="button" onClick={() => navigator.clipboard.writeText(text).then(() => setCopied(true))}>
          {copied ? m.notes_copied() : m.notes_copy()}
        </button>
      ) : null}
      {onForget ? (
        <button className="btn btn--sm" type="button" onClick={onForget}>
          {m.notes_dismiss()}
        </button>
      ) : null}
      {next}
    </div>
  );
}

function reasonOf(reason: Refusal): string {
  switch (reason) {
    case 'unauthenticated':
      return m.notes_refused_unauthenticated();
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

function nextOf(reason: Refusal, { meeting }: Live): React.ReactNode {
  if (reason === 'unauthenticated') {
    return (
      <A className="btn btn--sm" to={`/sign-in?to=/meetings/${meeting.slug}/live`}>
        {m.common_sign_in()}
      </A>
    );
  }
  if (reason === 'read-only' || reason === 'not-allowed' || reason === 'meeting-closed') return null;
  return (
    <button className="btn btn--sm" type="button" onClick={() => window.location.reload()}>
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
