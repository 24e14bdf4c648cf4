import { m } from '#app/messages/compiled/messages.js';
import { formatDay, formatWhen, sentenceCase } from '#app/model/format-when.ts';
import type { MeetingScope } from '#app/model/scope.ts';
import { whenOf } from '#app/model/when.ts';
import { readHouseStyle } from '#server/groups/style/read-house-style.ts';
import type { Services } from '#server/services.ts';
import { readsDraft } from '../access.ts';
import { composeMinutes } from '../compose-minutes.ts';
import { toDocx } from '../formats/docx.ts';
import { toOdt } from '../formats/odt.ts';
import { dayOf } from '../note-version.ts';
import { MEDIA_TYPES } from '../render-version.ts';

export const DRAFT_FORMATS = ['docx', 'odt'] as const;
export type DraftFormat = (typeof DRAFT_FORMATS)[number];

/**
 * The draft as it is composed now, to be annotated in a word processor; what comes back becomes proposals
 * (server/imports/return-minutes.ts). Null for who does not read the draft.
 */
export async function readDraftFile(
  services: Services,
  scope: MeetingScope,
  format: DraftFormat,
): Promise<{ name: string; type: string; body: Uint8Array<ArrayBuffer> } | null> {
  if (!(await readsDraft(services, scope))) return null;
  const [{ content }, style] = [
    await composeMinutes(services, scope, { edition: 'internal' }),
    await readHouseStyle(services, scope.groupId),
  ];
  const { meeting, language: locale } = content;
  const at = formatWhen(whenOf(meeting.edtf), { zone: meeting.timeZone, locale });
  const day = (iso: string) => formatDay(iso, locale);
  const facts = {
    when: sentenceCase([at.date, at.time].filter(Boolean).join(', ')),
    line: m.files_draft_line({ date: day(dayOf(services.clock.now(), content)) }, { locale }),
    proof: m.files_draft_proof({}, { locale }),
    day,
  };
  const body = format === 'docx' ? await toDocx(content, facts, style) : toOdt(content, facts, style);
  return { name: `${meeting.slug}-brouillon.${format}`, type: MEDIA_TYPES[format], body };
}
