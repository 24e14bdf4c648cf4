import { createPrivateKey, createPublicKey } from 'node:crypto';
import { readFileSync } from 'node:fs';

/** What mails are signed with (DKIM, RFC 6376). */
export interface DkimKey {
  /** The domain that vouches for a mail: that of the sender's address, or one above it. */
  domain: string;
  /** Under which name its public half stands in DNS. */
  selector: string;
  /** PEM. */
  privateKey: string;
}

/**
 * Signed in every mail that has them. All that a reader or a program acts upon: nobody on the way can exchange the
 * unsubscribe address (RFC 8058, 3.1, asks for it) or say that a mail is another's answer.
 */
export const SIGNED_HEADERS = [
  ...['From', 'Reply-To', 'To', 'Subject', 'Date', 'Message-ID', 'In-Reply-To', 'References'],
  ...['MIME-Version', 'Content-Type', 'Content-Transfer-Encoding'],
  ...['List-Id', 'List-Unsubscribe', 'List-Unsubscribe-Post', 'Auto-Submitted', 'X-Auto-Response-Suppress'],
] as const;

export interface DkimSettings {
  DKIM_DOMAIN?: string | undefined;
  DKIM_SELECTOR?: string | undefined;
  /** PEM, its line breaks also written as \n; or the path of a file that holds it. */
  DKIM_PRIVATE_KEY?: string | undefined;
}

/** The key for mails from `mailFrom`, checked; undefined when mails are not to be signed; or what is wrong, a sentence each. */
export function readDkimKey(given: DkimSettings, mailFrom: string): { key?: DkimKey; faults: string[] } {
  const { DKIM_SELECTOR: selector, DKIM_PRIVATE_KEY: written } = given;
  const sender = mailFrom.slice(mailFrom.lastIndexOf('@') + 1).toLowerCase();
  const domain = (given.DKIM_DOMAIN ?? sender).toLowerCase();
  if (!selector && !written && !given.DKIM_DOMAIN) return { faults: [] };
  const faults: string[] = [];
  if (!selector) faults.push('DKIM_SELECTOR is missing: the name under which the public key stands in DNS, for example tertulia1.');
  else if (!LABELS.test(selector))
    faults.push('DKIM_SELECTOR must be a name as in DNS: letters, digits and hyphens, for example tertulia1.');
  if (!LABELS.test(domain) || !domain.includes('.')) faults.push('DKIM_DOMAIN must be a domain, for example example.org.');
  else if (sender !== domain && !sender.endsWith(`.${domain}`)) {
    faults.push(
      `DKIM_DOMAIN is ${domain}, but mails are from ${mailFrom}: receivers want the same domain (DMARC). Change it, or ?from= in SMTP_URL.`,
    );
  }
  if (!written) faults.push('DKIM_PRIVATE_KEY is missing: the key in PEM, or the path of its file. Make one with: openssl genrsa 2048');
  const privateKey = written ? pemOf(written) : null;
  const fault = written && (privateKey ? faultOfKey(privateKey) : 'is neither a key in PEM nor the path of a file that can be read.');
  if (fault) faults.push(`DKIM_PRIVATE_KEY ${fault}`);
  if (faults.length > 0 || !selector || !privateKey) return { faults };
  return { key: { domain, selector, privateKey }, faults };
}

const LABELS = /^(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))*$/i;

function pemOf(written: string): string | null {
  if (written.includes('-----BEGIN')) return written.replaceAll('\\n', '\n');
  try {
    return readFileSync(written, 'utf8');
  } catch {
    return null;
  }
}

/** RFC 8301: RSA, 1024 bits at the very least. */
function faultOfKey(pem: string): string | null {
  try {
    const key = createPrivateKey(pem);
    if (key.asymmetricKeyType !== 'rsa') return 'must be an RSA key: not all receivers know others. Make one with: openssl genrsa 2048';
    if ((key.asymmetricKeyDetails?.modulusLength ?? 0) < 1024)
      return 'is too short for receivers to trust it. Make one with: openssl genrsa 2048';
    return null;
  } catch {
    return 'is not a private key in PEM without a password. Make one with: openssl genrsa 2048';
  }
}

export interface DnsRecord {
  name: string;
  type: 'TXT';
  value: string;
}

/** The DNS record that tells receivers the public key (RFC 6376, 3.6.1). */
export function dkimRecord({ domain, selector, privateKey }: DkimKey): DnsRecord {
  const publicKey = createPublicKey(privateKey).export({ type: 'spki', format: 'der' }).toString('base64');
  return { name: `${selector}._domainkey.${domain}`, type: 'TXT', value: `v=DKIM1; k=rsa; p=${publicKey}` };
}

/** As a zone file writes it (RFC 1035, 5.1): a text is cut into strings of at most 255 characters, which readers join. */
export function inZoneFile({ name, type, value }: DnsRecord): string {
  const strings = value.match(/.{1,250}/g) ?? [];
  return `${name}. ${type} ${strings.map((text) => `"${text}"`).join(' ')}`;
}
