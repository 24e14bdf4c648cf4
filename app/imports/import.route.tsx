import { data, redirect } from 'react-router';
import { getLocale, localePath } from '#app/locale.ts';
import { formChoices } from '#app/meetings/form-choices.ts';
import { emptyValues } from '#app/meetings/meeting-form-values.ts';
import { m } from '#app/messages/compiled/messages.js';
import { differences } from '#app/model/import-changes.ts';
import type { ImportDraft } from '#app/model/imports.ts';
import { whenOf } from '#app/model/when.ts';
import { inputOf } from '#app/model/when-input.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { readGroup } from '#db/groups/read.ts';
import { readImport } from '#db/imports/read.ts';
import { readForm } from '#server/http/read-form.ts';
import { enterImport, type Importer } from '#server/imports/access.ts';
import { finishImport } from '#server/imports/finish-import.ts';
import { matchAttendees } from '#server/imports/match-attendees.ts';
import { dropImport, saveImport } from '#server/imports/save-import.ts';
import { hasContacts } from '#server/imports/without-contacts.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Services } from '#server/services.ts';
import type { Route } from './+types/import.route.ts';
import { ClosedImport } from './closed-import.tsx';
import { readReviewForm } from './read-review-form.ts';
import { ReviewForm } from './review-form.tsx';
import { pagesOf, shownPieces } from './shown-pieces.ts';
import '#app/meetings/meetings.css';
import './imports.css';
import './review.css';

export function meta({ loaderData }: Route.MetaArgs) {
  return [{ title: `${m.imports_review_title({ name: loaderData?.fileName ?? '' })} · ${m.common_brand()}` }];
}

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const importer = await enterImport(services, viewer, params.import);
  const { draft, revision, ...row } = await readImport(services.db, importer.scope);
  const query = new URL(request.url).searchParams;
  return { ...row, saved: query.get('saved') === '1', review: await reviewOf(services, importer, { draft, revision, query }) };
}

/** What the page shows of a draft: one page of its pieces, and whom the attendees may be. */
async function reviewOf(
  services: Services,
  importer: Importer,
  { draft, revision, query }: { draft: ImportDraft; revision: number; query: URLSearchParams },
) {
  const group = await readGroup(services.db, importer.group);
  const matches = await matchAttendees(services.db, importer.group, draft.attendees);
  const onlyUnsure = query.get('show') === 'unsure';
  const page = Math.max(1, Number(query.get('page')) || 1);
  const { source, pieces, ...rest } = draft;
  return {
    ...rest,
    group: { slug: group.slug, name: group.name },
    revision,
    ...{ page, pages: pagesOf(draft, onlyUnsure), onlyUnsure, unsure: pieces.filter((piece) => piece.confidence === 'unsure').length },
    rows: shownPieces(draft, { page, onlyUnsure }),
    contacts: pieces.some((piece) => piece.kind !== 'out' && hasContacts(piece)),
    parts: source.length,
    candidates: Object.fromEntries(
      [...matches].map(([id, { candidates, proposed }]) => [
        id,
        {
          proposed,
          people: candidates.map(({ id, givenName, familyName, function: job, organisationName }) => ({
            id,
            name: `${givenName} ${familyName}`.trim(),
            place: [job, organisationName].filter(Boolean).join(', '),
          })),
        },
      ]),
    ),
    values: {
      ...emptyValues(group),
      ...inputOf(whenOf(draft.header.when.value)),
      ...{
        title: draft.header.title.value,
        kind: draft.header.kind.value as string,
        timeZone: draft.header.timeZone.value || group.timeZone,
      },
      ...{ placeName: draft.header.placeName.value, placeAddress: draft.header.placeAddress.value },
      placeAccess: draft.header.placeAccess.value,
    },
    choices: formChoices([], getLocale()),
  };
}
export type Review = Awaited<ReturnType<typeof reviewOf>>;

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const importer = await enterImport(services, viewer, params.import);
  const form = await readForm(request);
  const query = new URL(request.url).searchParams;
  const path = localePath(`/imports/${params.import}`);
  const intent = form.get('intent') ?? (form.has('to') ? 'save' : null);
  if (intent === 'drop')
    return (await dropImport(services, importer)) ? redirect(`${localePath('/imports')}?done=dropped`) : redirect(path);
  if (intent === 'finish' && !form.has('revision')) return finish(services, importer, query);
  if (intent !== 'save' && intent !== 'finish') return notFound();
  const { revision, changes, values, faults } = readReviewForm(form);
  const saved = await saveImport(services, importer, { revision, changes });
  if (!saved.ok && saved.reason === 'closed') return redirect(path);
  if (!saved.ok) {
    const mine = await reviewOf(services, importer, { draft: saved.mine, revision: saved.revision, query });
    const review: Review = { ...mine, values: { ...mine.values, ...values } };
    const theirs = Object.fromEntries(saved.theirs.pieces.map((piece) => [piece.id, piece.kind]));
    const differ = [...differences(saved.theirs, saved.mine)];
    return data(
      {
        review,
        faults,
        conflict: { differ, theirs, header: saved.theirs.header },
        refused: null,
      },
      { status: 409 },
    );
  }
  if (Object.keys(faults).length > 0) {
    const { draft } = await readImport(services.db, importer.scope);
    const kept = await reviewOf(services, importer, { draft, revision: saved.revision, query });
    const review: Review = { ...kept, values: { ...kept.values, ...values } };
    return data({ review, faults, conflict: null, refused: null }, { status: 422 });
  }
  if (intent === 'finish') return finish(services, importer, query);
  const to = form.get('to');
  if (typeof to === 'string' && /^\?[\w=&]{0,60}$/.test(to)) return redirect(`${path}${to}`);
  query.set('saved', '1');
  return redirect(`${path}?${query}`);
}

async function finish(services: Services, importer: Importer, query: URLSearchParams) {
  const finished = await finishImport(services, importer);
  if (finished.ok) return redirect(localePath(`/meetings/${finished.slug}/minutes`));
  const { draft, revision } = await readImport(services.db, importer.scope);
  const review = await reviewOf(services, importer, { draft, revision, query });
  return data({ review, faults: {}, conflict: null, refused: finished }, { status: 422 });
}
export type Refused = Awaited<ReturnType<typeof finishImport>> & { ok: false };

export default function ReviewImport({ loaderData, actionData }: Route.ComponentProps) {
  const { fileName, state, meetingSlug, saved } = loaderData;
  const review: Review = actionData?.review ?? loaderData.review;
  return (
    <div className="wrap fm-head imp">
      <Breadcrumb crumbs={[{ to: '/imports', label: m.imports_title() }]} />
      <h1>{m.imports_review_title({ name: review.header.title.value || fileName })}</h1>
      <p className="meta">{[review.group.name, fileName].join(' · ')}</p>
      {state === 'open' && meetingSlug === null ? (
        <ReviewForm
          id={loaderData.id}
          review={review}
          saved={saved && !actionData}
          faults={actionData?.faults ?? {}}
          conflict={actionData?.conflict ?? null}
          refused={actionData?.refused ?? null}
        />
      ) : (
        <ClosedImport id={loaderData.id} state={state} meetingSlug={meetingSlug} />
      )}
    </div>
  );
}
