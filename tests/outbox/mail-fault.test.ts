import { describe, expect, test } from 'vitest';
import { verdictOf, verdictOfReply } from '#server/outbox/mail-fault.ts';

describe('what another server says is told in one of our words', () => {
  test.each([
    ['550 5.1.1 <x@y.example>: Recipient address rejected: User unknown', 'no_mailbox', true, true],
    ['550 5.2.1 The email account that you tried to reach is disabled', 'no_mailbox', true, true],
    ['550 No such user here', 'no_mailbox', true, true],
    ['552 5.2.2 mailbox full', 'mailbox_full', true, true],
    ['550 5.7.26 This mail has been blocked because the sender is unauthenticated', 'policy', true, false],
    ['554 Message rejected as spam', 'policy', true, false],
    ['553 5.1.8 sender address does not exist', 'policy', true, false],
    ['552 5.3.4 message size exceeds limit', 'content', true, false],
    ['554 5.6.0 malformed', 'content', true, false],
    ['554 transaction failed', 'other', true, false],
    ['450 4.2.0 greylisted, come back', 'later', false, false],
    ['452 4.2.2 quota exceeded', 'mailbox_full', false, false],
    ['421 4.7.0 too many messages', 'policy', false, false],
  ] as const)('%s', (reply, fault, permanent, ofAddress) => {
    expect(verdictOfReply(reply, Number(reply.slice(0, 3)))).toEqual({ fault, permanent, ofAddress });
  });
});

test('a report of a mail that came back is read the same way, by its Status', () => {
  expect(verdictOfReply('5.1.1 smtp; 550 user unknown')).toEqual({ fault: 'no_mailbox', permanent: true, ofAddress: true });
  expect(verdictOfReply('')).toEqual({ fault: 'later', permanent: false, ofAddress: false });
});

test('what is ours to mend is tried again: a password that our own server refuses, a network that is down', () => {
  expect(verdictOf({ code: 'EAUTH', responseCode: 535, message: 'Invalid login' })).toEqual({
    fault: 'login',
    permanent: false,
    ofAddress: false,
  });
  expect(verdictOf({ code: 'ECONNECTION', message: 'connect' })).toEqual({ fault: 'network', permanent: false, ofAddress: false });
  expect(verdictOf(new TypeError('of our own making'))).toEqual({ fault: 'template', permanent: false, ofAddress: false });
});
