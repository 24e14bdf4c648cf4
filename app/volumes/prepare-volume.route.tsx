import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { VolumeTexts } from '#app/model/volumes.ts';
import { EditionHead } from '#app/programme/edition-head.tsx';
import { EditionNav } from '#app/programme/edition-nav.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { findEdition } from '#db/programme/read.ts';
import { readForm } from '#server/http/read-form.ts';
import { organiseEdition } from '#server/programme/access.ts';
import { requestOf } from '#server/request-context.ts';
import { planVolume } from '#server/volumes/plan-volume.ts';
import type { Route } from './+types/prepare-volume.route.ts';
import { AnnexForm } from './annex-form.tsx';
import { BindForm } from './bind-form.tsx';
import { prepareVolume } from './prepare-volume.server.ts';
import { SessionsTable } from './sessions-table.tsx';
import { TextsForm } from './texts-form.tsx';
import '#app/programme/programme.css';
import './volumes.css';

const pathOf = (edition: string) => `/editions/${edition}/volume/prepare`;

export const meta: Route.MetaFunction = ({ loaderData }) => [
  { title: m.volumes_page_title({ title: m.volumes_prepare_title({ edition: loaderData?.edition.name ?? '' }), brand: m.common_brand() }) },
];

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseEdition(services, viewer, params.edition, pathOf(params.edition));
  const [edition, plan] = [await findEdition(services.db, scope), await planVolume(services.db, scope)];
  const { annexes, revision, ...texts } = plan.draft;
  const numbers = new Map(plan.frames.internal.entries.map(({ meetingId, number }) => [meetingId, number]));
  return {
    ...{ edition, texts, revision, annexes, newId: crypto.randomUUID() },
    ...{ number: plan.number, seen: plan.seen, unchanged: plan.unchanged },
    moved: plan.sessions.some(({ position }) => position !== null),
    sessions: plan.sessions.map(({ meetingId, slug, title, included, status, open, minutes }) => ({
      ...{ meetingId, slug, title, included, open, cancelled: status === 'cancelled', version: minutes?.number ?? null },
      number: numbers.get(meetingId) ?? null,
    })),
    bound: plan.frames.public.entries.filter(({ kind }) => kind === 'minutes').length,
    missing: plan.frames.public.entries.filter(({ kind }) => kind !== 'minutes').length,
  };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseEdition(services, viewer, params.edition, pathOf(params.edition));
  const done = await prepareVolume(services, scope, viewer, await readForm(request));
  if (done.ok) return redirect(localePath(done.bound ? `/editions/${params.edition}/volume` : `${pathOf(params.edition)}${done.at}`));
  return data({ of: done.of, faults: done.faults, values: done.values ?? null, annex: done.annex ?? null }, { status: done.status });
}

export default function PrepareVolume({ loaderData, actionData }: Route.ComponentProps) {
  const { edition, revision, annexes, newId, number, seen, unchanged, sessions, moved, bound, missing } = loaderData;
  const faultsOf = (of: string) => (actionData?.of === of ? actionData.faults : {});
  const texts: VolumeTexts = actionData?.values ?? loaderData.texts;
  const typed = actionData?.annex;
  const isKnown = annexes.some(({ id }) => id === typed?.id);
  return (
    <>
      <EditionHead
        brief
        edition={edition}
        title={m.volumes_prepare_title({ edition: edition.name })}
        crumbs={[
          { to: '/editions', label: m.common_nav_editions() },
          { to: `/editions/${edition.slug}`, label: edition.name },
        ]}
      />
      <EditionNav edition={edition} organises here="/volume/prepare" />
      <div className="wrap sect stack vol-prepare">
        <p className="lede">{m.volumes_prepare_what()}</p>
        <BindForm slug={edition.slug} {...{ number, seen, unchanged, bound, missing }} fault={faultsOf('bind').form} />
        <section className="stack" aria-labelledby="t-in">
          <h2 id="t-in">{m.volumes_in_it()}</h2>
          {sessions.length === 0 ? <Notice>{m.volumes_no_sessions()}</Notice> : <SessionsTable sessions={sessions} moved={moved} />}
        </section>
        <section className="stack" aria-labelledby="t-texts">
          <h2 id="t-texts">{m.volumes_cover_and_note()}</h2>
          <TextsForm key={revision} {...{ texts, revision }} editionName={edition.name} faults={faultsOf('texts')} />
        </section>
        <section className="stack" aria-labelledby="t-annexes">
          <h2 id="t-annexes">{m.volumes_annexes()}</h2>
          <p className="meta">{m.volumes_annexes_what()}</p>
          {annexes.map((annex) => (
            <AnnexForm
              key={annex.id}
              annex={typed?.id === annex.id ? typed : annex}
              isNew={false}
              faults={typed?.id === annex.id ? faultsOf('annex') : {}}
            />
          ))}
          <h3>{m.volumes_annex_new()}</h3>
          {typed && !isKnown ? (
            <AnnexForm annex={typed} isNew faults={faultsOf('annex')} />
          ) : (
            <AnnexForm key={newId} annex={{ id: newId, title: '', body: '' }} isNew />
          )}
        </section>
        {number > 1 ? (
          <p>
            <A to={`/editions/${edition.slug}/volume`}>{m.volumes_see_bound()}</A>
          </p>
        ) : null}
      </div>
    </>
  );
}
