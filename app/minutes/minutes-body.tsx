import type { ReactNode } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import {
  type Edition,
  type Entry,
  type Intervention,
  type MinutesContent,
  type MinutesSection,
  synthesisToShow,
} from '#app/model/minutes-content.ts';
import { Icon } from '#app/ui/icon.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { InlineText } from './inline-text.tsx';
import { InternalMark } from './internal-mark.tsx';
import { AgendaList, ComplementList, LatestNote, NoteList, Synthesis } from './minutes-parts.tsx';
import { ActionTable, DecisionTable, NextSteps, withoutLinks } from './minutes-tables.tsx';
import { Blocks, NoteBlock } from './note-block.tsx';
import { ParticipantsAnnex } from './participants-annex.tsx';
import './minutes.css';
import './minutes-parts.css';

/** Everything that a version says, from its errata to the complements. The words keep the language they were said in. */
export function MinutesBody({ content }: { content: MinutesContent }): ReactNode {
  const { edition, highlights, agenda, sections, decisions, actions, nextSteps, annex, complements, notes } = content;
  const synthesis = synthesisToShow(content);
  return (
    <div className="art" lang={content.language}>
      {edition === 'internal' ? <Notice look="warn">{m.minutes_internal_notice()}</Notice> : null}
      {notes.length > 0 ? <LatestNote notes={notes} /> : null}
      {highlights.length > 0 ? (
        <div className="gist" id="essentiel">
          <h2>{m.minutes_highlights()}</h2>
          <ul>
            {highlights.map((each) => (
              <li key={each.anchor}>
                <Icon name="arrow-right" />
                <a href={`#${each.anchor}`}>
                  <InlineText inline={withoutLinks(each.inline)} />
                  {each.internal ? <InternalMark /> : null}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {agenda.length > 0 ? <AgendaList agenda={agenda} /> : null}
      {synthesis.length > 0 ? <Synthesis points={synthesis} /> : null}
      {sections.length === 0 && edition === 'public' ? <Notice>{m.minutes_all_internal()}</Notice> : null}
      {sections.map((section) => (
        <Section key={section.anchor} section={section} edition={edition} />
      ))}
      {decisions.length > 0 ? <DecisionTable decisions={decisions} /> : null}
      {actions.length > 0 ? <ActionTable actions={actions} /> : null}
      {nextSteps.length > 0 ? <NextSteps steps={nextSteps} zone={content.meeting.timeZone} /> : null}
      {annex.present.length + annex.excused.length > 0 ? <ParticipantsAnnex annex={annex} /> : null}
      {complements.length > 0 ? <ComplementList complements={complements} /> : null}
      {notes.length > 0 ? <NoteList notes={notes} /> : null}
    </div>
  );
}

/** One point of the minutes, with all that was said. */
export function Section({ section, edition }: { section: MinutesSection; edition: Edition }): ReactNode {
  const talk = section.entries.some((entry) => entry.type === 'intervention');
  const title = `t-${section.anchor}`;
  return (
    <section id={section.anchor} aria-labelledby={title}>
      <h2 id={title}>{frenchSpaces(section.title)}</h2>
      <div className={talk ? 'talk' : 'prose'}>
        {section.entries.map((entry) => (
          <EntryOf key={entry.anchor} entry={entry} inTalk={talk} internal={edition === 'internal' && entry.attribution === 'internal'} />
        ))}
      </div>
    </section>
  );
}

function EntryOf({ entry, inTalk, internal }: { entry: Entry; inTalk: boolean; internal: boolean }): ReactNode {
  const mark = internal ? <InternalMark /> : null;
  if (entry.type === 'intervention') return <Say intervention={entry} mark={mark} />;
  const block = <NoteBlock block={entry.block} anchor={entry.anchor} />;
  if (!inTalk)
    return mark ? (
      <div className="mn-in">
        {mark}
        {block}
      </div>
    ) : (
      block
    );
  return (
    <div className={mark ? 'say mn-in' : 'say'}>
      <div className="say__m">{mark}</div>
      <div className="say__b">{block}</div>
    </div>
  );
}

/** A person, an organisation alone, or nobody; the name leads to the intervention itself, to be copied. */
export function SpeakerName({ speaker, anchor }: Pick<Intervention, 'speaker' | 'anchor'>): ReactNode {
  const said = speaker.name || speaker.organisation || m.minutes_unattributed();
  return (
    <>
      <b>
        <a className="say__a" href={`#${anchor}`} aria-label={m.minutes_anchor({ name: said })}>
          {said}
        </a>
      </b>
      {speaker.function}
      {speaker.function && speaker.organisation ? <br /> : null}
      {speaker.name ? speaker.organisation : null}
    </>
  );
}

function Say({ intervention, mark }: { intervention: Intervention; mark: ReactNode }): ReactNode {
  const { anchor, speaker, blocks } = intervention;
  return (
    <article
      className={mark ? 'say mn-in' : 'say'}
      id={anchor}
      aria-label={speaker.name || speaker.organisation || m.minutes_unattributed()}
    >
      <div className="say__m">
        <SpeakerName speaker={speaker} anchor={anchor} />
        {mark}
      </div>
      <div className="say__b">
        <Blocks blocks={blocks} />
      </div>
    </article>
  );
}
