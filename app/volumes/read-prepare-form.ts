import { m } from '#app/messages/compiled/messages.js';
import { cleanLine, cleanText } from '#app/model/text.ts';
import { VOLUME_LIMITS, type VolumeTexts } from '#app/model/volumes.ts';

/** Faults by the name of their field. */
export type PrepareFaults = Partial<Record<'title' | 'subtitle' | 'note' | 'annexTitle' | 'annexBody' | 'form', string>>;

const textIn = (form: FormData, name: string) => {
  const value = form.get(name);
  return typeof value === 'string' ? value : '';
};

export const numberIn = (form: FormData, name: string): number | null => {
  const text = textIn(form, name);
  return /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
};

/** The texts around the minutes as sent; what is too long is a fault, and kept as it was typed. */
export function readTexts(form: FormData): { texts: VolumeTexts; faults: PrepareFaults } {
  const texts: VolumeTexts = {
    ...{ title: cleanLine(textIn(form, 'title')), subtitle: cleanLine(textIn(form, 'subtitle')), note: cleanText(textIn(form, 'note')) },
    ...{ withOrganisations: form.has('withOrganisations'), withIndex: form.has('withIndex'), rebind: form.has('rebind') },
  };
  const faults: PrepareFaults = {};
  for (const name of ['title', 'subtitle', 'note'] as const)
    if (texts[name].length > VOLUME_LIMITS[name]) faults[name] = m.volumes_too_long({ max: VOLUME_LIMITS[name] });
  return { texts, faults };
}

export function readAnnex(form: FormData): { title: string; body: string; faults: PrepareFaults } {
  const [title, body] = [cleanLine(textIn(form, 'annexTitle')), cleanText(textIn(form, 'annexBody'))];
  const faults: PrepareFaults = {};
  if (title === '') faults.annexTitle = m.volumes_annex_title_missing();
  if (title.length > VOLUME_LIMITS.annexTitle) faults.annexTitle = m.volumes_too_long({ max: VOLUME_LIMITS.annexTitle });
  if (body === '') faults.annexBody = m.volumes_annex_body_missing();
  if (body.length > VOLUME_LIMITS.annexBody) faults.annexBody = m.volumes_too_long({ max: VOLUME_LIMITS.annexBody });
  return { title, body, faults };
}
