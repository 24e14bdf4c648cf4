import { m } from '#app/messages/compiled/messages.js';
import { frenchSpaces } from '#app/model/french-typography.ts';
import { Check } from '#app/ui/check.tsx';
import { fieldId } from '#app/ui/field.tsx';
import { Icon } from '#app/ui/icon.tsx';

/** Sessions at the same hour were chosen: allowed, once somebody says that they know. */
export function OverlapNotice({ pairs }: { pairs: readonly (readonly [string, string])[] }) {
  if (pairs.length === 0) return null;
  return (
    <div className="notice notice--warn" role="alert" id={fieldId('overlaps')} tabIndex={-1}>
      <Icon name="warning" />
      <div>
        <b>{m.registrations_overlap({ count: pairs.length })}</b>
        <ul>
          {pairs.map(([one, other]) => (
            <li key={`${one} ${other}`}>{m.registrations_overlap_pair({ one: frenchSpaces(one), other: frenchSpaces(other) })}</li>
          ))}
        </ul>
        <Check name="overlaps" value="known" label={m.registrations_overlap_known()} />
      </div>
    </div>
  );
}
