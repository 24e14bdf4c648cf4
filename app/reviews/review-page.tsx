import { Form } from 'react-router';
import { getLocale, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, formatWhen } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { whenOf } from '#app/model/when.ts';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { OwnProposal } from '#server/reviews/read-review-page.ts';
import type { RefusedReview } from './act-on-review.server.ts';
import { AnswerPanel } from './answer-panel.tsx';
import { DraftRows } from './draft-rows.tsx';
import { IdentityPanel } from './identity-panel.tsx';
import type { LoadedReview } from './load-review.server.ts';
import noteOpeningScript from './note-opening.js?url';
import { OwnProposals } from './own-proposals.tsx';
import { placesOn } from './paragraph-ids.ts';
import { ProposalForm } from './proposal-form.tsx';
import { INTENTS, type ReviewFormValues } from './review-form-values.ts';
import { windowWords } from './review-words.ts';
import './reviews.css';

export interface ReviewPageProps extends LoadedReview {
  /** Address of the page, without its language. */
  path: string;
  /** Opened by a link: `other` is the name of somebody else who is signed in on this device. Null: signed in. */
  byLink: { other: string | null } | null;
  refused: RefusedReview | null;
}

/** What every part of the page needs to offer a proposal and to show those that there are. */
export interface ReviewTools {
  path: string;
  open: boolean;
  form: ReviewFormValues | null;
  refused: RefusedReview | null;
  proposals: readonly OwnProposal[];
}

/** The minutes as one participant reads them before they are published: what they said first, then all of it. */
export function ReviewPage({ page, form, lost, done, path, byLink, refused }: ReviewPageProps) {
  const { meeting, review, reader, sections, proposals } = page;
  const open = review.window === 'open';
  const shownForm = open ? (refused?.values ?? form) : null;
  const tools: ReviewTools = { path, open, form: shownForm, refused, proposals };
  const own = sections
    .map((section) => ({ ...section, rows: section.rows.filter((row) => row.own) }))
    .filter(({ rows }) => rows.length > 0);
  const places = placesOn(sections);
  const beside = proposals.filter(({ kind, blockId, agendaItemId }) => kind === 'identity' || isPlaced(blockId, agendaItemId, places));
  const inPage =
    shownForm && (shownForm.revision !== '' || !(shownForm.block || shownForm.item) || isPlaced(shownForm.block, shownForm.item, places));
  return (
    <div className="wrap review">
      <ReviewHead page={page} byLink={byLink} />
      {done ? (
        <Notice look="ok" role="status">
          {doneWords(done)}
        </Notice>
      ) : null}
      {refused && !shownForm ? <NotTaken refused={refused} /> : null}
      {refused && shownForm ? <p className="vh">{m.reviews_see_form()}</p> : null}
      {lost ? <Notice look="warn">{m.reviews_passage_lost()}</Notice> : null}
      {shownForm && !inPage ? <Orphan tools={tools} values={shownForm} /> : null}
      {review.published ? <Notice>{published(meeting.slug)}</Notice> : null}
      <AnswerPanel page={page} path={path} at="top" />
      <IdentityPanel identity={reader.identity} tools={tools} />
      {own.length > 0 ? (
        <section className="review__own" aria-labelledby="t-own">
          <h2 id="t-own">{m.reviews_own_title()}</h2>
          <div className="rv">
            <DraftRows sections={own} tools={tools} actionable />
          </div>
        </section>
      ) : null}
      <OwnProposals proposals={proposals} tools={tools} placed={new Set(beside.map(({ id }) => id))} />
      {sections.length > 0 ? (
        <section aria-labelledby="t-draft">
          <h2 id="t-draft">{m.reviews_draft_title()}</h2>
          {open ? <p className="meta">{m.reviews_draft_hint()}</p> : null}
          <div className="rv" lang="fr">
            <DraftRows sections={sections} tools={tools} />
          </div>
          {open ? <AnswerPanel page={page} path={path} at="end" tools={tools} /> : null}
        </section>
      ) : null}
      {open && !reader.opened ? (
        <Form method="post" action={localePath(path)} hidden data-note-opening="">
          <input type="hidden" name="intent" value={INTENTS.opened} />
          <script type="module" src={noteOpeningScript} />
        </Form>
      ) : null}
    </div>
  );
}

