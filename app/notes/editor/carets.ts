import { Extension } from '@tiptap/core';
import { yCursorPlugin } from '@tiptap/y-tiptap';
import type { Awareness } from 'y-protocols/awareness';
import type { Presence, PresenceRoom } from '../presence.ts';

/** Others' carets and selections, in their colour. A flag with the name shows for a moment whenever one moves. */
export function caretsExtension(presence: PresenceRoom): Extension {
  return Extension.create({
    name: 'carets',
    addProseMirrorPlugins: () => [
      yCursorPlugin(presence as unknown as Awareness, {
        cursorBuilder: (user: unknown, clientId?: number) => caret(user as Presence['user'], clientId ?? 0),
        selectionBuilder: (user: unknown) => ({ class: `sel c${(user as Presence['user']).hue}` }),
      }),
    ],
    onCreate() {
      presence.on('change', showFlags);
    },
    onDestroy() {
      presence.off('change', showFlags);
    },
  });

  function showFlags({ updated }: { updated: number[] }, origin: unknown): void {
    if (origin === 'local') return;
    // The caret's element is kept when it moves; the animation has to be started again.
    for (const clientId of updated) {
      for (const flag of document.querySelectorAll<HTMLElement>(`.cur[data-client="${clientId}"] b`)) {
        for (const animation of flag.getAnimations()) {
          animation.cancel();
          animation.play();
        }
      }
    }
  }
}

function caret(user: Presence['user'], clientId: number): HTMLElement {
  const mark = document.createElement('span');
  mark.className = `cur c${user.hue}`;
  mark.dataset.client = String(clientId);
  mark.setAttribute('aria-hidden', 'true');
  const flag = document.createElement('b');
  flag.textContent = user.name;
  mark.append(flag);
  return mark;
}
