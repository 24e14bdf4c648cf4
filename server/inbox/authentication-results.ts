// The verdict of our own mail server on who sent a mail (Authentication-Results, RFC 8601). Anybody can write such a header
// into a mail; only the topmost one under the name of our own server was written by it.

/** One check: 'dmarc', 'pass', { 'header.from': 'nanterre.example' }. All in lower case. */
export interface AuthenticationResult {
  method: string;
  result: string;
  properties: Readonly<Record<string, string>>;
}

type Headers = readonly { key: string; value: string }[];

/**
 * Whether our own server (`authservId`) found that a mail comes from the domain of its From: by DMARC (RFC 7489), or where
 * the domain has no such policy, by a DKIM signature or an SPF pass that is aligned with it.
 */
export function isAuthentic(headers: Headers, { authservId, from }: { authservId: string; from: string }): boolean {
  const results = ownResults(headers, authservId);
  const domain = domainOf(from);
  if (!results || !domain) return false;
  const [dmarc, ...others] = results.filter(({ method }) => method === 'dmarc');
  // two verdicts where there can be one: something was smuggled into a value
  if (others.length > 0) return false;
  if (dmarc && dmarc.result !== 'none') return dmarc.result === 'pass' && domainOf(dmarc.properties['header.from'] ?? '') === domain;
  return results.some(({ method, result, properties }) => {
    if (result !== 'pass') return false;
    if (method === 'dkim') return isAligned(domainOf(properties['header.d'] ?? properties['header.i'] ?? ''), domain);
    return method === 'spf' && isAligned(domainOf(properties['smtp.mailfrom'] ?? ''), domain);
  });
}

function ownResults(headers: Headers, authservId: string): AuthenticationResult[] | null {
  for (const { key, value } of headers) {
    if (key !== 'authentication-results') continue;
    const read = readResults(value);
    if (read?.authservId === authservId.toLowerCase()) return read.results;
  }
  return null;
}

/** Reads one header; null for one that breaks the grammar (RFC 8601, 2.2). */
export function readResults(value: string): { authservId: string; results: AuthenticationResult[] } | null {
  const [first, ...rest] = splitAt(withoutComments(value.slice(0, LONGEST)), ';');
  const authservId = unquoted(first?.trim().split(/\s+/)[0] ?? '');
  if (!authservId) return null;
  const results: AuthenticationResult[] = [];
  for (const statement of rest) {
    const [check, ...properties] = pairsOf(statement);
    if (!check) continue;
    results.push({ method: check[0].split('/')[0]?.trim() ?? '', result: check[1], properties: Object.fromEntries(properties) });
  }
  return { authservId, results };
}

/** Longer ones are no verdict of a mail server. */
const LONGEST = 20_000;
// a value is a quoted string or runs to the next space
const PAIR = /([\w./-]+)\s*=\s*("(?:[^"\\]|\\.)*"|[^\s"]+)/g;

function pairsOf(statement: string): [string, string][] {
  return [...statement.matchAll(PAIR)].map(([, name = '', value = '']) => [name.toLowerCase(), unquoted(value)]);
}

function unquoted(text: string): string {
  return (text.startsWith('"') ? text.slice(1, -1).replace(/\\(.)/g, '$1') : text).toLowerCase();
}

/** Comments may say anything, also "dkim=pass", and stand inside one another (RFC 5322, 3.2.2). */
function withoutComments(text: string): string {
  let kept = '';
  let depth = 0;
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (sign === '\\' && (quoted || depth > 0)) {
      if (depth === 0) kept += text.slice(index, index + 2);
      index += 1;
    } else if (sign === '"' && depth === 0) {
      quoted = !quoted;
      kept += sign;
    } else if (sign === '(' && !quoted) depth += 1;
    else if (sign === ')' && !quoted && depth > 0) {
      depth -= 1;
      kept += ' ';
    } else if (depth === 0) kept += sign;
  }
  return kept;
}

function splitAt(text: string, separator: string): string[] {
  const pieces = [''];
  let quoted = false;
  for (let index = 0; index < text.length; index += 1) {
    const sign = text.charAt(index);
    if (sign === '"' && text.charAt(index - 1) !== '\\') quoted = !quoted;
    if (sign === separator && !quoted) pieces.push('');
    else pieces[pieces.length - 1] += sign;
  }
  return pieces;
}

/** The domain of an address, or a domain itself. */
function domainOf(address: string): string {
  return address
    .slice(address.lastIndexOf('@') + 1)
    .toLowerCase()
    .replace(/\.$/, '');
}

/** Relaxed alignment (RFC 7489, 3.1): the same domain, or one is inside the other. A top-level domain signs for nobody. */
function isAligned(signer: string, domain: string): boolean {
  if (!signer.includes('.') || !domain.includes('.')) return false;
  return signer === domain || domain.endsWith(`.${signer}`) || signer.endsWith(`.${domain}`);
}
