import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatInstant } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { countChanges } from '#app/model/note-history.ts';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { StaticNotes } from '../static-notes.tsx';
import { ComparedText } from './compared-text.tsx';
import { RestoreForm } from './confirm-forms.tsx';
import { HISTORY_VIEWS, type HistoryView, historyPath } from './history-query.ts';
import type { History } from './load-history.server.ts';
import { reasonWord } from './versions-nav.tsx';

/** One version of a point: what changed in it, how now differs from it, or what it says. */
export function VersionView({ history }: { history: History }) {
  const { meeting, point, shown, versions, view, ask, can } = history;
  const version = versions.find(({ id }) => id === shown?.id);
  if (!point || !shown || !version) return <NoVersion title={point?.title ?? ''} />;
  const { date, time } = formatInstant(version.savedAt, meeting.timeZone, getLocale());
  const here = { section: point.id, version: version.id };
  const isNow = version.id === versions[0]?.id;
  return (
    <section className="hs-version" id="version" aria-labelledby="version-title">
      <header>
        <h2 id="version-title">{frenchSpaces(point.title)}</h2>
        <p>
          <b>{m.history_version_of({ time, date })}</b>
          {reasonWord(version.reason) ? ` · ${reasonWord(version.reason)}` : ''}
          {version.authors.length > 0 ? ` · ${m.history_written_by({ names: version.authors.join(', ') })}` : ''}
        </p>
      </header>
      {ask === 'restore' && can.restore && !point.locked ? <RestoreForm slug={meeting.slug} here={here} time={time} /> : null}
      <div className="hs-bar">
        <nav className="seg" aria-label={m.history_view()}>
          {HISTORY_VIEWS.map((each) => (
            <A key={each} to={historyPath(meeting.slug, { ...here, view: each })} aria-current={each === view ? 'true' : undefined}>
              {viewWord(each)}
            </A>
          ))}
        </nav>
        {can.restore && !point.locked && ask !== 'restore' ? (
          <A className={isNow ? 'btn btn--line' : 'btn'} to={historyPath(meeting.slug, { ...here, view, ask: 'restore' })}>
            <Icon name="clock-counter-clockwise" />
            {m.history_restore()}
          </A>
        ) : null}
        {can.restore && point.locked ? (
          <p className="meta">
            <Icon name="lock-simple" /> {m.history_locked()}
          </p>
        ) : null}
      </div>
      {view === 'text' ? <Text shown={shown} /> : <Changes history={history} />}
    </section>
  );
}

function Text({ shown: { blocks, participants } }: { shown: NonNullable<History['shown']> }) {
  return blocks.length === 0 ? (
    <p className="meta">{m.history_empty_text()}</p>
  ) : (
    <div className="notes hs-notes">
      <StaticNotes blocks={blocks} participants={participants} supports={{}} />
    </div>
  );
}

function Changes({ history: { shown, view } }: { history: History }) {
  const compared = shown?.compared ?? [];
  const { added, removed, changed } = countChanges(compared);
  const counts = [
    added > 0 && m.history_added({ count: added }),
    changed > 0 && m.history_changed({ count: changed }),
    removed > 0 && m.history_removed({ count: removed }),
  ].filter((count) => typeof count === 'string');
  const none = view === 'now' ? m.history_summary_now_same() : m.history_summary_same();
  const summary = view === 'changes' && shown?.first ? m.history_summary_first() : counts.join(', ') || none;
  return (
    <>
      <p className="hs-sum">{summary}</p>
      <ComparedText blocks={compared} />
    </>
  );
}

function NoVersion({ title }: { title: string }) {
  return (
    <section className="empty" aria-labelledby="version-title">
      <h2 id="version-title">{title ? frenchSpaces(title) : m.history_versions()}</h2>
      <p>
        {m.history_none()} {m.history_none_text()}
      </p>
    </section>
  );
}

function viewWord(view: HistoryView): string {
  switch (view) {
    case 'changes':
      return m.history_view_changes();
    case 'now':
      return m.history_view_now();
    case 'text':
      return m.history_view_text();
  }
}
