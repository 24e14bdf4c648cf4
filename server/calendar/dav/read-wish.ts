import { childrenOf, type Element } from './dav-xml.ts';
import type { Wish } from './properties.ts';

/** What a PROPFIND or REPORT wants to know of each resource; no body asks for everything (RFC 4918, 9.1). */
export function readWish(body: Element | null): Wish {
  const [prop] = body ? childrenOf(body, 'prop') : [];
  if (prop) return { named: prop.children.map(({ namespace, name }) => ({ namespace, name })) };
  return body && childrenOf(body, 'propname').length > 0 ? 'names' : 'all';
}
