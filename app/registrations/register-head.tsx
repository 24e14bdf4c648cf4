import { m } from '#app/messages/compiled/messages.js';
import { EditionHead } from '#app/programme/edition-head.tsx';
import { EditionNav } from '#app/programme/edition-nav.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { LoadedOffer } from './offer.server.ts';
import { closedWords, roomWords } from './words.ts';

/** The edition and its pages, above the forms of registering. */
export function RegisterHead({ offer: { edition }, organises, title }: { offer: LoadedOffer; organises: boolean; title: string }) {
  const crumbs = [
    { to: '/editions', label: m.common_nav_editions() },
    { to: `/editions/${edition.slug}`, label: edition.name },
  ];
  return (
    <>
      <EditionHead edition={edition} title={title} crumbs={crumbs} />
      <EditionNav edition={edition} organises={organises} here="/register" />
    </>
  );
}

/** Until when, and whether there are places: said before anybody fills in anything. */
export function OfferNotice({ offer }: { offer: LoadedOffer }) {
  if (offer.openness !== 'open') return <Notice look="warn">{closedWords(offer.openness, offer.opens)}</Notice>;
  const until = offer.closes ? <p>{m.registrations_until({ day: offer.closes })}</p> : null;
  if (offer.room === 'full' && offer.capacity !== null)
    return (
      <Notice look="warn">
        <b>{m.registrations_full_title({ capacity: offer.capacity })}</b>
        <p>{m.registrations_full_what()}</p>
        {until}
      </Notice>
    );
  return (
    <Notice>
      <p>{roomWords(offer.room, offer.capacity)}</p>
      {until}
    </Notice>
  );
}

/** What the organisers say of these data; and what holds for every edition. */
export function InformationText({ text }: { text: string }) {
  return (
    <section className="rg-info" aria-labelledby="t-info">
      <h2 id="t-info">{m.registrations_information()}</h2>
      <p className="rg-info__t">{text || m.registrations_information_default()}</p>
      <p>{m.registrations_information_erased()}</p>
    </section>
  );
}
