import type { Viewer } from '#app/model/viewer.ts';
import type { OrganisedEdition } from '#server/programme/access.ts';
import { addRoom, editRoom, moveRoom, removeRoom } from '#server/programme/change-rooms.ts';
import { addSlot, editSlot, removeSlot } from '#server/programme/change-slots.ts';
import { addTrack, editTrack, moveTrack, removeTrack } from '#server/programme/change-tracks.ts';
import type { Services } from '#server/services.ts';
import { roomRefusal, type SaidRefusal, slotRefusal, trackRefusal } from './frame-refusals.ts';
import { parseRoomForm, parseSlotForm, parseTrackForm, SLOT_FIELDS, type Typed, typedIn } from './parse-frame-form.ts';

export const NOUNS = ['slot', 'room', 'track'] as const;
export type Noun = (typeof NOUNS)[number];
export const DEEDS = ['add', 'edit', 'remove', 'up', 'down'] as const;
export type Deed = (typeof DEEDS)[number];

/** What stands under a form that was refused; null: done. */
export interface FrameAnswer {
  noun: Noun;
  deed: Deed;
  id: string;
  typed: Typed;
  faults: Typed;
  refusal: SaidRefusal | null;
}

interface Act {
  viewer: Viewer;
  scope: OrganisedEdition;
  noun: Noun;
  deed: Deed;
  id: string;
  form: FormData;
}

/** Does what a form of the page of days, rooms and hours asks for; null when it is done. */
export async function actOnFrame(services: Services, { viewer, scope, noun, deed, id, form }: Act): Promise<FrameAnswer | null> {
  const by = { viewer, scope };
  const revision = Number(form.get('revision')) || 0;
  const release = form.get('release') === 'yes';
  const fields = noun === 'slot' ? SLOT_FIELDS : noun === 'room' ? ['name', 'capacity'] : ['name'];
  const typed = typedIn(form, fields);
  const answer = (faults: Typed, refusal: SaidRefusal | null = null): FrameAnswer => ({ noun, deed, id, typed, faults, refusal });
  const said = (refusal: SaidRefusal) => answer(refusal.field ? { [refusal.field]: refusal.message } : {}, refusal);
  if (noun === 'slot') {
    if (deed === 'remove') {
      const removed = await removeSlot(services, { ...by, id, release });
      return removed.ok ? null : said(slotRefusal(removed));
    }
    const parsed = parseSlotForm(id, typed);
    if ('faults' in parsed) return answer(parsed.faults);
    const slot = parsed.value;
    const written = await (deed === 'add' ? addSlot(services, { ...by, slot }) : editSlot(services, { ...by, slot, revision, release }));
    return written.ok ? null : said(slotRefusal(written));
  }
  if (noun === 'room') {
    if (deed === 'add' || deed === 'edit') {
      const parsed = parseRoomForm(id, typed);
      if ('faults' in parsed) return answer(parsed.faults);
      const room = parsed.value;
      const written = await (deed === 'add' ? addRoom(services, { ...by, room }) : editRoom(services, { ...by, room, revision }));
      return written.ok ? null : said(roomRefusal(written));
    }
    const changed = await (deed === 'remove' ? removeRoom(services, { ...by, id }) : moveRoom(services, { ...by, id, to: deed }));
    return changed.ok ? null : said(roomRefusal(changed));
  }
  if (deed === 'add' || deed === 'edit') {
    const parsed = parseTrackForm(id, typed);
    if ('faults' in parsed) return answer(parsed.faults);
    const track = parsed.value;
    const written = await (deed === 'add' ? addTrack(services, { ...by, track }) : editTrack(services, { ...by, track, revision }));
    return written.ok ? null : said(trackRefusal(written));
  }
  const changed = await (deed === 'remove' ? removeTrack(services, { ...by, id }) : moveTrack(services, { ...by, id, to: deed }));
  return changed.ok ? null : said(trackRefusal(changed));
}
