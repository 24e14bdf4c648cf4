import type { ReactNode } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import type { AttributionChoices } from '#app/model/attributions.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import {
  type AttributionLevel,
  blockText,
  type Entry,
  type Intervention,
  type MinutesSection,
  paragraphsOf,
} from '#app/model/minutes-content.ts';
import type { NoteBlock as Block } from '#app/model/notes.ts';
import type { TypedChoices } from './attribution-form.ts';
import { LevelSelect, levelWord } from './attribution-select.tsx';
import { SpeakerName } from './minutes-body.tsx';
import { NoteBlock } from './note-block.tsx';

/** A statement whose attribution can be chosen; see server/minutes/compose-edition.ts. */
interface Attributable {
  blockId: string;
  anchor: string;
  turn: boolean;
  chosen: AttributionLevel | null;
  level: AttributionLevel;
}

export interface DraftChoices {
  attributables: readonly Attributable[];
  choices: AttributionChoices;
  /** What was sent and refused: shown again. */
  typed: TypedChoices | null;
  /** Statements for which another organiser chose meanwhile. */
  meanwhile: readonly string[];
}

/** The draft with a choice beside each statement. Its controls belong to the form around it. */
export function AttributionDraft({ sections, ...given }: DraftChoices & { sections: readonly MinutesSection[] }): ReactNode {
  const choosing = new Choosing(given);
  return (
    <div className="at-draft" lang="fr">
      {sections.map((section) => (
        <section key={section.anchor} id={section.anchor} aria-labelledby={`t-${section.anchor}`}>
          <h2 id={`t-${section.anchor}`}>{frenchSpaces(section.title)}</h2>
          {section.entries.map((entry) => (
            <EntryOf key={entry.anchor} entry={entry} choosing={choosing} />
          ))}
        </section>
      ))}
    </div>
  );
}

/** Finds the choice that belongs to a place of the draft. */
class Choosing {
  readonly #turns = new Map<string, Attributable>();
  readonly #blocks = new Map<string, Attributable>();
  readonly #meanwhile: ReadonlySet<string>;
  readonly #highlights: ReadonlySet<string>;
  readonly given: DraftChoices;

  constructor(given: DraftChoices) {
    this.given = given;
    for (const each of given.attributables) (each.turn ? this.#turns : this.#blocks).set(each.turn ? each.anchor : each.blockId, each);
    this.#meanwhile = new Set(given.meanwhile);
    this.#highlights = new Set((given.typed ?? given.choices).highlights);
  }

  turnAt(anchor: string): Attributable | undefined {
    return this.#turns.get(anchor);
  }

  ofBlock(block: Block): Attributable | undefined {
    for (const { id } of paragraphsOf(block)) {
      const found = this.#blocks.get(id);
      if (found) return found;
    }
    return undefined;
  }

  valueOf({ blockId, chosen }: Attributable): AttributionLevel | null {
    const levels = this.given.typed?.levels;
    return levels && Object.hasOwn(levels, blockId) ? (levels[blockId] ?? null) : chosen;
  }

  meanwhile({ blockId, chosen }: Attributable): AttributionLevel | null | undefined {
    return this.#meanwhile.has(blockId) ? chosen : undefined;
  }

  highlighted(blockId: string): boolean {
    return this.#highlights.has(blockId);
  }
}

function EntryOf({ entry, choosing }: { entry: Entry; choosing: Choosing }): ReactNode {
  const speech = entry.type === 'intervention' ? entry : null;
  const turn = speech && choosing.turnAt(entry.anchor);
  const byDefault = choosing.given.choices.byDefault;
  const blocks = speech ? speech.blocks : entry.type === 'block' ? [entry.block] : [];
  const otherwise = speech
    ? (level: AttributionLevel) => m.attributions_as_turn({ level: levelWord(level) })
    : () => m.attributions_as_meeting({ level: levelWord(byDefault) });
  return (
    <article className={`at-say at-say--${entry.attribution}`} id={entry.anchor} aria-label={speech ? nameOf(speech) : undefined}>
      <div className="at-m">
        {speech ? <SpeakerName speaker={speech.speaker} anchor={entry.anchor} /> : null}
        {speech && turn ? (
          <LevelSelect
            blockId={turn.blockId}
            label={m.attributions_of_turn({ name: nameOf(speech) })}
            otherwise={m.attributions_as_meeting({ level: levelWord(byDefault) })}
            value={choosing.valueOf(turn)}
            meanwhile={choosing.meanwhile(turn)}
          />
        ) : null}
      </div>
      <div>
        {blocks.map((block, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lists and tables have no id of their own
          <Row key={index} block={block} choosing={choosing} otherwise={otherwise(turn?.level ?? entry.attribution)} />
        ))}
      </div>
    </article>
  );
}

function Row({ block, choosing, otherwise }: { block: Block; choosing: Choosing; otherwise: string }): ReactNode {
  const attributable = choosing.ofBlock(block);
  const excerpt = excerptOf(blockText(block));
  return (
    <div className="at-row">
      <div className="at-t">
        <NoteBlock block={block} />
      </div>
      {attributable ? (
        <div className="at-c">
          <LevelSelect
            blockId={attributable.blockId}
            label={m.attributions_of_statement({ excerpt })}
            otherwise={otherwise}
            value={choosing.valueOf(attributable)}
            meanwhile={choosing.meanwhile(attributable)}
          />
          {[...paragraphsOf(block)]
            .filter(({ kind, inline }) => kind === 'takeaway' && inline.length > 0)
            .map(({ id, inline }) => (
              <label key={id} className="at-gist">
                <input
                  type="checkbox"
                  name="highlight"
                  value={id}
                  defaultChecked={choosing.highlighted(id)}
                  aria-label={m.attributions_highlight_of({ excerpt: excerptOf(inline.map((run) => run.text).join('')) })}
                />
                <span>{m.attributions_highlight()}</span>
              </label>
            ))}
        </div>
      ) : null}
    </div>
  );
}

function nameOf({ speaker }: Intervention): string {
  return speaker.name || speaker.organisation || m.minutes_unattributed();
}

function excerptOf(text: string): string {
  const characters = [...text];
  return characters.length > 60 ? `${characters.slice(0, 59).join('').trimEnd()}…` : text;
}
