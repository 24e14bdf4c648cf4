import { getLocale, localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import { THEMES, type Theme } from '#app/ui/theme.ts';
import { usePlace, useSite } from './use-site.ts';

/**
 * Two buttons, of which the style sheet shows the one that changes something: only the browser knows what 'auto' looks
 * like there, and no script runs on reading pages.
 */
export function ThemeToggle() {
  return (
    <form className="mast__theme" method="post" action="/preferences">
      <ReturnAddress />
      <button className="btn btn--quiet btn--icon mast__dark" type="submit" name="theme" value="dark" aria-label={m.common_theme_to_dark()}>
        <Icon name="moon" />
      </button>
      <button
        className="btn btn--quiet btn--icon mast__light"
        type="submit"
        name="theme"
        value="light"
        aria-label={m.common_theme_to_light()}
      >
        <Icon name="sun" />
      </button>
    </form>
  );
}

/** All three choices, with words; the way back to 'auto'. */
export function ThemeChoice() {
  const { theme } = useSite();
  const labels: Record<Theme, string> = { auto: m.common_theme_auto(), light: m.common_theme_light(), dark: m.common_theme_dark() };
  return (
    <form method="post" action="/preferences">
      <ReturnAddress />
      <ul>
        {THEMES.map((choice) => (
          <li key={choice}>
            <button type="submit" className="foot__choice" name="theme" value={choice} aria-pressed={theme === choice}>
              {labels[choice]}
            </button>
          </li>
        ))}
      </ul>
    </form>
  );
}

function ReturnAddress() {
  const { path, search } = usePlace();
  return <input type="hidden" name="to" value={localePath(path, getLocale()) + search} />;
}
