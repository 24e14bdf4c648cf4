import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { A } from '#app/ui/link.tsx';
import { markVersionRead } from '#server/minutes/keep-reading.ts';
import { readChanges } from '#server/minutes/read-changes.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/changes.route.ts';
import { versionInSentence } from './changes-choice.ts';
import { ChangesForm } from './changes-form.tsx';
import { ChangesView } from './changes-view.tsx';
import './minutes.css';

export async function loader({ params, request, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const query = new URL(request.url).searchParams;
  const asked = { from: query.get('from'), to: query.get('to'), edition: query.get('edition') };
  const changes = await readChanges(services, viewer, params.meeting, asked);
  // whoever looked at what changed knows it
  if (viewer && Number(changes.to) > 0) await markVersionRead(services, viewer, params.meeting, Number(changes.to));
  return changes;
}

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: `${m.versions_changes_title()}, ${loaderData?.meeting.title ?? ''} · ${m.common_brand()}` },
  { name: 'robots', content: 'noindex' },
];

/** What changed between two versions: the list first, then the text with what was added and taken out. */
export default function Changes({ loaderData: { meeting, from, to, edition, choices, diff } }: Route.ComponentProps) {
  const title = frenchSpaces(meeting.title);
  return (
    <div className="wrap page chg">
      <Breadcrumb
        crumbs={[
          { to: '/minutes', label: m.minutes_title() },
          { to: `/minutes/${meeting.slug}`, label: title },
        ]}
      />
      <h1>{m.versions_changes_title()}</h1>
      <p className="lede">{m.versions_changes_between({ title, from: versionInSentence(from), to: versionInSentence(to) })}</p>
      <ChangesForm from={from} to={to} edition={edition} choices={choices} />
      <ChangesView diff={diff} />
      <p className="row">
        <A className="btn btn--line" to={`/minutes/${meeting.slug}`}>
          {m.minutes_read_latest()}
        </A>
      </p>
    </div>
  );
}
