// The verdict of our own mail server on who sent a mail (Authentication-Results, RFC 8601). Anybody can write such a header
// into a mail; only the topmost one under the name of our own server was written by it, and even that one repeats words that
// the sender chose. So it is read strictly: what breaks the grammar anywhere is not believed at all.
import { splitStatements, unquoted } from './statements.ts';

/** One check: 'dmarc', 'pass', { 'header.from': 'nanterre.example' }. Names and result are in lower case, values as they came. */
export interface AuthenticationResult {
  method: string;
  result: string;
  properties: ReadonlyMap<string, string>;
}

type Headers = readonly { key: string; value: string }[];

/** Longer ones, in characters, are no verdict of a mail server. */
const LONGEST = 4096;

/**
 * Whether our own server (`authservId`) found that a mail comes from the domain of its From: by DMARC (RFC 7489), or where it
 * names no policy of the domain, by a DKIM signature or an SPF pass that is aligned with it.
 */
export function isAuthentic(headers: Headers, { authservId, from }: { authservId: string; from: string }): boolean {
  const results = ownResults(headers, authservId);
  const domain = domainOf(from);
  if (!results || !domain) return false;
  const [dmarc, ...others] = results.filter(({ method }) => method === 'dmarc');
  // two verdicts where there can be one: something was smuggled into a value
  if (others.length > 0) return false;
  if (dmarc && dmarc.result !== 'none') return dmarc.result === 'pass' && domainOf(dmarc.properties.get('header.from') ?? '') === domain;
  return results.some(({ method, result, properties }) => {
    if (result !== 'pass') return false;
    // the domain that signed; header.i is the signer's own word about a user of it
    if (method === 'dkim') return isAligned(bareDomain(properties.get('header.d') ?? ''), domain);
    return method === 'spf' && isAligned(domainOf(properties.get('smtp.mailfrom') ?? ''), domain);
  });
}

function ownResults(headers: Headers, authservId: string): readonly AuthenticationResult[] | null {
  for (const { key, value } of headers) {
    if (key !== 'authentication-results' || authservIdOf(value) !== authservId.toLowerCase()) continue;
    // the topmost one of ours counts, also where it cannot be believed: those below may be anybody's
    return value.length > LONGEST ? null : (readResults(value)?.results ?? null);
  }
  return null;
}

/** Before anything else of it is read. A comment before the name is allowed by the grammar, and written by nobody. */
function authservIdOf(value: string): string {
  const [, quoted, plain] = /^\s*(?:"([^"\\]*)"|([^\s;"()]+))(?=[\s;(]|$)/.exec(value.slice(0, LONGEST)) ?? [];
  return (quoted ?? plain ?? '').toLowerCase();
}

/** Reads one header; null for one that breaks the grammar (RFC 8601, 2.2). No spaces stand around its signs of equality. */
export function readResults(value: string): { authservId: string; results: AuthenticationResult[] } | null {
  const authservId = authservIdOf(value);
  const statements = splitStatements(value);
  if (!authservId || !statements) return null;
  const results: AuthenticationResult[] = [];
  for (const words of statements.slice(1)) {
    if (words.length === 0 || (words.length === 1 && words[0]?.toLowerCase() === 'none')) continue;
    const pairs = words.map(pairOf);
    const properties = new Map(pairs.filter((pair) => pair !== null));
    // a word that is no pair, or a name twice: a value was cut in two
    if (properties.size < words.length) return null;
    const [[method, result] = ['', '']] = properties;
    results.push({ method: method.split('/')[0] ?? '', result: unquoted(result).toLowerCase(), properties });
  }
  return { authservId, results };
}

function pairOf(word: string): [string, string] | null {
  const sign = word.indexOf('=');
  const name = word.slice(0, Math.max(sign, 0));
  return /^[\w./-]+$/.test(name) && sign < word.length - 1 ? [name.toLowerCase(), word.slice(sign + 1)] : null;
}

/**
 * The domain of an address, or a domain itself; '' for what is neither. In `"a@nanterre.example"@evil.example` the first part
 * is a name that its owner chose: the domain follows the last @, and that one is never inside quotation marks, unless they
 * stand around the whole value.
 */
function domainOf(value: string): string {
  const address = isWhollyQuoted(value) ? unquoted(value) : value;
  return bareDomain(address.slice(address.lastIndexOf('@') + 1));
}

function isWhollyQuoted(value: string): boolean {
  return /^"(?:[^"\\]|\\.)*"$/.test(value);
}

/** '' for anything that is no plain name of two labels or more: a top-level domain speaks for nobody. */
function bareDomain(text: string): string {
  const domain = (isWhollyQuoted(text) ? unquoted(text) : text).toLowerCase().replace(/\.$/, '');
  return /^[^\s."'@\\(),:;<>[\]]+(?:\.[^\s."'@\\(),:;<>[\]]+)+$/.test(domain) ? domain : '';
}

/**
 * Stricter than the relaxed alignment of RFC 7489, 3.1, which needs the list of public suffixes: the same domain, or the From
 * is inside the one that was proven. Whoever holds a domain holds what is inside it, and never the other way: a hosted
 * subdomain, or a neighbour under a suffix such as eu.org, must not speak for the whole. Who is refused by this confirms by a link.
 */
function isAligned(proven: string, from: string): boolean {
  return proven !== '' && (from === proven || from.endsWith(`.${proven}`));
}
