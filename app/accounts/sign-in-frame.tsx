import type { ReactNode } from 'react';
import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import { useSite } from '#app/ui/layout/use-site.ts';
import { A } from '#app/ui/link.tsx';
import { Mark } from '#app/ui/mark.tsx';
import './accounts.css';

/** The two halves of every page on the way in: what to do, and the table. */
export function SignInFrame({ children }: { children: ReactNode }) {
  const { demo } = useSite();
  return (
    <div className="si">
      <div className="si__a">{children}</div>
      <div className="si__b">
        <figure>
          <Mark />
          <blockquote>
            <Icon name="arrow-right" />
            <p>{m.accounts_motto()}</p>
          </blockquote>
          {demo ? (
            <figcaption>
              {m.accounts_motto_from()} <A to="/minutes">{m.accounts_motto_meeting()}</A>
            </figcaption>
          ) : null}
        </figure>
      </div>
    </div>
  );
}
