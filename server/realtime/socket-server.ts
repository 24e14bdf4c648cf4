import type { Server as HttpServer, IncomingMessage } from 'node:http';
import { Server } from 'socket.io';
import { MAX_UPDATE_BYTES } from '#app/model/notes.ts';
import type { ClientEvents, ServerEvents } from '#app/model/notes-protocol.ts';
import { OPEN_NOTES } from '#app/model/open-notes.ts';
import { socketParser } from '#app/model/socket-parser.ts';
import { findSession } from '#server/accounts/sessions.ts';
import type { Env } from '#server/env.ts';
import type { Services } from '#server/services.ts';
import { type Bus, noBus } from './bus.ts';
import { Connection, readersOf, type Visitor, watchersOf } from './connection.ts';
import { followBus } from './follow-bus.ts';
import { listen } from './listen.ts';
import type { LiveRooms } from './live-rooms.ts';
import { isStateTopic, LiveStatePush } from './live-states.ts';
import { NoteRooms, type NoteRoomsOptions } from './note-rooms.ts';
import { type OpenNotesNamespace, OpenReaders } from './open-readers.ts';
import { preframeBroadcasts } from './preframe.ts';
import type { PresenceChange } from './room-presence.ts';

export interface Sockets {
  live: LiveRooms;
  /** Takes nothing more, saves what was accepted, then ends all connections. The HTTP server is its owner's to close. */
  close(): Promise<void>;
}

export interface SocketOptions extends Pick<NoteRoomsOptions, 'idleMs'> {
  /** To the other processes that serve this database; without it this one is alone. */
  bus?: Bus;
}

const MAX_SOCKETS_A_PERSON = 40;
/** How long whoever sends what no page of ours sends stays out: judging it costs more than sending it. */
const PUT_OUT_MS = 60_000;
/** Rights are asked again at every change that is told (accessChanged), and this often, for what happens in another process. */
const ASK_AGAIN_MS = 120_000;
/** What a page does not read piles up here: looked for this often. */
const LOOK_MS = 10_000;
const SAVE_BEFORE_CLOSING_SECONDS = 10;

/**
 * Opens the conversation of app/model/notes-protocol.ts on the product's HTTP server. `services.live` is not used before a
 * page connects: hand over the services, then put `live` of the answer into them.
 */
