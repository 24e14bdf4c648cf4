import { io, type Socket } from 'socket.io-client';
import { socketParser } from '#app/model/socket-parser.ts';

/**
 * How soon a page that lost its connection tries again: at a random moment of the first four seconds, then of the next eight,
 * so that five hundred pages do not come back to a restarted server in one second.
 */
const RECONNECTION = { reconnectionDelay: 2000, reconnectionDelayMax: 10_000, randomizationFactor: 1 };

const AGAIN_MS = 4000;

/** A moment of those four seconds, in milliseconds from now. */
export const soon = (): number => Math.random() * AGAIN_MS;

/** Not connected yet. */
export function makeSocket(): Socket {
  const transports = ['websocket', 'polling'];
  return io({ parser: socketParser, transports, tryAllTransports: true, autoConnect: false, ...RECONNECTION });
}

export interface KeptConnection {
  /** Tries now, whatever is planned; does nothing while connected. */
  retry(): void;
  stop(): void;
}

/**
 * What Socket.IO leaves to the page: it does not call again a server that refused the connection (it stops, its database is
 * away) or ended it, and knows nothing of a page that wakes up.
 * @param mayRetry whether trying again by itself makes sense, or nothing would come of it
 */
export function keepConnected(
  socket: Pick<Socket, 'active' | 'connected' | 'connect' | 'disconnect' | 'on' | 'io'>,
  mayRetry: () => boolean,
): KeptConnection {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let stopped = false;
  const retry = () => {
    if (stopped || socket.connected) return;
    // the library ignores connect() while it waits for its own next attempt
    socket.disconnect();
    socket.connect();
  };
  const later = () => {
    if (stopped || !mayRetry()) return;
    timer ??= setTimeout(() => {
      timer = null;
      retry();
    }, soon());
  };
  socket.on('connect_error', () => void (socket.active || later()));
  socket.on('disconnect', (reason) => void (reason === 'io server disconnect' && later()));

  // The system says so before any time-out does. It may be wrong (a virtual network card): the library tries again at once.
  const onOffline = () => void socket.io.engine?.close();
  // a page shown again: from the background of a phone, from the back button, after somebody signed in elsewhere
  const onShown = () => void (document.visibilityState === 'visible' && retry());
  window.addEventListener('offline', onOffline);
  window.addEventListener('online', retry);
  window.addEventListener('pageshow', onShown);
  document.addEventListener('visibilitychange', onShown);
  return {
    retry,
    stop() {
      stopped = true;
      if (timer !== null) clearTimeout(timer);
      window.removeEventListener('offline', onOffline);
      window.removeEventListener('online', retry);
      window.removeEventListener('pageshow', onShown);
      document.removeEventListener('visibilitychange', onShown);
      socket.disconnect();
    },
  };
}
