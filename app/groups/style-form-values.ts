import { m } from '#app/messages/compiled/messages.js';
import { HOUSE_COLOUR, parseColour, STYLE_LIMITS } from '#app/model/group-style.ts';
import { cleanLine } from '#app/model/text.ts';

/** What the form of a group's style was filled with. */
export interface StyleValues {
  colour: string;
  footer: string;
  logoAlt: string;
}
export type StyleFaults = Partial<Record<keyof StyleValues | 'logo', string>>;

interface ParsedStyle {
  colour: string | null;
  footer: string;
  logoAlt: string;
  logo: Uint8Array | null | undefined;
}

export function styleValues(form: FormData): StyleValues {
  const text = (name: string) => String(form.get(name) ?? '');
  return { colour: text('colour'), footer: text('footer'), logoAlt: text('logoAlt') };
}

/** A group's style out of what was sent, or what is to be corrected. */
export async function parseStyleForm(form: FormData): Promise<{ style: ParsedStyle } | { faults: StyleFaults }> {
  const values = styleValues(form);
  const faults: StyleFaults = {};
  const limited = (field: 'footer' | 'logoAlt', max: number) => {
    const clean = cleanLine(values[field]);
    const length = [...clean].length;
    if (length > max) faults[field] = m.groups_too_long({ max, length });
    return clean;
  };
  const footer = limited('footer', STYLE_LIMITS.footer);
  const logoAlt = limited('logoAlt', STYLE_LIMITS.alt);
  const colour = values.colour.trim() === '' ? HOUSE_COLOUR : parseColour(values.colour);
  if (!colour) faults.colour = m.files_style_colour_unknown();
  if (Object.keys(faults).length > 0) return { faults };
  return { style: { colour: colour === HOUSE_COLOUR ? null : colour, footer, logoAlt, logo: await logoOf(form) } };
}

/** undefined: the one that is kept stays. */
async function logoOf(form: FormData): Promise<Uint8Array | null | undefined> {
  if (form.get('removeLogo') === 'yes') return null;
  const file = form.get('logo');
  return file instanceof File && file.size > 0 ? new Uint8Array(await file.arrayBuffer()) : undefined;
}
