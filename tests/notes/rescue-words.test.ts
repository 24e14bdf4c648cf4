import { deleteSelection, joinBackward, setBlockType, splitBlock, toggleMark, wrapIn } from '@tiptap/pm/commands';
import { Fragment, type MarkType, type NodeType, Slice } from '@tiptap/pm/model';
import { wrapInList } from '@tiptap/pm/schema-list';
import type { Command } from '@tiptap/pm/state';
import { describe, expect, test } from 'vitest';
import { moveBlock, setKind } from '#app/notes/editor/block-commands.ts';
import { useDatabase } from '#tests/support/database.ts';
import { command, schema, type } from '#tests/support/section-editor.ts';
import { useServices } from '#tests/support/services.ts';
import { notesOfTwo } from './notes-of-two.ts';

const services = useServices(useDatabase());
const meetingOf = (...lines: string[]) => notesOfTwo(services, lines);

const node = (name: string) => schema.nodes[name] as NodeType;
const mark = (name: string) => schema.marks[name] as MarkType;
const paste: Command = (state, dispatch) => {
  const lines = ['collé', 'ici'].map((line) => schema.node('paragraph', null, schema.text(line)));
  dispatch?.(state.tr.replaceSelection(new Slice(Fragment.from(lines), 1, 1)));
  return true;
};
const remove: Command = (state, dispatch) => {
  const { $from } = state.selection;
  dispatch?.(state.tr.delete($from.before(1), $from.after(1)));
  return true;
};

/** What Claire does to « dit hier » while Awa types « vite » in it, and how the section reads when both are there. */
const OPERATIONS: [string, { before: string } | { over: string }, Command, string][] = [
  ['gives it another kind', { before: 'dit' }, setKind('decision'), '|un|dit vite hier|trois'],
  ['makes a word of it bold', { over: 'dit' }, toggleMark(mark('bold')), '|un|<bold>dit</bold> vite hier|trois'],
  [
    'makes a list of it',
    { before: 'dit' },
    wrapInList(node('bulletList')),
    '|un<bulletlist><listitem>|dit vite hier</listitem></bulletlist>|trois',
  ],
  ['quotes it', { before: 'dit' }, wrapIn(node('blockquote')), '|un<blockquote>|dit vite hier</blockquote>|trois'],
  ['makes a heading of it', { before: 'dit' }, setBlockType(node('heading'), { level: 3 }), '|un<heading>dit hier</heading>|vite|trois'],
  ['joins it with the one above', { before: 'dit hier' }, joinBackward, '|undit hier|vite|trois'],
  ['joins the one below to it', { before: 'trois' }, joinBackward, '|un|dit vite hiertrois'],
  ['splits it before the words', { before: 't hier' }, splitBlock, '|un|divite |t hier|trois'],
  ['moves it up', { before: 'dit' }, moveBlock('up', () => false), '|dit vite hier|un|trois'],
  ['moves it down', { before: 'dit' }, moveBlock('down', () => false), '|un|trois|dit vite hier'],
  ['deletes it', { before: 'dit' }, remove, '|un|vite|trois'],
  ['selects its text and deletes it', { over: 'dit hier' }, deleteSelection, '|un|vite |trois'],
  ['pastes over its text', { over: 'dit hier' }, paste, '|un|vite collé|ici|trois'],
];

describe('what one types into a block while a colleague changes it is kept', () => {
  for (const [what, at, operation, result] of OPERATIONS) {
    for (const order of ['before', 'after'] as const) {
      test(`when she ${what}, ${order} the words arrive`, async () => {
        const { awa, claire, log, section, send, rescue, text } = await meetingOf('un', 'dit hier', 'trois');
        command(section(claire), at, operation);
        for (const letter of 'vite ') type(section(awa), letter, 'hier');
        for (const writer of order === 'before' ? [claire, awa] : [awa, claire]) await send(writer);
        const { putBack } = await rescue();
        expect(log().wordsLost, 'the server notices by itself').toBe(putBack > 0);
        expect(await text()).toBe(result);
        expect(await rescue()).toEqual({ putBack: 0, more: false });
      });
    }
  }
});

