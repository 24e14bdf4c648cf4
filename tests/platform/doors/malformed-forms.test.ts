import { beforeAll, expect, test } from 'vitest';
import { useProduct } from '#tests/support/product.ts';
import { DOORS, fill, fillForm } from './doors.ts';
import { type Hidden, hideThings } from './hidden.ts';
import { comeIn, type Fields, type Visitor } from './knock.ts';

const product = useProduct();
let hidden: Hidden;
let organiser: Visitor;

beforeAll(async () => {
  organiser = await comeIn(product, 'organiser');
  hidden = await hideThings(organiser);
});

const NONSENSE = ['\0', '9'.repeat(30), '-1', '1e309', '1.5', '__proto__', '-'.repeat(36), 'é'.repeat(20_000)];

const FORMS = DOORS.flatMap(({ pattern, forms = [] }) => forms.map((form) => [pattern, String(form.intent ?? ''), form] as const))
  // whoever cancels a meeting, or leaves the group, has nothing left to try
  .sort(([, intent, form], [, , other]) => Number('reason' in form || intent === 'remove') - Number('reason' in other));

test.each(FORMS)(
  'the form of %s %s with nonsense in any field, or without it, is refused and not a fault',
  async (pattern, _intent, form) => {
    const names = { ...hidden, token: 'x'.repeat(43), version: '1', organisation: crypto.randomUUID() };
    for (const field of Object.keys(form)) {
      if (field === 'intent') continue;
      for (const nonsense of [...NONSENSE, null]) {
        const id = crypto.randomUUID();
        const { [field]: _, ...rest } = fillForm(form, { ...names, id });
        const fields: Fields = nonsense === null ? rest : { ...rest, [field]: nonsense };
        const { status } = await organiser.post(fill(pattern, { ...names, id }), fields);
        expect(`${field}=${nonsense?.slice(0, 12)} ${status}`).not.toMatch(/ 5\d\d$/);
      }
    }
  },
);

test.each([
  ['multipart/form-data; boundary=x', 'no parts'],
  ['multipart/form-data; boundary=x', '--x\r\nContent-Disposition: form-data; name="email"\r\n\r\ncut short'],
  ['multipart/form-data', 'no boundary'],
  ['application/json', '{"intent":"link"}'],
  ['text/plain', 'intent=link'],
  ['', ''],
])('a body that is no form (%s) is refused and not a fault', async (type, body) => {
  for (const method of ['POST', 'PUT', 'DELETE']) {
    const answer = await fetch(`${product.url}/sign-in`, {
      ...{ method, body: new Blob([body]), headers: { origin: product.url, 'content-type': type } },
    });
    expect(answer.status).toBe(400);
  }
});

test.each([
  '/groups/a%00b',
  '/meetings/%00',
  '/minutes/%00/v/1',
  '/editions/%00',
  '/minutes?group=%00',
  '/groups/%E0%A4%A',
  '/feeds/x%ff.ics',
])('the address %s, which nothing can be found under, is refused and not a fault', async (path) => {
  expect((await organiser.get(path)).status).toBe(400);
});

test.each(['//evil.example', '/.//evil.example', '/x/..//evil.example', 'https://evil.example', '/\\evil.example'])(
  'choosing a theme never leads to another site (%s)',
  async (to) => {
    expect((await organiser.post('/preferences', { theme: 'dark', to })).location).toBe('/');
  },
);

test('none of it is in the log, where faults of ours are looked for', () => {
  expect(product.output()).not.toMatch(/level=error|Error:/);
});
