import { expect, test } from 'vitest';
import { REFUSABLE_KINDS } from '#app/model/mail-preferences.ts';
import { openUnsubscription, sealUnsubscription } from '#server/mail-preferences/unsubscribe-token.ts';

const env = { sessionSecret: 'a secret of the tests, 32 or more' };
const karim = { address: 'karim.belhadj@nanterre.example', kind: 'minutes' } as const;

test('a link says to the server, and to nobody else, which kind of mail to which address it ends', () => {
  for (const kind of REFUSABLE_KINDS) {
    const token = sealUnsubscription(env, { ...karim, kind });
    expect(openUnsubscription(env, token)).toEqual({ ...karim, kind });
    for (const encoding of ['base64url', 'hex', 'utf8'] as const)
      expect(Buffer.from(token, encoding).toString('latin1')).not.toContain('nanterre');
  }
  // the same link in every mail: nothing tells one mail from another
  expect(sealUnsubscription(env, karim)).toBe(sealUnsubscription(env, karim));
});

test('a link that is cut anywhere, or has one letter changed, is no link', () => {
  const token = sealUnsubscription(env, karim);
  for (let length = 0; length < token.length; length += 1) expect(openUnsubscription(env, token.slice(0, length))).toBeNull();
  for (let at = 0; at < token.length; at += 1) {
    const other = token[at] === 'A' ? 'B' : 'A';
    expect(openUnsubscription(env, token.slice(0, at) + other + token.slice(at + 1))).toBeNull();
  }
  for (const hostile of ['', '.', '=', `${token}=`, `${token}A`, 'A'.repeat(5000), '\u0000'.repeat(43), 'é'.repeat(40)])
    expect(openUnsubscription(env, hostile)).toBeNull();
});

test('a link of another installation, or from before its secret changed, is no link', () => {
  const token = sealUnsubscription({ sessionSecret: 'another secret, also long enough to be one' }, karim);
  expect(openUnsubscription(env, token)).toBeNull();
});
