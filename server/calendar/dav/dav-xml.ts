import { Parser } from 'htmlparser2';

export const DAV = 'DAV:';
export const CALDAV = 'urn:ietf:params:xml:ns:caldav';
export const CALENDAR_SERVER = 'http://calendarserver.org/ns/';
export const APPLE = 'http://apple.com/ns/ical/';
const PREFIXES: Record<string, string> = { [DAV]: 'd', [CALDAV]: 'c', [CALENDAR_SERVER]: 's', [APPLE]: 'a' };

export interface Element {
  namespace: string;
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: Element[];
  text: string;
}

const DEEPEST = 20;
const MOST_ELEMENTS = 20_000;

/** No XML, or XML that nobody sends in good faith. */
export class BadXml extends Error {
  override readonly name = 'BadXml';
}

/**
 * Reads a request's XML into a tree, with its namespaces. There is no DTD and there are no entities but those of XML itself:
 * whatever declares any is refused, so that nothing is ever expanded or fetched; depth and number are bounded. Throws BadXml.
 */
export function parseXml(text: string): Element {
  const open: { element: Element; scope: Record<string, string>; qualified: string }[] = [];
  let root: Element | null = null;
  let count = 0;
  let justOpened = false;
  const parser = new Parser(
    {
      onopentag(qualified, attributes) {
        count += 1;
        if (open.length >= DEEPEST || count > MOST_ELEMENTS || (root && open.length === 0)) throw new BadXml('too deep or too much');
        const scope = { ...open.at(-1)?.scope, ...declared(attributes) };
        const element: Element = { ...resolve(qualified, scope), attributes, children: [], text: '' };
        open.at(-1)?.element.children.push(element);
        root ??= element;
        open.push({ element, scope, qualified });
        justOpened = true;
      },
      onclosetag(qualified, implied) {
        if (open.pop()?.qualified !== qualified || (implied && !justOpened)) throw new BadXml('not well-formed');
        justOpened = false;
      },
      ontext(words) {
        justOpened = false;
        const inside = open.at(-1);
        if (inside) inside.element.text += words;
      },
      onprocessinginstruction(name) {
        if (name.startsWith('!')) throw new BadXml('declarations are refused');
      },
    },
    { xmlMode: true, decodeEntities: true },
  );
  parser.write(text);
  parser.end();
  if (!root || open.length > 0) throw new BadXml('not well-formed');
  return root;
}

function declared(attributes: Readonly<Record<string, string>>): Record<string, string> {
  const found = Object.entries(attributes).filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  return Object.fromEntries(found.map(([name, namespace]) => [name.slice('xmlns:'.length), namespace]));
}

function resolve(qualified: string, scope: Record<string, string>): { namespace: string; name: string } {
  const colon = qualified.indexOf(':');
  const namespace = scope[qualified.slice(0, Math.max(colon, 0))] ?? '';
  if (colon > 0 && !namespace) throw new BadXml('a prefix without a namespace');
  return { namespace, name: qualified.slice(colon + 1) };
}

/** The children of a name, of DAV unless told. */
export function childrenOf(element: Element, name: string, namespace = DAV): Element[] {
  return element.children.filter((child) => child.name === name && child.namespace === namespace);
}

/** An element as text; `content` is written as it is. Of a namespace that is not ours it declares its own. */
export function tag({ namespace, name }: Pick<Element, 'namespace' | 'name'>, content = ''): string {
  const prefix = PREFIXES[namespace];
  const opening = prefix ? `${prefix}:${name}` : `x:${name} xmlns:x="${escapeXml(namespace)}"`;
  const closing = prefix ? `${prefix}:${name}` : `x:${name}`;
  return content ? `<${opening}>${content}</${closing}>` : `<${opening}/>`;
}

export const d = (name: string, content?: string) => tag({ namespace: DAV, name }, content);
export const c = (name: string, content?: string) => tag({ namespace: CALDAV, name }, content);

/** A whole document around one element of DAV. */
export function document(name: string, content: string): string {
  const spaces = Object.entries(PREFIXES).map(([namespace, prefix]) => ` xmlns:${prefix}="${namespace}"`);
  return `<?xml version="1.0" encoding="utf-8"?>\n<d:${name}${spaces.join('')}>${content}</d:${name}>\n`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };

export function escapeXml(text: string): string {
  return text.replace(/[&<>"\r]/g, (character) => ENTITIES[character] ?? character);
}
