import { useEffect, useEffectEvent } from 'react';
import type { Socket } from 'socket.io-client';
import type { ClientEvents, LiveTopic, ServerEvents } from '#app/model/notes-protocol.ts';

const RETRY_MS = 2_000;

/**
 * Calls `onChange` when something of a meeting changes elsewhere, and after every gap in the connection. The socket client
 * is only fetched by pages that ask for it; where no socket gets through, the page is merely still. `meetingId` null: asks for
 * nothing.
 */
export function useLiveTopic(meetingId: string | null, topics: readonly LiveTopic[], onChange: () => void): void {
  const notify = useEffectEvent((topic: LiveTopic | null) => {
    if (topic === null || topics.includes(topic)) onChange();
  });
  useEffect(() => {
    if (meetingId === null) return;
    let socket: Socket<ServerEvents, ClientEvents> | null = null;
    let left = false;
    openSocket().then((opened) => {
      if (left) return void opened.disconnect();
      socket = opened;
      let watched = false;
      opened.on('connect', () => {
        opened.emit('live:watch', { meetingId }, () => {});
        // changes of the time between were told to nobody
        if (watched) notify(null);
        watched = true;
      });
      opened.on('live:changed', ({ topic }) => notify(topic));
      opened.on('connect_error', ({ message }) => void (message === 'unauthenticated' && opened.disconnect()));
      opened.on('disconnect', (reason) => {
        // a server that ends the conversation itself (restart) is not called again by the library
        if (reason === 'io server disconnect') setTimeout(() => !left && opened.connect(), RETRY_MS);
      });
    });
    return () => {
      left = true;
      socket?.disconnect();
    };
  }, [meetingId]);
}

async function openSocket(): Promise<Socket<ServerEvents, ClientEvents>> {
  const [{ io }, { socketParser }] = await Promise.all([import('socket.io-client'), import('#app/model/socket-parser.ts')]);
  return io({ parser: socketParser, transports: ['websocket', 'polling'], tryAllTransports: true });
}
