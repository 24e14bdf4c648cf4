import type { ReactNode } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';

const ICONS = { info: 'info', ok: 'check-circle', warn: 'warning', err: 'warning-circle' } as const satisfies Record<string, IconName>;

interface NoticeProps {
  look?: keyof typeof ICONS;
  /** Read out at once when it appears; 'alert' interrupts. */
  role?: 'status' | 'alert';
  children: ReactNode;
}

/** What just happened, or what to know before going on. */
export function Notice({ look = 'info', role, children }: NoticeProps) {
  return (
    <div className={look === 'info' ? 'notice' : `notice notice--${look}`} role={role}>
      <Icon name={ICONS[look]} />
      <div>{children}</div>
    </div>
  );
}
