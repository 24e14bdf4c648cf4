import { FILE_FORMATS, type FileFormat } from '#app/model/minutes.ts';
import type { MinutesContent } from '#app/model/minutes-content.ts';
import { sampleOrder } from '#server/groups/style/sample-order.ts';
import { orderRendering } from '#server/minutes/files/order-rendering.ts';
import { type Rendering, renderFile } from '#server/minutes/files/render-file.ts';
import type { RenderingCost } from '#server/minutes/files/rendering.ts';
import { NO_STYLE } from '#server/minutes/formats/house-style.ts';
import { renderVersion } from '#server/minutes/render-version.ts';

export interface Publication {
  pages: number;
  /** Processor's time of all formats in milliseconds, of this process and of those that render. */
  cpu: number;
  /** Of this process alone: how long it does nothing else. */
  own: number;
  /** The most memory that one process held, in kilobytes. */
  memory: number;
  /** The same by format. */
  formats: Record<FileFormat, RenderingCost>;
}

const stamp = {
  number: 1,
  publishedAt: '2020-12-18T10:00:00Z',
  publishedByName: 'Inès Robledo',
  sha256: '0'.repeat(64),
  appUrl: 'https://t.example',
};

/** What it takes to publish in all formats: PDF, DOCX and ODT each in a process of its own, the texts in this one. */
export async function publishAll(content: MinutesContent): Promise<Publication> {
  const formats = {} as Publication['formats'];
  let pages = 0;
  const before = process.cpuUsage();
  for (const format of FILE_FORMATS) {
    const rendering = done(await renderFile(orderRendering(format, content, stamp, NO_STYLE)));
    formats[format] = rendering.cost;
    pages = rendering.pages ?? pages;
  }
  const text = JSON.stringify(content);
  for (const format of ['md', 'txt'] as const) renderVersion(text, stamp, format);
  const { user, system } = process.cpuUsage(before);
  const costs = Object.values(formats);
  const own = (user + system) / 1000;
  return {
    ...{ pages, own, formats },
    cpu: own + costs.reduce((sum, { cpu }) => sum + cpu, 0),
    memory: Math.max(...costs.map(({ memory }) => memory)),
  };
}

/** The yardstick: a process that starts, loads Typst and its fonts, and lays out one page with one word. */
export async function bareCompile(): Promise<number> {
  return done(await renderFile(sampleOrder(NO_STYLE))).cost.cpu;
}

function done(rendering: Rendering) {
  if (!rendering.ok) throw new Error(`Not rendered: ${rendering.reason} ${rendering.detail}`);
  return rendering;
}