export async function attachSockets(http: HttpServer, services: Services, { idleMs, bus = noBus }: SocketOptions = {}): Promise<Sockets> {
  const connections = new Set<Connection>();
  const io = new Server<ClientEvents, ServerEvents, Record<string, never>, Visitor>(http, {
    parser: socketParser,
    transports: ['websocket', 'polling'],
    serveClient: false,
    // more than an update may weigh, so that one that is too large is refused by name instead of ending the connection
    maxHttpBufferSize: 4 * MAX_UPDATE_BYTES,
    connectTimeout: 10_000,
    // what is sent is too small to gain by it, and each connection would cost 300 kB
    perMessageDeflate: false,
    httpCompression: false,
    allowRequest: (request, decide) => decide(null, isOwnPage(request, services.env)),
  });
  preframeBroadcasts(io.of('/'));
  // its events are others than those of the notes: people without a session read there
  const open = new OpenReaders(io.of(OPEN_NOTES) as unknown as OpenNotesNamespace, services);
  const rooms = new NoteRooms({ ...(idleMs === undefined ? {} : { idleMs }), services, bus, wireOf });
  const states = new LiveStatePush(services, {
    areThere: (meetingId) => io.of('/').adapter.rooms.has(readersOf(meetingId)),
    tell: (meetingId, state) => void io.to(readersOf(meetingId)).emit('live:state', state),
    tellOne(meetingId, socketId, state) {
      // they may have left, or lost the right to read, while it was read
      if (io.of('/').adapter.rooms.get(readersOf(meetingId))?.has(socketId)) io.to(socketId).emit('live:state', state);
    },
  });
  const putOut = new Set<string>();
  let closing = false;

  io.use((socket, next) => {
    const refused = (reason: string) => next(new Error(reason));
    if (closing) return refused('going-away');
    const { cookie } = socket.handshake.headers;
    findSession(services, cookie).then(
      (session) => {
        if (!session) return refused('unauthenticated');
        const open = [...connections].filter(({ personId }) => personId === session.viewer.personId).length;
        if (open >= MAX_SOCKETS_A_PERSON || putOut.has(session.viewer.personId)) return refused('too-fast');
        socket.data.viewer = session.viewer;
        socket.data.cookie = cookie;
        next();
      },
      (error: unknown) => {
        services.log.error('A session could not be read', { error: String(error) });
        refused('going-away');
      },
    );
  });

  io.on('connection', (socket) => {
    const { personId } = socket.data.viewer;
    const connection = new Connection(socket, services, rooms, {
      opened: (meetingId) => states.came(meetingId, socket.id),
      putOut() {
        putOut.add(personId);
        setTimeout(() => putOut.delete(personId), PUT_OUT_MS).unref();
      },
    });
    connections.add(connection);
    listen(socket, connection);
    socket.on('disconnect', () => {
      connections.delete(connection);
      connection.leave();
    });
  });

  function wireOf(meetingId: string) {
    const room = readersOf(meetingId);
    return {
      batch(logId: number, frames: Uint8Array) {
        io.to(room).emit('notes:batch', logId, frames);
        open.changed(meetingId);
      },
      presence: (frames: Uint8Array) => void io.to(room).emit('notes:presence', frames),
      people: (change: Parameters<ServerEvents['notes:people']>[0]) => void io.to(room).emit('notes:people', change),
      closed: (reason: Parameters<ServerEvents['notes:closed']>[0]['reason']) => void io.to(room).emit('notes:closed', { reason }),
      elsewhere: (change: PresenceChange) => bus.show({ meetingId, ...change }),
      compacted: () => bus.tell({ kind: 'compacted', meetingId }),
    };
  }

  /** Of this process only. */
  const here: LiveRooms = {
    changed(meetingId, topic) {
      io.to(watchersOf(meetingId)).emit('live:changed', { topic });
      open.changed(meetingId);
      if (isStateTopic(topic)) states.changed(meetingId, topic);
      if (topic !== 'agenda' && topic !== 'facilitation' && topic !== 'notes') return;
      rooms
        .find(meetingId)
        .then((room) => (topic === 'notes' ? room?.catchUp() : room?.refreshSections()))
        .catch((error: unknown) =>
          services.log.error('The open notes could not be told of a change', { meeting: meetingId, topic, error: String(error) }),
        );
    },
    accessChanged(of) {
      for (const connection of connections) {
        if ('personId' in of ? connection.personId === of.personId : connection.isAt(of.meetingId)) connection.askAgain();
      }
    },
  };

  const looking = setInterval(() => {
    for (const connection of connections) connection.endIfStuck();
  }, LOOK_MS).unref();
  const asking = setInterval(() => {
    for (const connection of connections) connection.askAgain();
  }, ASK_AGAIN_MS).unref();

  const live: LiveRooms = {
    changed(meetingId, topic) {
      here.changed(meetingId, topic);
      bus.tell({ kind: 'changed', meetingId, topic });
    },
    accessChanged(of) {
      here.accessChanged(of);
      bus.tell({ kind: 'access', of });
    },
  };
  await bus.start(followBus({ rooms, connections, states, open, live: here, ask: (meetingId) => bus.ask(meetingId) }));

  return {
    live,
    async close() {
      closing = true;
      clearInterval(asking);
      clearInterval(looking);
      states.stop();
      open.stop();
      for (const connection of connections) connection.stopTaking();
      const unsaved = await rooms.close(SAVE_BEFORE_CLOSING_SECONDS);
      if (unsaved > 0) services.log.error('Notes could not be saved; the open pages still hold what was not', { meetings: unsaved });
      for (const connection of connections) connection.end('going-away');
      io.engine.close();
    },
  };
}

/**
 * Cookies travel with requests of other sites, and WebSockets are not bound by CORS: only our own pages may connect
 * (RFC 6455, 10.2). A request without Origin is no WebSocket of a browser; polling from the same origin has none.
 */
function isOwnPage({ headers }: IncomingMessage, env: Env): boolean {
  const { origin, host } = headers;
  if (origin === undefined) return !['cross-site', 'same-site'].includes(String(headers['sec-fetch-site'] ?? 'none'));
  if (!URL.canParse(origin)) return false;
  return origin === new URL(env.appUrl).origin || new URL(origin).host === host;
}
