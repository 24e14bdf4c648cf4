import { useEffect, useState } from 'react';
import type { Socket } from 'socket.io-client';
import type { MinutesSection } from '#app/model/minutes-content.ts';
import { OPEN_NOTES, type OpenNotesClientEvents, type OpenNotesServerEvents, withChange } from '#app/model/open-notes.ts';

export interface ReadNotes {
  sections: MinutesSection[];
  /** 'still': what is shown was true when the page was loaded, or when the connection was lost. */
  state: 'live' | 'still' | 'closed';
}

/** Follows open notes from what the page was loaded with; null: they are not open. */
export function useOpenNotes(meetingId: string, loaded: MinutesSection[] | null): ReadNotes | null {
  const [read, setRead] = useState<ReadNotes>({ sections: loaded ?? [], state: 'still' });
  const isOpen = loaded !== null;
  useEffect(() => {
    if (!isOpen) return;
    let socket: Socket<OpenNotesServerEvents, OpenNotesClientEvents> | null = null;
    let left = false;
    connect().then((opened) => {
      if (left) return void opened.disconnect();
      socket = opened;
      opened.on('connect', () => {
        opened.emit('open:watch', { meetingId }, (answer) => {
          if (answer.ok) setRead({ sections: withChange([], answer), state: 'live' });
        });
      });
      opened.on('open:notes', (change) => setRead(({ sections }) => ({ sections: withChange(sections, change), state: 'live' })));
      opened.on('open:closed', () => setRead(({ sections }) => ({ sections, state: 'closed' })));
      opened.on('disconnect', () => setRead((before) => (before.state === 'live' ? { ...before, state: 'still' } : before)));
    });
    return () => {
      left = true;
      socket?.disconnect();
    };
  }, [meetingId, isOpen]);
  return isOpen ? read : null;
}

async function connect(): Promise<Socket<OpenNotesServerEvents, OpenNotesClientEvents>> {
  const [{ io }, { socketParser }] = await Promise.all([import('socket.io-client'), import('#app/model/socket-parser.ts')]);
  return io(OPEN_NOTES, { parser: socketParser, transports: ['websocket', 'polling'], tryAllTransports: true });
}
