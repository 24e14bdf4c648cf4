// What renders one file, in a process of its own: what is to be rendered comes as JSON on the standard input; on the standard
// output goes one line of JSON, then the bytes. It is run from the sources by Node alone, which only takes types away.
import { writeSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { writeDocx } from '../formats/write-docx.ts';
import { writeOdt } from '../formats/write-odt.ts';
import { renderPdf } from './render-pdf.ts';
import type { RenderingAnswer, RenderingCost, RenderingOrder } from './rendering.ts';

const order = JSON.parse((await buffer(process.stdin)).toString('utf8')) as RenderingOrder;
const { answer, bytes } = await render(order);
write(Buffer.concat([Buffer.from(`${JSON.stringify(answer)}\n`), bytes]));

async function render(order: RenderingOrder): Promise<{ answer: RenderingAnswer; bytes: Uint8Array }> {
  if (order.format === 'pdf') {
    const pdf = renderPdf(order.document, order.house.logo);
    if (!pdf) return { answer: { ok: false, reason: 'unavailable' }, bytes: Buffer.alloc(0) };
    return { answer: { ok: true, size: pdf.bytes.length, pages: pdf.pages, missing: pdf.missing, cost: cost() }, bytes: pdf.bytes };
  }
  const { document, words, house } = order;
  const bytes = order.format === 'docx' ? await writeDocx(document, words, house) : writeOdt(document, words, house);
  return { answer: { ok: true, size: bytes.length, pages: null, missing: [], cost: cost() }, bytes };
}

function cost(): RenderingCost {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  return { cpu: (userCPUTime + systemCPUTime) / 1000, memory: maxRSS };
}

/** All of it before this process ends; a reader that is gone ends it. */
function write(bytes: Buffer): void {
  for (let from = 0; from < bytes.length; ) {
    try {
      from += writeSync(1, bytes, from);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EAGAIN')) throw error;
    }
  }
}
