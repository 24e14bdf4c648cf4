import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';
import { Mark } from '#app/ui/mark.tsx';
import { LanguageLink } from './masthead.tsx';
import { sections } from './navigation.ts';
import { ThemeChoice } from './theme-toggle.tsx';
import { useSite } from './use-site.ts';

export function Footer() {
  const { demo } = useSite();
  return (
    <footer className="foot">
      <div className="wrap foot__in">
        <div className="foot__a">
          <A className="brand brand--foot" to="/" aria-label={m.common_brand_home()}>
            <Mark />
            <span className="brand__w">{m.common_brand()}</span>
          </A>
          <p>{m.common_what_it_is()}</p>
        </div>
        <nav aria-label={m.common_network()}>
          <p className="foot__h">{m.common_network()}</p>
          <ul>
            {sections().map((section) => (
              <li key={section.to}>
                <A to={section.to}>{section.label}</A>
              </li>
            ))}
          </ul>
        </nav>
        <nav aria-label={m.common_follow()}>
          <p className="foot__h">{m.common_follow()}</p>
          <ul>
            <li>
              <A to="/subscribe">{m.common_subscribe()}</A>
            </li>
            <li>
              <a href="/feeds/all.ics">{m.common_feed_all()}</a>
            </li>
            <li>
              <a href="/feeds/minutes.atom">{m.sending_feed_link()}</a>
            </li>
            {demo ? (
              <li>
                <A to="/mailbox">{m.common_demo_mailbox()}</A>
              </li>
            ) : null}
          </ul>
        </nav>
        <div>
          <p className="foot__h">{m.common_display()}</p>
          <ThemeChoice />
          <ul>
            <li>
              <LanguageLink inSheet />
            </li>
          </ul>
        </div>
      </div>
    </footer>
  );
}
