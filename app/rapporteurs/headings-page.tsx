import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Check } from '#app/ui/check.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { HeadingForm } from './heading-form.tsx';
import type { HeadingsData, HeadingsRefused } from './headings.route.tsx';
import './rapporteurs.css';

export const SAVE = 'save';
export const START = 'start';
export const MOVE = 'move';
export const REMOVE = 'remove';
export const APPLY = 'apply';

type HeadingsPageProps = HeadingsData & { refused: HeadingsRefused | null };

/** The headings that all sessions have, and the sessions that are given them. */
export function HeadingsPage({ edition, headings, sessions, newId, editing, applied, refused }: HeadingsPageProps) {
  const open = refused?.values ? refused.id : editing;
  return (
    <div className="wrap fm-head stack rb-page">
      <Breadcrumb
        crumbs={[
          { to: `/editions/${edition.slug}`, label: edition.name },
          { to: `/editions/${edition.slug}/rapporteurs`, label: m.rapporteurs_title() },
        ]}
      />
      <h1>{m.rapporteurs_headings_title()}</h1>
      <p className="lede">{m.rapporteurs_headings_lede()}</p>
      <div className="rb-edit">
        {applied ? (
          <Notice look="ok" role="status">
            {m.rapporteurs_applied({ count: applied.changed, same: applied.same })}
          </Notice>
        ) : null}
        {refused?.message ? (
          <Notice look="err" role="alert">
            {refused.message}
          </Notice>
        ) : null}
        <section aria-labelledby="t-headings">
          <h2 id="t-headings">{m.rapporteurs_headings_order()}</h2>
          {headings.length === 0 ? (
            <>
              <p>{m.rapporteurs_headings_none()}</p>
              <Form method="post">
                <SubmitButton look="line" name="intent" value={START}>
                  {m.rapporteurs_headings_start()}
                </SubmitButton>
              </Form>
            </>
          ) : null}
          <ol className="rb-people">
            {headings.map((heading, index) => (
              <li key={heading.id}>
                {heading.id === open ? (
                  <HeadingForm id={heading.id} heading={heading} refused={refused} />
                ) : (
                  <>
                    <span>
                      <b>{frenchSpaces(heading.title)}</b> <span className="meta">{heading.kindLabel}</span>
                      {heading.summary ? <span className="small pre"> {frenchSpaces(heading.summary)}</span> : null}
                    </span>
                    <Form method="post" className="row">
                      <input type="hidden" name="intent" value={MOVE} />
                      <input type="hidden" name="heading" value={heading.id} />
                      {index > 0 ? (
                        <SubmitButton
                          look="quiet"
                          size="sm"
                          icon="arrow-up"
                          name="to"
                          value="up"
                          aria-label={m.rapporteurs_heading_up({ title: heading.title })}
                        />
                      ) : null}
                      {index < headings.length - 1 ? (
                        <SubmitButton
                          look="quiet"
                          size="sm"
                          icon="arrow-down"
                          name="to"
                          value="down"
                          aria-label={m.rapporteurs_heading_down({ title: heading.title })}
                        />
                      ) : null}
                      <A
                        className="btn btn--quiet btn--sm"
                        to={`/editions/${edition.slug}/headings?edit=${heading.id}`}
                        aria-label={m.rapporteurs_heading_edit_of({ title: heading.title })}
                      >
                        {m.rapporteurs_change()}
                      </A>
                    </Form>
                  </>
                )}
              </li>
            ))}
          </ol>
        </section>
        <section aria-labelledby="t-new">
          <h2 id="t-new">{m.rapporteurs_heading_new()}</h2>
          <HeadingForm
            key={newId}
            id={refused?.values && !headings.some(({ id }) => id === refused.id) ? (refused.id ?? newId) : newId}
            heading={null}
            refused={refused}
          />
        </section>
        {headings.length > 0 ? (
          <section aria-labelledby="t-apply">
            <h2 id="t-apply">{m.rapporteurs_apply_title()}</h2>
            <p className="small">{m.rapporteurs_apply_what()}</p>
            <Form method="post" className="stack">
              <input type="hidden" name="intent" value={APPLY} />
              <fieldset>
                <legend className="label">{m.rapporteurs_apply_which()}</legend>
                {sessions.map((session) => (
                  <Check
                    key={session.id}
                    name="session"
                    value={session.id}
                    label={frenchSpaces(session.title)}
                    hint={m.rapporteurs_apply_has({ count: session.headings, all: headings.length })}
                  />
                ))}
              </fieldset>
              <p className="row">
                <SubmitButton look="line">{m.rapporteurs_apply_chosen()}</SubmitButton>
                <SubmitButton name="all" value="yes">
                  {m.rapporteurs_apply_all()}
                </SubmitButton>
              </p>
            </Form>
          </section>
        ) : null}
      </div>
    </div>
  );
}
