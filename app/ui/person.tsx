import type { ReactNode } from 'react';
import { Avatar } from './avatar.tsx';

interface PersonProps {
  id: string;
  name: string;
  /** What follows the name: « Ville de Nanterre », or « adjointe, Ville de Nanterre ». */
  role?: ReactNode;
  size?: 'sm' | 'lg';
}

/** An avatar, a name, and under it the function and organisation. */
export function Person({ id, name, role, size }: PersonProps) {
  return (
    <span className="person">
      <Avatar id={id} name={name} {...(size ? { size } : {})} />
      <span className="person__t">
        <span className="person__n">{name}</span>
        {role ? <span className="person__r">{role}</span> : null}
      </span>
    </span>
  );
}
