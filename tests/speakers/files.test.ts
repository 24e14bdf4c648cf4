import { strToU8, zipSync } from 'fflate';
import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { createLogger } from '#server/logger.ts';
import { nameOf } from '#server/speakers/keep-slides.ts';
import { makePortrait } from '#server/speakers/portraits/make-portrait.ts';
import { checkSlides } from '#server/speakers/slides/check-slides.ts';
import { hugePng, odp, pdf, pptx } from './hostile-files.ts';

const log = createLogger('error');
const portraitOf = (bytes: Uint8Array | string) => makePortrait(log, typeof bytes === 'string' ? Buffer.from(bytes) : bytes);
const slidesOf = (bytes: Uint8Array | string) => checkSlides(log, typeof bytes === 'string' ? Buffer.from(bytes) : bytes);

describe('a portrait', () => {
  const photo = sharp({ create: { width: 900, height: 600, channels: 3, background: '#446688' } });

  test('is a square without anything that the camera wrote: no place, no date, no thumbnail', async () => {
    const jpeg = await photo
      .clone()
      .withExif({ IFD0: { Make: 'Appareil', Orientation: '6' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '48/1 51/1 24/1' } })
      .jpeg()
      .toBuffer();
    expect(jpeg.includes('Appareil')).toBe(true);
    const made = await portraitOf(jpeg);
    if (!made.ok) throw new Error(made.reason);
    const kept = await sharp(made.webp).metadata();
    expect(kept).toMatchObject({ format: 'webp', width: 512, height: 512 });
    expect([kept.exif, kept.xmp, kept.icc, kept.orientation]).toEqual([undefined, undefined, undefined, undefined]);
    expect(made.webp.includes('Appareil')).toBe(false);
  });

  test('may come as PNG, WebP or AVIF, whatever its name', async () => {
    for (const bytes of [
      await photo.clone().png().toBuffer(),
      await photo.clone().webp().toBuffer(),
      await photo.clone().avif().toBuffer(),
    ])
      expect((await portraitOf(bytes)).ok).toBe(true);
  });

  test.each([
    ['nothing', '', 'empty'],
    ['a program under another name', `MZ${'\0'.repeat(500)}`, 'not-a-picture'],
    ['a page', '<!doctype html><script>alert(1)</script>', 'not-a-picture'],
    ['a drawing with a script', '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'not-a-picture'],
    ['a GIF', 'GIF89a\u0001\u0000\u0001\u0000', 'not-a-picture'],
    ['the beginning of a JPEG', '\u00ff\u00d8\u00ff\u00e0', 'broken'],
    ['a HEIC of a telephone', '\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'heic'],
  ])('is not %s', async (_what, text, reason) => {
    expect(await portraitOf(Buffer.from(text, 'latin1'))).toEqual({ ok: false, reason });
  });

  test('is not one of 40 MB, of 50,000 by 50,000 points, half a file, nor a dot', async () => {
    expect(await portraitOf(Buffer.alloc(40_000_000, 0xff))).toEqual({ ok: false, reason: 'too-heavy' });
    expect(await portraitOf(hugePng(50_000, 50_000))).toEqual({ ok: false, reason: 'too-large' });
    const png = await photo.clone().png().toBuffer();
    expect(await portraitOf(png.subarray(0, png.length / 2))).toEqual({ ok: false, reason: 'broken' });
    expect(await portraitOf(await photo.clone().resize(60, 60).png().toBuffer())).toEqual({ ok: false, reason: 'too-small' });
  });
});

describe('slides', () => {
  test.each([
    ['PDF', pdf(), 'pdf'],
    ['PDF with a small object stream', pdf('', Buffer.from('2 0 << /Type /Page >>')), 'pdf'],
    ['PDF that opens on a page', pdf('/OpenAction [1 0 R /Fit]'), 'pdf'],
    ['PPTX', pptx(), 'pptx'],
    ['PPTX with a chart', pptx({ 'ppt/embeddings/Feuille.xlsx': strToU8('PK') }), 'pptx'],
    ['ODP', odp(), 'odp'],
  ])('are taken as %s', async (_what, bytes, format) => {
    expect(await slidesOf(bytes)).toEqual({ ok: true, format });
  });

  test.each<[string, Uint8Array | string, string]>([
    ['nothing', '', 'empty'],
    ['a page', '<html>', 'not-slides'],
    ['a Word document', zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'word/document.xml': strToU8('<w/>') }), 'not-slides'],
    ['macros', pptx({ 'ppt/vbaProject.bin': strToU8('x') }), 'macros'],
    ['a PPTM under another name', pptx({}, 'application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml'), 'macros'],
    ['a click that starts a program', pptx({ 'ppt/slides/slide1.xml': strToU8('<a:hlinkClick action="ppaction://program"/>') }), 'macros'],
    ['an object of another program', pptx({ 'ppt/embeddings/oleObject1.bin': strToU8('x') }), 'objects'],
    [
      'a picture fetched from elsewhere',
      pptx({
        'ppt/slides/_rels/slide1.xml.rels': strToU8('<Relationship Type="http://x/image" Target="https://x" TargetMode="External"/>'),
      }),
      'objects',
    ],
    ['macros of ODP', odp({ 'Basic/Standard/Module1.xml': strToU8('<x/>') }), 'macros'],
    ['scripts of ODP', odp({ 'Scripts/python/x.py': strToU8('x') }), 'macros'],
    ['an event of ODP', odp({ 'content.xml': strToU8('<script:event-listener/>') }), 'macros'],
    ['a password of ODP', odp({ 'META-INF/manifest.xml': strToU8('<manifest:encryption-data/>') }), 'encrypted'],
    ['a script of PDF', pdf('/OpenAction << /S /JavaScript /JS (app.alert(1)) >>'), 'scripts'],
    ['the same, disguised', pdf('/OpenAction << /S /J#61vaScript /JS (app.alert(1)) >>'), 'scripts'],
    ['a program of PDF', pdf('/AA << /O << /S /Launch /F (cmd.exe) >> >>'), 'scripts'],
    ['a script in an object stream', pdf('', Buffer.from('1 0 << /S /JavaScript /JS (x) >>')), 'scripts'],
    ['the same, far from its type', pdf('', Buffer.from('1 0 << /S /JavaScript >>'), '', `/Pad (${'x'.repeat(1500)})`), 'scripts'],
    [
      'the same, behind the end of an object that is none',
      pdf('', Buffer.from('1 0 << /S /JavaScript >>'), '', '/Pad (endobj)'),
      'scripts',
    ],
    ['a password of PDF', pdf('', undefined, '/Encrypt 5 0 R'), 'encrypted'],
    ['an attachment', pdf('/Names << /EmbeddedFiles 4 0 R >>'), 'attachments'],
    ['half a PDF', '%PDF-1.7\n1 0 obj\n', 'damaged'],
    ['half an archive', Buffer.from(pptx()).subarray(0, 100), 'damaged'],
    ['PowerPoint of 1997', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'old-format'],
    [
      'PPTX with a password',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('EncryptedPackage', 'utf16le')]),
      'encrypted',
    ],
    ['a bomb', zipSync({ '[Content_Types].xml': strToU8('<Types/>'), 'ppt/media/a.bmp': new Uint8Array(100_000_000) }), 'bomb'],
  ])('are refused for %s', async (_what, bytes, reason) => {
    expect(await slidesOf(bytes)).toEqual({ ok: false, reason });
  });

  test('of more than 30 MB are refused before anything looks at them', async () => {
    expect(await slidesOf(Buffer.alloc(30_000_001))).toEqual({ ok: false, reason: 'too-heavy' });
  });

  test.each([
    ['../../etc/Ma présentation.exe', 'Ma présentation.pdf'],
    ['C:\\Bureau\\deck.pptm', 'deck.pdf'],
    ['a\u202Efdp.exe', 'afdp.pdf'],
    ['<script>".pdf', 'script.pdf'],
    ['...', 'presentation.pdf'],
    ['x'.repeat(400), `${'x'.repeat(145)}.pdf`],
  ])('%s is kept under a name that means a file', (typed, name) => {
    expect(nameOf(typed, 'pdf')).toBe(name);
  });
});
