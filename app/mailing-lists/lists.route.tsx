import { data, redirect } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { MAILING_LIST_LIMITS, writeAddresses } from '#app/model/mailing-lists.ts';
import { parseUuid } from '#app/model/uuid.ts';
import { Breadcrumb } from '#app/ui/breadcrumb.tsx';
import { readGroup } from '#db/groups/read.ts';
import { readMailingLists } from '#db/mailing-lists/read.ts';
import { organiseGroup } from '#server/groups/access.ts';
import { readForm } from '#server/http/read-form.ts';
import { removeList, saveList } from '#server/mailing-lists/save-list.ts';
import { notFound } from '#server/refusals.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/lists.route.ts';
import { ListForm, REMOVE, SAVE } from './list-form.tsx';
import type { ListFaults, ListValues } from './list-values.ts';
import { readList } from './read-list.server.ts';
import './sending.css';

const pathOf = (group: string) => `/groups/${group}/lists`;

export const meta: Route.MetaFunction = () => [{ title: `${m.sending_lists()} · ${m.common_brand()}` }];

export async function loader({ params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseGroup(services, viewer, params.group, pathOf(params.group));
  const [group, lists] = [await readGroup(services.db, scope), await readMailingLists(services.db, scope)];
  return { group: { slug: group.slug, name: group.name }, lists, newId: crypto.randomUUID() };
}

export async function action({ request, params, context }: Route.ActionArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseGroup(services, viewer, params.group, pathOf(params.group));
  const form = await readForm(request);
  const id = parseUuid(form.get('id'));
  if (!viewer || !id) return notFound();
  const done = () => redirect(localePath(pathOf(params.group)));
  if (form.get('intent') === REMOVE) {
    await removeList(services, viewer, scope, id);
    return done();
  }
  if (form.get('intent') !== SAVE) return notFound();
  const values: ListValues = {
    id,
    revision: revisionOf(form.get('revision')),
    name: textIn(form, 'name'),
    addresses: textIn(form, 'addresses'),
  };
  const refuse = (faults: ListFaults, status: number, given = values) => data({ values: given, faults }, { status });
  if (values.addresses.length > MAILING_LIST_LIMITS.text) return refuse({ addresses: m.sending_list_text_long() }, 422);
  const { name, addresses, faults } = readList(values);
  if (faults) return refuse(faults, 422);
  const saved = await saveList(services, viewer, scope, { id, revision: values.revision, name, addresses });
  if (saved.ok) return done();
  if (saved.reason === 'too-many-lists')
    return refuse({ form: m.sending_list_too_many_lists({ max: MAILING_LIST_LIMITS.listsOfAGroup }) }, 409);
  const theirs = (await readMailingLists(services.db, scope)).find((list) => list.id === id);
  const current = theirs
    ? m.sending_list_conflict({ name: theirs.name, addresses: writeAddresses(theirs.addresses) })
    : m.sending_list_gone();
  // a second attempt then knowingly replaces what the others saved, or makes the list anew
  return refuse({ form: current }, 409, {
    ...values,
    ...(theirs ? { revision: theirs.revision } : { revision: 0, id: crypto.randomUUID() }),
  });
}

const revisionOf = (field: FormDataEntryValue | null) => (typeof field === 'string' && /^\d{1,9}$/.test(field) ? Number(field) : 0);

function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
}

export default function Lists({ loaderData: { group, lists, newId }, actionData }: Route.ComponentProps) {
  const refused = actionData?.values;
  const faultsOf = (id: string) => (refused?.id === id ? { faults: actionData?.faults ?? {} } : {});
  const isKnown = lists.some(({ id }) => id === refused?.id);
  return (
    <div className="wrap fm-head stack sending">
      <Breadcrumb
        crumbs={[
          { to: '/groups', label: m.groups_title() },
          { to: `/groups/${group.slug}`, label: group.name },
        ]}
      />
      <h1>{m.sending_lists()}</h1>
      <p className="lede">{m.sending_lists_what()}</p>
      {lists.map((list) => {
        const stored = { id: list.id, revision: list.revision, name: list.name, addresses: writeAddresses(list.addresses) };
        return (
          <section key={list.id} aria-labelledby={`t-${list.id}`} className="stack">
            <h2 id={`t-${list.id}`}>{m.sending_list_title({ name: list.name, count: list.addresses.length })}</h2>
            <ListForm values={refused?.id === list.id ? refused : stored} {...faultsOf(list.id)} />
          </section>
        );
      })}
      <section aria-labelledby="t-new" className="stack">
        <h2 id="t-new">{m.sending_list_new()}</h2>
        {refused && !isKnown ? (
          <ListForm values={refused} {...faultsOf(refused.id)} />
        ) : (
          <ListForm values={{ id: newId, revision: 0, name: '', addresses: '' }} />
        )}
      </section>
    </div>
  );
}
