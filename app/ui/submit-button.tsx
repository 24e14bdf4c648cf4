import type { ButtonHTMLAttributes } from 'react';
import { Icon } from './icon.tsx';
import type { IconName } from './icon-names.ts';
import { Mark } from './mark.tsx';

interface SubmitButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  look?: 'primary' | 'line' | 'quiet' | 'brass' | 'danger';
  size?: 'sm' | 'lg';
  wide?: boolean;
  icon?: IconName;
  /** While the answer is awaited (pages with script): says what is being done, and ignores a second press. */
  busy?: string | false;
}

/** Sends its form. Stays enabled: a form says what is wrong when it is sent, never by a dead button. */
export function SubmitButton({ look = 'primary', size, wide, icon, busy = false, className = '', children, ...rest }: SubmitButtonProps) {
  const classes = ['btn', look !== 'primary' && `btn--${look}`, size && `btn--${size}`, wide && 'btn--wide', className]
    .filter(Boolean)
    .join(' ');
  return (
    <button
      type="submit"
      className={classes}
      {...rest}
      aria-busy={busy ? true : undefined}
      onClick={busy ? (event) => event.preventDefault() : rest.onClick}
    >
      {busy ? <Mark busy /> : icon ? <Icon name={icon} /> : null}
      {busy || children}
    </button>
  );
}
