import { publishMinutes } from '#server/minutes/publish-minutes.ts';
import { viewerOf } from '#tests/support/factories.ts';
import type { TestServices } from '#tests/support/services.ts';
import { paragraphOf } from './two-versions.ts';
import { meetingToPublish } from './versions-scene.ts';

/** A word that stands nowhere else. */
export const WORD = 'Zygomatique';
export const REASON = 'Donnée de santé publiée par erreur.';

/** Two versions that say a word in a statement, an action and a note, with proposals and follow-ups that repeat it. */
export async function wordThatIsOut(services: TestServices) {
  const scene = await meetingToPublish(services);
  const { db } = services;
  const scope = await scene.scopeOf(scene.organiser);
  const by = viewerOf(scene.organiser);
  await scene.say(
    {
      ...paragraphOf('p9', ''),
      inline: [{ text: 'Mme Jeanne ' }, { text: WORD.slice(0, 4), bold: true }, { text: `${WORD.slice(4)} est en arrêt.` }],
    },
    paragraphOf('a9', `Écrire à jeanne ${WORD.toUpperCase()}.`, 'action', { assignee: `Jeanne ${WORD}` }),
    { type: 'heading', level: 3, inline: [{ text: `Le cas de ${WORD}` }] },
    { type: 'table', rows: [[{ header: false, blocks: [paragraphOf('c9', `Jeanne ${WORD}`)] }]] },
    paragraphOf('l9', 'Rien d’autre.'),
  );
  await publishMinutes(services, scope, by, { number: 1 });
  await scene.say(paragraphOf('p10', 'Ajouté ensuite.'));
  await publishMinutes(services, scope, by, { number: 2, reason: 'erratum', note: `Jeanne ${WORD} est citée.` });
  const { id: minutesId } = await db.selectFrom('minutes').select('id').where('meetingId', '=', scene.meeting.id).executeTakeFirstOrThrow();
  await db
    .insertInto('complements')
    .values({
      ...{
        minutesId,
        kind: 'replace',
        blockId: 'p9',
        baseText: `Jeanne ${WORD}`,
        authorName: 'Awa Diop',
        createdAt: '2022-06-01T08:00:00Z',
      },
      ...{ proposed: JSON.stringify({ kind: 'text', inline: [{ text: `Mme ${WORD}` }] }), comment: `${WORD} ?` },
      ...{ state: 'accepted', decidedAt: '2022-06-01T08:00:00Z', applied: JSON.stringify({ kind: 'text', inline: [{ text: WORD }] }) },
    })
    .execute();
  await db
    .insertInto('reviews')
    .values({
      minutesId,
      openedAt: '2022-06-01T08:00:00Z',
      deadline: '2022-06-08',
      message: `Pour ${WORD}`,
      digestedAt: '2022-06-01T08:00:00Z',
      closedAt: '2022-06-02T08:00:00Z',
    })
    .execute();
  await db
    .updateTable('agendaItems')
    .set({ summary: `Avec ${WORD}` })
    .where('id', '=', scene.point)
    .execute();
  await db
    .updateTable('minutesFiles')
    .set({ state: 'ready', body: Buffer.from(`%PDF ${WORD}`), finishedAt: '2022-06-01T08:00:00Z' })
    .where('minutesId', '=', minutesId)
    .execute();
  return { ...scene, scope, by, minutesId };
}
