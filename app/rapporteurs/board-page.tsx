import { m } from '#app/messages/compiled/messages.js';
import { EditionHead } from '#app/programme/edition-head.tsx';
import { EditionNav } from '#app/programme/edition-nav.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import type { BoardData } from './board.route.tsx';
import { BOARD_FILTERS, type BoardFilter, type Totals } from './board-filter.ts';
import { BoardForms } from './board-forms.tsx';
import { BoardTable } from './board-table.tsx';
import './rapporteurs.css';

type BoardPageProps = BoardData & { refused: { fault: string; typed: string | null } | null };

/** The war room of an edition: session by session, who writes, what is there, what is missing, and where one acts. */
export function BoardPage(props: BoardPageProps) {
  const { edition, sessions, totals, counts, filter, today, refused, reminded } = props;
  const own = `/editions/${edition.slug}/rapporteurs`;
  return (
    <>
      <EditionHead
        brief
        edition={edition}
        title={m.rapporteurs_title()}
        crumbs={[
          { to: '/editions', label: m.common_nav_editions() },
          { to: `/editions/${edition.slug}`, label: edition.name },
        ]}
      />
      <EditionNav edition={edition} organises here="/rapporteurs" />
      <div className="wrap sect">
        {reminded !== null ? (
          <Notice look="ok" role="status">
            {m.rapporteurs_reminded({ count: reminded })}
          </Notice>
        ) : null}
        {refused && refused.typed === null ? (
          <Notice look="err" role="alert">
            {refused.fault}
          </Notice>
        ) : null}
        <TotalsStrip totals={totals} />
        <nav className="pg-filters rb-filters no-print" aria-label={m.rapporteurs_filter()}>
          {BOARD_FILTERS.map((one) => (
            <A
              key={one}
              className="chip"
              to={one === 'all' ? own : `${own}?show=${one}`}
              aria-current={one === filter ? 'true' : undefined}
            >
              {FILTERS[one]()} <span className="rb-n">{counts[one]}</span>
            </A>
          ))}
        </nav>
        {sessions.length > 0 ? (
          <BoardTable edition={edition} sessions={sessions} today={today} />
        ) : (
          <div className="empty">
            <h2>{filter === 'all' ? m.rapporteurs_empty_title() : m.rapporteurs_none_title()}</h2>
            <p>{filter === 'all' ? m.rapporteurs_empty() : m.rapporteurs_none()}</p>
          </div>
        )}
        <BoardForms {...props} />
      </div>
    </>
  );
}

const FILTERS: Record<BoardFilter, () => string> = {
  all: m.rapporteurs_show_all,
  late: m.rapporteurs_show_late,
  to_approve: m.rapporteurs_show_to_approve,
  mine: m.rapporteurs_show_mine,
};

/** How far the whole edition is, in figures. */
function TotalsStrip({ totals }: { totals: Totals }) {
  const figures: [number, string, boolean?][] = [
    [totals.sessions, m.rapporteurs_total_sessions({ count: totals.sessions })],
    [totals.nobody, m.rapporteurs_total_nobody()],
    [totals.writing, m.rapporteurs_total_writing()],
    [totals.handedIn, m.rapporteurs_total_handed_in({ count: totals.handedIn })],
    [totals.approved, m.rapporteurs_total_approved({ count: totals.approved })],
    [totals.published, m.rapporteurs_total_published({ count: totals.published })],
    [totals.late, m.rapporteurs_total_late(), totals.late > 0],
  ];
  return (
    <ul className="rb-totals" aria-label={m.rapporteurs_totals()}>
      {figures.map(([figure, label, bad]) => (
        <li key={label} className={bad ? 'bad' : undefined}>
          <b>{figure}</b>
          <span>{label}</span>
        </li>
      ))}
    </ul>
  );
}
