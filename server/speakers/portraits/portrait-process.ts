// Run in a process of its own by make-portrait.ts: a picture on standard input, a square WebP on standard output; or, as the
// first byte of what it says, why not.
import { once } from 'node:events';
import sharp from 'sharp';
import { PORTRAIT_SIZE } from '#app/model/speakers.ts';
import { formatOf } from './picture-format.ts';

/** Pixels of the largest camera there is, and some: what it takes to open a picture grows with them, not with its bytes. */
const MOST_PIXELS = 120_000_000;
/** A face on fewer pixels is a blot. */
const FEWEST = 128;

// a picture is read once and needs no second thread or memory of earlier ones
sharp.cache(false);
sharp.concurrency(1);

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
await answer(await portraitOf(Buffer.concat(chunks)));

async function portraitOf(bytes: Buffer): Promise<Buffer | string> {
  const format = formatOf(bytes);
  if (format === null) return 'not-a-picture';
  const open = () => sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true, pages: 1 });
  try {
    const { width, height } = await open().metadata();
    if (width * height > MOST_PIXELS) return 'too-large';
    if (Math.min(width, height) < FEWEST) return 'too-small';
    // sharp writes no metadata unless asked: neither place, nor camera, nor thumbnail
    return await open()
      .autoOrient()
      .resize(PORTRAIT_SIZE, PORTRAIT_SIZE, { fit: 'cover', position: 'attention' })
      .flatten({ background: '#ffffff' })
      .toColourspace('srgb')
      .webp({ quality: 82 })
      .toBuffer();
  } catch (error) {
    if (/pixel limit|too large/i.test(String(error))) return 'too-large';
    return format === 'heic' ? 'heic' : 'broken';
  }
}

async function answer(made: Buffer | string): Promise<void> {
  const out = typeof made === 'string' ? Buffer.from(`!${made}`) : Buffer.concat([Buffer.from('='), made]);
  if (!process.stdout.write(out)) await once(process.stdout, 'drain');
}
