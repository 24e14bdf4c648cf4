import { Form } from 'react-router';
import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { Field } from '#app/ui/field.tsx';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { FollowUpsPage } from './follow-ups.route.tsx';

/** Beside the list: whose, and for organisers the button that tells owners of what is new. */
export function FollowUpsSide({ group, owners, filter, can, untold, sent }: FollowUpsPage) {
  const page = localePath(`/groups/${group.slug}/follow-ups`);
  return (
    <aside className="stack fu-side" aria-label={m.follow_ups_panel_title()}>
      {owners.length > 0 ? (
        <Form method="get" action={page} className="panel stack">
          <Field as="select" label={m.follow_ups_filter_owner()} name="owner" defaultValue={filter.owner ?? ''}>
            <option value="">{m.follow_ups_filter_all()}</option>
            {owners.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Field>
          <SubmitButton look="line" size="sm">
            {m.follow_ups_filter_apply()}
          </SubmitButton>
          <input type="hidden" name="show" value={filter.show} />
        </Form>
      ) : null}
      {can.organise ? (
        <section className="panel stack" id="owners" aria-labelledby="t-owners">
          <h2 id="t-owners">{m.follow_ups_owners_title()}</h2>
          {sent === null ? null : (
            <Notice look="ok" role="status">
              {sent > 0 ? m.follow_ups_owners_sent({ count: sent }) : m.follow_ups_owners_sent_none()}
            </Notice>
          )}
          {untold > 0 ? (
            <Form method="post" action={page} className="stack">
              <p className="small">{m.follow_ups_owners_untold({ count: untold })}</p>
              <p className="small">{m.follow_ups_owners_how()}</p>
              <SubmitButton size="sm" icon="envelope-simple" name="intent" value="notify">
                {m.follow_ups_owners_send()}
              </SubmitButton>
            </Form>
          ) : sent === null ? (
            <p className="small">{m.follow_ups_owners_all_told()}</p>
          ) : null}
        </section>
      ) : null}
    </aside>
  );
}
