import { Form } from 'react-router';
import { kindName } from '#app/directory/kind-name.ts';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { A } from '#app/ui/link.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { RegistrationRow } from '#db/registrations/read-list.ts';
import { type ListFilter, queryOf } from './list-filter.ts';
import { categoryWords, STATE_LOOKS, stateWords } from './words.ts';

interface RegistrationTableProps {
  rows: readonly RegistrationRow[];
  filter: ListFilter;
  path: string;
}

/** Who registered; a place is given by hand from here, before the others who wait. */
export function RegistrationTable({ rows, filter, path }: RegistrationTableProps) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls sideways must scroll by keyboard too (WCAG 2.1.1)
    <section className="scroll-x" aria-label={m.registrations_title()} tabIndex={0}>
      <table className="tbl rg-table">
        <thead>
          <tr>
            <th scope="col">{m.registrations_name()}</th>
            <th scope="col">{m.registrations_organisation()}</th>
            <th scope="col">{m.registrations_category_short()}</th>
            <th scope="col">{filter.meetingId ? m.registrations_state_in_session() : m.registrations_state()}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const name = [row.givenName, row.familyName].filter(Boolean).join(' ');
            const state = row.state === 'registered' ? (row.sessionState ?? row.state) : row.state;
            return (
              <tr key={row.id}>
                <th scope="row">
                  <A to={`${path}/${row.id}`}>{name}</A>
                  <small>{row.email ?? m.registrations_no_address()}</small>
                </th>
                <td>
                  {row.organisationName}
                  <small>{[kindName(row.organisationKind), row.function].filter(Boolean).join(', ')}</small>
                  {row.delegationName ? <small>{m.registrations_of_delegation({ organisation: row.delegationName })}</small> : null}
                </td>
                <td>{categoryWords(row.category)}</td>
                <td>
                  <Tag look={STATE_LOOKS[state]}>{stateWords(state)}</Tag>
                  {state === 'waiting' ? (
                    <Form method="post" action={localePath(path) + queryOf(filter, filter.page)}>
                      <input type="hidden" name="registration" value={row.id} />
                      <input type="hidden" name="session" value={filter.meetingId ?? ''} />
                      <SubmitButton look="quiet" size="sm">
                        {m.registrations_seat()}
                        <span className="vh"> {name}</span>
                      </SubmitButton>
                    </Form>
                  ) : null}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
