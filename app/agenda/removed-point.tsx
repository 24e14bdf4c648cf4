import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { Notice } from '#app/ui/notice.tsx';
import { SubmitButton } from '#app/ui/submit-button.tsx';
import type { AgendaItemRow } from './agenda-types.ts';

/** A point was removed: its form comes along, to put it back where it was. */
export function RemovedPoint({ item, before }: { item: AgendaItemRow; before: string | null }) {
  return (
    <Notice look="ok" role="status">
      <Form method="post" className="row" preventScrollReset>
        <span>{m.agenda_removed({ title: item.title })}</span>
        <input type="hidden" name="intent" value="restore" />
        <input type="hidden" name="item" value={item.id} />
        <input type="hidden" name="before" value={before ?? ''} />
        <input type="hidden" name="title" value={item.title} />
        <input type="hidden" name="kind" value={item.kind} />
        <input type="hidden" name="duration" value={item.durationMinutes} />
        <input type="hidden" name="summary" value={item.summary} />
        {item.presenters.map(({ personId }) => (
          <input key={personId} type="hidden" name="presenters" value={personId} />
        ))}
        <SubmitButton look="line" size="sm" icon="arrow-u-up-left">
          {m.agenda_restore()}
        </SubmitButton>
      </Form>
    </Notice>
  );
}
