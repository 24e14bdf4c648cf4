import type { IconName } from '#app/ui/icon-names.ts';
import sprite from '#app/ui/icons.svg?url';

const SVG = 'http://www.w3.org/2000/svg';

/** The same symbol as `<Icon>`, for what ProseMirror draws. */
export function iconElement(name: IconName): SVGElement {
  const icon = document.createElementNS(SVG, 'svg');
  icon.setAttribute('class', 'ic');
  icon.setAttribute('aria-hidden', 'true');
  const use = document.createElementNS(SVG, 'use');
  use.setAttribute('href', `${sprite}#i-${name}`);
  icon.append(use);
  return icon;
}
