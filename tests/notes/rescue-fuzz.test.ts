import { joinBackward, splitBlock, wrapIn } from '@tiptap/pm/commands';
import { liftListItem, wrapInList } from '@tiptap/pm/schema-list';
import { type Command, Selection } from '@tiptap/pm/state';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { moveBlock } from '#app/notes/editor/block-commands.ts';
import { readLog } from '#db/notes/log.ts';
import { findLostWords } from '#server/notes/find-lost-words.ts';
import { useDatabase } from '#tests/support/database.ts';
import { randomFrom, SEED } from '#tests/support/random.ts';
import { commandAt, schema } from '#tests/support/section-editor.ts';
import { useServices } from '#tests/support/services.ts';
import { notesOfTwo } from './notes-of-two.ts';

const ROUNDS = Number(process.env.FUZZ_ROUNDS ?? 150);
const services = useServices(useDatabase());

const nodeType = (name: string) => {
  const type = schema.nodes[name];
  if (!type) throw new Error(`No node is called ${name}.`);
  return type;
};
const removeBlock: Command = ({ selection: { $from }, tr }, dispatch) => {
  dispatch?.(tr.delete($from.before(1), $from.after(1)));
  return true;
};
/** Not deeper than the notes may be. */
const shallow =
  (run: Command): Command =>
  (state, dispatch) =>
    state.selection.$from.depth < 5 && run(state, dispatch);
const OPERATIONS: Command[] = [
  shallow(wrapInList(nodeType('bulletList'))),
  liftListItem(nodeType('listItem')),
  shallow(wrapIn(nodeType('blockquote'))),
  joinBackward,
  splitBlock,
  moveBlock('up', () => false),
  moveBlock('down', () => false),
  removeBlock,
];

test(`two people change the same blocks at once, ${ROUNDS} times (FUZZ_SEED=${SEED}): what nobody deleted is put back, and once`, {
  timeout: 60_000,
}, async () => {
  const random = randomFrom(SEED);
  const { meeting, awa, claire, log, section, send, sync, rescue, compact, text } = await notesOfTwo(services, ['un', 'deux', 'trois']);
  let rescued = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const writer of [awa, claire]) {
      for (let change = random(4); change > 0; change -= 1) {
        const operation = OPERATIONS[random(OPERATIONS.length)];
        const typing: Command = ({ tr }, dispatch) => {
          dispatch?.(tr.insertText(` m${round}${change}`));
          return true;
        };
        const at = random(1e6);
        commandAt(
          section(writer),
          (doc) => Selection.near(doc.resolve(at % doc.content.size)).head,
          random(2) ? typing : (operation ?? typing),
        );
      }
    }
    for (const writer of random(2) ? [awa, claire] : [claire, awa]) {
      if (writer.unsent.length > 0 && random(3) > 0) await send(writer, { merged: random(2) === 0 });
    }
    if (random(3) > 0) continue;
    const { lost } = findLostWords(await readLog(services.db, meeting.id));
    expect(log().wordsLost || lost.length === 0, `round ${round}: the server notices by itself`).toBe(true);
    rescued += (await rescue()).putBack;
    log().wordsLost = false;
    const written = await text();
    for (const { text: words } of lost.flatMap(({ pieces }) => pieces)) expect(written, `round ${round}`).toContain(words.trim());
    expect(await rescue(), `round ${round}`).toEqual({ putBack: 0, more: false });
    if (random(4) === 0) await compact();
    if (random(2) === 0) for (const writer of [awa, claire]) await sync(writer);
  }
  for (const writer of [awa, claire, awa, claire]) {
    await sync(writer);
    if (writer.unsent.length > 0) await send(writer);
  }
  await rescue();
  for (const writer of [awa, claire]) await sync(writer);
  expect(Y.encodeStateVector(awa.doc)).toEqual(Y.encodeStateVector(claire.doc));
  expect(section(awa).toString()).toBe(section(claire).toString());
  expect(rescued).toBeGreaterThan(0);
});
