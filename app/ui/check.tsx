import type { InputHTMLAttributes, ReactNode } from 'react';

interface CheckProps extends InputHTMLAttributes<HTMLInputElement> {
  type?: 'checkbox' | 'radio';
  label: ReactNode;
  hint?: ReactNode;
}

/** A box or a round button with its words; the whole line is the target. */
export function Check({ label, hint, type = 'checkbox', ...rest }: CheckProps) {
  return (
    <label className="check">
      <input type={type} {...rest} />
      <span>
        {label}
        {hint ? <small>{hint}</small> : null}
      </span>
    </label>
  );
}
