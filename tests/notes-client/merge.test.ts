import type { Node as ProseNode } from '@tiptap/pm/model';
import { type Command, EditorState, TextSelection } from '@tiptap/pm/state';
import { updateYFragment, yXmlFragmentToProseMirrorRootNode } from '@tiptap/y-tiptap';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { insertBlocks, leaveBlock, moveBlock, resetBlock, setKind, startBlock } from '#app/notes/editor/block-commands.ts';
import { blockItems, findParticipants } from '#app/notes/editor/menu-items.ts';
import { fillDue, fillPerson } from '#app/notes/editor/person-fill.ts';
import { queryAt } from '#app/notes/editor/query.ts';
import { notesSchema } from '#app/notes/editor/schema.ts';
import type { Participant } from '#app/notes/participant.ts';

const schema = notesSchema();
const SECTION = 's:point';

/** One browser: a document of its own and what its editor shows, bound the way the editor binds them. */
class Browser {
  readonly doc = new Y.Doc();
  #meta = { mapping: new Map(), isOMark: new Map() };
  #selection = { from: 1, to: 1 };

  get text(): ProseNode {
    const fragment = this.doc.getXmlFragment(SECTION);
    return fragment.length > 0 ? yXmlFragmentToProseMirrorRootNode(fragment, schema) : schema.node('doc', null, [schema.node('paragraph')]);
  }

