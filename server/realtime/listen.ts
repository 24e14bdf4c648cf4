import type { OpenNotes } from '#app/model/notes-protocol.ts';
import { isUuid } from '#app/model/uuid.ts';
import type { Connection, LiveSocket } from './connection.ts';

const EVENTS = ['live:watch', 'notes:open', 'notes:update', 'notes:presence', 'notes:leave'];

/** Takes the events of a socket. Whatever is not as the protocol says is answered by a named refusal, never passed on. */
export function listen(socket: LiveSocket, connection: Connection): void {
  const malformed = (n = 0) => connection.refuse(n, 'malformed');

  socket.use(([name], next) => (EVENTS.includes(name) ? next() : malformed()));

  socket.on('live:watch', (what: unknown, answer: unknown) => {
    if (!isAnswer(answer)) return malformed();
    if (isRecord(what) && isUuid(what.meetingId)) return connection.watch(what.meetingId, answer);
    malformed();
    answer({ ok: false, reason: 'malformed' });
  });

  socket.on('notes:open', (what: unknown, answer: unknown) => {
    if (!isAnswer(answer)) return malformed();
    if (isOpenNotes(what)) return connection.open(what, answer);
    malformed();
    answer({ ok: false, reason: 'malformed' });
  });

  socket.on('notes:update', (n: unknown, update: unknown) => {
    if (!Number.isSafeInteger(n) || Number(n) < 1) return malformed();
    return update instanceof Uint8Array ? connection.update(Number(n), update) : malformed(Number(n));
  });

  socket.on('notes:presence', (state: unknown) => (state instanceof Uint8Array ? connection.show(state) : malformed()));

  socket.on('notes:leave', () => connection.leave());
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isAnswer = (value: unknown): value is (answer: unknown) => void => typeof value === 'function';

function isOpenNotes(what: unknown): what is OpenNotes {
  if (!isRecord(what) || !isUuid(what.meetingId) || !Number.isSafeInteger(what.schemaVersion)) return false;
  return what.stateVector === undefined || what.stateVector instanceof Uint8Array;
}
