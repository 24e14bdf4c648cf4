import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import type { IconName } from '#app/ui/icon-names.ts';
import { A } from '#app/ui/link.tsx';
import { PANES, type Pane, useShowPane } from './panes.ts';

const TABS: Record<Pane, { icon: IconName; word: () => string }> = {
  notes: { icon: 'note-pencil', word: m.notes_tab_notes },
  agenda: { icon: 'list-numbers', word: m.notes_tab_agenda },
  present: { icon: 'users-three', word: m.notes_tab_present },
  records: { icon: 'list-checks', word: m.notes_tab_records },
};

interface PaneTabsProps {
  current: Pane;
  /** Something in a pane awaits the reader: what, in words. */
  waiting: Partial<Record<Pane, string>>;
}

export function PaneTabs({ current, waiting }: PaneTabsProps) {
  const showPane = useShowPane();
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
                showPane(pane);
              }}
            >
              <Icon name={TABS[pane].icon} />
              {TABS[pane].word()}
              {waiting[pane] ? (
                <span className="lv-tabs__dot">
                  <span className="vh"> {waiting[pane]}</span>
                </span>
              ) : null}
            </A>
          </li>
        ))}
      </ul>
    </nav>
  );
}
