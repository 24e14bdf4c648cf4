import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';
import { editionPages } from './edition-pages.ts';
import './edition-nav.css';

interface EditionNavProps {
  edition: { slug: string };
  /** Organisers see the pages of their work too. */
  organises: boolean;
  /** Of the open page: what follows `/editions/:edition` in its address. */
  here: string;
}

/** The pages of an edition, under its title: those of everybody, and those of its organisers. */
export function EditionNav({ edition, organises, here }: EditionNavProps) {
  const pages = editionPages().filter(({ forOrganisers }) => organises || !forOrganisers);
  return (
    <nav className="ed-nav" aria-label={m.programme_nav()}>
      <ul className="wrap">
        {pages.map(({ path, label, forOrganisers }) => (
          <li key={path} className={forOrganisers ? 'ed-nav__own' : undefined}>
            <A to={`/editions/${edition.slug}${path}`} aria-current={path === here ? 'page' : undefined}>
              {label}
            </A>
          </li>
        ))}
      </ul>
    </nav>
  );
}
