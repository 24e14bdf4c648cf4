import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';

/** On phones, where there is no room beside: the whole programme, or one's own. */
export function OwnTabs({ edition, count, here }: { edition: string; count: number; here: 'all' | 'mine' }) {
  return (
    <nav className="seg pg-tab no-print" aria-label={m.own_programme_title()}>
      <A to={`/editions/${edition}/programme`} aria-current={here === 'all' ? 'page' : undefined}>
        {m.own_programme_tab_all()}
      </A>
      <A to={`/editions/${edition}/my-programme`} aria-current={here === 'mine' ? 'page' : undefined}>
        {m.own_programme_tab_mine({ count })}
      </A>
    </nav>
  );
}
