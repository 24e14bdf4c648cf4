import { m } from '#app/messages/compiled/messages.js';
import { SLIDES_RELEASES } from '#app/model/speakers.ts';
import { parseUuid } from '#app/model/uuid.ts';
import type { Viewer } from '#app/model/viewer.ts';
import type { OrganisedEdition } from '#server/programme/access.ts';
import type { Services } from '#server/services.ts';
import { addSpeaker } from '#server/speakers/add-speaker.ts';
import { askSpeakers, revokeLinks, type Whom } from '#server/speakers/ask-speakers.ts';
import { releaseSlides } from '#server/speakers/release-slides.ts';
import { type AddFaults, type AddValues, readAdd } from './add-values.ts';

export const BOARD_SAID = ['sent', 'revoked', 'added', 'released'] as const;
type Said = (typeof BOARD_SAID)[number];

type Acted =
  | { said: Said; count?: number }
  | { status: number; refused: { notice?: string; add?: { values: AddValues; faults: AddFaults } } };

interface Organiser {
  viewer: Viewer;
  scope: OrganisedEdition;
}

/** Does what one form of the organisers' page asks for; null: no form of ours. */
export async function actOnBoard(services: Services, organiser: Organiser, form: FormData): Promise<Acted | null> {
  const personId = parseUuid(form.get('person'));
  switch (form.get('intent')) {
    case 'ask-new':
      return ask(services, organiser, { kind: 'new' }, form);
    case 'ask-owing':
      return ask(services, organiser, { kind: 'owing' }, form);
    case 'ask-one':
      return personId ? ask(services, organiser, { kind: 'one', personId }, form) : null;
    case 'revoke':
      if (!personId) return null;
      await revokeLinks(services, { ...organiser, personId });
      return { said: 'revoked' };
    case 'release': {
      const attendanceId = parseUuid(form.get('session'));
      const release = SLIDES_RELEASES.find((one) => one === form.get('release'));
      if (!attendanceId || !release) return null;
      const released = await releaseSlides(services, { ...organiser, attendanceId, release });
      return released.ok ? { said: 'released' } : { status: 409, refused: { notice: m.speakers_own_gone() } };
    }
    case 'add':
      return add(services, organiser, form);
    default:
      return null;
  }
}

async function ask(services: Services, organiser: Organiser, whom: Whom, form: FormData): Promise<Acted | null> {
  const typed = form.get('expected');
  if (typeof typed !== 'string' || !/^\d{1,5}$/.test(typed)) return null;
  const asked = await askSpeakers(services, { ...organiser, whom, expected: Number(typed) });
  if (asked.ok) return { said: 'sent', count: asked.written };
  const notice = asked.reason === 'nobody' ? m.speakers_nobody_left() : m.speakers_count_changed({ count: asked.count });
  return { status: 409, refused: { notice } };
}

async function add(services: Services, organiser: Organiser, form: FormData): Promise<Acted | null> {
  const { values, faults, wish } = readAdd(form);
  if (!parseUuid(values.id)) return null;
  const refuse = (status: number, given: AddFaults): Acted => ({ status, refused: { add: { values, faults: given } } });
  if (!wish) return refuse(422, faults);
  const added = await addSpeaker(services, { ...organiser, ...wish });
  if (added.ok) return { said: 'added' };
  return refuse(409, { session: added.reason === 'cancelled' ? m.speakers_fault_cancelled() : m.speakers_fault_session() });
}
