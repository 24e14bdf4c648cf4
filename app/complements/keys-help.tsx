import { m } from '#app/messages/compiled/messages.js';

/** The keys of the screen, for whoever asks. */
export function KeysHelp() {
  const keys = [
    ['J', m.complements_key_next()],
    ['K', m.complements_key_previous()],
    ['A', m.complements_key_accept()],
    ['E', m.complements_key_edit()],
    ['R', m.complements_key_refuse()],
    ['Esc', m.complements_key_escape()],
  ] as const;
  return (
    <details className="rv-keys">
      <summary>{m.complements_keys()}</summary>
      <p>{m.complements_keys_where()}</p>
      <dl>
        {keys.map(([key, what]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <p>{m.complements_key_anywhere()}</p>
    </details>
  );
}
