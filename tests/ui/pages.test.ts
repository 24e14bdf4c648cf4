import { describe, expect, test } from 'vitest';
import { useProduct } from '#tests/support/product.ts';

const product = useProduct();

const get = (path: string, headers: Record<string, string> = {}) => fetch(product.url + path, { headers, redirect: 'manual' });
const page = async (path: string, headers?: Record<string, string>) => (await get(path, headers)).text();
const post = (path: string, fields: Record<string, string>) =>
  fetch(product.url + path, { method: 'POST', body: new URLSearchParams(fields), headers: { Origin: product.url }, redirect: 'manual' });

const READING = ['/', '/en', '/?m=2022-06&view=list', '/editions', '/editions/raict-2023', '/nowhere'];

describe('every page', () => {
  test('that is only read ships no script at all', async () => {
    for (const path of READING) expect(await page(path), path).not.toMatch(/<script/i);
  });

  test('of a programme ships the star’s file and nothing else: the rest of it is only read', async () => {
    const scripts = (await page('/en/editions/raict-2023/programme')).match(/<script[^>]*>/gi) ?? [];
    expect(scripts).toEqual([expect.stringMatching(/^<script type="module" src="\/assets\/star-[\w-]+\.js">$/)]);
  });

  test('says its language, its title and what it is, and where it is in the other language', async () => {
    const french = await page('/editions/raict-2023');
    expect(french).toContain('<html lang="fr"');
    expect(french).toMatch(/<title>RAICT 2023 · Tertulia<\/title>/);
    expect(french).toMatch(/<meta name="description" content="[^"]{20,}/);
    expect(french).toContain(`hrefLang="en" href="${product.url}/en/editions/raict-2023"`);
    expect(await page('/en/editions/raict-2023')).toContain('<html lang="en"');
  });

  test('allows scripts of this site only, and nobody to put it in a frame', async () => {
    const policy = (await get('/')).headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toMatch(/script-src 'self' 'nonce-[\w+/=]{20,}'/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy.match(/script-src[^;]*/)?.[0]).not.toContain('unsafe');
    const again = (await get('/')).headers.get('content-security-policy');
    expect(again).not.toBe(policy);
  });

  test('leads past the menus by its first link', async () => {
    const html = await page('/');
    expect(html.indexOf('href="#content"')).toBeLessThan(html.indexOf('<header'));
    expect(html).toContain('<main id="content"');
  });
});

describe('what travels', () => {
  const sized = async (path: string, accepted: string) => {
    const response = await get(path, { 'Accept-Encoding': accepted });
    return { encoding: response.headers.get('content-encoding'), vary: response.headers.get('vary'), text: await response.text() };
  };

  test('is compressed as the browser takes it, pages and style sheets alike', async () => {
    const sheet = (await page('/')).match(/href="(\/assets\/root-[^"]+\.css)"/)?.[1] ?? '';
    for (const path of ['/', sheet]) {
      const plain = await sized(path, 'identity');
      expect(plain.encoding, path).toBeNull();
      for (const encoding of ['br', 'gzip']) {
        const packed = await sized(path, encoding);
        expect(packed.encoding, path).toBe(encoding);
        expect(packed.vary, path).toContain('Accept-Encoding');
        expect(packed.text.length, path).toBe(plain.text.length);
      }
      expect((await sized(path, 'br;q=0, gzip')).encoding, path).toBe('gzip');
    }
    const type = (await get(sheet, { 'Accept-Encoding': 'br' })).headers.get('content-type');
    expect(type).toMatch(/^text\/css/);
  });

  test('is kept by nobody in between when it is a page, and for good when it is a file of the build', async () => {
    expect((await get('/')).headers.get('cache-control')).toBe('private, no-cache');
    const font = (await page('/')).match(/href="(\/assets\/[^"]+\.woff2)"/)?.[1] ?? '';
    expect((await get(font)).headers.get('cache-control')).toContain('immutable');
  });
});

