import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { countryName } from '#app/model/countries.ts';
import { Monogram } from '#app/ui/avatar.tsx';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';
import { Person } from '#app/ui/person.tsx';
import type { PersonRow } from '#db/directory/read-people.ts';
import type { DirectoryPage } from './directory.route.tsx';
import { addressOf } from './directory-filter.ts';
import { kindName } from './kind-name.ts';

/** The organisations found, each with its people for those who may see them. */
export function DirectoryList({ organisations, others, facets, filter, seesPeople, more }: DirectoryPage) {
  const filtered = filter.country !== null || filter.kinds.length > 0 || filter.text !== '';
  return (
    <div className="dir__main">
      <div className="dir__bar" role="status">
        <p>
          <b>{m.directory_count({ count: facets.total })}</b>
        </p>
        {filtered ? (
          <A className="btn btn--quiet btn--sm" to="/directory">
            <Icon name="x" />
            {m.directory_clear()}
          </A>
        ) : null}
      </div>
      {organisations.length + others.length === 0 ? <Empty filtered={filtered} /> : null}
      <ul className="do">
        {organisations.map((organisation) => (
          <li key={organisation.id} className="do__r">
            <Monogram name={organisation.name} />
            <div>
              <h2 className="do__n">{organisation.name}</h2>
              <p className="pa__k">
                {`${kindName(organisation.kind)}, ${countryName(organisation.country, getLocale())}`}
                {organisation.editable ? (
                  <>
                    {' · '}
                    <A
                      to={`/directory/organisations/${organisation.id}/edit`}
                      aria-label={m.directory_correct_of({ name: organisation.name })}
                    >
                      {m.directory_correct()}
                    </A>
                  </>
                ) : null}
              </p>
              <People people={organisation.people} />
            </div>
          </li>
        ))}
        {others.length > 0 ? (
          <li className="do__r">
            <span className="mono" aria-hidden="true">
              <Icon name="user" />
            </span>
            <div>
              <h2 className="do__n">{m.directory_no_organisation()}</h2>
              <People people={others} />
            </div>
          </li>
        ) : null}
      </ul>
      {filter.page > 1 || more ? (
        <nav className="row do__pages" aria-label={m.directory_pages()}>
          {filter.page > 1 ? (
            <A className="btn btn--line" to={addressOf(filter, { page: filter.page - 1 })}>
              {m.directory_previous()}
            </A>
          ) : null}
          {more ? (
            <A className="btn btn--line" to={addressOf(filter, { page: filter.page + 1 })}>
              {m.directory_following()}
            </A>
          ) : null}
        </nav>
      ) : null}
      {seesPeople ? null : <p className="meta do__note">{m.directory_people_for_members()}</p>}
    </div>
  );
}

function People({ people }: { people: readonly PersonRow[] }) {
  if (people.length === 0) return null;
  return (
    <ul className="do__p">
      {people.map((person) => {
        const name = `${person.givenName} ${person.familyName}`.trim();
        return (
          <li key={person.id}>
            <Person id={person.id} name={name} role={person.function} />
            {person.editable ? (
              <A
                className="btn btn--quiet btn--icon"
                to={`/directory/people/${person.id}/edit`}
                aria-label={m.directory_correct_of({ name })}
              >
                <Icon name="pencil-simple" />
              </A>
            ) : null}
          </li>
        );
      })}
    </ul>
  );
}

function Empty({ filtered }: { filtered: boolean }) {
  return (
    <div className="empty">
      <Icon name="magnifying-glass" />
      <h2>{filtered ? m.directory_none_found() : m.directory_none()}</h2>
      <p>{filtered ? m.directory_none_found_why() : m.directory_none_why()}</p>
      {filtered ? (
        <A className="btn btn--line" to="/directory">
          {m.directory_clear()}
        </A>
      ) : null}
    </div>
  );
}
