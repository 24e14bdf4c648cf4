import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { cleanLine } from '#app/model/text.ts';
import { EditionHead } from '#app/programme/edition-head.tsx';
import { EditionNav } from '#app/programme/edition-nav.tsx';
import { Field } from '#app/ui/field.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { countBadges, findBadges } from '#db/check-ins/read-badges.ts';
import { findEdition } from '#db/programme/read.ts';
import { organiseEdition } from '#server/programme/access.ts';
import { requestOf } from '#server/request-context.ts';
import type { Route } from './+types/badges.route.ts';
import { categoryWord } from './category-word.ts';
import './check-ins.css';

export async function loader({ request, params, context }: Route.LoaderArgs) {
  const { services, viewer } = requestOf(context);
  const scope = await organiseEdition(services, viewer, params.edition, `/editions/${params.edition}/badges`);
  const name = cleanLine(new URL(request.url).searchParams.get('name') ?? '').slice(0, 100);
  const [edition, counts, found] = await Promise.all([
    findEdition(services.db, scope),
    countBadges(services.db, scope),
    name ? findBadges(services.db, scope, name) : [],
  ]);
  return { edition, counts, name, found };
}

export function meta({ loaderData }: Route.MetaArgs): Route.MetaDescriptors {
  return [{ title: `${m.check_ins_badges_title()} · ${loaderData?.edition.name ?? ''} · ${m.common_brand()}` }];
}

export default function Badges({ loaderData: { edition, counts, name, found } }: Route.ComponentProps) {
  const file = `/editions/${edition.slug}/badges.pdf`;
  const crumbs = [
    { to: '/editions', label: m.common_nav_editions() },
    { to: `/editions/${edition.slug}`, label: edition.name },
  ];
  const [all, fresh] = [counts.reduce((sum, each) => sum + each.all, 0), counts.reduce((sum, each) => sum + each.fresh, 0)];
  return (
    <>
      <EditionHead edition={edition} title={m.check_ins_badges_title()} crumbs={crumbs} brief />
      <EditionNav edition={edition} organises here="/badges" />
      <div className="wrap sect ci">
        <section aria-labelledby="t-print">
          <h2 id="t-print">{m.check_ins_print()}</h2>
          <p>{m.check_ins_badge_counts({ all, fresh })}</p>
          {all === 0 ? null : (
            <form method="post" action={file} target="_blank" className="ci-form" rel="noopener">
              <Field as="select" label={m.check_ins_category()} name="category">
                <option value="">{m.check_ins_every_category({ count: all })}</option>
                {counts.map(({ category, all: count }) => (
                  <option key={category} value={category}>
                    {`${categoryWord(category)} (${count})`}
                  </option>
                ))}
              </Field>
              <Field as="select" label={m.check_ins_paper()} name="paper">
                <option value="sheet">{m.check_ins_paper_sheet()}</option>
                <option value="card">{m.check_ins_paper_card()}</option>
              </Field>
              {fresh > 0 ? (
                <label className="check">
                  <input type="checkbox" name="new" value="yes" /> {m.check_ins_only_new({ count: fresh })}
                </label>
              ) : null}
              <SubmitButton icon="printer">{m.check_ins_make_badges()}</SubmitButton>
            </form>
          )}
        </section>
        <section aria-labelledby="t-one">
          <h2 id="t-one">{m.check_ins_one_badge()}</h2>
          <Form method="get" className="ci-form">
            <Field label={m.check_ins_name()} name="name" defaultValue={name} maxLength={100} autoComplete="off" />
            <SubmitButton look="line" icon="magnifying-glass">
              {m.check_ins_search()}
            </SubmitButton>
          </Form>
          {name ? <p role="status">{m.check_ins_found({ count: found.length })}</p> : null}
          <ul className="ci-doors">
            {found.map(({ id, givenName, familyName, organisationName }) => (
              <li key={id}>
                <a href={`${file}?registration=${id}&paper=card`} target="_blank" rel="noreferrer">
                  {`${givenName} ${familyName}`.trim()}
                </a>
                <span className="meta"> {organisationName}</span>
              </li>
            ))}
          </ul>
        </section>
      </div>
    </>
  );
}
