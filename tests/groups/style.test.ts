import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { contrastOnWhite, parseColour, readableOnWhite } from '#app/model/group-style.ts';
import { readStyle } from '#db/groups/read-style.ts';
import { organiseGroup } from '#server/groups/access.ts';
import { keepStyle, type StyleForm } from '#server/groups/style/keep-style.ts';
import { readHouseStyle } from '#server/groups/style/read-house-style.ts';
import { readPicture } from '#server/groups/style/read-picture.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeGroup, makeMembership, makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';

const database = useDatabase();
const services = useServices(database);

/** A PNG (ISO/IEC 15948) all black; `broken`: its pixels are not there. */
function png(width: number, height: number, broken = false): Buffer {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
    const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
    length.writeUInt32BE(data.length);
    sum.writeUInt32BE(crc(body));
    return Buffer.concat([length, body, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2], 8);
  const pixels = broken ? Buffer.from('nothing') : deflateSync(Buffer.alloc((width * 3 + 1) * height));
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]);
}

function crc(bytes: Buffer): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = sum & 1 ? (sum >>> 1) ^ 0xedb88320 : sum >>> 1;
  }
  return (sum ^ 0xffffffff) >>> 0;
}

const svg = (inside: string, attributes = 'viewBox="0 0 200 50"') =>
  Buffer.from(`<?xml version="1.0"?><!-- dessin --><svg xmlns="http://www.w3.org/2000/svg" ${attributes}>${inside}</svg>`);

describe('the picture of a logo', () => {
  test('is known by what it holds, with its size', () => {
    expect(readPicture(png(200, 100))).toEqual({ ok: true, type: 'image/png', width: 200, height: 100 });
    const jpeg = Buffer.from('ffd8ffe000104a46494600010100000100010000ffc0001108003200c803012200021101031101', 'hex');
    expect(readPicture(jpeg)).toEqual({ ok: true, type: 'image/jpeg', width: 200, height: 50 });
    expect(readPicture(svg('<path d="M0 0h9v9z" fill="url(#g)"/>'))).toEqual({ ok: true, type: 'image/svg+xml', width: 200, height: 50 });
    expect(readPicture(svg('<g/>', 'width="30mm" height="10mm"'))).toMatchObject({ ok: true, width: 30, height: 10 });
  });

  test.each([
    ['nothing', Buffer.alloc(0), 'not-a-picture'],
    ['text', Buffer.from('bonjour, je suis logo.png'), 'not-a-picture'],
    ['a web page', Buffer.from('<!doctype html><html><body>x</body></html>'), 'not-a-picture'],
    ['a cut JPEG', Buffer.from('ffd8ffe000104a', 'hex'), 'not-a-picture'],
    ['an SVG that does not end', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><g>'), 'not-a-picture'],
    ['600 KB', Buffer.concat([png(100, 100), Buffer.alloc(600_000)]), 'too-heavy'],
    ['8 pixels', png(8, 8), 'too-small'],
    ['30,000 pixels in few bytes', png(30_000, 10), 'too-large'],
  ])('refuses %s', (_what, bytes, reason) => {
    expect(readPicture(bytes)).toEqual({ ok: false, reason });
  });

  test.each([
    '<script>alert(1)</script>',
    '<g onload="alert(1)"/>',
    '<a href="https://example.org/"><path d=""/></a>',
    '<image href="https://example.org/x.png"/>',
    '<image xlink:href="data:image/png;base64,AAAA"/>',
    '<use href="https://example.org/x.svg#a"/>',
    '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>',
    '<style>@import url(https://example.org/x.css);</style>',
    '<style>path { fill: url("https://example.org/x.svg#a") }</style>',
    '<path fill="url(https://example.org/x.svg#a)" d=""/>',
    '<animate attributeName="href" to="javascript:alert(1)"/>',
  ])('refuses an SVG with %s', (inside) => {
    expect(readPicture(svg(inside))).toEqual({ ok: false, reason: 'unsafe' });
  });

  test('refuses an SVG whose entities grow, or reach for files', () => {
    const bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY c SYSTEM "file:///etc/passwd">]>';
    expect(readPicture(Buffer.from(`${bomb}<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><text>&b;&c;</text></svg>`))).toEqual({
      ok: false,
      reason: 'unsafe',
    });
  });
});

describe('the colour of a group', () => {
  test('is read with or without its sign, and stands out enough from white, or another does', () => {
    expect(parseColour(' 0E4A3E ')).toBe('#0e4a3e');
    expect(parseColour('vert')).toBeNull();
    expect(contrastOnWhite('#000000')).toBeCloseTo(21);
    expect(contrastOnWhite('#ffffff')).toBeCloseTo(1);
    for (const pale of ['#f2b93b', '#ffffff', '#777777', '#00ff00', '#767676']) {
      expect(contrastOnWhite(readableOnWhite(pale))).toBeGreaterThanOrEqual(4.5);
    }
    expect(readableOnWhite('#0e4a3e')).toBe('#0e4a3e');
  });
});

describe('keeping the style of a group', () => {
  const plain: StyleForm = { colour: '#7b2c66', footer: 'reseau.example', logoAlt: '', logo: undefined };

  async function organised() {
    const group = await makeGroup(database.db);
    const organiser = await makePerson(database.db);
    await makeMembership(database.db, { groupId: group.id, personId: organiser.id, role: 'organiser' });
    const viewer = viewerOf(organiser);
    const scope = await organiseGroup(services, viewer, group.slug);
    const keep = (style: Partial<StyleForm>, revision: number) =>
      keepStyle(services, { viewer, scope, revision, style: { ...plain, ...style } });
    return { group, scope, keep };
  }

  test('writes it once; whoever filled the form before that is told, and nothing is lost', async () => {
    const { scope, keep } = await organised();
    expect(await keep({}, 0)).toEqual({ ok: true });
    expect(await readStyle(database.db, scope)).toMatchObject({ colour: '#7b2c66', footer: 'reseau.example', revision: 1 });
    expect(await keep({ footer: 'plus tard' }, 0)).toMatchObject({ ok: false, reason: 'conflict', current: { footer: 'reseau.example' } });
    expect(await keep({ footer: 'plus tard' }, 1)).toEqual({ ok: true });
  });

  test('a pale colour is refused with one that reads', async () => {
    const { keep } = await organised();
    expect(await keep({ colour: '#f2b93b' }, 0)).toMatchObject({
      ok: false,
      reason: 'pale',
      suggestion: expect.stringMatching(/^#[0-9a-f]{6}$/),
    });
  });

  test('a logo needs words, stays until it is taken away, and is drawn before it is kept', async () => {
    const { group, scope, keep } = await organised();
    const logo = png(200, 100);
    expect(await keep({ logo }, 0)).toEqual({ ok: false, reason: 'logo-without-words' });
    expect(await keep({ logo: png(200, 100, true), logoAlt: 'Réseau' }, 0)).toEqual({ ok: false, reason: 'not-a-picture' });
    expect(await keep({ logo, logoAlt: 'Réseau' }, 0)).toEqual({ ok: true });
    expect(await keep({ logoAlt: 'Réseau des villes' }, 1)).toEqual({ ok: true });
    expect(await readHouseStyle(services, group.id)).toMatchObject({
      colour: '#7b2c66',
      logo: { alt: 'Réseau des villes', width: 200, height: 100 },
    });
    expect(await keep({ logo: null }, 2)).toEqual({ ok: true });
    expect(await readStyle(database.db, scope)).toMatchObject({ logoType: null, logoAlt: '' });
  });
});
