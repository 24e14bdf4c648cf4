import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay, localTime } from '#app/model/format-when.ts';

interface PastSendingsProps {
  /** `sentAt`: instants, newest first. */
  sendings: readonly { number: number; sentAt: string; recipients: number }[];
  timeZone: string;
}

/** When the minutes were sent, and to how many. */
export function PastSendings({ sendings, timeZone }: PastSendingsProps) {
  if (sendings.length === 0) return null;
  return (
    <section aria-labelledby="t-past">
      <h2 id="t-past">{m.sending_past()}</h2>
      <ul>
        {sendings.map(({ number, sentAt, recipients }) => (
          <li key={sentAt}>
            {m.sending_past_line({ date: formatDay(localTime(sentAt, timeZone).slice(0, 10), getLocale()), number, count: recipients })}
          </li>
        ))}
      </ul>
    </section>
  );
}
