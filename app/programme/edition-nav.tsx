import { m } from '#app/messages/compiled/messages.js';
import { useSite } from '#app/ui/layout/use-site.ts';
import { A } from '#app/ui/link.tsx';
import { type EditionFacts, type EditionPage, organiserPages, publicPages } from './edition-pages.ts';
import './edition-nav.css';

interface EditionNavProps {
  edition: EditionFacts & { slug: string };
  /** Organisers see the pages of their work too, on a line of their own. */
  organises: boolean;
  /** Of the open page: what follows `/editions/:edition` in its address. */
  here: string;
}

/** The pages of an edition, under its title: those of everybody, and those of its organisers. */
export function EditionNav({ edition, organises, here }: EditionNavProps) {
  const { now } = useSite();
  const own = `/editions/${edition.slug}`;
  return (
    <div className="ed-nav">
      <nav className="wrap" aria-label={m.programme_nav()}>
        <Pages own={own} pages={publicPages(edition, now)} here={here} />
      </nav>
      {organises ? (
        <nav className="ed-nav__own" aria-labelledby="ed-nav-own">
          <div className="wrap">
            <span id="ed-nav-own">{m.programme_nav_organisers()}</span>
            <Pages own={own} pages={organiserPages()} here={here} />
          </div>
        </nav>
      ) : null}
    </div>
  );
}

function Pages({ own, pages, here }: { own: string; pages: EditionPage[]; here: string }) {
  return (
    <ul>
      {pages.map(({ path, label, more }) => (
        <li key={path}>
          <A to={own + path} aria-current={path === here ? 'page' : undefined}>
            {label}
            {more ? <span className="vh"> ({more})</span> : null}
          </A>
        </li>
      ))}
    </ul>
  );
}
