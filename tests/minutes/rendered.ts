import type { FileFormat } from '#app/model/minutes.ts';
import type { MinutesContent } from '#app/model/minutes-content.ts';
import { orderRendering } from '#server/minutes/files/order-rendering.ts';
import { renderFile } from '#server/minutes/files/render-file.ts';
import { NO_STYLE } from '#server/minutes/formats/house-style.ts';
import type { VersionStamp } from '#server/minutes/formats/version-facts.ts';

export const stamp: VersionStamp = {
  ...{ number: 2, publishedAt: '2020-12-18T10:00:00Z', publishedByName: 'Inès Robledo' },
  ...{ sha256: 'ab'.repeat(32), appUrl: 'https://tertulia.example' },
};

/** The bytes of a file, rendered as the job does. Throws when it was not. */
export async function rendered(content: MinutesContent, format: FileFormat = 'pdf', house = NO_STYLE) {
  const rendering = await renderFile(orderRendering(format, content, stamp, house));
  if (!rendering.ok) throw new Error(`${format}: ${rendering.reason} ${rendering.detail}`);
  return rendering;
}
