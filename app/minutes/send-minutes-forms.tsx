import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import type { RecipientGroup } from '#app/model/minutes-sending.ts';
import { Check } from '#app/ui/check.tsx';
import { ErrorSummary } from '#app/ui/error-summary.tsx';
import { Field } from '#app/ui/field.tsx';
import { A } from '#app/ui/link.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';

export const CHECK = 'check';
export const SEND = 'send';

export interface Choice {
  groups: readonly RecipientGroup[];
  lists: readonly string[];
  message: string;
}

interface Offered {
  meeting: { slug: string; groupSlug: string };
  groups: readonly { group: RecipientGroup; count: number }[];
  lists: readonly { id: string; name: string; count: number }[];
  /** Lists cannot read what only members may. */
  listsOffered: boolean;
  choice: Choice;
}

const GROUPS: Record<RecipientGroup, () => string> = {
  present: m.sending_group_present,
  excused: m.sending_group_excused,
  silent: m.sending_group_silent,
  members: m.sending_group_members,
};

/** Whom to send to, and the organiser's own words. */
export function ChooseRecipients({ meeting, groups, lists, listsOffered, choice, fault }: Offered & { fault: string | null }) {
  return (
    <Form method="post" noValidate className="stack">
      <p className="lede">{m.sending_intro()}</p>
      <fieldset className="stack">
        <legend>{m.sending_who()}</legend>
        {groups.map(({ group, count }) => (
          <Check
            key={group}
            name="group"
            value={group}
            defaultChecked={choice.groups.includes(group)}
            label={GROUPS[group]()}
            hint={m.sending_people({ count })}
          />
        ))}
        {lists.map(({ id, name, count }) => (
          <Check
            key={id}
            name="list"
            value={id}
            defaultChecked={choice.lists.includes(id)}
            label={name}
            hint={m.sending_addresses({ count })}
          />
        ))}
      </fieldset>
      {listsOffered ? (
        <p>
          <A to={`/groups/${meeting.groupSlug}/lists`}>{m.sending_lists_edit()}</A>
        </p>
      ) : (
        <p className="hint">{m.sending_lists_members_only()}</p>
      )}
      <Field
        as="textarea"
        label={m.sending_message()}
        hint={m.sending_message_hint()}
        name="message"
        rows={4}
        defaultValue={choice.message}
        optional
      />
      <ErrorSummary faults={fault ? [{ message: fault }] : []} />
      <div className="row">
        <SubmitButton name="intent" value={CHECK}>
          {m.sending_check()}
        </SubmitButton>
      </div>
    </Form>
  );
}

/** The number of people, said before anything leaves. */
export function ConfirmSending({
  meeting,
  groups,
  lists,
  choice,
  number,
  count,
  fault,
}: Offered & { number: number; count: number; fault: string | null }) {
  return (
    <Form method="post" className="stack">
      {fault ? (
        <Notice look="warn" role="alert">
          {fault}
        </Notice>
      ) : null}
      <input type="hidden" name="number" value={number} />
      <input type="hidden" name="expected" value={count} />
      <input type="hidden" name="message" value={choice.message} />
      {choice.groups.map((group) => (
        <input key={group} type="hidden" name="group" value={group} />
      ))}
      {choice.lists.map((list) => (
        <input key={list} type="hidden" name="list" value={list} />
      ))}
      <p>{m.sending_confirm_text({ number })}</p>
      <ul>
        {groups
          .filter(({ group }) => choice.groups.includes(group))
          .map(({ group, count: people }) => (
            <li key={group}>
              {GROUPS[group]()}, {m.sending_people({ count: people })}
            </li>
          ))}
        {lists
          .filter(({ id }) => choice.lists.includes(id))
          .map(({ id, name, count: addresses }) => (
            <li key={id}>
              {name}, {m.sending_addresses({ count: addresses })}
            </li>
          ))}
      </ul>
      {choice.message ? <blockquote>{choice.message}</blockquote> : null}
      <p className="hint">{m.sending_once()}</p>
      <div className="row">
        <SubmitButton name="intent" value={SEND}>
          {m.sending_confirm({ count })}
        </SubmitButton>
        <A className="btn btn--quiet" to={`/meetings/${meeting.slug}/minutes/send`}>
          {m.sending_back()}
        </A>
      </div>
    </Form>
  );
}
