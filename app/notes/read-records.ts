import * as Y from 'yjs';
import { sectionName } from '#app/model/notes.ts';

/** A decision, an action or a proposal, as the side panel shows it. */
export interface ShownRecord {
  agendaItemId: string;
  blockId: string;
  kind: 'decision' | 'action' | 'proposal';
  text: string;
  assignee: string;
  /** ISO day. */
  due: string | null;
}

const SHOWN: readonly unknown[] = ['decision', 'action', 'proposal'];

/** What the notes hold to follow up, in their order, as it is being written. An empty block is nothing yet. */
export function readRecords(doc: Y.Doc, agendaItemIds: readonly string[]): ShownRecord[] {
  return agendaItemIds.flatMap((id) => paragraphsOf(doc.getXmlFragment(sectionName(id))).flatMap((block) => recordOf(block, id)));
}

function recordOf(block: Y.XmlElement, agendaItemId: string): ShownRecord[] {
  const kind = attribute(block, 'kind');
  const text = SHOWN.includes(kind) ? textOf(block).trim() : '';
  if (!text) return [];
  return [
    {
      agendaItemId,
      blockId: attribute(block, 'id'),
      kind: kind as ShownRecord['kind'],
      text,
      assignee: attribute(block, 'assignee'),
      due: attribute(block, 'due') || null,
    },
  ];
}

function paragraphsOf(parent: Y.XmlFragment): Y.XmlElement[] {
  return parent.toArray().flatMap((node) => {
    if (!(node instanceof Y.XmlElement)) return [];
    return node.nodeName === 'paragraph' ? [node] : paragraphsOf(node);
  });
}

/** The words of a block; a line break is a space. */
export function textOf(block: Y.XmlElement): string {
  return block
    .toArray()
    .map((node) => {
      if (node instanceof Y.XmlText)
        return (node.toDelta() as { insert: unknown }[]).map(({ insert }) => (typeof insert === 'string' ? insert : '')).join('');
      return node instanceof Y.XmlElement && node.nodeName === 'hardBreak' ? ' ' : '';
    })
    .join('');
}

function attribute(block: Y.XmlElement, name: string): string {
  const value: unknown = block.getAttribute(name);
  return typeof value === 'string' ? value : '';
}
