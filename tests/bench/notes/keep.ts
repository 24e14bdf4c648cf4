import { encodeParts } from '#app/model/notes-frames.ts';
import type { RoomLoad } from './load.ts';
import type { Kind } from './page.ts';
import { merged, type Past } from './past.ts';
import type { World } from './world.ts';

const UPDATES_A_ROW = 5;
const ROWS_A_STATEMENT = 500;

/** In which shape the past lies in a server's store. */
export type Shape = 'whole' | 'updates' | { tail: number };

/** Puts the same past meeting into the store of one kind of server, in each of the rooms; gives the folder of LevelDB. */
export async function keep(world: World, kind: Kind, rooms: readonly RoomLoad[], past: Past, shape: Shape): Promise<string> {
  const folder = world.newFolder();
  if (kind === 'tertulia') for (const room of rooms) await keepInTertulia(world, room, past, shape);
  if (kind === 'hocuspocus') for (const room of rooms) await keepInHocuspocus(world, room, past);
  if (kind === 'y-websocket') await keepInLevelDb(folder, rooms, shape === 'whole' ? [past.whole] : past.updates);
  return folder;
}

let lastId = 0;

/** A snapshot and rows of five updates each, as commits leave them. */
async function keepInTertulia({ db }: World, { name: meetingId }: RoomLoad, past: Past, shape: Shape): Promise<void> {
  const { personId } = await db
    .selectFrom('attendances')
    .select((column) => column.ref('personId').$notNull().as('personId'))
    .where('meetingId', '=', meetingId)
    .executeTakeFirstOrThrow();
  await db.insertInto('noteAuthors').values({ meetingId, number: 1, personId }).execute();
  const clients = past.clients.map((clientId) => ({ meetingId, clientId, authorNumber: 1 }));
  await db.insertInto('noteClients').values(clients).execute();

  const inRows = shape === 'whole' ? 0 : shape === 'updates' ? past.updates.length : shape.tail;
  const inSnapshot = past.updates.length - inRows;
  if (inSnapshot > 0) {
    const { whole, stateVector } = inRows === 0 ? past : merged(past.updates.slice(0, inSnapshot));
    lastId += 1;
    const snapshot = { meetingId, upto: lastId, body: Buffer.from(whole), stateVector: Buffer.from(stateVector) };
    await db.insertInto('noteSnapshots').values(snapshot).execute();
  }
  const rows = chunksOf(past.updates.slice(inSnapshot), UPDATES_A_ROW).map((updates) => {
    lastId += 1;
    return { id: lastId, meetingId, body: Buffer.from(encodeParts(updates.map((update, index) => ({ author: 1, n: index + 1, update })))) };
  });
  for (const some of chunksOf(rows, ROWS_A_STATEMENT)) await db.insertInto('noteUpdates').values(some).execute();
}

async function keepInHocuspocus({ pool }: World, { name }: RoomLoad, { whole }: Past): Promise<void> {
  await pool.query('insert into hocuspocus_documents values ($1, $2)', [name, Buffer.from(whole)]);
}

/** As @y/websocket-server keeps it: one entry an update; and one for all, once it was read again. */
async function keepInLevelDb(folder: string, rooms: readonly RoomLoad[], updates: readonly Uint8Array[]): Promise<void> {
  // its native part is optional: see measurable() of targets.ts
  const { LeveldbPersistence } = await import('y-leveldb');
  const store = new LeveldbPersistence(folder);
  for (const { name } of rooms) for (const update of updates) await store.storeUpdate(name, update);
  await store.destroy();
}

function chunksOf<T>(list: readonly T[], size: number): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, index) => list.slice(index * size, (index + 1) * size));
}
