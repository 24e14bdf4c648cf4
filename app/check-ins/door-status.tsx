import { m } from '#app/messages/compiled/messages.js';
import type { CheckRefusal } from '#app/model/door-protocol.ts';
import { Icon } from '#app/ui/icon.tsx';
import type { DoorView } from './door-engine.ts';
import { insideNow } from './inside-now.ts';

/** Whether there is a network, what waits, and how full the room is. */
export function DoorStatus({ view, kept }: { view: DoorView; kept: boolean }) {
  const { waiting, online, keeps, door } = view;
  const ready = kept && door.list !== null;
  const { counts } = door;
  return (
    <div className="dr-status">
      <p className={online ? 'dr-net' : 'dr-net dr-net--off'}>
        <Icon name={online ? 'cloud-check' : 'cloud-slash'} />
        <span>{online ? m.check_ins_online() : m.check_ins_offline()}</span>
        {waiting.length > 0 ? <b>{m.check_ins_pending({ count: waiting.length })}</b> : null}
        {ready ? <span className="dr-ready">{m.check_ins_ready()}</span> : null}
      </p>
      {counts ? (
        <p className="dr-counts">
          <b>{insideNow(view)}</b>{' '}
          {counts.capacity === null
            ? m.check_ins_of_expected({ expected: counts.expected })
            : m.check_ins_of_capacity({ expected: counts.expected, capacity: counts.capacity })}
        </p>
      ) : null}
      {keeps ? null : <p className="dr-full">{m.check_ins_not_kept()}</p>}
    </div>
  );
}

/** What the server refused for good: whoever keeps the door tells the organisers. */
export function RefusedChecks({ view, onDismiss }: { view: DoorView; onDismiss: () => void }) {
  if (view.refused.length === 0) return null;
  return (
    <section className="dr-refused" aria-labelledby="t-refused">
      <h2 id="t-refused">{m.check_ins_refused({ count: view.refused.length })}</h2>
      <ul>
        {view.refused.map(({ event, name, refused }) => (
          <li key={event.id}>
            <b>{name}</b> {refused ? refusalWord(refused) : ''}
          </li>
        ))}
      </ul>
      <button type="button" className="btn btn--line btn--sm" onClick={onDismiss}>
        {m.check_ins_refused_seen()}
      </button>
    </section>
  );
}

function refusalWord(reason: CheckRefusal): string {
  switch (reason) {
    case 'unknown-badge':
      return m.check_ins_unknown();
    case 'revoked':
      return m.check_ins_revoked();
    case 'early':
      return m.check_ins_early();
    case 'over':
      return m.check_ins_over();
    case 'not-registered':
      return m.check_ins_elsewhere();
  }
}
