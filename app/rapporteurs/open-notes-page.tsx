import { Form } from 'react-router';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { Section } from '#app/minutes/minutes-body.tsx';
import { formatWhen } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { whenOf } from '#app/model/when.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { CopyLine } from '#app/ui/copy-line.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { OpenNotesData } from './open-notes.route.tsx';
import { useOpenNotes } from './use-open-notes.ts';
import './rapporteurs.css';

export const OPEN = 'open';
export const CLOSE = 'close';

/** The notes of a session as they are written, for everybody; and the switch, for whoever organises. */
export function OpenNotesPage({ meeting, sections: loaded, organiser, address, refused }: OpenNotesData & { refused: string | null }) {
  const read = useOpenNotes(meeting.id, loaded);
  return (
    <div className="wrap fm-head stack">
      <Breadcrumb crumbs={[{ to: `/meetings/${meeting.slug}`, label: frenchSpaces(meeting.title) }]} />
      <h1>{m.rapporteurs_open_title()}</h1>
      <p className="meta">
        {frenchSpaces(meeting.title)}, {formatWhen(whenOf(meeting.edtf), { zone: meeting.timeZone, locale: getLocale() }).full}
      </p>
      {refused ? (
        <Notice look="err" role="alert">
          {refused}
        </Notice>
      ) : null}
      {organiser ? <Switch organiser={organiser} open={loaded !== null} address={address} /> : null}
      {read ? (
        <>
          <p role="status">
            <Tag look={read.state === 'live' ? 'ok' : 'soft'}>{STATES[read.state]()}</Tag>
          </p>
          {read.sections.length === 0 ? <p>{m.rapporteurs_open_empty()}</p> : null}
          <div className="art" lang="fr">
            {read.sections.map((section) => (
              <Section key={section.anchor} section={section} edition="public" />
            ))}
          </div>
        </>
      ) : null}
    </div>
  );
}

const STATES = { live: m.rapporteurs_open_live, still: m.rapporteurs_open_still, closed: m.rapporteurs_open_closed };

function Switch({ organiser, open, address }: { organiser: NonNullable<OpenNotesData['organiser']>; open: boolean; address: string }) {
  return (
    <section className="panel stack" aria-labelledby="t-switch">
      <h2 id="t-switch">{open ? m.rapporteurs_open_on() : m.rapporteurs_open_off()}</h2>
      <p>{m.rapporteurs_open_what()}</p>
      {organiser.wanted && !open ? <p>{m.rapporteurs_open_paused()}</p> : null}
      {open ? <CopyLine id="open-notes" label={m.rapporteurs_open_address()} value={address} /> : null}
      {organiser.mayOpen || organiser.wanted ? (
        <Form method="post">
          <SubmitButton look={organiser.wanted ? 'line' : 'primary'} name="intent" value={organiser.wanted ? CLOSE : OPEN}>
            {organiser.wanted ? m.rapporteurs_open_close() : m.rapporteurs_open_open()}
          </SubmitButton>
        </Form>
      ) : (
        <p className="meta">{m.rapporteurs_open_refused()}</p>
      )}
    </section>
  );
}
