import * as Y from 'yjs';
import { agendaItemOf } from '#app/model/notes.ts';
import type { PresenceRoom } from './presence.ts';

/** Who has the caret where: short names with the agenda item of the section. Without an editor: readers are told too. */
export function writersBySection(doc: Y.Doc, presence: PresenceRoom): { name: string; agendaItemId: string }[] {
  return [...presence.getStates().values()].flatMap(({ user, cursor }) => {
    const agendaItemId = cursor && sectionOf(doc, cursor.head);
    return agendaItemId ? [{ name: user.name, agendaItemId }] : [];
  });
}

function sectionOf(doc: Y.Doc, position: Y.RelativePosition): string | null {
  const at = Y.createAbsolutePositionFromRelativePosition(position, doc);
  if (!at) return null;
  let type: unknown = at.type;
  while (type instanceof Y.AbstractType && type.parent) type = type.parent;
  const root = type;
  const name = [...doc.share].find(([, shared]) => shared === root)?.[0];
  return name === undefined ? null : agendaItemOf(name);
}
