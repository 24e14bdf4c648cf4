import { BadXml, childrenOf, type Element, tag } from './dav-xml.ts';
import type { Wish } from './properties.ts';

/** What is asked is said of every resource, known or not. Phones name some 45 properties of 2,500 characters together. */
const MOST_NAMES = 50;
const MOST_CHARACTERS = 5000;

/** What a PROPFIND or REPORT wants to know of each resource; no body asks for everything (RFC 4918, 9.1). Throws BadXml. */
export function readWish(body: Element | null): Wish {
  const [prop] = body ? childrenOf(body, 'prop') : [];
  if (!prop) return body && childrenOf(body, 'propname').length > 0 ? 'names' : 'all';
  const named = new Map(prop.children.map(({ namespace, name }) => [tag({ namespace, name }), { namespace, name }]));
  if (named.size > MOST_NAMES || [...named.keys()].join('').length > MOST_CHARACTERS) throw new BadXml('too many properties');
  return { named: [...named.values()] };
}