describe('an unknown address', () => {
  test('answers 404 with a page in the language of the address', async () => {
    for (const [path, words] of [
      ['/nowhere', 'Cette page n’existe pas'],
      ['/en/nowhere', 'This page does not exist'],
      ['/groups/dalc/nothing/here', 'Cette page n’existe pas'],
    ] as const) {
      const response = await get(path);
      expect(response.status, path).toBe(404);
      expect(await response.text(), path).toContain(words);
    }
  });

  test('of an edition asks a visitor to sign in, as one that exists and is closed would', async () => {
    const response = await get('/en/editions/nowhere');
    expect(response.status).toBe(302);
    expect(response.headers.get('location')).toMatch(/^\/en\/sign-in\?to=/);
  });

  test('is shown back to nobody as markup', async () => {
    expect(await page('/%3Cscript%3Ealert(1)%3C/script%3E')).not.toContain('<script>alert');
  });
});

describe('the theme', () => {
  test('follows the device until the reader chooses, and then stays', async () => {
    expect(await page('/')).toContain('data-theme="auto"');
    const answer = await post('/preferences', { theme: 'dark', to: '/en/editions?x=1' });
    expect(answer.status).toBe(303);
    expect(new URL(answer.headers.get('location') ?? '', product.url).href).toBe(`${product.url}/en/editions?x=1`);
    const cookie = answer.headers.get('set-cookie') ?? '';
    expect(cookie).toMatch(/^theme=dark; Max-Age=\d+; Path=\/; SameSite=Lax; HttpOnly/);
    expect(await page('/', { cookie: 'theme=dark' })).toContain('data-theme="dark"');
  });

  test('goes back to that of the device', async () => {
    const answer = await post('/preferences', { theme: 'auto', to: '/' });
    expect(answer.headers.get('set-cookie')).toContain('theme=; Max-Age=0');
  });

  test('takes no other value, and never leads to another site', async () => {
    expect((await post('/preferences', { theme: 'pink', to: '/' })).status).toBe(400);
    for (const to of ['https://elsewhere.example/', '//elsewhere.example', '/\\elsewhere.example', 'javascript:alert(1)'])
      expect((await post('/preferences', { theme: 'dark', to })).headers.get('location'), to).toBe('/');
    expect(await page('/', { cookie: 'theme=pink' })).toContain('data-theme="auto"');
  });
});

describe('the front page', () => {
  test('shows the month of its address, and the address of the months around it', async () => {
    const html = await page('/?m=2023-09');
    expect(html).toContain('Septembre 2023');
    expect(html).toContain('href="/?m=2023-08#calendar"');
    expect(html).toContain('href="/?m=2023-10#calendar"');
    expect(html).toMatch(/RAICT 2023/);
  });

  test('opens on a month whatever stands in the address', async () => {
    for (const month of ['2023-13', 'x', '', '9999-99', '2023-9', '0000-00', '1800-01'])
      expect((await get(`/?m=${month}`)).status, month).toBe(200);
  });
});

describe('the programme', () => {
  test('has the fifteen sessions of RAICT 2023 under their days, each leading to its page', async () => {
    const html = await page('/editions/raict-2023/programme');
    expect(html).toContain('Lundi 18\u00A0septembre');
    expect(html).toContain('Mardi 19\u00A0septembre');
    expect(new Set([...html.matchAll(/href="(\/meetings\/[^"]+)"/g)].map(([, to]) => to)).size).toBe(15);
  });

  test('can be narrowed to a theme by its address, and stays whole for an unknown one', async () => {
    const sessions = async (path: string) => ((await page(path)).match(/class="ses(?: ses--wide)?"/g) ?? []).length;
    const all = await sessions('/editions/raict-2023/programme');
    const some = await sessions('/editions/raict-2023/programme?theme=Outre-mer');
    expect(some).toBeGreaterThan(0);
    expect(some).toBeLessThan(all);
    expect(await sessions('/editions/raict-2023/programme?theme=%3Cscript%3E')).toBe(all);
  });
});
