import { afterEach, expect, test, vi } from 'vitest';
import { readLog } from '#db/notes/log.ts';
import { compactNotes } from '#server/notes/compact-notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { type } from '#tests/support/section-editor.ts';
import { useServices } from '#tests/support/services.ts';
import { notesOfTwo } from './notes-of-two.ts';

vi.mock('#db/notes/log.ts', { spy: true });

const services = useServices(useDatabase());
afterEach(() => vi.restoreAllMocks());

async function aboutToLoseWords() {
  const notes = await notesOfTwo(services, ['Le budget est voté']);
  const { awa, claire, section, send } = notes;
  async function loseWords(): Promise<void> {
    section(claire).delete(0, 1);
    type(section(awa), 'principal ', 'est');
    await send(claire);
    await send(awa);
  }
  return { ...notes, loseWords };
}

test('the night’s run puts back what is lost before it compacts', async () => {
  const { meeting, loseWords, text } = await aboutToLoseWords();
  await loseWords();
  expect(await compactNotes(services, meeting.id)).toBe(true);
  expect(await text()).toBe('|principal');
  expect((await readLog(services.db, meeting.id)).rows).toEqual([]);
});

test('words that are lost while it runs are still there to be put back', async () => {
  const { meeting, loseWords, rescue, text } = await aboutToLoseWords();
  vi.mocked(readLog).mockImplementationOnce(async (...of) => {
    const before = await readLog(...of);
    await loseWords();
    return before;
  });
  await compactNotes(services, meeting.id);
  await rescue();
  expect(await text()).toBe('|principal');
});
