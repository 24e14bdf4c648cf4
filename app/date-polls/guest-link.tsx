import { Form } from 'react-router';
import copyScript from '#app/calendar/copy-address.js?url';
import { m } from '#app/messages/compiled/messages.js';
import { DATE_POLL_LIMITS } from '#app/model/date-polls.ts';
import { Icon } from '#app/ui/icon.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { Section } from './section.tsx';

/** The link by which anybody may ask for a ballot. It is made when asked for and shown this once: only its hash is kept. */
export function GuestLink({ open, made }: { open: boolean; made: string | null }) {
  return (
    <Section id="s-guests" title={m.date_polls_section_guests()}>
      <p className="meta">{m.date_polls_guest_link_what({ max: DATE_POLL_LIMITS.guests })}</p>
      {made ? <MadeLink address={made} /> : null}
      <Form method="post" className="row">
        <SubmitButton look="line" icon="link-simple" name="intent" value="guest-link">
          {open || made ? m.date_polls_guest_link_renew() : m.date_polls_guest_link_make()}
        </SubmitButton>
        {open || made ? (
          <SubmitButton look="quiet" name="intent" value="end-guests">
            {m.date_polls_guest_link_end()}
          </SubmitButton>
        ) : null}
      </Form>
    </Section>
  );
}

function MadeLink({ address }: { address: string }) {
  return (
    <div className="copyline">
      <input className="input" id="guest-link" readOnly aria-label={m.date_polls_guest_link_label()} value={address} />
      <button
        className="btn"
        type="button"
        hidden
        data-copy="guest-link"
        data-done={m.calendar_copied()}
        data-failed={m.calendar_copy_by_hand()}
      >
        <Icon name="copy" />
        {m.calendar_copy()}
      </button>
      <p className="hint" role="status" data-copy-says="" />
      <script type="module" src={copyScript} />
    </div>
  );
}
