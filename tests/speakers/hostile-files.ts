import { crc32, deflateSync } from 'node:zlib';
import { strToU8, zipSync } from 'fflate';

// Files as small as their formats allow, with whatever a test hides in them.

const MAIN = 'application/vnd.openxmlformats-officedocument.presentationml.presentation.main+xml';

export function pptx(more: Record<string, Uint8Array> = {}, main = MAIN): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8(`<Types><Override PartName="/ppt/presentation.xml" ContentType="${main}"/></Types>`),
    'ppt/presentation.xml': strToU8('<p:presentation/>'),
    'ppt/slides/slide1.xml': strToU8('<p:sld/>'),
    ...more,
  });
}

export function odp(more: Record<string, Uint8Array> = {}): Uint8Array {
  const mimetype = strToU8('application/vnd.oasis.opendocument.presentation');
  return zipSync({ mimetype: [mimetype, { level: 0 }], 'content.xml': strToU8('<office:document-content/>'), ...more });
}

/** `catalog`: entries of the catalogue; `objects`: what an object stream holds, and `typed` what its dictionary says after its type; `trailer`: entries of the trailer. */
export function pdf(catalog = '', objects?: Buffer, trailer = '', typed = ''): Uint8Array {
  const packed = objects && deflateSync(objects);
  const stream = packed
    ? [
        Buffer.from(`2 0 obj << /Type /ObjStm ${typed} /N 1 /First 4 /Filter /FlateDecode /Length ${packed.length} >> stream\n`),
        packed,
        Buffer.from('\nendstream endobj\n'),
      ]
    : [];
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj << /Type /Catalog ${catalog} >> endobj\n`),
    ...stream,
    Buffer.from(`trailer << /Root 1 0 R ${trailer} >>\nstartxref\n0\n%%EOF\n`),
  ]);
}

/** A PNG (ISO 15948) that says it is so large, and holds one row. */
export function hugePng(width: number, height: number): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const signature = Buffer.from('89504e470d0a1a0a', 'hex');
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.alloc(width * 3 + 1))),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}
