import { Form } from 'react-router';
import { OUTCOMES } from '#app/inbox/inbox-words.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { InboxOutcome } from '#app/model/inbox.ts';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';

/** What a calendar program puts over an invitation: its own buttons, which answer by mail. `answered`: just now, and what came of it. */
export function CalendarButtons({ answered }: { answered: InboxOutcome | null }) {
  const recorded = answered === 'recorded' || answered === 'repeated';
  return (
    <Form method="post" className="panel mail__answer">
      {answered ? (
        <Notice look={recorded ? 'ok' : 'warn'} role="status">
          {recorded ? m.inbox_demo_recorded() : m.inbox_demo_other({ outcome: OUTCOMES[answered].word() })}
        </Notice>
      ) : null}
      <p className="meta">{m.inbox_demo_what()}</p>
      <div className="mail__buttons">
        <SubmitButton icon="calendar-plus" name="partstat" value="ACCEPTED">
          {m.inbox_demo_accept()}
        </SubmitButton>{' '}
        <SubmitButton look="line" name="partstat" value="DECLINED">
          {m.inbox_demo_decline()}
        </SubmitButton>
      </div>
    </Form>
  );
}
