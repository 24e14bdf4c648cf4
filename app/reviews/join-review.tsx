import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { formatDay } from '#app/model/format-when.ts';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';

/** On the page of a meeting, for who is on its list while its minutes are in review: the way to what they are made to say. */
export function JoinReview({ slug, review }: { slug: string; review: { deadline: string; answered: boolean } }) {
  return (
    <section className="panel reading" aria-labelledby="t-review">
      <h2 id="t-review">{m.reviews_join_title()}</h2>
      <p className="small">
        {review.answered ? m.reviews_join_answered() : m.reviews_until({ day: formatDay(review.deadline, getLocale(), { weekday: true }) })}
      </p>
      <A className={review.answered ? 'btn btn--line btn--wide' : 'btn btn--wide'} to={`/meetings/${slug}/minutes/my-review`}>
        <Icon name="note-pencil" />
        {m.reviews_join()}
      </A>
    </section>
  );
}
