import { m } from '#app/messages/compiled/messages.js';
import { EditionHead } from '#app/programme/edition-head.tsx';
import { EditionNav } from '#app/programme/edition-nav.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { EditionDetails } from '#db/programme/read.ts';

interface OrganiseHeadProps {
  edition: EditionDetails;
  title: string;
  /** Below the list of registrations. */
  below?: boolean;
  said?: string | null;
}

/** The edition and its pages, above those of its organisers about registrations. */
export function OrganiseHead({ edition, title, below = false, said = null }: OrganiseHeadProps) {
  const list = { to: `/editions/${edition.slug}/registrations`, label: m.registrations_title() };
  const crumbs = [
    { to: '/editions', label: m.common_nav_editions() },
    { to: `/editions/${edition.slug}`, label: edition.name },
    ...(below ? [list] : []),
  ];
  return (
    <>
      <EditionHead edition={edition} title={title} crumbs={crumbs} brief />
      <EditionNav edition={edition} organises here="/registrations" />
      {said ? (
        <div className="wrap rg-said">
          <Notice look="ok" role="status">
            {said}
          </Notice>
        </div>
      ) : null}
    </>
  );
}
