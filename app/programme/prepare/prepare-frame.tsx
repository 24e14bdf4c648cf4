import type { ReactNode } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { EditionNav } from '#app/programme/edition-nav.tsx';
import type { EditionFacts } from '#app/programme/edition-pages.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { A } from '#app/ui/link.tsx';
import { preparePath } from './prepare-path.ts';
import './prepare.css';
import './prepare-forms.css';

interface PrepareFrameProps {
  edition: EditionFacts & { slug: string; name: string };
  title: string;
  /** Which of the pages it is. */
  page: '' | 'frame' | 'publish' | null;
  children: ReactNode;
}

/** The head that the pages of preparing a programme share. */
export function PrepareFrame({ edition, title, page, children }: PrepareFrameProps) {
  const pages = [
    { page: '', label: m.prepare_nav_grid() },
    { page: 'frame', label: m.prepare_nav_frame() },
    { page: 'publish', label: m.prepare_nav_publish() },
  ] as const;
  return (
    <>
      <div className="wrap fm-head">
        <Breadcrumb
          crumbs={[
            { to: '/editions', label: m.common_nav_editions() },
            { to: `/editions/${edition.slug}`, label: edition.name },
            ...(page === null ? [{ to: preparePath(edition.slug), label: m.prepare_nav() }] : []),
          ]}
        />
        <h1>{title}</h1>
      </div>
      <EditionNav edition={edition} organises here="/prepare" />
      <nav className="wrap pr-nav" aria-label={m.prepare_nav()}>
        <ul>
          {pages.map((one) => (
            <li key={one.page}>
              <A className="chip" to={preparePath(edition.slug, one.page)} aria-current={one.page === page ? 'page' : undefined}>
                {one.label}
              </A>
            </li>
          ))}
        </ul>
      </nav>
      {children}
    </>
  );
}
