import { m } from '#app/messages/compiled/messages.js';
import { Icon } from './icon.tsx';

export interface FieldFault {
  /** The control's id without '#'; see `fieldId`. Absent: the fault is of the form as a whole. */
  id?: string;
  message: string;
}

/** What is to be corrected, beside the submit button, each linked to its field. Nothing when there is nothing. */
export function ErrorSummary({ faults }: { faults: readonly FieldFault[] }) {
  if (faults.length === 0) return null;
  return (
    <div className="notice notice--err" role="alert">
      <Icon name="warning-circle" />
      <div>
        <b>{m.common_faults({ count: faults.length })}</b>
        <ul>
          {faults.map((fault) => (
            <li key={`${fault.id ?? ''} ${fault.message}`}>{fault.id ? <a href={`#${fault.id}`}>{fault.message}</a> : fault.message}</li>
          ))}
        </ul>
      </div>
    </div>
  );
}
