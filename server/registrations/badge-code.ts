import { randomBytes } from 'node:crypto';

// Crockford's base 32: capitals and digits only, which a QR code writes in its short alphanumeric mode (ISO/IEC 18004)
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const LENGTH = 26;

/** What a badge carries: 130 random bits, so that nobody makes up one that lets them in. */
export function newBadgeCode(): string {
  return Array.from(randomBytes(LENGTH), (byte) => SIGNS[byte % 32]).join('');
}
