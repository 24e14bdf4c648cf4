import type { ReactNode } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import type { Entry, Intervention, MinutesContent, MinutesSection } from '#app/model/minutes-content.ts';
import { Icon } from '#app/ui/icon.tsx';
import { InlineText } from './inline-text.tsx';
import { ActionTable, DecisionTable, ParticipantsAnnex } from './minutes-tables.tsx';
import { Blocks, NoteBlock } from './note-block.tsx';
import './minutes.css';

/** Everything that a version says, from « L’essentiel » to the annex. The words keep the language they were said in. */
export function MinutesBody({ content }: { content: MinutesContent }): ReactNode {
  const { highlights, sections, decisions, actions, annex } = content;
  return (
    <div className="art" lang={content.language}>
      {highlights.length > 0 ? (
        <div className="gist" id="essentiel">
          <h2>{m.minutes_highlights()}</h2>
          <ul>
            {highlights.map((each) => (
              <li key={each.anchor}>
                <Icon name="arrow-right" />
                <a href={`#${each.anchor}`}>
                  <InlineText inline={each.inline} />
                </a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {sections.map((section) => (
        <Section key={section.anchor} section={section} />
      ))}
      {decisions.length > 0 ? <DecisionTable decisions={decisions} /> : null}
      {actions.length > 0 ? <ActionTable actions={actions} /> : null}
      {annex.present.length + annex.excused.length > 0 ? <ParticipantsAnnex annex={annex} /> : null}
    </div>
  );
}

function Section({ section }: { section: MinutesSection }): ReactNode {
  const talk = section.entries.some((entry) => entry.type === 'intervention');
  const title = `t-${section.anchor}`;
  return (
    <section id={section.anchor} aria-labelledby={title}>
      <h2 id={title}>{frenchSpaces(section.title)}</h2>
      <div className={talk ? 'talk' : 'prose'}>
        {section.entries.map((entry) => (
          <EntryOf key={entry.anchor} entry={entry} inTalk={talk} />
        ))}
      </div>
    </section>
  );
}

function EntryOf({ entry, inTalk }: { entry: Entry; inTalk: boolean }): ReactNode {
  if (entry.type === 'intervention') return <Say intervention={entry} />;
  const block = <NoteBlock block={entry.block} anchor={entry.anchor} />;
  if (!inTalk) return block;
  return (
    <div className="say">
      <div className="say__m" />
      <div className="say__b">{block}</div>
    </div>
  );
}

function Say({ intervention }: { intervention: Intervention }): ReactNode {
  const { anchor, speaker, blocks } = intervention;
  return (
    <article className="say" id={anchor} aria-label={speaker.name}>
      <div className="say__m">
        <b>
          <a className="say__a" href={`#${anchor}`} aria-label={m.minutes_anchor({ name: speaker.name })}>
            {speaker.name}
          </a>
        </b>
        {speaker.function}
        {speaker.function && speaker.organisation ? <br /> : null}
        {speaker.organisation}
      </div>
      <div className="say__b">
        <Blocks blocks={blocks} anchorOf={(block) => (block.type === 'paragraph' && block.id ? `b-${block.id}` : undefined)} />
      </div>
    </article>
  );
}
