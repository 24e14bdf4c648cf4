import { m } from '#app/messages/compiled/messages.js';

/** The five sections. `also`: other addresses that belong to a section. */
export function sections(): { to: string; label: string; also?: string }[] {
  return [
    { to: '/calendar', label: m.common_nav_calendar(), also: '/' },
    { to: '/minutes', label: m.common_nav_minutes() },
    { to: '/groups', label: m.common_nav_groups() },
    { to: '/editions', label: m.common_nav_editions() },
    { to: '/directory', label: m.common_nav_directory() },
  ];
}

/** 'page' on the section's own page, 'true' on pages inside it (ARIA 1.2, aria-current). */
export function currentness(section: { to: string; also?: string }, path: string): 'page' | 'true' | undefined {
  if (path === section.to || path === section.also) return 'page';
  return path.startsWith(`${section.to}/`) ? 'true' : undefined;
}
