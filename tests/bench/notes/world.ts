import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type pg from 'pg';
import { sectionName } from '#app/model/notes.ts';
import { type Database, openDatabase, openPool } from '#db/client.ts';
import { startPostgres } from '#db/embedded/start-postgres.ts';
import { migrate } from '#db/migrate.ts';
import { inTransaction } from '#db/transaction.ts';
import { sessionCookie } from '#server/accounts/session-cookie.ts';
import { openSession } from '#server/accounts/sessions.ts';
import type { Services } from '#server/services.ts';
import { makeGroup, makePerson } from '#tests/support/factories.ts';
import type { RoomLoad } from './load.ts';

export interface World {
  folder: string;
  db: Database;
  pool: pg.Pool;
  /** What a server of ours needs to know. */
  settings: { address: { host: string; user: string; database: string }; env: Services['env']; now: string };
  /** New meetings, each with one agenda item, in which the same people may write; the readers among them may not. */
  rooms(count: number, who: { writers: number; readers: number }): Promise<RoomLoad[]>;
  /** Folder for the store of a peer. */
  newFolder(): string;
  close(): Promise<void>;
}

interface SignedIn {
  id: string;
  givenName: string;
  familyName: string;
  cookie: string;
}

export const env: Services['env'] = {
  ...{ port: 3000, host: '127.0.0.1', appUrl: 'http://127.0.0.1', dataDir: '', mailFrom: 'bench@tertulia.example' },
  ...{ databaseUrl: undefined, smtpUrl: undefined, sessionSecret: 'a secret of the bench, 32 or more', logLevel: 'error', demo: false },
  embedOrigins: ['*'],
  ...{ inbox: { imapUrl: undefined, inboundSecret: undefined, authservId: undefined } },
  ...{ dkim: undefined, mailPace: { inAll: null, perDomain: null } },
};

/** A database of its own with nothing in it, which goes when the bench ends. */
export async function openWorld(): Promise<World> {
  const folder = mkdtempSync(path.join(tmpdir(), 'tertulia-bench-'));
  const postgres = await startPostgres(folder);
  const address = { host: postgres.host, user: postgres.user, database: 'postgres' };
  const pool = openPool(address);
  const db = openDatabase(pool);
  await migrate(db);
  await pool.query('create table hocuspocus_documents (name text primary key, data bytea not null)');
  const now = Temporal.Now.instant().toString();
  const people: SignedIn[] = [];
  const group = await makeGroup(db);
  let folders = 0;

  return {
    ...{ folder, db, pool, settings: { address, env, now } },
    async rooms(count, { writers, readers }) {
      const size = writers + readers;
      while (people.length < count * size) people.push(...(await Promise.all(Array.from({ length: 50 }, () => newcomer(db, now)))));
      const meetings = await makeMeetings(db, group.id, count);
      const rooms = meetings.map(({ id, item }, index) => ({ name: id, item, people: people.slice(index * size, (index + 1) * size) }));
      const attendances = rooms.flatMap(({ name: meetingId, people: those }) =>
        those.map(({ id: personId, givenName, familyName }, index) => {
          const notesAccess = index < writers ? ('write' as const) : ('read' as const);
          return { meetingId, personId, givenName, familyName, notesAccess };
        }),
      );
      if (attendances.length > 0) await db.insertInto('attendances').values(attendances).execute();
      return rooms.map(({ name, item, people: those }) => ({
        ...{ name, section: sectionName(item), writers, readers },
        cookies: those.map(({ cookie }) => cookie),
      }));
    },
    newFolder() {
      folders += 1;
      return path.join(folder, `peer-${folders}`);
    },
    async close() {
      await db.destroy();
      await postgres.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function newcomer(db: Database, now: string): Promise<SignedIn> {
  const { id, givenName, familyName } = await makePerson(db);
  const services = { clock: { now: () => Temporal.Instant.from(now) }, env } as Services;
  const secret = await inTransaction(db, (trx) => openSession(trx, services, { personId: id, userAgent: 'bench' }));
  return { id, givenName, familyName, cookie: sessionCookie(env, secret).split(';')[0] ?? '' };
}

async function makeMeetings(db: Database, groupId: string, count: number): Promise<{ id: string; item: string }[]> {
  const meeting = () => ({
    ...{ groupId, slug: crypto.randomUUID(), kind: 'group_meeting' as const, title: 'Réunion', status: 'scheduled' as const },
    ...{ edtf: '2022-06-20T16:30/2022-06-20T18:00', timeZone: 'Europe/Paris', during: '[2022-06-20T14:30:00Z,2022-06-20T16:00:00Z)' },
  });
  const meetings = await db
    .insertInto('meetings')
    .values(Array.from({ length: count }, meeting))
    .returning('id')
    .execute();
  const items = await db
    .insertInto('agendaItems')
    .values(meetings.map(({ id: meetingId }) => ({ meetingId, position: 0, title: 'Point 1', durationMinutes: 60 })))
    .returning(['id', 'meetingId'])
    .execute();
  return items.map(({ id, meetingId }) => ({ id: meetingId, item: id }));
}
