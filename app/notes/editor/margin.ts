import { Extension } from '@tiptap/core';
import type { Node as ProseNode } from '@tiptap/pm/model';
import { type EditorState, Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet, type EditorView } from '@tiptap/pm/view';
import { yCursorPluginKey } from '@tiptap/y-tiptap';
import { m } from '#app/messages/compiled/messages.js';
import { hueOf, initialsOf } from '#app/ui/avatar.tsx';
import { kindLook, kindWord } from '../kind-words.ts';
import { currentBlock, kindOf, stringAttribute } from './locate-block.ts';
import { actionElement, type MarginNote, marginElement, type Support, supportElement } from './margin-elements.ts';

export interface MarginOptions {
  /** Others' carets in this section: index of the block → who. */
  writers(state: EditorState): Map<number, MarginNote['writers']>;
  /** Whether the block was typed here and is not yet sent, while the network is away. */
  isWaiting(blockId: string | null): boolean;
  editAction(blockId: string): void;
  /** Who supports a proposal; null: nobody is asked. */
  supportOf(blockId: string): Support | null;
  /** Whose avatar an attendance has: the same as on other pages. */
  personOf(attendanceId: string): string | null;
}

export const marginKey = new PluginKey<DecorationSet>('margin');

/** Draws each block by its kind: label in the margin, form, speaker, fields of an action. Nothing of it is in the shared text. */
export function marginExtension(options: MarginOptions): Extension {
  return Extension.create({
    name: 'margin',
    addProseMirrorPlugins() {
      const { editor } = this;
      const draw = (state: EditorState) => decorate(state, options, editor.isEditable);
      return [
        new Plugin<DecorationSet>({
          key: marginKey,
          state: {
            // The Yjs binding replaces the whole section at each remote change: nothing can be mapped, all is drawn from the text.
            init: (_config, state) => draw(state),
            apply: (tr, drawn, before, state) =>
              tr.docChanged ||
              tr.getMeta(yCursorPluginKey) ||
              tr.getMeta(marginKey) ||
              currentBlock(before)?.index !== currentBlock(state)?.index
                ? draw(state)
                : drawn,
          },
          props: { decorations: (state) => marginKey.getState(state) },
        }),
      ];
    },
  });
}

/** Draws anew after something that is not in the text changed (rights, network). */
export function redrawMargin(view: EditorView): void {
  view.dispatch(view.state.tr.setMeta(marginKey, true));
}

function decorate(state: EditorState, options: MarginOptions, editable: boolean): DecorationSet {
  const writers = options.writers(state);
  const mine = editable ? currentBlock(state)?.index : undefined;
  const drawn: Decoration[] = [];
  let afterTurn = false;
  state.doc.forEach((node, pos, index) => {
    const kind = kindOf(node);
    const id = stringAttribute(node, 'id');
    const note: MarginNote = { kind, writers: writers.get(index) ?? [], waiting: options.isWaiting(id), mine: mine === index };
    const look = kindLook(kind);
    const support = kind === 'proposal' && id && node.content.size > 0 ? options.supportOf(id) : null;
    const below = kind === 'action' ? fields(node, pos, id, options, editable) : [];
    const classes = [
      kind === 'turn' ? 'nb-turn' : look && `nb-k nb-k--${look}`,
      note.mine && 'nb-mine',
      (below.length > 0 || support) && 'nb-k--open',
    ];
    const attributes: Record<string, string> = { class: classes.filter(Boolean).join(' ') };
    if (id) attributes.id = `b-${id}`;
    if (kind !== 'text') attributes['aria-description'] = kindWord(kind);
    if (state.doc.childCount === 1 && node.isTextblock && node.content.size === 0 && kind === 'text') {
      attributes.class += ' nb-empty';
      attributes['data-empty'] = editable ? m.notes_placeholder() : m.notes_empty();
    }
    if (kind === 'turn') drawn.push(...speaker(node, pos, attributes, options));
    else if (look || (!afterTurn && (note.mine || note.waiting || note.writers.length > 0))) drawn.push(label(pos, note));
    drawn.push(Decoration.node(pos, pos + node.nodeSize, attributes));
    drawn.push(...below);
    if (support) drawn.push(supporters(pos + node.nodeSize, `${id}`, support));
    afterTurn = kind === 'turn';
  });
  return DecorationSet.create(state.doc, drawn);
}

const INERT = { ignoreSelection: true, stopEvent: () => true };

function label(pos: number, note: MarginNote): Decoration {
  return Decoration.widget(pos, () => marginElement(note), { ...INERT, side: -1, key: `margin ${JSON.stringify(note)}` });
}

function supporters(at: number, id: string, support: Support): Decoration {
  const { count, mine } = support;
  return Decoration.widget(at, () => supportElement(support), { ...INERT, side: -1, key: `support ${id} ${count} ${mine}` });
}

/** Name in bold, function and organisation below it: the line stays one text. */
function speaker(node: ProseNode, pos: number, attributes: Record<string, string>, { personOf }: MarginOptions): Decoration[] {
  const text = node.textContent;
  const comma = text.indexOf(',');
  const end = comma < 0 ? text.length : comma;
  const name = text.slice(0, end);
  attributes['data-initials'] = initialsOf(name) || '?';
  attributes.class += ` c${hueOf(personOf(stringAttribute(node, 'speakerId') ?? '') ?? name)}`;
  const from = pos + 1;
  const parts = [Decoration.inline(from, from + end, { class: 'nb-who' })];
  if (comma >= 0) parts.push(Decoration.inline(from + end, from + text.length, { class: 'nb-of' }));
  return parts;
}

function fields(node: ProseNode, pos: number, id: string | null, options: MarginOptions, editable: boolean): Decoration[] {
  const shown = {
    avatar: options.personOf(stringAttribute(node, 'assigneeId') ?? ''),
    assignee: stringAttribute(node, 'assignee'),
    due: stringAttribute(node, 'due'),
  };
  const edit = editable && id ? () => options.editAction(id) : undefined;
  if (!edit && !shown.assignee && !shown.due) return [];
  const draw = () => actionElement(edit ? { ...shown, edit } : shown);
  return [
    Decoration.widget(pos + node.nodeSize, draw, { ...INERT, side: -1, key: `action ${id} ${Boolean(edit)} ${JSON.stringify(shown)}` }),
  ];
}
