import { Button, GridListItem } from 'react-aria-components';
import { Form } from 'react-router';
import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import type { IconName } from '#app/ui/icon-names.ts';
import { A } from '#app/ui/link.tsx';
import type { AgendaItemRow } from './agenda-types.ts';
import { PointLine } from './point-line.tsx';

interface BuilderRowProps {
  item: AgendaItemRow;
  items: readonly AgendaItemRow[];
  index: number;
  start: string | null;
  slug: string;
}

/** One point: its handle, what it says, and its buttons, each a form of its own. */
export function BuilderRow({ item, items, index, start, slug }: BuilderRowProps) {
  const { id, title, revision } = item;
  return (
    <GridListItem id={id} textValue={title} className={({ isDragging }) => (isDragging ? 'ab__r ab__r--drag' : 'ab__r')}>
      <Button slot="drag" className="ab__h" aria-label={m.agenda_drag({ title })}>
        <Icon name="dots-six-vertical" />
      </Button>
      <PointLine {...{ item, items, index, start }} />
      <span className="ab__m">
        <A className="btn btn--quiet btn--icon" to={`/meetings/${slug}/agenda?edit=${id}`} aria-label={m.agenda_edit_point({ title })}>
          <Icon name="pencil-simple" />
        </A>
        <Act
          item={id}
          fields={{ intent: 'move', to: 'up', title }}
          label={m.agenda_move_up({ title })}
          icon="arrow-up"
          still={index === 0}
        />
        <Act
          item={id}
          fields={{ intent: 'move', to: 'down', title }}
          label={m.agenda_move_down({ title })}
          icon="arrow-down"
          still={index === items.length - 1}
        />
        <Act item={id} fields={{ intent: 'remove', revision: String(revision) }} label={m.agenda_remove({ title })} icon="trash" />
      </span>
    </GridListItem>
  );
}

interface ActProps {
  item: string;
  fields: Record<string, string>;
  label: string;
  icon: IconName;
  /** Nowhere to go: stays in the tab order, so that the focus is not lost at the edge. */
  still?: boolean;
}

function Act({ item, fields, label, icon, still = false }: ActProps) {
  return (
    <Form method="post" preventScrollReset>
      <input type="hidden" name="item" value={item} />
      {Object.entries(fields).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <button type="submit" className="btn btn--quiet btn--icon" aria-label={label} aria-disabled={still || undefined}>
        <Icon name={icon} />
      </button>
    </Form>
  );
}
