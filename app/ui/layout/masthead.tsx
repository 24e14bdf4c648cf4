import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { Mark } from '#app/ui/mark.tsx';
import { AccountMenu } from './account-menu.tsx';
import { currentness, sections } from './navigation.ts';
import { ThemeToggle } from './theme-toggle.tsx';
import { OTHER_LANGUAGE, usePlace, useSite } from './use-site.ts';

export function Masthead() {
  const { viewer } = useSite();
  const { path } = usePlace();
  const links = sections().map((section) => (
    <li key={section.to}>
      <A to={section.to} aria-current={currentness(section, path)}>
        {section.label}
      </A>
    </li>
  ));
  return (
    <header className="mast">
      <div className="mast__in">
        <A className="brand" to="/" aria-label={m.common_brand_home()}>
          <Mark />
          <span className="brand__w">{m.common_brand()}</span>
        </A>
        <nav className="mast__nav" aria-label={m.common_main_navigation()}>
          <ul>{links}</ul>
        </nav>
        <div className="mast__end">
          <LanguageLink />
          <ThemeToggle />
          {viewer ? (
            <TodoLink count={viewer.todo} current={path === '/todo'} />
          ) : (
            <A className="btn btn--line btn--sm mast__sub" to="/subscribe">
              <Icon name="calendar-plus" />
              {m.common_subscribe_short()}
            </A>
          )}
          {viewer ? (
            <AccountMenu viewer={viewer} />
          ) : (
            <A className="btn btn--sm" to="/sign-in">
              {m.common_sign_in()}
            </A>
          )}
        </div>
        <details className="mast__menu">
          <summary className="btn btn--quiet">
            {m.common_menu()} <Icon name="list" />
          </summary>
          <nav className="mast__sheet" aria-label={m.common_menu()}>
            <ul>
              {links}
              <li>
                <A to="/subscribe">{m.common_subscribe()}</A>
              </li>
              {viewer ? (
                <li>
                  <A to="/todo">{m.follow_ups_masthead_in_menu({ count: viewer.todo })}</A>
                </li>
              ) : null}
              {viewer ? null : (
                <li>
                  <A to="/sign-in">{m.common_sign_in()}</A>
                </li>
              )}
              <li>
                <LanguageLink inSheet />
              </li>
            </ul>
          </nav>
        </details>
      </div>
    </header>
  );
}

/** « À faire », with how much; the words say it to who does not see the number as a badge. */
function TodoLink({ count, current }: { count: number; current: boolean }) {
  return (
    <A className="btn btn--quiet mast__todo" to="/todo" aria-current={current ? 'page' : undefined}>
      {m.follow_ups_todo_title()}
      {count > 0 ? <span className="count">{count < MANY ? count : m.follow_ups_masthead_many({ count: MANY })}</span> : null}
    </A>
  );
}

const MANY = 99;

/** The same page in the other language, named in that language. */
export function LanguageLink({ inSheet = false }: { inSheet?: boolean }) {
  const { path, search } = usePlace();
  const other = OTHER_LANGUAGE[getLocale()];
  const name = m.common_this_page_in_language({}, { locale: other });
  return (
    <A
      className={inSheet ? undefined : 'btn btn--quiet btn--sm mast__lang'}
      to={path + search}
      locale={other}
      lang={other}
      hrefLang={other}
      title={inSheet ? undefined : name}
    >
      {inSheet ? (
        name
      ) : (
        <>
          {other.toUpperCase()}
          <span className="vh"> – {name}</span>
        </>
      )}
    </A>
  );
}
