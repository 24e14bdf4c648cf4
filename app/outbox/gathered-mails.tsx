import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { SubmitButton } from '#app/ui/submit-button.tsx';

/** The news of a change waits for further ones; this lets it go. */
export function GatheredMails({ count }: { count: number }) {
  if (count === 0) return null;
  return (
    <Form method="post" className="panel ob__all">
      <p>{m.outbox_gathered_what()}</p>
      <SubmitButton look="line" icon="envelope-simple" name="intent" value="send-now">
        {m.outbox_send_now({ count })}
      </SubmitButton>
    </Form>
  );
}