  get state(): EditorState {
    const state = EditorState.create({ doc: this.text });
    return state.apply(state.tr.setSelection(TextSelection.create(state.doc, this.#selection.from, this.#selection.to)));
  }

  /** Each block as 'kind: text'. */
  get lines(): string[] {
    return this.text.children.map((node) => `${node.attrs.kind ?? node.type.name}: ${node.textContent}`);
  }

  place(after: string): this {
    this.text.descendants((node, pos) => {
      const at = node.isText ? (node.text?.indexOf(after) ?? -1) : -1;
      if (at >= 0) this.#selection = { from: pos + at + after.length, to: pos + at + after.length };
    });
    return this;
  }

  run(command: Command): boolean {
    return command(this.state, (tr) => {
      updateYFragment(this.doc, this.doc.getXmlFragment(SECTION), tr.doc, this.#meta);
      this.#selection = { from: tr.selection.from, to: tr.selection.to };
    });
  }

  type(text: string): this {
    this.run((state, dispatch) => {
      dispatch?.(state.tr.insertText(text));
      return true;
    });
    return this;
  }

  static meet(...browsers: Browser[]): void {
    const all = browsers.map(({ doc }) => Y.encodeStateAsUpdate(doc));
    for (const { doc } of browsers) for (const update of all) Y.applyUpdate(doc, update);
  }
}

function two(...blocks: Parameters<typeof insertBlocks>[0]): [Browser, Browser] {
  const a = new Browser();
  const b = new Browser();
  a.run(insertBlocks(blocks, 'end'));
  Browser.meet(a, b);
  return [a, b];
}

const text = (words: string) => ({ kind: 'text' as const, text: words });

describe('Nothing that somebody does to a block drops what a colleague types in it', () => {
  test('changing its kind while a colleague types keeps both', () => {
    const [a, b] = two(text('un deux trois'), text('quatre'));
    a.place('un').run(setKind('decision'));
    b.place('deux').type(' BBB');
    Browser.meet(a, b);
    expect(a.lines).toEqual(['decision: un deux BBB trois', 'text: quatre']);
    expect(b.lines).toEqual(a.lines);
  });

  test('two kinds given at once: one wins, both texts stay', () => {
    const [a, b] = two(text('un deux trois'));
    a.place('un').run(setKind('takeaway'));
    a.place('un').type(' AAA');
    b.place('deux').run(setKind('action'));
    b.place('deux').type(' BBB');
    Browser.meet(a, b);
    expect(a.lines).toEqual(b.lines);
    expect(a.lines[0]).toMatch(/^(?:takeaway|action): un AAA deux BBB trois$/);
  });

  test('going back to text with Backspace keeps what is typed meanwhile', () => {
    const [a, b] = two({ kind: 'takeaway', text: 'un deux' });
    expect(a.place('').run(resetBlock)).toBe(true);
    b.place('deux').type(' BBB');
    Browser.meet(a, b);
    expect(a.lines).toEqual(['text: un deux BBB']);
  });

  test('beginning a block under a line leaves the line to whoever writes in it', () => {
    const [a, b] = two({ kind: 'decision', text: 'un' });
    a.place('un').run(startBlock('action'));
    a.type('deux');
    b.place('un').type(' BBB');
    Browser.meet(a, b);
    expect(a.lines).toEqual(['decision: un BBB', 'action: deux']);
    expect(b.lines).toEqual(a.lines);
  });

  test('giving an action its assignee and its date keeps what is typed in it', () => {
    const [a, b] = two({ kind: 'action', text: 'Recenser les liens @rou' });
    const query = queryAt(a.place('@rou').state);
    expect(query).toMatchObject({ kind: 'person', text: 'rou' });
    if (query) a.run(fillPerson(ROUSSEL, query));
    b.place('Recenser').type(' tous');
    Browser.meet(a, b);
    expect(a.lines).toEqual(['action: Recenser tous les liens']);
    expect(a.text.child(0).attrs).toMatchObject({ assigneeId: 'att-1', assignee: 'Bénédicte Roussel' });
  });

  test('a block in which a colleague writes does not move: its neighbour does', () => {
    const [a, b] = two(text('un'), text('deux'));
    expect(a.place('un').run(moveBlock('down', (block) => block.node.textContent === 'un'))).toBe(true);
    expect(a.lines).toEqual(['text: deux', 'text: un']);
    expect(b.place('un').run(moveBlock('down', () => true))).toBe(false);
  });
});

const ROUSSEL: Participant = {
  id: 'att-1',
  personId: 'person-1',
  name: 'Bénédicte Roussel',
  function: 'adjointe au maire',
  organisation: 'Grand Poitiers',
  present: 'remote',
  checkedIn: false,
};
const CASTAING: Participant = {
  ...ROUSSEL,
  id: 'att-2',
  personId: 'person-2',
  name: 'Julien Castaing',
  organisation: 'Département de l’Aude',
};

describe('Writing with the keyboard', () => {
  test('« @ » at the start of a line makes the speaker’s line, with function and organisation', () => {
    const [a] = two(text('@béné'));
    const query = queryAt(a.place('@béné').state);
    if (query) a.run(fillPerson(ROUSSEL, query));
    expect(a.lines).toEqual(['turn: Bénédicte Roussel, adjointe au maire, Grand Poitiers']);
    expect(a.text.child(0).attrs.speakerId).toBe('att-1');
  });

  test('« @ » in a sentence writes the name, and the sentence stays what it is', () => {
    const [a] = two(text('Comme le dit @cast'));
    const query = queryAt(a.place('@cast').state);
    if (query) a.run(fillPerson(CASTAING, query));
    expect(a.lines).toEqual(['text: Comme le dit Julien Castaing']);
  });

  test('an address with an @ offers nobody', () => {
    const [a] = two(text('contact@ville.fr'));
    expect(queryAt(a.place('contact@ville').state)).toBeNull();
  });

  test('« // » asks for a date in an action, and nowhere else', () => {
    const [a] = two({ kind: 'action', text: 'Recenser // 15 sept' });
    const query = queryAt(a.place('15 sept').state);
    expect(query).toMatchObject({ kind: 'due', text: '15 sept' });
    if (query) a.run(fillDue('2027-09-15', query));
    expect(a.lines).toEqual(['action: Recenser']);
    expect(a.text.child(0).attrs.due).toBe('2027-09-15');
    const [b] = two(text('voir // 15 sept'), { kind: 'action', text: 'lire https://exemple' });
    expect(queryAt(b.place('15 sept').state)).toBeNull();
    expect(queryAt(b.place('exemple').state)).toBeNull();
  });

  test('Enter at the end of a block that has a kind goes on in text; in an empty one it becomes text', () => {
    const [a] = two({ kind: 'decision', text: 'un' });
    expect(a.place('un').run(leaveBlock)).toBe(true);
    expect(a.lines).toEqual(['decision: un', 'text: ']);
    const [b] = two({ kind: 'decision', text: '' });
    expect(b.run(leaveBlock)).toBe(true);
    expect(b.lines).toEqual(['text: ']);
    const [c] = two({ kind: 'turn', text: 'Alain Fauconnet, Ville de Chartres' });
    expect(c.place('Alain').run(leaveBlock)).toBe(true);
    expect(c.lines).toEqual(['turn: Alain Fauconnet, Ville de Chartres', 'text: ']);
  });

  test('the bar begins a block below the line being written, and an empty line takes the kind itself', () => {
    const [a] = two(text('Merci.'));
    a.place('Merci.').run(startBlock('decision'));
    expect(a.lines).toEqual(['text: Merci.', 'decision: ']);
    a.run(startBlock('action'));
    expect(a.lines).toEqual(['text: Merci.', 'action: ']);
  });

  test('people are found by the beginning of any of their words, without accents', () => {
    expect(findParticipants([ROUSSEL, CASTAING], 'bene rou')).toEqual([ROUSSEL]);
    expect(findParticipants([ROUSSEL, CASTAING], 'aude')).toEqual([CASTAING]);
    expect(findParticipants([ROUSSEL, CASTAING], 'zzz')).toEqual([]);
  });

  test('the menu offers the five kinds by their letters', () => {
    expect(blockItems().map(({ id, key }) => `${key} ${id}`)).toEqual(['I turn', 'R takeaway', 'D decision', 'A action', 'P proposal']);
  });
});
