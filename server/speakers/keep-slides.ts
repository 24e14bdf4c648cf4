import type { SpeakerScope } from '#app/model/scope.ts';
import { type SlidesFormat, type SlidesRelease, SPEAKER_LIMITS } from '#app/model/speakers.ts';
import { cleanLine } from '#app/model/text.ts';
import { recordAudit } from '#db/audit/write.ts';
import type { Trx } from '#db/client.ts';
import { deleteSlides, holdPart, writeRelease, writeSlides } from '#db/speakers/write.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Services } from '#server/services.ts';
import { checkSlides, type SlidesRefusal } from './slides/check-slides.ts';

export type KeptSlides = { ok: true } | { ok: false; reason: SlidesRefusal | 'gone' };
export type ChangedSlides = { ok: true } | { ok: false; reason: 'gone' };

interface Sent {
  attendanceId: string;
  fileName: string;
  bytes: Uint8Array;
  release: SlidesRelease;
}

/** Keeps the slides of a session in place of those before, when they are slides and nothing in them runs. */
export async function keepSlides(services: Services, scope: SpeakerScope, sent: Sent): Promise<KeptSlides> {
  const { attendanceId, release } = sent;
  const checked = await checkSlides(services.log, sent.bytes);
  if (!checked.ok) return checked;
  const { format } = checked;
  const bytes = Buffer.from(sent.bytes.buffer, sent.bytes.byteOffset, sent.bytes.byteLength);
  const slides = { fileName: nameOf(sent.fileName, format), format, bytes, release, sentAt: services.clock.now().toString() };
  return change(services, scope, { attendanceId, action: 'speaker.slides' }, async (trx) => {
    await writeSlides(trx, attendanceId, slides);
    return true;
  });
}

/** Takes the slides of a session away. */
export function removeSlides(services: Services, scope: SpeakerScope, attendanceId: string): Promise<ChangedSlides> {
  return change(services, scope, { attendanceId, action: 'speaker.remove_slides' }, (trx) => deleteSlides(trx, attendanceId));
}

/** The speaker says who may have them. */
export function chooseRelease(
  services: Services,
  scope: SpeakerScope,
  { attendanceId, release }: { attendanceId: string; release: SlidesRelease },
): Promise<ChangedSlides> {
  return change(services, scope, { attendanceId, action: 'speaker.release_slides' }, (trx) => writeRelease(trx, attendanceId, release));
}

async function change(
  services: Services,
  scope: SpeakerScope,
  { attendanceId, action }: { attendanceId: string; action: string },
  write: (trx: Trx) => Promise<boolean>,
): Promise<ChangedSlides> {
  return inTransaction<ChangedSlides>(services.db, async (trx) => {
    const part = await holdPart(trx, { ...scope, attendanceId });
    if (!part || !(await write(trx))) return { ok: false, reason: 'gone' };
    await recordAudit(trx, {
      personId: scope.personId,
      action,
      subjectType: 'meeting',
      subjectId: part.meetingId,
      detail: { attendanceId },
    });
    return { ok: true };
  });
}

/** A name that no system takes for a path or for another kind of file: « ../Ma présentation.exe » → « Ma présentation.pdf ». */
export function nameOf(typed: string, format: SlidesFormat): string {
  const last = cleanLine(typed).split(/[/\\]/).at(-1) ?? '';
  const stem = last
    .replace(/\.[A-Za-z0-9]{1,5}$/, '')
    .replace(/[<>:"|?*]/g, '')
    .replace(/^[. ]+|[. ]+$/g, '');
  const cut = [...stem].slice(0, SPEAKER_LIMITS.fileName - 5).join('');
  return `${cut || 'presentation'}.${format}`;
}
