import type { Redaction } from '#app/model/redaction.ts';
import type { Trx } from '#db/client.ts';

/**
 * Takes words out of the volumes of the edition that a meeting is a session of: files that repeat its minutes, versions that
 * say the words themselves (on their cover, in their note, in the title of a session without minutes), and what is written
 * for the next version. Hashes stay.
 */
export async function redactVolumes(
  trx: Trx,
  { meetingId, redaction, at }: { meetingId: string; redaction: Redaction; at: string },
): Promise<void> {
  const meeting = await trx.selectFrom('meetings').select('editionId').where('id', '=', meetingId).executeTakeFirst();
  if (!meeting?.editionId) return;
  const { editionId } = meeting;
  await trx
    .deleteFrom('volumeFiles')
    .where('editionId', '=', editionId)
    .where('number', 'in', (eb) => eb.selectFrom('volumeChapters').select('volumeChapters.number').where('meetingId', '=', meetingId))
    .execute();
  await redactDraft(trx, editionId, redaction);
  const versions = await trx
    .selectFrom('volumeVersions')
    .select(['number', 'content', 'internalContent'])
    .where('editionId', '=', editionId)
    .where('content', 'is not', null)
    .execute();
  const saying = versions.filter(
    (version) => redaction.touches(textsOf(version.content)) || redaction.touches(textsOf(version.internalContent)),
  );
  const numbers = saying.map(({ number }) => number);
  if (numbers.length === 0) return;
  await trx
    .updateTable('volumeVersions')
    .set({ content: null, internalContent: null, redactedAt: at })
    .where('editionId', '=', editionId)
    .where('number', 'in', numbers)
    .execute();
  await trx.deleteFrom('volumeFiles').where('editionId', '=', editionId).where('number', 'in', numbers).execute();
}

async function redactDraft(trx: Trx, editionId: string, redaction: Redaction): Promise<void> {
  const draft = await trx.selectFrom('volumes').select(['title', 'subtitle', 'note']).where('editionId', '=', editionId).executeTakeFirst();
  if (draft && Object.values(draft).some((text) => redaction.touches(text))) {
    const { title, subtitle, note } = draft;
    await trx
      .updateTable('volumes')
      .set({
        title: redaction.text(title).slice(0, 200),
        subtitle: redaction.text(subtitle).slice(0, 300),
        note: redaction.text(note).slice(0, 20_000),
      })
      .set((eb) => ({ revision: eb('revision', '+', 1) }))
      .where('editionId', '=', editionId)
      .execute();
  }
  const annexes = await trx.selectFrom('volumeAnnexes').select(['id', 'title', 'body']).where('editionId', '=', editionId).execute();
  for (const { id, title, body } of annexes)
    if (redaction.touches(title) || redaction.touches(body))
      await trx
        .updateTable('volumeAnnexes')
        .set({ title: redaction.text(title).slice(0, 200), body: redaction.text(body).slice(0, 50_000) })
        .where('id', '=', id)
        .execute();
}

/** Every text of a frame, each on a line; addresses and hashes are none. */
function textsOf(content: string | null): string {
  const texts: string[] = [];
  const walk = (value: unknown, key: string) => {
    if (typeof value === 'string') {
      if (!/^(slug|sha256|salt|meetingId|timeZone)$/.test(key)) texts.push(value);
    } else if (typeof value === 'object' && value !== null) for (const [inner, each] of Object.entries(value)) walk(each, inner);
  };
  if (content !== null) walk(JSON.parse(content), '');
  return texts.join('\n');
}
