import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import { sectionName } from '#app/model/notes.ts';
import { numberAuthor } from '#db/notes/authors.ts';
import { addVersions } from '#db/notes/history.ts';
import { inTransaction } from '#db/transaction.ts';
import { BUSY_MS, REST_MS, SectionHistory } from '#server/notes/history/section-history.ts';
import { NoteLog } from '#server/notes/note-log.ts';
import { meetingWithNotes } from '#tests/realtime/meeting-with-notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';

const database = useDatabase();
const services = useServices(database);

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** An open meeting in which somebody types; `processes` have it open. */
async function typing(processes = 1) {
  vi.useRealTimers();
  const { meeting, first, second, writer } = await meetingWithNotes(services);
  const author = await numberAuthor(services.db, meeting.id, writer.id);
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  const doc = new Y.Doc();
  const text = new Y.XmlText();
  const open = Array.from({ length: processes }, () => {
    const log = new NoteLog({ snapshot: null, rows: [], clients: [], sections: [first, second] });
    return { log, history: new SectionHistory(services, meeting.id, log) };
  });
  doc.on('update', (update: Uint8Array) => {
    for (const { log, history } of open) {
      expect(log.accept(update, author)).toMatchObject({ ok: true });
      history.soon();
    }
  });
  const block = new Y.XmlElement('paragraph');
  doc.transact(() => {
    block.setAttribute('id', 'b1');
    block.insert(0, [text]);
    text.insert(0, 'Début');
    doc.getXmlFragment(sectionName(first)).push([block]);
  });
  const type = (words: string) => text.insert(text.length, words);
  const versions = () =>
    services.db.selectFrom('noteSectionVersions').selectAll().where('meetingId', '=', meeting.id).orderBy('savedAt').execute();
  const settle = () => Promise.all(open.map(({ history }) => history.finish()));
  return { meeting, first, author, type, versions, settle };
}

const pass = (milliseconds: number) => {
  services.clock.advance({ milliseconds });
  vi.advanceTimersByTime(milliseconds);
};

describe('a version is kept', () => {
  test('once the notes rested for half a minute, and not while people type', async () => {
    const { type, versions, settle, first, author } = await typing();
    for (let second = 0; second < 60; second += 1) {
      type('.');
      pass(1000);
    }
    expect(await versions()).toEqual([]);
    pass(REST_MS);
    await settle();
    expect(await versions()).toMatchObject([{ agendaItemId: first, authors: [author], reason: 'pause' }]);
    pass(10 * REST_MS);
    await settle();
    expect(await versions()).toHaveLength(1);
  });

  test('every five minutes while they never rest', async () => {
    const { type, versions } = await typing();
    for (const kept of [1, 2]) {
      for (let passed = 0; passed <= BUSY_MS; passed += 10_000) {
        // near the end it may be kept while we look
        if (passed < BUSY_MS - 60_000) expect(await versions()).toHaveLength(kept - 1);
        type('.');
        pass(10_000);
      }
      await vi.waitFor(async () => expect(await versions()).toHaveLength(kept));
    }
  });

  test('once, where two processes have the notes open', async () => {
    const { versions, settle, type } = await typing(2);
    type(' et suite');
    pass(REST_MS);
    await settle();
    expect(await versions()).toHaveLength(1);
    type(' et fin');
    pass(REST_MS);
    await settle();
    expect(await versions()).toHaveLength(2);
  });

  test('by a second process only when the first did not just keep one, while both are busy', async () => {
    const { meeting, first, versions } = await typing();
    const keep = (text: string, at: string) =>
      inTransaction(services.db, (trx) => {
        const blocks = [{ type: 'rule' as const }, ...(text ? [{ type: 'rule' as const }] : [])];
        const unlessSince = Temporal.Instant.from(at).subtract({ seconds: 150 }).toString();
        return addVersions(trx, meeting.id, [{ agendaItemId: first, blocks, authors: [] }], { reason: 'pause', savedAt: at, unlessSince });
      });
    expect(await keep('', '2022-06-20T14:00:00Z')).toEqual([first]);
    expect(await keep('more', '2022-06-20T14:01:00Z')).toEqual([]);
    expect(await keep('more', '2022-06-20T14:05:00Z')).toEqual([first]);
    expect(await versions()).toHaveLength(2);
  });

  test('later, where the database was away, and nobody is forgotten', async () => {
    const { versions, settle, author } = await typing();
    const refused = vi.spyOn(services.db, 'transaction').mockImplementationOnce(() => {
      throw new Error('away');
    });
    const told = vi.spyOn(services.log, 'error').mockImplementation(() => {});
    pass(REST_MS);
    await vi.waitFor(() => expect(told).toHaveBeenCalled());
    refused.mockRestore();
    told.mockRestore();
    pass(REST_MS);
    await settle();
    expect(await versions()).toMatchObject([{ authors: [author] }]);
  });
});
