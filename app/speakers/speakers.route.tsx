import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { EDITION_LIMITS } from '#app/model/programme.ts';
import { EditionHead } from '#app/programme/edition-head.tsx';
import { EditionNav } from '#app/programme/edition-nav.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { findEdition } from '#db/programme/read.ts';
import { listSessionChoices, readBoard } from '#db/speakers/read-board.ts';
import { readForm } from '#server/http/read-form.ts';
import { organiseEdition } from '#server/programme/access.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import { meant } from '#server/speakers/ask-speakers.ts';
import type { Route } from './+types/speakers.route.ts';
import { actOnBoard, BOARD_SAID } from './act-on-board.server.ts';
import { AddSpeakerForm } from './add-speaker-form.tsx';
import { SendLinks } from './send-links.tsx';
import { SpeakerTable } from './speaker-table.tsx';
import '#app/programme/programme.css';
import './speakers.css';

const pathOf = (edition: string) => `/editions/${edition}/speakers`;

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: `${m.speakers_page_title({ edition: loaderData?.edition.name ?? '' })} · ${m.common_brand()}` }];
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseEdition(services, viewer, params.edition, pathOf(params.edition));
  const [edition, board, sessions] = await Promise.all([
    findEdition(services.db, scope),
    readBoard(services.db, scope),
    listSessionChoices(services.db, scope, { limit: EDITION_LIMITS.sessions }),
  ]);
  const search = new URL(request.url).searchParams;
  const count = /^\d{1,5}$/.test(search.get('count') ?? '') ? Number(search.get('count')) : 0;
  return {
    ...{ edition, board, sessions, newId: crypto.randomUUID() as string, count },
    waiting: { new: meant(board, { kind: 'new' }).length, owing: meant(board, { kind: 'owing' }).length },
    said: BOARD_SAID.find((one) => one === search.get('said')) ?? null,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseEdition(services, viewer, params.edition, pathOf(params.edition));
  if (!viewer) return notFound();
  const acted = (await actOnBoard(services, { viewer, scope }, await readForm(request))) ?? notFound();
  if ('said' in acted)
    throw redirect(`${localePath(pathOf(params.edition))}?said=${acted.said}${acted.count === undefined ? '' : `&count=${acted.count}`}`);
  return data(acted.refused, { status: acted.status });
}

const SAID_WORDS = {
  sent: (count: number) => m.speakers_sent({ count }),
  revoked: () => m.speakers_revoked(),
  added: () => m.speakers_added(),
  released: () => m.speakers_released(),
} as const;

export default function Speakers({ loaderData, actionData }: Route.ComponentProps) {
  const { edition, board, sessions, newId, waiting, said, count } = loaderData;
  return (
    <>
      <EditionHead
        brief
        edition={edition}
        title={m.speakers_title()}
        crumbs={[
          { to: '/editions', label: m.common_nav_editions() },
          { to: `/editions/${edition.slug}`, label: edition.name },
        ]}
      />
      <EditionNav edition={edition} organises here="/speakers" />
      <div className="wrap sect spk">
        <p className="measure">{m.speakers_lede()}</p>
        {actionData?.notice ? (
          <Notice look="warn" role="alert">
            {actionData.notice}
          </Notice>
        ) : said && !actionData ? (
          <Notice look="ok" role="status">
            {SAID_WORDS[said](count)}
          </Notice>
        ) : null}
        <SendLinks waiting={waiting} />
        <SpeakerTable board={board} />
        <section aria-labelledby="t-add" id="add">
          <div className="sect__h">
            <h2 id="t-add">{m.speakers_add_title()}</h2>
          </div>
          <AddSpeakerForm sessions={sessions} newId={newId} refused={actionData?.add ?? null} />
        </section>
      </div>
    </>
  );
}
