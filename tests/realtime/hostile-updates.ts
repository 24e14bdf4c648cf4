import * as Y from 'yjs';

/** What a hostile program may send to a document, or a broken one. Each makes its changes to a copy of the document. */
export interface Attack {
  name: string;
  change(section: Y.XmlFragment, doc: Y.Doc): void;
}

export function element(name: string, ...children: (Y.XmlElement | Y.XmlText)[]): Y.XmlElement {
  const made = new Y.XmlElement(name);
  if (children.length > 0) made.insert(0, children);
  return made;
}

/** A node of the section by its place, whatever the types of Yjs say it could be. */
function at(section: Y.XmlFragment, index: number): Y.XmlElement {
  const found: unknown = section.get(index);
  if (!(found instanceof Y.XmlElement)) throw new Error(`Nothing is at ${index}.`);
  return found;
}

function textIn(section: Y.XmlFragment): Y.XmlText {
  const text: unknown = at(section, 0).get(0);
  if (!(text instanceof Y.XmlText)) throw new Error('The first block has no text.');
  return text;
}

// what the types of Yjs do not let one write, a program writes all the same
const as = <T>(value: unknown): T => value as T;

export const ATTACKS: readonly Attack[] = [
  { name: 'a bare text in the section', change: (section) => section.push([new Y.XmlText('nu')]) },
  { name: 'a map in the section (27 bytes that stop every editor)', change: (section) => section.push([as<Y.XmlText>(new Y.Map())]) },
  { name: 'an array in the section', change: (section) => section.push([as<Y.XmlText>(new Y.Array())]) },
  { name: 'a plain text type in a block', change: (section) => at(section, 0).push([as<Y.XmlText>(new Y.Text('x'))]) },
  { name: 'a fragment in the section', change: (section) => section.push([as<Y.XmlText>(new Y.XmlFragment())]) },
  { name: 'a hook', change: (section) => section.push([as<Y.XmlText>(new Y.XmlHook('x'))]) },
  { name: 'an object embedded in a text', change: (section) => textIn(section).insertEmbed(0, { a: 1 }) },
  { name: 'a type embedded in a text', change: (section) => textIn(section).insertEmbed(0, new Y.XmlElement('paragraph')) },
  { name: 'a script', change: (section) => section.push([element('script', new Y.XmlText('alert(1)'))]) },
  { name: 'an image', change: (section) => section.push([element('image')]) },
  { name: 'a name of Object.prototype', change: (section) => section.push([element('constructor')]) },
  { name: 'an unknown mark', change: (section) => textIn(section).format(0, 3, { blink: {} }) },
  { name: 'a mark that is a text', change: (section) => textIn(section).format(0, 3, { bold: 'x' }) },
  { name: 'a mark with attributes', change: (section) => textIn(section).format(0, 3, { bold: { style: 'x' } }) },
  {
    name: 'a link to a script',
    change: (section) => textIn(section).format(0, 3, { link: { href: ' java\u0000script:alert(1)'.replace('\u0000', '') } }),
  },
  { name: 'a link that is data', change: (section) => textIn(section).format(0, 3, { link: { href: 'data:text/html,x' } }) },
  {
    name: 'a link with an event',
    change: (section) => textIn(section).format(0, 3, { link: { href: 'https://x.example', onclick: 'x' } }),
  },
  { name: 'an object as an attribute', change: (section) => at(section, 0).setAttribute('speakerId', as<string>({ a: 1 })) },
  { name: 'an object as the new value of an attribute', change: (section) => at(section, 0).setAttribute('kind', as<string>({ a: 1 })) },
  { name: 'a node as an attribute', change: (section) => at(section, 0).setAttribute('kind', as<string>(new Y.XmlElement('paragraph'))) },
  { name: 'a number where a text belongs', change: (section) => at(section, 0).setAttribute('kind', as<string>(3)) },
  { name: 'an attribute of no node', change: (section) => at(section, 0).setAttribute('onclick', 'alert(1)') },
  { name: 'an attribute of another node', change: (section) => at(section, 0).setAttribute('colspan', as<string>(2)) },
  { name: 'a very long attribute', change: (section) => at(section, 0).setAttribute('assignee', 'x'.repeat(501)) },
  { name: 'an attribute of a text', change: (section) => textIn(section).setAttribute('id', 'x') },
  { name: 'another root', change: (_section, doc) => void doc.getMap('admin').set('x', 1) },
  {
    name: 'a section of no agenda item',
    change: (_section, doc) => doc.getXmlFragment(`s:${crypto.randomUUID()}`).push([element('paragraph')]),
  },
  { name: 'a section that is a map', change: (_section, doc) => void doc.getMap('s:x').set('x', 1) },
  { name: 'a list item outside of a list', change: (section) => section.push([element('listItem', element('paragraph'))]) },
  { name: 'a cell outside of a table', change: (section) => section.push([element('tableCell')]) },
  { name: 'a row that holds a block', change: (section) => section.push([element('table', element('tableRow', element('paragraph')))]) },
  { name: 'a block inside a block', change: (section) => at(section, 0).push([element('paragraph')]) },
  { name: 'a line break outside of a block', change: (section) => section.push([element('hardBreak')]) },
  { name: 'a rule with a text in it', change: (section) => section.push([element('horizontalRule', new Y.XmlText('x'))]) },
  { name: 'a text in a list', change: (section) => section.push([element('bulletList', new Y.XmlText('x'))]) },
  ...[0, -1, 1.5, 101, 1e9, '2'].map((span) => ({
    name: `a cell that spans ${JSON.stringify(span)} columns`,
    change: (section: Y.XmlFragment) => {
      const cell = element('tableCell', element('paragraph'));
      cell.setAttribute('colspan', as<string>(span));
      section.push([element('table', element('tableRow', cell))]);
    },
  })),
  {
    name: 'sixty quotes inside one another',
    change: (section) =>
      section.push([Array.from({ length: 60 }).reduce<Y.XmlElement>((inner) => element('blockquote', inner), element('paragraph'))]),
  },
  { name: 'a document inside the document', change: (section) => at(section, 0).setAttribute('id', as<string>(new Y.Doc())) },
  { name: 'bytes as an attribute', change: (section) => at(section, 0).setAttribute('id', as<string>(new Uint8Array(8))) },
];

/** What somebody who holds `state` would send for these changes. */
export function updateOf(state: Uint8Array, sectionName: string, change: Attack['change']): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const before = Y.encodeStateVector(doc);
  change(doc.getXmlFragment(sectionName), doc);
  return Y.encodeStateAsUpdate(doc, before);
}
