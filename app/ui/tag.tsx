import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';

interface TagProps {
  look?: 'ok' | 'warn' | 'live' | 'late' | 'act' | 'prop' | 'brand' | 'soft';
  icon?: IconName;
  children: ReactNode;
}

/** A state in a word; the colour only repeats it. */
export function Tag({ look, icon, children }: TagProps) {
  return (
    <span className={look ? `tag tag--${look}` : 'tag'}>
      {icon ? <Icon name={icon} /> : null}
      {children}
    </span>
  );
}
