import * as Y from 'yjs';
import type { Inline, NodeName, NoteBlock, NoteTableCell } from '#app/model/notes.ts';

/** Blocks as nodes of the shared document, not yet in one. */
export function elementsOf(blocks: readonly NoteBlock[]): Y.XmlElement[] {
  return blocks.map(elementOf);
}

function elementOf(block: NoteBlock): Y.XmlElement {
  switch (block.type) {
    case 'paragraph':
      return paragraph(block);
    case 'heading':
      return element('heading', { level: block.level }, inlineNodes(block.inline));
    case 'list':
      return element(
        block.ordered ? 'orderedList' : 'bulletList',
        {},
        block.items.map((item) => element('listItem', {}, elementsOf(item))),
      );
    case 'quote':
      return element('blockquote', {}, elementsOf(block.blocks));
    case 'table':
      return element(
        'table',
        {},
        block.rows.map((row) => element('tableRow', {}, row.map(cell))),
      );
    case 'rule':
      return element('horizontalRule', {}, []);
  }
}

function cell({ header, blocks }: NoteTableCell): Y.XmlElement {
  return element(header ? 'tableHeader' : 'tableCell', {}, elementsOf(blocks));
}

function paragraph({
  id,
  kind,
  inline: runs,
  speakerId,
  assigneeId,
  assignee,
  due,
}: Extract<NoteBlock, { type: 'paragraph' }>): Y.XmlElement {
  const given = Object.entries({ id, kind, speakerId, assigneeId, assignee, due }).filter(([, value]) => value !== null && value !== '');
  return element('paragraph', Object.fromEntries(given), inlineNodes(runs));
}

function element(name: NodeName, attributes: Record<string, string | number | null>, children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  // numbers are stored as numbers, as the editor's binding does; only Yjs's types know nothing but text
  for (const [key, value] of Object.entries(attributes)) if (value !== null) made.setAttribute(key, value as string);
  if (children.length > 0) made.insert(0, children);
  return made;
}

/** One text, and a new one after each line break, as the editor's binding writes them. */
export function inlineNodes(runs: readonly Inline[]): (Y.XmlElement | Y.XmlText)[] {
  const nodes: (Y.XmlElement | Y.XmlText)[] = [];
  let text: { node: Y.XmlText; length: number } | null = null;
  for (const run of runs) {
    const formats = formatsOf(run);
    for (const [index, line] of run.text.split('\n').entries()) {
      if (index > 0) {
        nodes.push(new Y.XmlElement('hardBreak'));
        text = null;
      }
      if (line === '') continue;
      if (!text) {
        text = { node: new Y.XmlText(), length: 0 };
        nodes.push(text.node);
      }
      text.node.insert(text.length, line, formats);
      text.length += line.length;
    }
  }
  return nodes;
}

/** The marks of a run as Yjs keeps them. */
export function formatsOf({ text: _text, href, ...marks }: Inline): Record<string, object> {
  return { ...Object.fromEntries(Object.keys(marks).map((mark) => [mark, {}])), ...(href ? { link: { href } } : {}) };
}
