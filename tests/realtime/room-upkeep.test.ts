import { expect, test, vi } from 'vitest';
import { readLog } from '#db/notes/log.ts';
import { Compaction } from '#server/notes/compaction.ts';
import { SectionHistory } from '#server/notes/history/section-history.ts';
import { NoteLog } from '#server/notes/note-log.ts';
import { openNoteStore } from '#server/notes/note-store.ts';
import { RecordProjection } from '#server/notes/record-projection.ts';
import { WordRescue } from '#server/notes/word-rescue.ts';
import { RoomUpkeep } from '#server/realtime/room-upkeep.ts';
import { notesOfTwo } from '#tests/notes/notes-of-two.ts';
import { useDatabase } from '#tests/support/database.ts';
import { type } from '#tests/support/section-editor.ts';
import { useServices } from '#tests/support/services.ts';

const services = useServices(useDatabase());

/** A process in which people only read, while Awa and Claire write in another. */
async function readersElsewhere() {
  const notes = await notesOfTwo(services, ['Le budget est voté']);
  const { meeting, first, awa, claire, section, send } = notes;
  const log = new NoteLog({ snapshot: null, rows: [], clients: [], sections: [first] });
  const records = new RecordProjection(services, meeting.id, log);
  const upkeep = new RoomUpkeep({
    ...{ log, records },
    rescue: new WordRescue(services, meeting.id, log),
    history: new SectionHistory(services, meeting.id, log),
    compaction: new Compaction({
      ...{ meetingId: meeting.id, log, store: openNoteStore(services), logger: services.log },
      on: { done() {}, outdone: async () => {} },
    }),
  });
  async function hear(): Promise<void> {
    const { rows } = await readLog(services.db, meeting.id);
    for (const row of rows) if (!log.has(row.id)) log.add(row);
  }
  async function loseWords(): Promise<void> {
    section(claire).delete(0, 1);
    type(section(awa), 'principal ', 'est');
    await send(claire);
    await send(awa);
    await hear();
  }
  await hear();
  return { ...notes, upkeep, records, hear, loseWords };
}

test('words that were lost where nobody looked for them are put back before the last reader’s process compacts', async () => {
  const { upkeep, loseWords, hear, text } = await readersElsewhere();
  await loseWords();
  await upkeep.finish(hear);
  upkeep.stop();
  expect(await text()).toBe('|principal');
});

test('words that are lost while the last reader’s process tidies up are still there to be put back', async () => {
  const { upkeep, records, loseWords, hear, rescue, text } = await readersElsewhere();
  vi.spyOn(records, 'finish').mockImplementationOnce(loseWords);
  await upkeep.finish(hear);
  upkeep.stop();
  await rescue();
  expect(await text()).toBe('|principal');
});
