import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import { A } from '#app/ui/link.tsx';

export function SubscribeBand() {
  return (
    <section className="sub-band" aria-labelledby="t-subscribe">
      <div className="wrap">
        <div>
          <h2 id="t-subscribe">{m.home_subscribe_title()}</h2>
          <p>{m.home_subscribe_why()}</p>
        </div>
        <A className="btn btn--lg" to="/subscribe">
          <Icon name="calendar-plus" />
          {m.common_subscribe()}
        </A>
      </div>
    </section>
  );
}
