import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';

/** Code in a field of its own, which a button copies where scripts run. */
export function SnippetToCopy({ id, label, code }: { id: string; label: string; code: string }) {
  return (
    <div className="snippet">
      <label htmlFor={id}>{label}</label>
      <textarea className="input textarea" id={id} readOnly rows={3} spellCheck={false} defaultValue={code} />
      <button
        className="btn"
        type="button"
        hidden
        data-copy={id}
        data-done={m.calendar_embed_copied()}
        data-failed={m.calendar_embed_copy_by_hand()}
      >
        <Icon name="copy" />
        {m.calendar_embed_copy()}
      </button>
    </div>
  );
}
