import { m } from '#app/messages/compiled/messages.js';
import { Notice } from '#app/ui/notice.tsx';
import type { PlaceFault } from './calendar-place.ts';

/** What of the address could not be followed, and what is shown instead: the choices are right below. */
export function PlaceFaults({ faults }: { faults: readonly PlaceFault[] }) {
  if (faults.length === 0) return null;
  return (
    <Notice look="warn" role="alert">
      <p>{m.calendar_fault_title()}</p>
      <ul>
        {faults.map((fault) => (
          <li key={fault.in}>{textOf(fault)}</li>
        ))}
      </ul>
    </Notice>
  );
}

function textOf({ in: part, given }: PlaceFault): string {
  switch (part) {
    case 'date':
      return m.calendar_fault_date({ given });
    case 'view':
      return m.calendar_fault_view({ given });
    case 'zone':
      return m.calendar_fault_zone({ given });
    case 'page':
      return m.calendar_fault_page({ given });
    case 'group':
      return m.calendar_fault_group({ given });
    case 'kind':
      return m.calendar_fault_kind({ given });
    case 'theme':
      return m.calendar_fault_theme({ given });
    case 'country':
      return m.calendar_fault_country({ given });
    case 'organisation':
      return m.calendar_fault_organisation({ given });
  }
}
