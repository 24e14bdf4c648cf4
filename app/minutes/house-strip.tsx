import type { CSSProperties, ReactNode } from 'react';
import type { PageStyle } from '#db/groups/read-style.ts';
import './house-strip.css';

/** Above published minutes: the group's logo on a rule of its colour, as at the top of its papers. */
export function HouseStrip({ house, group }: { house: PageStyle; group: { slug: string; name: string } }): ReactNode {
  const { colour, logo } = house;
  if (!colour && !logo) return null;
  return (
    <div className="house" style={colour ? ({ '--house': colour } as CSSProperties) : undefined}>
      {logo ? <img src={`/groups/${group.slug}/logo?v=${logo.revision}`} alt={logo.alt || group.name} height="56" /> : null}
    </div>
  );
}

/** Under them: what stands under every page of the papers. */
export function HouseFooter({ house }: { house: PageStyle }): ReactNode {
  return house.footer ? <p className="house__foot">{house.footer}</p> : null;
}
