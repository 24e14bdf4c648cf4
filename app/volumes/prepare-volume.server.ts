import { m } from '#app/messages/compiled/messages.js';
import { parseUuid } from '#app/model/uuid.ts';
import type { Viewer } from '#app/model/viewer.ts';
import { type AnnexText, VOLUME_LIMITS, type VolumeTexts } from '#app/model/volumes.ts';
import type { OrganisedEdition } from '#server/programme/access.ts';
import { notFound } from '#server/refusals.ts';
import type { Services } from '#server/services.ts';
import { bindVolume } from '#server/volumes/bind-volume.ts';
import { type Edited, includeSession, moveSession, removeAnnex, saveAnnex, saveVolumeTexts } from '#server/volumes/edit-volume.ts';
import { ANNEX, BIND, INCLUDE, LEAVE_OUT, MOVE, PROGRAMME_ORDER, REMOVE_ANNEX, TEXTS } from './prepare-intents.ts';
import { numberIn, type PrepareFaults, readAnnex, readTexts } from './read-prepare-form.ts';

type Done =
  /** `at`: where on the page it was done. */
  | { ok: true; bound: boolean; at: string }
  | { ok: false; status: 404 | 409 | 422; of: 'bind' | 'texts' | 'annex'; faults: PrepareFaults; values?: VolumeTexts; annex?: AnnexText };

const OK = (at: string): Done => ({ ok: true, bound: false, at });

/** Does what one form of the page asks for. Throws 404 for what no form of ours sends. */
export async function prepareVolume(services: Services, scope: OrganisedEdition, by: Viewer | null, form: FormData): Promise<Done> {
  if (!by) return notFound();
  const intent = form.get('intent');
  switch (intent) {
    case BIND:
      return bind(services, scope, by, form);
    case TEXTS:
      return texts(services, scope, by, form);
    case ANNEX:
      return annex(services, scope, by, form);
    case REMOVE_ANNEX:
      return known(await removeAnnex(services, scope, by, parseUuid(form.get('id')) ?? notFound()), '#t-annexes');
    case PROGRAMME_ORDER:
      return known(await moveSession(services, scope, by, null), '#t-in');
    case INCLUDE:
    case LEAVE_OUT:
      return known(await includeSession(services, scope, by, { meetingId: meetingIn(form), included: intent === INCLUDE }), '#t-in');
    case `${MOVE}:1`:
    case `${MOVE}:-1`:
      return known(await moveSession(services, scope, by, { meetingId: meetingIn(form), steps: intent === `${MOVE}:1` ? 1 : -1 }), '#t-in');
    default:
      return notFound();
  }
}

const meetingIn = (form: FormData) => parseUuid(form.get('meeting')) ?? notFound();
const known = (edited: Edited, at: string) => (edited.ok ? OK(at) : notFound());

async function bind(services: Services, scope: OrganisedEdition, by: Viewer, form: FormData): Promise<Done> {
  const seen = form.get('seen');
  const order = { number: numberIn(form, 'number') ?? notFound(), seen: typeof seen === 'string' ? seen : '' };
  const bound = await bindVolume(services, scope, by, order);
  if (bound.ok) return { ok: true, bound: true, at: '' };
  const words = {
    'already-bound': () => m.volumes_fault_already({ number: bound.reason === 'already-bound' ? bound.number : 0 }),
    changed: m.volumes_fault_changed,
    unchanged: m.volumes_fault_unchanged,
    empty: m.volumes_fault_empty,
  };
  return { ok: false, status: bound.reason === 'empty' ? 422 : 409, of: 'bind', faults: { form: words[bound.reason]() } };
}

async function texts(services: Services, scope: OrganisedEdition, by: Viewer, form: FormData): Promise<Done> {
  const { texts: values, faults } = readTexts(form);
  if (Object.keys(faults).length > 0) return { ok: false, status: 422, of: 'texts', faults, values };
  const saved = await saveVolumeTexts(services, scope, by, { ...values, revision: numberIn(form, 'revision') ?? notFound() });
  if (saved.ok) return OK('#t-texts');
  // the page that answers carries the new revision: a second attempt knowingly replaces what the others saved
  return { ok: false, status: 409, of: 'texts', faults: { form: m.volumes_fault_stale() }, values };
}

async function annex(services: Services, scope: OrganisedEdition, by: Viewer, form: FormData): Promise<Done> {
  const id = parseUuid(form.get('id')) ?? notFound();
  const { title, body, faults } = readAnnex(form);
  if (Object.keys(faults).length > 0) return { ok: false, status: 422, of: 'annex', faults, annex: { id, title, body } };
  const saved = await saveAnnex(services, scope, by, { id, title, body });
  if (saved.ok) return OK('#t-annexes');
  const form409 = { form: m.volumes_fault_annexes({ max: VOLUME_LIMITS.annexes }) };
  return { ok: false, status: 409, of: 'annex', faults: form409, annex: { id, title, body } };
}
