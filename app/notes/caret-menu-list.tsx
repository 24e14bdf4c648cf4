import { useLayoutEffect, useRef, useState } from 'react';
import { Avatar } from '#app/ui/avatar.tsx';
import { Icon } from '#app/ui/icon.tsx';
import type { CaretMenu, CaretMenuState } from './editor/caret-menu.ts';
import { useStore } from './use-room.ts';

// The same word as in editor/caret-menu.ts, which is loaded later.
const MENU_ID = 'notes-menu';
const GAP = 6;

/** The list at the caret, over or under its line. The focus stays in the text, which names the active option. */
export function CaretMenuList({ menu }: { menu: CaretMenu }) {
  const state = useStore(menu.state);
  return state && state.items.length > 0 ? <Options menu={menu} state={state} /> : null;
}

function Options({ menu, state }: { menu: CaretMenu; state: CaretMenuState }) {
  const { kind, label, items, active, at } = state;
  const box = useRef<HTMLDivElement>(null);
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null);
  useLayoutEffect(() => {
    if (!box.current) return;
    const { offsetWidth, offsetHeight } = box.current;
    const below = at.bottom + GAP;
    const above = at.top - GAP - offsetHeight;
    const top = below + offsetHeight > window.innerHeight && above > 0 ? above : below;
    setPlace({ left: Math.max(GAP, Math.min(at.left, window.innerWidth - offsetWidth - GAP)), top });
  }, [at]);
  return (
    <div className="slash slash--caret" ref={box} style={place ?? { left: 0, top: 0, visibility: 'hidden' }}>
      <div role="listbox" id={MENU_ID} aria-label={label}>
        {items.map((item, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the text's, which keeps the focus (editor/caret-menu-plugin.ts)
          <div
            key={item.id}
            id={`${MENU_ID}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === active}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => menu.choose(index)}
          >
            {item.avatar ? <Avatar id={item.avatar} name={item.label} size="sm" /> : item.icon ? <Icon name={item.icon} /> : <span />}
            <span>
              {item.label}
              {item.hint ? <small>{item.hint}</small> : null}
            </span>
            {kind === 'block' && item.key ? <kbd>{item.key}</kbd> : null}
          </div>
        ))}
      </div>
    </div>
  );
}
