import { type ReactNode, useRef } from 'react';
import { isTextDropItem, useDrop } from 'react-aria-components';
import { m } from '#app/messages/compiled/messages.js';
import { Icon } from '#app/ui/icon.tsx';
import { clashKey, clashOnTile } from './clash-words.ts';
import type { Cell, Placing } from './use-placing.ts';

/** What is dragged: the id of a session, which nothing outside the page takes. */
export const SESSION_TYPE = 'application/x-tertulia-session';

interface DropPlaceProps {
  as: 'td' | 'div';
  cell: Cell;
  /** Where it is, for whoever hears it: « Auditorium, lundi 18 septembre, 14 h 30 à 16 h ». */
  label: string;
  placing: Placing;
  children: ReactNode;
}

/** A place that sessions are dropped on. Its button takes the focus while a session is carried by keyboard, and only then. */
export function DropPlace({ as: Element, cell, label, placing, children }: DropPlaceProps) {
  const button = useRef<HTMLButtonElement>(null);
  const { dropProps, dropButtonProps, isDropTarget } = useDrop({
    ref: button,
    hasDropButton: true,
    getDropOperation: (types) => (types.has(SESSION_TYPE) ? 'move' : 'cancel'),
    onDropEnter: () => placing.hover(cell),
    onDropExit: () => placing.hover(null),
    async onDrop({ items }) {
      const item = items.filter(isTextDropItem).find(({ types }) => types.has(SESSION_TYPE));
      if (item) placing.place(await item.getText(SESSION_TYPE), cell);
    },
  });
  const { onPress: _, ...buttonProps } = dropButtonProps as typeof dropButtonProps & { onPress?: unknown };
  const { wouldClash, programme, dragged, offered } = placing;
  return (
    <Element {...dropProps} className={isDropTarget ? 'pr-cell pr-cell--over' : 'pr-cell'}>
      {children}
      {/* there from the first: React Aria registers it when the page's script takes over */}
      <button
        type="button"
        {...buttonProps}
        ref={button}
        className="vh"
        tabIndex={-1}
        aria-hidden={offered ? undefined : true}
        aria-label={m.prepare_drop({ label })}
      />
      {isDropTarget && dragged && wouldClash
        ? wouldClash.clashes.map((clash) => (
            <p className="pr-warn" key={clashKey(clash)}>
              <Icon name="warning" />
              <span>{clashOnTile(clash, dragged, programme.sessions)}</span>
            </p>
          ))
        : null}
    </Element>
  );
}
