import { afterEach, describe, expect, test } from 'vitest';
import type * as Y from 'yjs';
import { appendBlocks } from '#server/notes/write-notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { type OpenPage, until, useSockets } from '#tests/support/sockets.ts';
import { type MeetingWithNotes, meetingWithNotes, openNotesAs } from './meeting-with-notes.ts';

const database = useDatabase();
const services = useServices(database);
const server = useSockets(services);

const open: OpenPage[] = [];
afterEach(() => {
  for (const page of open.splice(0)) page.close();
});

/** Notes with a line in two points, open for the organiser and a writer, who both hold it all. */
async function twoPages(): Promise<{ notes: MeetingWithNotes; organiser: OpenPage; writer: OpenPage }> {
  const notes = await meetingWithNotes(services);
  const pages = [];
  for (const person of [notes.organiser, notes.writer]) pages.push(await openNotesAs(services, server, notes.meeting.id, person.id));
  const [organiser, writer] = pages as [OpenPage, OpenPage];
  open.push(organiser, writer);
  organiser.write(notes.first, 'Une ligne');
  organiser.write(notes.second, 'Une autre');
  await until('both hold it', () => organiser.unsaved.size === 0 && writer.text(notes.second) === 'Une autre');
  return { notes, organiser, writer };
}

async function setLocked({ meeting, first }: MeetingWithNotes, locked: boolean): Promise<void> {
  if (locked)
    await services.db.insertInto('noteLocks').values({ agendaItemId: first, lockedAt: services.clock.now().toString() }).execute();
  else await services.db.deleteFrom('noteLocks').where('agendaItemId', '=', first).execute();
  services.live.changed(meeting.id, 'facilitation');
}

const lineOf = (page: OpenPage, agendaItemId: string) => page.section(agendaItemId).get(0) as Y.XmlElement;
const textOf = (page: OpenPage, agendaItemId: string) => lineOf(page, agendaItemId).get(0) as unknown as Y.XmlText;

describe('a locked section', () => {
  test.each<[string, (page: OpenPage, first: string) => void]>([
    ['adds a block', (page, first) => void page.write(first, 'De plus')],
    ['types in one', (page, first) => textOf(page, first).insert(3, 'x')],
    ['deletes text', (page, first) => textOf(page, first).delete(0, 3)],
    ['deletes a block', (page, first) => page.section(first).delete(0, 1)],
    ['makes text bold', (page, first) => textOf(page, first).format(0, 3, { bold: {} })],
    ['makes a block a decision', (page, first) => lineOf(page, first).setAttribute('kind', 'decision')],
  ])('takes nothing from whoever %s there, from the moment that it is locked', async (_what, change) => {
    const { notes, organiser, writer } = await twoPages();
    const before = organiser.section(notes.first).toString();
    await setLocked(notes, true);
    change(writer, notes.first);
    await until('it is refused', () => writer.refusals.length > 0);
    expect(writer.refusals[0]?.reason).toBe('section-locked');
    expect(organiser.section(notes.first).toString()).toBe(before);
    organiser.write(notes.second, 'La suite');
    await until('the other section is still written', () => organiser.unsaved.size === 0);
  });

  test('an update that writes in it and elsewhere is refused as a whole', async () => {
    const { notes, organiser, writer } = await twoPages();
    await setLocked(notes, true);
    writer.doc.transact(() => {
      textOf(writer, notes.second).insert(0, 'x');
      textOf(writer, notes.first).delete(0, 1);
    });
    await until('it is refused', () => writer.refusals.length > 0);
    expect(organiser.text(notes.second)).toBe('Une autre');
  });

  test('takes nothing from the organisers either, nor from a form, and everything again once it is open', async () => {
    const { notes, organiser } = await twoPages();
    const block = { type: 'paragraph', id: 'b1', kind: 'text', inline: [{ text: 'x' }], speakerId: null, assigneeId: null } as const;
    const append = () =>
      appendBlocks(
        services,
        notes.meeting.id,
        notes.first,
        [{ ...block, assignee: '', due: null, inline: [{ text: 'x' }] }],
        notes.organiser.id,
      );
    await setLocked(notes, true);
    expect(await append()).toEqual({ ok: false, reason: 'section-locked' });
    textOf(organiser, notes.first).insert(0, 'x');
    await until('it is refused', () => organiser.refusals.length > 0);
    await setLocked(notes, false);
    expect(await append()).toEqual({ ok: true });
    const page = await openNotesAs(services, server, notes.meeting.id, notes.organiser.id);
    open.push(page);
    page.write(notes.first, 'De nouveau');
    await until('it is saved', () => page.unsaved.size === 0);
  });

  test('what is sent while the lock is being asked about waits for the answer', async () => {
    const { notes, organiser, writer } = await twoPages();
    await services.db.insertInto('noteLocks').values({ agendaItemId: notes.first, lockedAt: services.clock.now().toString() }).execute();
    for (let k = 0; k < 20; k += 1) {
      if (k === 10) services.live.changed(notes.meeting.id, 'facilitation');
      textOf(writer, notes.first).insert(0, `${k} `);
    }
    await until('it is refused', () => writer.refusals.length > 0);
    await until('the page is told of what was taken', () => organiser.text(notes.first).endsWith('Une ligne'));
    const taken = organiser.text(notes.first);
    services.live.changed(notes.meeting.id, 'facilitation');
    await writer.open();
    expect(organiser.text(notes.first)).toBe(taken);
  });
});

describe('a meeting that is closed, or cancelled', () => {
  test.each<[string, (meetingId: string) => Promise<unknown>]>([
    [
      'closed',
      (meetingId) => {
        const now = services.clock.now().toString();
        return services.db.insertInto('meetingRuns').values({ meetingId, startedAt: now, closedAt: now }).execute();
      },
    ],
    ['cancelled', (meetingId) => services.db.updateTable('meetings').set({ status: 'cancelled' }).where('id', '=', meetingId).execute()],
  ])('%s: open pages lose writing at once, its organisers keep it', async (_how, end) => {
    const { notes, organiser, writer } = await twoPages();
    await end(notes.meeting.id);
    services.live.accessChanged({ meetingId: notes.meeting.id });
    writer.write(notes.first, 'Trop tard');
    await until('it is refused', () => writer.refusals.length > 0);
    expect(writer.refusals[0]?.reason).toBe('read-only');
    organiser.write(notes.first, 'Le mot de la fin');
    await until('the organiser still writes', () => organiser.unsaved.size === 0);
    expect(organiser.text(notes.first)).not.toContain('Trop tard');
  });
});
