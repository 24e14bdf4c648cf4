import { localePath } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import type { Choice } from '#app/model/own-programme.ts';
import { Icon } from '#app/ui/icon.tsx';
import { Tag } from '#app/ui/tag.tsx';

interface StarFormProps {
  edition: string;
  session: { id: string; choice: Choice | null };
  title: string;
  /** Where to come back to: the programme with these filters ('?theme=…'), one's own programme, or the session's page. */
  back: { page: 'programme'; query: string } | { page: 'own' } | { page: 'session'; slug: string };
}

/** Puts a session into one's own programme, or takes it out again; what one registered for is there by itself. */
export function StarForm({ edition, session: { id, choice }, title, back }: StarFormProps) {
  if (choice === 'registered' || choice === 'waiting')
    return (
      <Tag look={choice === 'registered' ? 'ok' : 'warn'}>
        {choice === 'registered' ? m.own_programme_registered() : m.own_programme_waiting()}
      </Tag>
    );
  const chosen = choice === 'starred';
  return (
    <form method="post" action={localePath(`/editions/${edition}/my-programme`)} data-star="">
      <input type="hidden" name="session" value={id} />
      <input type="hidden" name="back" value={back.page} />
      {back.page === 'programme' && back.query ? <input type="hidden" name="query" value={back.query} /> : null}
      {back.page === 'session' ? <input type="hidden" name="at" value={back.slug} /> : null}
      <button type="submit" className="star" name="intent" value={chosen ? 'drop' : 'choose'} aria-pressed={chosen}>
        <span className={chosen ? 'on' : 'off'}>
          <Icon name={chosen ? 'check' : 'plus'} />
          <span>{chosen ? m.own_programme_chosen() : m.own_programme_choose()}</span>
        </span>
        <span className="vh">, {title}</span>
      </button>
    </form>
  );
}
