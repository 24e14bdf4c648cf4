import { useSearchParams } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import type { IconName } from '#app/ui/icon-names.ts';
import { A } from '#app/ui/link.tsx';

const PANES = ['notes', 'agenda', 'present', 'records'] as const;
export type Pane = (typeof PANES)[number];

/** The pane that a narrow screen shows; in the address, so that it can be sent and works without scripts. */
export function paneOf(search: URLSearchParams): Pane {
  return PANES.find((pane) => pane === search.get('pane')) ?? 'notes';
}

const TABS: Record<Pane, { icon: IconName; word: () => string }> = {
  notes: { icon: 'note-pencil', word: m.notes_tab_notes },
  agenda: { icon: 'list-numbers', word: m.notes_tab_agenda },
  present: { icon: 'users-three', word: m.notes_tab_present },
  records: { icon: 'list-checks', word: m.notes_tab_records },
};

export function PaneTabs() {
  const [search, setSearch] = useSearchParams();
  const current = paneOf(search);
  return (
    <nav className="lv-tabs" aria-label={m.notes_tabs()}>
      <ul>
        {PANES.map((pane) => (
          <li key={pane}>
            <A
              to={`?pane=${pane}`}
              aria-current={pane === current ? 'page' : undefined}
              onClick={(event) => {
                event.preventDefault();
                setSearch({ pane }, { replace: true, preventScrollReset: true });
              }}
            >
              <Icon name={TABS[pane].icon} />
              {TABS[pane].word()}
            </A>
          </li>
        ))}
      </ul>
    </nav>
  );
}
