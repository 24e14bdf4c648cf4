import type { ReactNode } from 'react';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay } from '#app/model/format-when.ts';
import type { Action, Annex, AnnexPerson, Decision } from '#app/model/minutes-content.ts';
import { InlineText } from './inline-text.tsx';

export function DecisionTable({ decisions }: { decisions: readonly Decision[] }): ReactNode {
  return (
    <section id="decisions" aria-labelledby="t-decisions">
      <h2 id="t-decisions">{m.minutes_decisions()}</h2>
      <table className="tbl dtable stack-tbl">
        <thead>
          <tr>
            <th scope="col">{m.minutes_number()}</th>
            <th scope="col">{m.minutes_decision()}</th>
          </tr>
        </thead>
        <tbody>
          {decisions.map((decision) => (
            <tr key={decision.number} id={decision.number.toLowerCase()}>
              <td>
                <a href={`#${decision.anchor}`}>{decision.number}</a>
              </td>
              <td>
                <InlineText inline={decision.inline} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function ActionTable({ actions }: { actions: readonly Action[] }): ReactNode {
  return (
    <section id="actions" aria-labelledby="t-actions">
      <h2 id="t-actions">{m.minutes_actions()}</h2>
      <table className="tbl dtable stack-tbl">
        <thead>
          <tr>
            <th scope="col">{m.minutes_number()}</th>
            <th scope="col">{m.minutes_action()}</th>
            <th scope="col">{m.minutes_who()}</th>
            <th scope="col">{m.minutes_due()}</th>
          </tr>
        </thead>
        <tbody>
          {actions.map((action) => (
            <tr key={action.number} id={action.number.toLowerCase()}>
              <td>
                <a href={`#${action.anchor}`}>{action.number}</a>
              </td>
              <td>
                <InlineText inline={action.inline} />
              </td>
              <td data-l={m.minutes_who()}>{action.assignee || m.minutes_unassigned()}</td>
              <td data-l={m.minutes_due()}>
                {action.due ? <time dateTime={action.due}>{formatDay(action.due, getLocale())}</time> : m.minutes_untyped_due()}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

export function ParticipantsAnnex({ annex }: { annex: Annex }): ReactNode {
  const people = annex.present.flatMap((group) => group.people);
  return (
    <section id="annexe" aria-labelledby="t-annexe">
      <h2 id="t-annexe">{m.minutes_annex()}</h2>
      <table className="tbl part">
        <thead>
          <tr>
            <th scope="col">{m.minutes_organisation()}</th>
            <th scope="col">{m.minutes_name()}</th>
            <th scope="col">{m.minutes_function()}</th>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={`${person.organisation}/${person.name}/${person.represents}`}>
              <th scope="row">{person.organisation}</th>
              <td>{nameOf(person)}</td>
              <td>{person.function}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {annex.excused.length > 0 ? (
        <p className="mn-excused">
          <b>{m.minutes_excused()}</b> {annex.excused.map((person) => `${person.name} (${person.organisation})`).join(', ')}
        </p>
      ) : null}
    </section>
  );
}

function nameOf(person: AnnexPerson): string {
  return person.represents ? m.minutes_represents({ name: person.name, represents: person.represents }) : person.name;
}
