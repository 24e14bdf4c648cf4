import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay } from '#app/model/format-when.ts';
import type { Openness } from '#app/model/registrations.ts';
import { A } from '#app/ui/link.tsx';

interface EditionRegistrationProps {
  edition: { slug: string; opensOn: string | null; closesOn: string | null };
  openness: Openness;
}

/** How to register, on the page of an edition; nothing while nobody can, nor will. */
export function EditionRegistration({ edition: { slug, opensOn, closesOn }, openness }: EditionRegistrationProps) {
  if (openness !== 'open' && openness !== 'early') return null;
  const day = (iso: string) => formatDay(iso, getLocale(), { weekday: true });
  return (
    <section aria-labelledby="t-register">
      <div className="sect__h">
        <h2 id="t-register">{m.registrations_title()}</h2>
      </div>
      {openness === 'early' ? (
        <p>{m.registrations_closed_early({ day: day(opensOn ?? '') })}</p>
      ) : (
        <>
          <p>{closesOn ? m.registrations_until({ day: day(closesOn) }) : m.registrations_open_now()}</p>
          <p className="row edition-cta">
            <A className="btn" to={`/editions/${slug}/register`}>
              {m.registrations_nav()}
            </A>
            <A className="btn btn--line" to={`/editions/${slug}/register/delegation`}>
              {m.registrations_delegation_short()}
            </A>
          </p>
        </>
      )}
    </section>
  );
}
