// Run in a process of its own by check-slides.ts: a file on standard input; its format on standard output, or why it is not taken.
import { once } from 'node:events';
import { checkArchive } from './check-archive.ts';
import { checkPdf } from './check-pdf.ts';
import { Refused } from './slides-fault.ts';

const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0]);

const chunks: Buffer[] = [];
for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
const said = JSON.stringify(check(Buffer.concat(chunks)));
if (!process.stdout.write(said)) await once(process.stdout, 'drain');

function check(bytes: Buffer): object {
  try {
    if (bytes.subarray(0, 1024).includes('%PDF-')) {
      checkPdf(bytes);
      return { ok: true, format: 'pdf' };
    }
    if (bytes.subarray(0, 4).equals(OLE)) {
      // an encrypted PPTX is wrapped into the container of the old formats ([MS-OFFCRYPTO], 2.3.4)
      throw new Refused(bytes.includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'encrypted' : 'old-format');
    }
    if (bytes.toString('latin1', 0, 2) !== 'PK') throw new Refused('not-slides');
    return { ok: true, format: checkArchive(bytes) };
  } catch (error) {
    if (error instanceof Refused) return { ok: false, reason: error.fault };
    throw error;
  }
}
