import { m } from '#app/messages/compiled/messages.js';
import copyScript from './copy-line.js?url';
import { Icon } from './icon.tsx';

interface CopyLineProps {
  /** Of the field; once a page. */
  id: string;
  /** What the field holds. */
  label: string;
  value: string;
}

/** A line to copy, an address for most: selected by hand, or by the button where scripts run. */
export function CopyLine({ id, label, value }: CopyLineProps) {
  return (
    <>
      <div className="copyline">
        <input className="input" id={id} readOnly aria-label={label} value={value} />
        <button className="btn" type="button" hidden data-copy={id} data-done={m.calendar_copied()} data-failed={m.calendar_copy_by_hand()}>
          <Icon name="copy" />
          {m.calendar_copy()}
        </button>
      </div>
      <p className="hint" role="status" data-copy-says="" />
      <script type="module" src={copyScript} />
    </>
  );
}