function ReviewHead({ page: { meeting, review, reader }, byLink }: Pick<ReviewPageProps, 'page' | 'byLink'>) {
  const { full } = formatWhen(whenOf(meeting.edtf), { zone: meeting.timeZone, locale: getLocale() });
  const open = review.window === 'open';
  return (
    <header className="stack review__head">
      <p className="kicker">{meeting.groupName}</p>
      <h1>{m.reviews_heading({ title: frenchSpaces(meeting.title) })}</h1>
      <p className="meta">{full}</p>
      {open ? (
        <p className="lede">
          {m.reviews_lede()} <b>{m.reviews_until({ day: formatDay(review.deadline, getLocale(), { weekday: true }) })}</b>
          {review.daysLeft <= 2 ? ` ${daysLeftWords(review.daysLeft)}` : null}
        </p>
      ) : (
        <Notice look="warn">{windowWords(review.window)}</Notice>
      )}
      {open && review.message ? (
        <blockquote className="review__message">
          <p className="lines">{review.message}</p>
          {review.openedByName ? <footer className="meta">{review.openedByName}</footer> : null}
        </blockquote>
      ) : null}
      {byLink ? (
        <p className="hint">
          {m.reviews_whose_link({ name: reader.identity.name })}{' '}
          {byLink.other ? <b>{m.reviews_other_signed_in({ name: byLink.other })}</b> : null}
        </p>
      ) : null}
    </header>
  );
}

/** What could not be taken and has no form to go back into: said, and handed back to be copied. */
function NotTaken({ refused }: { refused: RefusedReview }) {
  const { values, faults } = refused;
  const typed = values ? [values.text, values.comment].filter(Boolean).join('\n\n') : '';
  return (
    <Notice look="err" role="alert">
      {faults.map(({ message }) => (
        <p key={message}>{message}</p>
      ))}
      {typed ? (
        <>
          <label htmlFor="f-kept">{m.reviews_kept_words()}</label>
          <textarea id="f-kept" className="textarea input" readOnly rows={6} defaultValue={typed} />
        </>
      ) : null}
    </Notice>
  );
}

/** A form whose paragraph is no longer on the page: the words that it is about stand beside it. */
function Orphan({ tools, values }: { tools: ReviewTools; values: ReviewFormValues }) {
  return (
    <section className="panel" aria-labelledby="t-orphan">
      <h2 id="t-orphan">{m.reviews_orphan_title()}</h2>
      {values.base ? <blockquote className="review__message lines">{frenchSpaces(values.base)}</blockquote> : null}
      <ProposalForm tools={tools} values={values} />
    </section>
  );
}

/** Whether the page has a place for a form or a proposal: beside its paragraph, at the end of its point, or in a panel. */
function isPlaced(block: string | null, item: string | null, { paragraphs, points }: ReturnType<typeof placesOn>): boolean {
  return block ? paragraphs.has(block) : item ? points.has(item) : false;
}

function published(slug: string) {
  return (
    <>
      {m.reviews_published()} <A to={`/minutes/${slug}`}>{m.reviews_read_published()}</A>
    </>
  );
}

function doneWords(done: NonNullable<LoadedReview['done']>): string {
  switch (done) {
    case 'proposed':
      return m.reviews_done_proposed();
    case 'revised':
      return m.reviews_done_revised();
    case 'withdrawn':
      return m.reviews_done_withdrawn();
    case 'answered':
      return m.reviews_done_answered();
  }
}

function daysLeftWords(days: number): string {
  return days <= 0 ? m.reviews_last_day() : m.reviews_days_left({ count: days });
}
