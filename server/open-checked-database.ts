import { type Database, type DatabaseAddress, openDatabase, openPool } from '#db/client.ts';
import { serverVersion } from '#db/ready.ts';
import { StartError } from './http/open-http.ts';

const OLDEST = 15;

/** Opens the database and asks it once. Throws what the operator has to mend, without the password. */
export async function openCheckedDatabase(address: DatabaseAddress): Promise<Database> {
  const db = openDatabase(openPool(address));
  try {
    const version = await serverVersion(db);
    if (version < OLDEST) throw new StartError(`The database is PostgreSQL ${version}: Tertulia needs ${OLDEST} or newer.`);
    return db;
  } catch (error) {
    await db.destroy();
    throw explain(error as NodeJS.ErrnoException);
  }
}

function explain(error: NodeJS.ErrnoException): Error {
  const remedy = REMEDIES[error.code ?? ''];
  return remedy ? new StartError(`The database of DATABASE_URL cannot be used: ${remedy} (${error.code})`, { cause: error }) : error;
}

/** Codes of the network (Node) and of PostgreSQL (appendix A of its manual). */
const REMEDIES: Record<string, string> = {
  ECONNREFUSED: 'nothing listens at its host and port. Is PostgreSQL running there?',
  ENOTFOUND: 'its host is unknown. Is the name spelled right?',
  ETIMEDOUT: 'its host does not answer. Does a firewall stand between?',
  '28P01': 'it refuses the password.',
  '28000': 'it refuses this user.',
  '3D000': 'there is no database of this name: make it with "createdb".',
  '42501': 'this user may not make tables in it.',
};
