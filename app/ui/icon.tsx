import type { IconName } from './icon-names.ts';
import sprite from './icons.svg?url';

/** A symbol of the sprite. Says nothing to screen readers unless it has a `label`: the word beside it does. */
export function Icon({ name, label, className }: { name: IconName; label?: string; className?: string }) {
  const shape = <use href={`${sprite}#i-${name}`} />;
  const classes = className ? `ic ${className}` : 'ic';
  return label ? (
    <svg className={classes} role="img" aria-label={label}>
      {shape}
    </svg>
  ) : (
    <svg className={classes} aria-hidden="true" focusable="false">
      {shape}
    </svg>
  );
}
