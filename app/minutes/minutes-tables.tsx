import type { ReactNode } from 'react';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, formatWhen } from '#app/model/format-when.ts';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { type Action, type Decision, type NextStep, textOf } from '#app/model/minutes-content.ts';
import type { Inline } from '#app/model/notes.ts';
import { parseWhen } from '#app/model/when.ts';
import { InlineText } from './inline-text.tsx';
import { InternalMark } from './internal-mark.tsx';

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
                <InlineText inline={decision.inline} /> {decision.internal ? <InternalMark /> : null}
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
                <InlineText inline={action.inline} /> {action.internal ? <InternalMark /> : null}
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

/** What comes next, soonest first; a date is told no finer than somebody told it. */
export function NextSteps({ steps, zone }: { steps: readonly NextStep[]; zone: string }): ReactNode {
  return (
    <section id="suites" aria-labelledby="t-suites">
      <h2 id="t-suites">{m.minutes_next()}</h2>
      <table className="tbl ntable stack-tbl">
        <thead>
          <tr>
            <th scope="col">{m.minutes_next_when()}</th>
            <th scope="col">{m.minutes_next_what()}</th>
            <th scope="col">{m.minutes_who()}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: one paragraph may tell two dates; their order never changes in a version
            <tr key={index}>
              <td>{dateOf(step, zone)}</td>
              <td>
                <Step step={step} /> {step.internal ? <InternalMark /> : null}
              </td>
              <td data-l={m.minutes_who()}>{step.who}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Step({ step: { anchor, inline } }: { step: NextStep }): ReactNode {
  if (anchor === null) return frenchSpaces(m.minutes_next_meeting({ title: textOf(inline) }));
  return (
    <a className="mn-to" href={`#${anchor}`}>
      <InlineText inline={withoutLinks(inline)} />
    </a>
  );
}

/** A link holds no other. */
export function withoutLinks(inline: readonly Inline[]): Inline[] {
  return inline.map(({ href: _, ...run }) => run);
}

function dateOf({ edtf }: NextStep, zone: string): string {
  const when = edtf === null ? null : parseWhen(edtf);
  return when ? formatWhen(when, { zone, locale: getLocale() }).full : '';
}
