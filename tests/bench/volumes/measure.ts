import { FILE_FORMATS, type FileFormat } from '#app/model/minutes.ts';
import type { MinutesContent } from '#app/model/minutes-content.ts';
import type { VolumeFrame } from '#app/model/volumes.ts';
import { orderRendering } from '#server/minutes/files/order-rendering.ts';
import { type Rendering, renderFile } from '#server/minutes/files/render-file.ts';
import { NO_STYLE } from '#server/minutes/formats/house-style.ts';
import { orderVolume } from '#server/volumes/files/render-volume.ts';
import { volumeFacts } from '#server/volumes/formats/volume-facts.ts';
import type { BoundChapter } from '#server/volumes/volume-content.ts';

const stamp = { number: 1, sha256: '0'.repeat(64), appUrl: 'https://t.example' };
const AT = '2023-10-05T10:00:00Z';
const WHO = { publishedAt: AT, publishedByName: 'Inès Robledo' };

/** Milliseconds. */
interface Cost {
  cpu: number;
  wall: number;
  pages: number | null;
}

/** What one volume of these sessions takes, by format; `own`: how long this process itself did nothing else. */
export async function renderBound(contents: readonly MinutesContent[]): Promise<{ formats: Record<FileFormat, Cost>; own: number }> {
  const chapters = contents.map(
    (content, number): BoundChapter => ({
      ...{ kind: 'minutes', number, meetingId: `m${number}`, slug: `s${number}`, version: 1, sha256: stamp.sha256, ...WHO },
      content: { ...content, meeting: { ...content.meeting, title: `Session ${number}` } },
    }),
  );
  const frame: VolumeFrame = {
    ...{ format: 1, edition: 'public', language: 'fr', note: 'Note de l’édition.', annexes: [], withOrganisations: true, withIndex: true },
    volume: {
      ...{ slug: 'edition', title: 'Rencontres', subtitle: '', startsOn: '2023-09-18', endsOn: '2023-09-19', timeZone: 'Europe/Paris' },
      ...{ place: 'Paris', group: { slug: 'g', name: 'Réseau' } },
    },
    entries: chapters.map(({ content: _, publishedAt: _at, publishedByName: _by, ...entry }) => entry),
  };
  const formats = {} as Record<FileFormat, Cost>;
  let own = 0;
  for (const format of FILE_FORMATS) {
    const began = performance.now();
    const order = orderVolume(format, { frame, chapters }, volumeFacts(frame.volume, { ...stamp, boundAt: AT }), NO_STYLE);
    own += performance.now() - began;
    const { cost, pages } = done(await renderFile(order));
    formats[format] = { cpu: cost.cpu, wall: performance.now() - began, pages };
  }
  return { formats, own };
}

/** Processor's time of so many files of their own, by format. */
export async function renderAlone(content: MinutesContent, times: number): Promise<Record<FileFormat, number>> {
  const costs = {} as Record<FileFormat, number>;
  for (const format of FILE_FORMATS) {
    const order = orderRendering(format, content, { ...stamp, ...WHO }, NO_STYLE);
    const each = [done(await renderFile(order)).cost.cpu, done(await renderFile(order)).cost.cpu, done(await renderFile(order)).cost.cpu];
    costs[format] = Math.min(...each) * times;
  }
  return costs;
}

function done(rendering: Rendering) {
  if (!rendering.ok) throw new Error(`Not rendered: ${rendering.reason} ${rendering.detail}`);
  return rendering;
}
