import { type AttributionLevel, paragraphsOf } from '#app/model/minutes-content.ts';
import type { NoteBlock } from '#app/model/notes.ts';

/** From what tells most to what tells least. */
const STRICTNESS: Record<AttributionLevel, number> = { name: 0, organisation: 1, none: 2, internal: 3 };

/** How each statement of a meeting is attributed: as chosen for it, else as the turn that it belongs to, else as the meeting. */
export class Levels {
  readonly #byDefault: AttributionLevel;
  readonly #chosen: ReadonlyMap<string, AttributionLevel>;

  constructor(byDefault: AttributionLevel, chosen: ReadonlyMap<string, AttributionLevel>) {
    this.#byDefault = byDefault;
    this.#chosen = chosen;
  }

  get byDefault(): AttributionLevel {
    return this.#byDefault;
  }

  /**
   * The level of a block inside something that has the level `inherited`. A list, a quote or a table is one statement: of all
   * that was chosen for what stands in it, the strictest holds for the whole, so that moving a line about never lets it out.
   */
  of(block: NoteBlock, inherited: AttributionLevel): AttributionLevel {
    if (this.#chosen.size === 0) return inherited;
    let level: AttributionLevel | null = null;
    for (const { id } of paragraphsOf(block)) {
      const chosen = this.#chosen.get(id);
      if (chosen && (level === null || STRICTNESS[chosen] > STRICTNESS[level])) level = chosen;
    }
    return level ?? inherited;
  }
}
