import type { HouseStyle } from '../formats/house-style.ts';
import type { OfficeDocument } from '../formats/office-document.ts';
import type { OfficeWords } from '../formats/office-words.ts';
import type { TypstPaper } from './render-pdf.ts';

/** What the process that renders a file is told: plain data, in which everything is in words already. */
export type RenderingOrder =
  | { format: 'pdf'; document: TypstPaper; house: HouseStyle }
  | { format: 'docx' | 'odt'; document: OfficeDocument; words: OfficeWords; house: HouseStyle };

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
      cost: RenderingCost;
    }
  | { ok: false; reason: 'unavailable' };

/** What it took: processor's time in milliseconds, the most memory that was held at once in kilobytes. */
export interface RenderingCost {
  cpu: number;
  memory: number;
}
