import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import type { DraftRow, DraftSection } from '#app/model/review-screen.ts';
import { Avatar } from '#app/ui/avatar.tsx';
import { DraftBlocks, type Drawn } from './draft-block.tsx';
import { KeysHelp } from './keys-help.tsx';
import { useReview } from './review-context.tsx';
import type { ReviewView } from './review-query.ts';
import { Thread } from './thread.tsx';

/** The draft in the margin layout: who speaks, what they say, and beside it what is proposed. */
export function DraftView({ view }: { view: Exclude<ReviewView, 'diff'> }) {
  const { draft } = useReview();
  const withThreads = view === 'suggestions';
  const isEmpty = draft.sections.every(({ rows, loose }) => rows.length + loose.length === 0);
  return (
    <section className={`wrap rv${withThreads ? '' : ' rv--text'}`} aria-label={m.complements_draft()}>
      {withThreads && draft.order.length > 0 ? <KeysHelp /> : null}
      {isEmpty && draft.general.length === 0 ? <p className="empty">{m.complements_no_notes()}</p> : null}
      {withThreads && draft.order.length === 0 ? (
        <div className="empty">
          <h2>{m.complements_none()}</h2>
          <p>{m.complements_none_text()}</p>
        </div>
      ) : null}
      {withThreads && draft.general.length > 0 ? <General ids={draft.general} /> : null}
      {draft.sections.map((section) => (
        <Section key={section.agendaItemId} section={section} drawn={withThreads ? draft : null} />
      ))}
    </section>
  );
}

function General({ ids }: { ids: readonly string[] }) {
  return (
    <>
      <Heading>{m.complements_general()}</Heading>
      <div className="rv__row rv__row--wide">
        <div className="rv__m" />
        <div className="rv__th">
          <Threads ids={ids} />
        </div>
      </div>
    </>
  );
}

function Section({ section: { title, rows, loose }, drawn }: { section: DraftSection; drawn: Drawn }) {
  if (rows.length === 0 && (!drawn || loose.length === 0)) return null;
  return (
    <>
      <Heading>{frenchSpaces(title)}</Heading>
      {rows.map((row) => (
        <Row key={row.key} row={row} drawn={drawn} />
      ))}
      {drawn ? loose.map((id) => <LooseRow key={id} id={id} drawn={drawn} />) : null}
    </>
  );
}

function Heading({ children }: { children: string }) {
  return (
    <div className="rv__row rv__h">
      <div />
      <div className="rv__t">
        <h2>{children}</h2>
      </div>
      <div />
    </div>
  );
}

function Row({ row: { speaker, blocks, proposals }, drawn }: { row: DraftRow; drawn: Drawn }) {
  const { at } = useReview();
  const isCurrent = drawn !== null && at !== null && proposals.includes(at);
  return (
    <div className={isCurrent ? 'rv__row rv__on' : 'rv__row'}>
      <div className="rv__m">
        {speaker ? (
          <>
            <Avatar id={speaker.hue} name={speaker.name} size="sm" />
            <b>{frenchSpaces(speaker.name)}</b>
            <span>{frenchSpaces(speaker.organisation)}</span>
          </>
        ) : null}
      </div>
      <div className="rv__t">
        <DraftBlocks blocks={blocks} drawn={drawn} />
      </div>
      <div className="rv__th">{drawn ? <Threads ids={proposals} /> : null}</div>
    </div>
  );
}

/** What belongs to a point and to none of its paragraphs (any more). */
function LooseRow({ id, drawn }: { id: string; drawn: NonNullable<Drawn> }) {
  const { at } = useReview();
  const proposal = drawn.proposals[id];
  if (!proposal) return null;
  const { gone, kind, state, proposed } = proposal;
  const atEnd = kind === 'insert' && !gone && state === 'open' && proposed;
  return (
    <div className={id === at ? 'rv__row rv__on' : 'rv__row'}>
      <div className="rv__m" />
      <div className="rv__t rv__loose">
        {gone ? (
          <>
            <p className="meta">{gone.baseText ? m.complements_place_gone() : m.complements_place_gone_unknown()}</p>
            {gone.baseText ? <blockquote>{gone.baseText}</blockquote> : null}
          </>
        ) : null}
        {atEnd ? (
          <>
            <p className="meta">{m.complements_at_end()}</p>
            <p>
              <ins className="d">{proposed.text}</ins>
            </p>
          </>
        ) : null}
      </div>
      <div className="rv__th">
        <Threads ids={[id]} />
      </div>
    </div>
  );
}

function Threads({ ids }: { ids: readonly string[] }) {
  return ids.map((id) => <Thread key={id} id={id} />);
}
