import type { FileFormat } from '#app/model/minutes.ts';
import type { MinutesContent } from '#app/model/minutes-content.ts';
import type { VersionStamp } from '../formats/version-facts.ts';

/** What the process that renders a file is told: plain data. */
export interface RenderingOrder {
  format: FileFormat;
  content: MinutesContent;
  stamp: VersionStamp;
  style: {
    colour: string | null;
    footer: string;
    logo: { base64: string; type: 'image/png' | 'image/jpeg' | 'image/svg+xml'; alt: string } | null;
  };
}

/** What it answers in one line, before the bytes. */
export type RenderingAnswer =
  | {
      ok: true;
      /** In bytes. */
      size: number;
      /** Null where the format has no pages of its own. */
      pages: number | null;
      /** Characters that no font has. */
      missing: string[];
    }
  | { ok: false; reason: 'unavailable' };
