import { Form } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { EditionHead } from '#app/programme/edition-head.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { Tag } from '#app/ui/tag.tsx';
import type { LoadedDelegation } from './load-delegation.server.ts';
import { STATE_LOOKS, stateWords } from './words.ts';

/** The people of a delegation, for its contact. */
export function DelegationPage({ page, path, said }: { page: LoadedDelegation; path: string; said: string | null }) {
  const { offer, organisationName, people } = page;
  const { edition } = offer;
  return (
    <>
      <EditionHead
        edition={edition}
        title={m.registrations_delegation_of({ organisation: organisationName })}
        crumbs={[{ to: `/editions/${edition.slug}`, label: edition.name }]}
      />
      <div className="wrap rg">
        {said ? (
          <Notice look="ok" role="status">
            {said}
          </Notice>
        ) : null}
        <p>{m.registrations_delegation_own_links()}</p>
        <Form method="post" action={localePath(path)}>
          <ol className="ledger">
            {people.map((person) => (
              <li className="ledger__row" key={person.position}>
                <div className="ledger__m">
                  <b>{person.position + 1}</b>
                </div>
                <div className="ledger__b">
                  <h2>{person.registrationId ? <A to={`${path}/people/${person.registrationId}`}>{person.name}</A> : person.name}</h2>
                  <p className="meta">{person.hasAddress ? m.registrations_has_own_link() : m.registrations_looked_after()}</p>
                </div>
                <div className="ledger__e">
                  <Tag look={STATE_LOOKS[person.state]}>{stateWords(person.state)}</Tag>
                  {person.state === 'cancelled' ? null : (
                    <SubmitButton look="quiet" size="sm" name="intent" value={`withdraw-${person.position}`}>
                      {m.registrations_withdraw()}
                      <span className="vh"> {person.name}</span>
                    </SubmitButton>
                  )}
                </div>
              </li>
            ))}
          </ol>
        </Form>
      </div>
    </>
  );
}
