import './style-nonce.ts';
import { useRef } from 'react';
import { GridList, I18nProvider, useDragAndDrop } from 'react-aria-components';
import { useNavigation, useSubmit } from 'react-router';
import { getLocale } from '#app/locale.ts';
import { m } from '#app/messages/compiled/messages.js';
import { reorder } from '#app/model/agenda.ts';
import type { AgendaItemRow } from './agenda-types.ts';
import { BuilderRow } from './builder-row.tsx';

interface AgendaBuilderProps {
  items: AgendaItemRow[];
  start: string | null;
  meeting: { slug: string };
}

/**
 * The points in order: dragged by mouse or finger, moved from the keyboard (Enter on the handle, arrows; React Aria reads
 * it out), or stepped up and down by buttons that need no script. A move is shown at once and sent as « before that one ».
 */
export function AgendaBuilder({ items: stored, start, meeting }: AgendaBuilderProps) {
  const submit = useSubmit();
  const items = withPendingMove(stored, useNavigation().formData);
  const latest = useRef(items);
  latest.current = items;

  function moveBefore(id: string, before: string | null) {
    const item = latest.current.find((one) => one.id === id);
    if (item)
      void submit({ intent: 'move', item: id, title: item.title, before: before ?? '' }, { method: 'post', preventScrollReset: true });
  }
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (keys) => [...keys].map((key) => ({ 'text/plain': latest.current.find((item) => item.id === key)?.title ?? '' })),
    onReorder({ keys, target }) {
      const [moved] = [...keys].map(String);
      const ids = latest.current.map((item) => item.id);
      const beside = ids.indexOf(String(target.key));
      if (moved) moveBefore(moved, (target.dropPosition === 'before' ? ids[beside] : ids[beside + 1]) ?? null);
    },
  });
  if (items.length === 0) return null;
  return (
    <I18nProvider locale={getLocale()}>
      <GridList
        className="ab"
        aria-label={m.agenda_list_label()}
        items={items.map((item, index) => ({ item, index, id: item.id }))}
        dependencies={[items, start]}
        dragAndDropHooks={dragAndDropHooks}
        keyboardNavigationBehavior="tab"
      >
        {({ item, index }) => <BuilderRow {...{ item, items, index, start }} slug={meeting.slug} />}
      </GridList>
    </I18nProvider>
  );
}

/** The order as it will be once the move that is under way is saved. */
function withPendingMove(items: AgendaItemRow[], sent: FormData | undefined): AgendaItemRow[] {
  if (sent?.get('intent') !== 'move') return items;
  const ids = items.map((item) => item.id);
  const moved = String(sent.get('item'));
  const at = ids.indexOf(moved);
  const step = sent.get('to');
  const neighbour = step === 'up' ? ids[Math.max(at - 1, 0)] : step === 'down' ? ids[at + 2] : String(sent.get('before'));
  const order = reorder(ids, moved, neighbour || null) ?? ids;
  return order.flatMap((id) => items.filter((item) => item.id === id));
}