describe('what is put back', () => {
  test('is what nobody deleted: one’s own deletion, or a colleague’s that saw the words, stays', async () => {
    const { awa, claire, section, send, sync, rescue, text } = await meetingOf('un', 'dit hier');
    type(section(awa), 'très ', 'hier');
    command(section(awa), { over: 'très' }, deleteSelection);
    command(section(awa), { before: 'dit' }, remove);
    type(section(claire), 'vrai', 'un');
    await send(claire);
    await send(awa, { merged: true });
    expect(await rescue()).toEqual({ putBack: 0, more: false });
    await sync(claire);
    command(section(claire), { before: 'vraiun' }, remove);
    await send(claire);
    expect(await rescue()).toEqual({ putBack: 0, more: false });
    expect(await text()).toBe('|');
  });

  test('comes back once, whoever sees it, and not again once somebody deleted it', async () => {
    const { meeting, awa, claire, section, send, sync, rescue, text } = await meetingOf('un', 'dit hier');
    command(section(claire), { before: 'dit' }, remove);
    type(section(awa), 'vite ', 'hier');
    const again = [...awa.unsent];
    await send(claire);
    await send(awa);
    expect((await Promise.all([rescue(), rescue(), rescue()])).filter(({ putBack }) => putBack > 0)).toHaveLength(1);
    await sync(claire);
    expect(await text()).toBe('|un|vite');
    const authors = await services.db.selectFrom('noteClients').select('authorNumber').where('meetingId', '=', meeting.id).execute();
    expect(authors.filter(({ authorNumber }) => authorNumber === awa.author)).toHaveLength(2);
    command(section(claire), { before: 'vite' }, remove);
    await send(claire);
    awa.unsent = again;
    await send(awa);
    await rescue();
    expect(await text()).toBe('|un');
  });

  test('after twenty minutes without network: all of a block in reading order, as one paragraph, with its line breaks', async () => {
    const { awa, claire, section, send, rescue, text } = await meetingOf('un', 'Le budget est voté', 'trois');
    command(section(claire), { before: 'budget' }, remove);
    await send(claire);
    type(section(awa), 'principal ', 'est');
    type(section(awa), 'Enfin ', 'Le');
    command(section(awa), { before: 'Enfin' }, (state, dispatch) => {
      dispatch?.(state.tr.replaceSelectionWith(schema.node('hardBreak')));
      return true;
    });
    command(section(awa), { before: 'Enfin' }, (state, dispatch) => {
      dispatch?.(state.tr.insertText('Haut', state.selection.$from.start()));
      return true;
    });
    await send(awa, { merged: true });
    await rescue();
    expect(await text()).toMatch(/^\|un\|Haut<hardbreak><\/hardbreak>Enfin Le budget principal est voté\|trois$/);
  });

  test('even when the block was compacted away meanwhile', async () => {
    const { awa, claire, section, send, rescue, compact, text } = await meetingOf('un', 'dit hier', 'trois');
    command(section(claire), { before: 'dit' }, remove);
    await send(claire);
    await compact();
    for (const letter of 'bien ') type(section(awa), letter, 'hier');
    type(section(awa), 'assez ', 'bien');
    await send(awa);
    await rescue();
    expect(await text()).toBe('|un|assez bien|trois');
    expect(await rescue()).toEqual({ putBack: 0, more: false });
  });

  test('stays when it is compacted, and words that were sent twice do not come back after their deletion', async () => {
    const { awa, claire, section, send, sync, rescue, compact, text } = await meetingOf('un', 'dit hier');
    type(section(awa), 'vite ', 'hier');
    const again = [...awa.unsent];
    await send(awa);
    await sync(claire);
    command(section(claire), { before: 'dit' }, remove);
    await send(claire);
    await compact();
    awa.unsent = again;
    await send(awa);
    expect(await rescue()).toEqual({ putBack: 0, more: false });
    expect(await text()).toBe('|un');
  });

  test('is each author’s own paragraph, and stands in the order in which it stood', async () => {
    const { awa, claire, section, send, sync, rescue, text } = await meetingOf('un', 'dit hier', 'et demain', 'fin');
    for (const word of ['dit', 'et']) command(section(claire), { before: word }, remove);
    type(section(awa), 'vite ', 'hier');
    type(section(awa), 'puis ', 'demain');
    await send(awa);
    await send(claire);
    await rescue();
    await sync(claire);
    expect(await text()).toBe('|un|vite|puis|fin');
  });

  test('stands after the table whose row was deleted', async () => {
    const { awa, claire, section, send, sync, rescue, text } = await meetingOf('un');
    command(section(claire), { before: 'un' }, (state, dispatch) => {
      const cell = (line: string) =>
        schema.node('tableRow', null, schema.node('tableCell', null, schema.node('paragraph', null, schema.text(line))));
      dispatch?.(state.tr.insert(0, schema.node('table', null, ['haut', 'bas'].map(cell))));
      return true;
    });
    await send(claire);
    await sync(awa);
    command(section(claire), { before: 'bas' }, (state, dispatch) => {
      const { $from } = state.selection;
      dispatch?.(state.tr.delete($from.before(2), $from.after(2)));
      return true;
    });
    type(section(awa), 'tout en ', 'bas');
    await send(claire);
    await send(awa);
    await rescue();
    expect(await text()).toMatch(/haut<\/tablecell><\/tablerow><\/table>\|tout en\|un$/);
  });

  test('is no blank, and nothing of a point that left the agenda', async () => {
    const { meeting, awa, claire, section, send, rescue, text } = await meetingOf('un', 'dit hier', 'fin');
    command(section(claire), { before: 'dit' }, remove);
    type(section(awa), '  ', 'hier');
    await send(claire);
    await send(awa);
    expect(await rescue()).toEqual({ putBack: 0, more: false });
    type(section(awa), 'vite', 'hier');
    await send(awa);
    await services.db.deleteFrom('agendaItems').where('meetingId', '=', meeting.id).execute();
    expect(await rescue()).toEqual({ putBack: 0, more: false });
    expect(await text()).toBe('|un|fin');
  });

  test('is what came before its point was locked, for it would be compacted away; who was offline meanwhile is told of the lock', async () => {
    const { first, awa, claire, log, section, send, rescue, text } = await meetingOf('un', 'dit hier', 'fin');
    command(section(claire), { before: 'dit' }, remove);
    type(section(awa), 'vite ', 'hier');
    await send(claire);
    const [bytes] = awa.unsent;
    log().setSections([first], [first]);
    expect(bytes && log().accept(bytes, awa.author)).toEqual({ ok: false, reason: 'section-locked' });
    log().setSections([first], []);
    await send(awa);
    await services.db.insertInto('noteLocks').values({ agendaItemId: first, lockedAt: '2026-11-20T10:00:00Z' }).execute();
    await rescue();
    expect(await text()).toBe('|un|vite|fin');
  });
});
