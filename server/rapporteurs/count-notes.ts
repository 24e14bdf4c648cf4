import { countWords } from '#app/model/count-words.ts';
import { sectionName } from '#app/model/notes.ts';
import { normalise } from '#app/model/read-blocks.ts';
import type { Database } from '#db/client.ts';
import { readLogs } from '#db/rapporteurs/read-logs.ts';
import { documentOf } from '#server/notes/read-notes.ts';
import type { Services } from '#server/services.ts';

/** A session, and what changes with every word that is stored of it. */
interface Written {
  id: string;
  notesAt: string;
}

interface Counted {
  notesAt: string;
  words: number;
}

/** Sessions whose words are remembered: an edition has some forty. */
const MOST_REMEMBERED = 2000;
/** Documents that are held in memory at once. */
const AT_ONCE = 40;

const remembered = new WeakMap<Database, Map<string, Counted>>();

/**
 * How many words the notes of each session hold. A document is decoded when something was written since it was last counted
 * here, and not again: the first board after a start costs some milliseconds a session, the next ones nothing.
 */
export async function countNotes({ db }: Pick<Services, 'db'>, sessions: readonly Written[]): Promise<Map<string, number>> {
  const known = remembered.get(db) ?? new Map<string, Counted>();
  remembered.set(db, known);
  const missing = sessions.filter(({ id, notesAt }) => notesAt !== '0' && known.get(id)?.notesAt !== notesAt);
  for (let start = 0; start < missing.length; start += AT_ONCE) {
    const some = missing.slice(start, start + AT_ONCE);
    const { logs, sections } = await readLogs(
      db,
      some.map(({ id }) => id),
    );
    for (const { id, notesAt } of some) {
      const doc = documentOf(logs.get(id) ?? { snapshot: null, rows: [] });
      const blocks = (sections.get(id) ?? []).flatMap((item) => normalise(doc.getXmlFragment(sectionName(item))));
      doc.destroy();
      known.delete(id);
      known.set(id, { notesAt, words: countWords(blocks) });
    }
  }
  for (const id of known.keys()) {
    if (known.size <= MOST_REMEMBERED) break;
    known.delete(id);
  }
  return new Map(sessions.map(({ id, notesAt }) => [id, notesAt === '0' ? 0 : (known.get(id)?.words ?? 0)]));
}
