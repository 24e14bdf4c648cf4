import { type LogoType, STYLE_LIMITS } from '#app/model/group-style.ts';
import { readSvg } from './read-svg.ts';

export type Picture = { ok: true; type: LogoType; width: number; height: number } | { ok: false; reason: PictureFault };

/** unsafe: an SVG that runs something, or reaches outside of itself. */
export type PictureFault = 'not-a-picture' | 'too-heavy' | 'too-small' | 'too-large' | 'unsafe';

/** What a file is by what it holds, whatever it is called; and its size, in pixels (of an SVG in its own units). */
export function readPicture(bytes: Uint8Array): Picture {
  if (bytes.length > STYLE_LIMITS.bytes) return { ok: false, reason: 'too-heavy' };
  const size = sizeOf(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  if (!size.ok) return size;
  const { type, width, height } = size;
  if (!(width > 0 && height > 0)) return { ok: false, reason: 'not-a-picture' };
  if (type !== 'image/svg+xml' && Math.max(width, height) < STYLE_LIMITS.smallest) return { ok: false, reason: 'too-small' };
  // what it takes to open it grows with its pixels, not with its bytes
  if (Math.max(width, height) > STYLE_LIMITS.largest) return { ok: false, reason: 'too-large' };
  return size;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

function sizeOf(bytes: Buffer): Picture {
  if (bytes.subarray(0, 8).equals(PNG) && bytes.length > 33 && bytes.toString('latin1', 12, 16) === 'IHDR')
    return { ok: true, type: 'image/png', width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return sizeOfJpeg(bytes);
  return readSvg(bytes);
}

/** From the start-of-frame segment (ITU T.81, B.2.2). */
function sizeOfJpeg(bytes: Buffer): Picture {
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1] ?? 0;
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { ok: true, type: 'image/jpeg', height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7) };
    at += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(at + 2);
  }
  return { ok: false, reason: 'not-a-picture' };
}
