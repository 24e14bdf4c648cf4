import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { DATE_POLL_LIMITS } from '#app/model/date-polls.ts';
import { CopyLine } from '#app/ui/copy-line.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import { Section } from './section.tsx';

/** The link by which anybody may ask for a ballot. It is made when asked for and shown this once: only its hash is kept. */
export function GuestLink({ open, made }: { open: boolean; made: string | null }) {
  return (
    <Section id="s-guests" title={m.date_polls_section_guests()}>
      <p className="meta">{m.date_polls_guest_link_what({ max: DATE_POLL_LIMITS.guests })}</p>
      {made ? <CopyLine id="guest-link" label={m.date_polls_guest_link_label()} value={made} /> : null}
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
