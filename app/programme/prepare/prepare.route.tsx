import { data, Form } from 'react-router';
import '#app/agenda/style-nonce.ts';
import { I18nProvider } from 'react-aria-components';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { parseUuid } from '#app/model/uuid.ts';
import { whenOf } from '#app/model/when.ts';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { readForm } from '#server/http/read-form.ts';
import { organiseEdition } from '#server/programme/access.ts';
import { adoptSessions } from '#server/programme/adopt-sessions.ts';
import { placeSession } from '#server/programme/place-session.ts';
import { notFound, refuse } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/prepare.route.ts';
import { clashKey, clashWords } from './clash-words.ts';
import { loadProgramme } from './load-programme.server.ts';
import { placeRefusalWords, whereWords } from './place-refusal.ts';
import { PrepareFrame } from './prepare-frame.tsx';
import { PrepareGrid } from './prepare-grid.tsx';
import { preparePath } from './prepare-path.ts';
import { readPlacement } from './read-placement.ts';
import { Unplaced } from './unplaced.tsx';
import { type Placing, usePlacing } from './use-placing.ts';

export const handle = { interactive: true };

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: `${m.prepare_title()} : ${loaderData?.edition.name ?? ''} · ${m.common_brand()}` }];
}

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseEdition(services, viewer, params.edition, preparePath(params.edition));
  const { edition, draft, programme, last } = await loadProgramme(services, scope);
  const announced = draft.sessions.some(({ status, edtf }) => status === 'scheduled' && whenOf(edtf).kind === 'time');
  return { edition, programme, last, adoptable: draft.slots.length === 0 && announced };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseEdition(services, viewer, params.edition, preparePath(params.edition));
  if (!viewer) return refuse(viewer, preparePath(params.edition));
  const form = await readForm(request);
  if (form.get('intent') === 'adopt') {
    const adopted = await adoptSessions(services, { viewer, scope });
    return { refused: null, said: adopted.ok ? m.prepare_adopted({ placed: adopted.placed, left: adopted.left }) : null };
  }
  const meetingId = parseUuid(form.get('session'));
  const placement = readPlacement(form);
  if (form.get('intent') !== 'place' || !meetingId || !placement) return notFound();
  const placed = await placeSession(services, { viewer, scope, meetingId, ...placement });
  const { programme } = await loadProgramme(services, scope);
  if (!placed.ok) {
    const title = programme.sessions.find(({ id }) => id === meetingId)?.title ?? '';
    return data({ refused: { title, why: placeRefusalWords(placed, programme) }, said: null }, { status: 409 });
  }
  const title = programme.sessions.find(({ id }) => id === meetingId)?.title ?? '';
  return { refused: null, said: m.prepare_placed({ title: frenchSpaces(title), where: whereWords(placement.to, programme) }) };
}

export default function Prepare({ loaderData: { edition, programme, last, adoptable }, actionData }: Route.ComponentProps) {
  const placing = usePlacing(programme);
  return (
    <I18nProvider locale={getLocale()}>
      <PrepareFrame edition={edition} title={m.prepare_title()} page="">
        <div className="wrap pr-lede">
          <p>{last ? m.prepare_last({ number: last.number }) : m.prepare_never()}</p>
          {actionData?.refused ? (
            <Notice look="warn" role="alert">
              <b>{frenchSpaces(actionData.refused.title)}</b>
              <p>{actionData.refused.why}</p>
            </Notice>
          ) : null}
          <p role="status" className="vh">
            {actionData?.said}
          </p>
          <Clashes placing={placing} />
        </div>
        <div className="wrap pr">
          <Unplaced edition={edition.slug} placing={placing} />
          <div>
            {programme.slots.length === 0 ? (
              <Notice>
                {m.prepare_no_slots()} <A to={preparePath(edition.slug, 'frame')}>{m.prepare_nav_frame()}</A>
              </Notice>
            ) : null}
            {adoptable ? (
              <Form method="post" className="pr-add stack">
                <p>{m.prepare_adopt_what()}</p>
                <div>
                  <SubmitButton name="intent" value="adopt">
                    {m.prepare_adopt()}
                  </SubmitButton>
                </div>
              </Form>
            ) : null}
            <PrepareGrid edition={edition.slug} placing={placing} />
            <p className="pr-edition">
              <A to={`/editions/${edition.slug}/edit`}>{m.prepare_edit_edition()}</A>
              <A to={`/editions/${edition.slug}/duplicate`}>{m.prepare_duplicate()}</A>
            </p>
          </div>
        </div>
      </PrepareFrame>
    </I18nProvider>
  );
}

/** Everything that clashes, in sentences; none of it stops the draft. */
function Clashes({ placing: { clashes, programme } }: { placing: Placing }) {
  if (clashes.length === 0) return null;
  return (
    <details className="pr-clashes" open={clashes.length <= 5}>
      <summary>{m.prepare_clashes({ count: clashes.length })}</summary>
      <ul>
        {clashes.map((clash) => (
          <li key={clashKey(clash)}>{clashWords(clash, programme)}</li>
        ))}
      </ul>
    </details>
  );
}
