import type { ReactNode } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { ATTRIBUTION_LEVELS, type AttributionLevel } from '#app/model/minutes-content.ts';
import { Field } from '#app/ui/field.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';

export type Shown = 'choices' | 'public' | 'internal';

interface AttributionBarProps {
  meeting: string;
  shown: Shown;
  attributables: readonly { turn: boolean; level: AttributionLevel }[];
}

/** What of the draft is shown, and how much of it the public edition keeps to itself. */
export function AttributionBar({ meeting, shown, attributables }: AttributionBarProps): ReactNode {
  const views: [Shown, string][] = [
    ['choices', m.attributions_view_choices()],
    ['public', m.attributions_view_public()],
    ['internal', m.attributions_view_internal()],
  ];
  return (
    <div className="rv-bar">
      <div className="wrap rv-bar__in">
        <nav className="seg" aria-label={m.attributions_view()}>
          {views.map(([view, label]) => (
            <A
              key={view}
              to={`/meetings/${meeting}/minutes${view === 'choices' ? '' : `?show=${view}`}`}
              aria-current={view === shown ? 'page' : undefined}
            >
              {label}
            </A>
          ))}
        </nav>
        <span className="meta">{countWords(attributables)}</span>
      </div>
    </div>
  );
}

/** « 82 passages : 3 internes, 2 par organisme ». */
function countWords(attributables: AttributionBarProps['attributables']): string {
  const passages = attributables.filter(({ turn }) => !turn);
  const told = [
    ['internal', m.attributions_count_internal],
    ['organisation', m.attributions_count_organisation],
    ['none', m.attributions_count_none],
  ] as const;
  const words = told.flatMap(([level, word]) => {
    const count = passages.filter((each) => each.level === level).length;
    return count > 0 ? [word({ count })] : [];
  });
  return [m.attributions_counts({ count: passages.length }), ...(words.length > 0 ? words : [m.attributions_count_name()])].join(', ');
}

const LONG = {
  name: m.attributions_name_long,
  organisation: m.attributions_organisation_long,
  none: m.attributions_none_long,
  internal: m.attributions_internal_long,
};

/** How the meeting as a whole is attributed. */
export function DefaultLevel({ value }: { value: AttributionLevel }): ReactNode {
  return (
    <div className="panel at-default">
      <p>{m.attributions_intro()}</p>
      <Field as="select" name="default" label={m.attributions_default()} hint={m.attributions_default_hint()} defaultValue={value}>
        {ATTRIBUTION_LEVELS.map((level) => (
          <option key={level} value={level}>
            {LONG[level]()}
          </option>
        ))}
      </Field>
    </div>
  );
}

/** Stays in sight however long the draft is. */
export function SaveChoices(): ReactNode {
  return (
    <p className="at-save">
      <SubmitButton>{m.attributions_save()}</SubmitButton>
    </p>
  );
}

type Fault = 'too-many' | 'unknown-level' | 'unreadable' | 'chosen-meanwhile';

interface ChoiceNoticesProps {
  kept: number | null;
  gone: number;
  refused: { fault: Fault; meanwhile: { highlights: boolean } | null } | null;
}

/** What became of the choices that were sent. */
export function ChoiceNotices({ kept, gone, refused }: ChoiceNoticesProps): ReactNode {
  if (refused)
    return (
      <Notice look="err" role="alert">
        <p>{faultWords(refused.fault)}</p>
        {refused.meanwhile?.highlights ? <p>{m.attributions_meanwhile_highlights()}</p> : null}
      </Notice>
    );
  if (kept === null) return null;
  return (
    <>
      <Notice look="ok" role="status">
        {kept > 0 ? m.attributions_saved({ count: kept }) : m.attributions_saved_none()}
      </Notice>
      {gone > 0 ? (
        <Notice look="warn" role="status">
          {m.attributions_gone({ count: gone })}
        </Notice>
      ) : null}
    </>
  );
}

function faultWords(fault: Fault): string {
  switch (fault) {
    case 'too-many':
      return m.attributions_refused_many();
    case 'unknown-level':
      return m.attributions_refused_level();
    case 'unreadable':
      return m.attributions_refused();
    case 'chosen-meanwhile':
      return m.attributions_meanwhile();
  }
}

/** Words that name who said them, where the public edition does not. */
export function NamesLeft({ passages }: { passages: readonly { anchor: string; excerpt: string }[] }): ReactNode {
  if (passages.length === 0) return null;
  return (
    <Notice look="warn">
      <p>{m.attributions_names_left({ count: passages.length })}</p>
      <ul className="at-names">
        {passages.slice(0, 20).map(({ anchor, excerpt }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two passages of one turn share its address
          <li key={index}>
            <a href={`#${anchor}`}>{frenchSpaces(excerpt)}</a>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
