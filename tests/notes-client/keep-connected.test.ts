import { EventEmitter } from 'node:events';
import type { Socket } from 'socket.io-client';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { keepConnected, makeSocket } from '#app/notes/keep-connected.ts';

/** A socket that counts how often it is asked to connect. */
function fakeSocket() {
  const events = new EventEmitter();
  const socket = {
    active: false,
    connected: false,
    connect: vi.fn(),
    disconnect: vi.fn(),
    on: (name: string, listener: (...values: unknown[]) => void) => events.on(name, listener),
    io: {},
  };
  return { events, socket: socket as unknown as Socket & typeof socket };
}

describe('A page that lost the server', () => {
  const shown = Object.assign(new EventTarget(), { visibilityState: 'visible' });
  beforeEach(() => {
    vi.useFakeTimers();
    vi.stubGlobal('window', new EventTarget());
    vi.stubGlobal('document', shown);
    vi.stubGlobal('location', { protocol: 'http:', host: 'localhost', port: '80' });
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  test('does not come back in the same second as four hundred and ninety-nine others', () => {
    const seconds = Array.from({ length: 500 }, () => {
      const { backoff } = makeSocket().io as unknown as { backoff: { duration(): number } };
      return Math.floor(backoff.duration() / 1000);
    });
    const busiest = Math.max(...Object.values(Object.groupBy(seconds, String)).map((same) => same?.length ?? 0));
    expect(busiest).toBeLessThan(200);
    expect(Math.max(...seconds)).toBeLessThan(4);
  });

  test('calls again a server that refused it or ended the connection, within four seconds; and not one that asks to sign in', () => {
    const { events, socket } = fakeSocket();
    let mayRetry = true;
    const kept = keepConnected(socket, () => mayRetry);
    events.emit('connect_error', new Error('going-away'));
    expect(socket.connect).not.toHaveBeenCalled();
    vi.advanceTimersByTime(4000);
    expect(socket.connect).toHaveBeenCalledTimes(1);
    events.emit('disconnect', 'io server disconnect');
    vi.advanceTimersByTime(4000);
    expect(socket.connect).toHaveBeenCalledTimes(2);
    mayRetry = false;
    events.emit('connect_error', new Error('unauthenticated'));
    vi.advanceTimersByTime(60_000);
    expect(socket.connect).toHaveBeenCalledTimes(2);
    // they signed in elsewhere, and come back to this page
    shown.dispatchEvent(new Event('visibilitychange'));
    expect(socket.connect).toHaveBeenCalledTimes(3);
    kept.stop();
    shown.dispatchEvent(new Event('visibilitychange'));
    vi.advanceTimersByTime(60_000);
    expect(socket.connect).toHaveBeenCalledTimes(3);
  });

  test('leaves to the library what it does itself, and disturbs no connection that is there', () => {
    const { events, socket } = fakeSocket();
    keepConnected(socket, () => true);
    socket.active = true;
    events.emit('connect_error', new Error('xhr poll error'));
    events.emit('disconnect', 'transport close');
    vi.advanceTimersByTime(60_000);
    socket.connected = true;
    window.dispatchEvent(new Event('online'));
    expect(socket.connect).not.toHaveBeenCalled();
  });
});
