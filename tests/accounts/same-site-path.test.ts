import { expect, test } from 'vitest';
import { sameSitePath } from '#server/accounts/same-site-path.ts';

test.each(['/', '/meetings/x', '/en/account?done=1#a', '/a//b', '/a?to=https://other.example'])('%s stays', (path) => {
  expect(sameSitePath(path)).toBe(path);
});

test.each([
  null,
  undefined,
  '',
  'meetings',
  'https://evil.example',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '\\\\evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '/./\\evil.example',
  '/.//evil.example',
  'javascript:alert(1)',
  'data:text/html,x',
  `/${'x'.repeat(5000)}`,
])('%j leads to the start page', (elsewhere) => {
  expect(sameSitePath(elsewhere)).toBe('/');
});
