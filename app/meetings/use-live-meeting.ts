import { useEffect } from 'react';
import { useRevalidator } from 'react-router';
import type { Socket } from 'socket.io-client';
import type { ClientEvents, ServerEvents } from '#app/model/notes-protocol.ts';

/**
 * Keeps an open page of a meeting up to date: loads anew what it shows when the server says that it changed, and once more
 * after every reconnection. `null`: a page that is only read, which opens no connection.
 */
export function useLiveMeeting(meetingId: string | null): void {
  const { revalidate } = useRevalidator();
  useEffect(() => {
    if (meetingId === null) return;
    let socket: Socket<ServerEvents, ClientEvents> | null = null;
    let left = false;
    void Promise.all([import('socket.io-client'), import('#app/model/socket-parser.ts')]).then(([{ io }, { socketParser }]) => {
      if (left) return;
      socket = io({ parser: socketParser, transports: ['websocket', 'polling'], tryAllTransports: true });
      let before = false;
      socket.on('connect', () => {
        socket?.emit('live:watch', { meetingId }, () => {
          if (before) void revalidate();
          before = true;
        });
      });
      socket.on('live:changed', () => void revalidate());
    });
    return () => {
      left = true;
      socket?.disconnect();
    };
  }, [meetingId, revalidate]);
}
