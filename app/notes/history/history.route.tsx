import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { parseUuid } from '#app/model/uuid.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { readForm } from '#server/http/read-form.ts';
import { enterMeeting } from '#server/meetings/access.ts';
import { eraseHistory } from '#server/notes/history/erase-history.ts';
import { maySeeHistory } from '#server/notes/history/policy.ts';
import { type Restoration, restoreVersion } from '#server/notes/history/restore-version.ts';
import { notFound, refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/history.route.ts';
import { ERASE, EraseForm, RESTORE } from './confirm-forms.tsx';
import { historyPath } from './history-query.ts';
import { type History, loadHistory } from './load-history.server.ts';
import { VersionView } from './version-view.tsx';
import { VersionsNav } from './versions-nav.tsx';
import '../notes-text.css';
import '../notes-kinds.css';
import './history.css';

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [{ title: m.history_page_title({ title: loaderData?.meeting.title ?? '' }) }];
}

async function enter(context: Route.LoaderArgs['context'], slug: string) {
  const { services, viewer } = requestOf(context);
  const scope = await enterMeeting(services, viewer, slug);
  if (!viewer || !maySeeHistory(scope.can)) return refuse(viewer, historyPath(slug));
  return { services, viewer, scope };
}

export async function loader({ context, params, request }: Route.LoaderArgs) {
  const { services, scope } = await enter(context, params.meeting);
  return loadHistory(services, scope, new URL(request.url).searchParams);
}

export async function action({ context, params, request }: Route.ActionArgs) {
  const { services, viewer, scope } = await enter(context, params.meeting);
  const fields = await readForm(request);
  switch (fields.get('intent')) {
    case RESTORE: {
      const version = parseUuid(fields.get('version'));
      if (!version) return data({ refused: 'version-unknown' as const }, { status: 409 });
      const restored = await restoreVersion(services, scope, viewer, version);
      if (!restored.ok) return data({ refused: restored.reason }, { status: 409 });
      const done = restored.changed ? 'restored' : 'same';
      throw redirect(localePath(historyPath(params.meeting, { section: restored.agendaItemId, done })));
    }
    case ERASE: {
      const erased = await eraseHistory(services, scope, viewer);
      if (!erased.ok) return notFound();
      throw redirect(localePath(historyPath(params.meeting, { done: 'erased' })));
    }
    default:
      return data(null, { status: 400 });
  }
}

export default function HistoryOfNotes({ loaderData: history, actionData }: Route.ComponentProps) {
  const { meeting, point, ask, done, can } = history;
  const live = `/meetings/${meeting.slug}/live`;
  return (
    <div className="wrap page hs">
      <Breadcrumb crumbs={[{ to: `/meetings/${meeting.slug}`, label: frenchSpaces(meeting.title) }]} />
      <div className="hs-head">
        <div>
          <h1>{m.history_title()}</h1>
          <p className="lede">{m.history_intro()}</p>
        </div>
        <A className="btn btn--line" to={point ? `${live}#p-${point.id}` : live}>
          <Icon name="note-pencil" />
          {m.history_back()}
        </A>
      </div>
      {done ? (
        <Notice look="ok" role="status">
          {doneText(done)}
        </Notice>
      ) : null}
      {actionData?.refused ? (
        <Notice look="err" role="alert">
          {refusalText(actionData.refused)}
        </Notice>
      ) : null}
      {ask === 'erase' && can.erase ? <EraseForm slug={meeting.slug} /> : null}
      <div className="hs-in">
        <VersionsNav history={history} />
        <VersionView history={history} />
      </div>
      {can.erase && ask !== 'erase' ? (
        <p className="hs-erase">
          <A className="btn btn--quiet" to={historyPath(meeting.slug, { ask: 'erase' })}>
            <Icon name="trash" />
            {m.history_erase()}
          </A>
        </p>
      ) : null}
    </div>
  );
}

function doneText(done: NonNullable<History['done']>): string {
  switch (done) {
    case 'restored':
      return m.history_restored();
    case 'same':
      return m.history_restored_same();
    case 'erased':
      return m.history_erased();
  }
}

function refusalText(reason: Extract<Restoration, { ok: false }>['reason']): string {
  switch (reason) {
    case 'section-locked':
      return m.history_refused_locked();
    case 'version-unknown':
      return m.history_refused_unknown();
    case 'too-large':
      return m.history_refused_large();
    case 'not-allowed':
      return m.history_refused_not_allowed();
  }
}
