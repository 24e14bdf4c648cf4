import { Parser } from 'htmlparser2';

export const DAV = 'DAV:';
export const CALDAV = 'urn:ietf:params:xml:ns:caldav';
export const CALENDAR_SERVER = 'http://calendarserver.org/ns/';
export const APPLE = 'http://apple.com/ns/ical/';
const PREFIXES: ReadonlyMap<string, string> = new Map([
  [DAV, 'd'],
  [CALDAV, 'c'],
  [CALENDAR_SERVER, 's'],
  [APPLE, 'a'],
]);

export interface Element {
  namespace: string;
  name: string;
  attributes: Readonly<Record<string, string>>;
  children: Element[];
  text: string;
}

/** Prefixes and the namespaces that they stand for; '' is what has no prefix. */
type Scope = ReadonlyMap<string, string>;

const DEEPEST = 20;
/** A thousand addresses and what is asked of them. */
const MOST_ELEMENTS = 2000;
/** Of one element; and namespaces in force at once, since a scope is copied where one is added. Phones declare one or two. */
const MOST_ATTRIBUTES = 50;
const LONGEST_NAME = 100;
const LONGEST_NAMESPACE = 200;
/** Names are given back in answers, so they have to be names (Namespaces in XML, 4); the rarer characters of one are left out. */
const QUALIFIED = /^(?:([\p{L}_][\p{L}\p{N}._-]*):)?([\p{L}_][\p{L}\p{N}._-]*)$/u;

/** No XML, or XML that nobody sends in good faith. */
export class BadXml extends Error {
  override readonly name = 'BadXml';
}

/**
 * Reads a request's XML into a tree, with its namespaces, in a time that grows with its length alone. There is no DTD and
 * there are no entities but those of XML itself: whatever declares any is refused, so that nothing is ever expanded or
 * fetched. Throws BadXml, also beyond the limits above for depth, elements, attributes, namespaces and names.
 */
export function parseXml(text: string): Element {
  const open: { element: Element; scope: Scope; qualified: string }[] = [];
  let root: Element | null = null;
  let count = 0;
  let justOpened = false;
  const parser = new Parser(
    {
      onopentag(qualified, attributes) {
        count += 1;
        if (open.length >= DEEPEST || count > MOST_ELEMENTS || (root && open.length === 0)) throw new BadXml('too deep or too much');
        const scope = scopeIn(open.at(-1)?.scope ?? new Map(), attributes);
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

/** The namespaces inside an element: those around it, the same object, unless it declares others. */
function scopeIn(outer: Scope, attributes: Readonly<Record<string, string>>): Scope {
  const all = Object.entries(attributes);
  if (all.length > MOST_ATTRIBUTES) throw new BadXml('too many attributes');
  const declared = all.filter(([name]) => name === 'xmlns' || name.startsWith('xmlns:'));
  if (declared.length === 0) return outer;
  const scope = new Map([...outer, ...declared.map(([name, namespace]): [string, string] => [name.slice('xmlns:'.length), namespace])]);
  if (scope.size > MOST_ATTRIBUTES) throw new BadXml('too many namespaces');
  return scope;
}

function resolve(qualified: string, scope: Scope): { namespace: string; name: string } {
  const [, prefix = '', name = ''] = qualified.length <= LONGEST_NAME ? (QUALIFIED.exec(qualified) ?? []) : [];
  const namespace = scope.get(prefix) ?? '';
  if (!name || (prefix && !namespace)) throw new BadXml('no name, or a prefix without a namespace');
  // a control character could not be given back
  if (namespace.length > LONGEST_NAMESPACE || /\p{Cc}/u.test(namespace)) throw new BadXml('no namespace');
  return { namespace, name };
}

/** The children of a name, of DAV unless told. */
export function childrenOf(element: Element, name: string, namespace = DAV): Element[] {
  return element.children.filter((child) => child.name === name && child.namespace === namespace);
}

/** An element as text; `content` is written as it is. Of a namespace that is not ours it declares its own; of none, none. */
export function tag({ namespace, name }: Pick<Element, 'namespace' | 'name'>, content = ''): string {
  const prefix = PREFIXES.get(namespace);
  const closing = namespace ? `${prefix ?? 'x'}:${name}` : name;
  const opening = prefix || !namespace ? closing : `${closing} xmlns:x="${escapeXml(namespace)}"`;
  return content ? `<${opening}>${content}</${closing}>` : `<${opening}/>`;
}

export const d = (name: string, content?: string) => tag({ namespace: DAV, name }, content);
export const c = (name: string, content?: string) => tag({ namespace: CALDAV, name }, content);

/** What comes before and after the content of a whole document of one element of DAV. */
export function documentAround(name: string): [opening: string, closing: string] {
  const spaces = [...PREFIXES].map(([namespace, prefix]) => ` xmlns:${prefix}="${namespace}"`);
  return [`<?xml version="1.0" encoding="utf-8"?>\n<d:${name}${spaces.join('')}>`, `</d:${name}>\n`];
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };

export function escapeXml(text: string): string {
  return text.replace(/[&<>"\r]/g, (character) => ENTITIES[character] ?? character);
}
