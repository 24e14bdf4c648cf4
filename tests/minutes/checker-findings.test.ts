import { describe, expect, test } from 'vitest';
import { blockText } from '#app/model/minutes-content.ts';
import type { NoteParagraph } from '#app/model/notes.ts';
import { countSetAside } from '#db/minutes/findings.ts';
import { organiseMeeting } from '#server/meetings/access.ts';
import { correctFinding } from '#server/minutes/checker/correct-finding.ts';
import { findFindings } from '#server/minutes/checker/find-findings.ts';
import { restoreFindings, setAsideFinding } from '#server/minutes/checker/set-aside-finding.ts';
import { readNotesWithin } from '#server/notes/read-notes.ts';
import { appendBlocks } from '#server/notes/write-notes.ts';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance, makeGroup, makeMeeting, makeMembership, makePerson, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';

const database = useDatabase();
const services = useServices(database);

const paragraph = (id: string, text: string, more: Partial<NoteParagraph> = {}): NoteParagraph => ({
  ...{ type: 'paragraph', id, kind: 'text', inline: [{ text }], speakerId: null, assigneeId: null, assignee: '', due: null },
  ...more,
});

/** A meeting of Monday 20 June 2022 whose notes say these paragraphs; Jeanne Corvel was there, Hortense Batoui is a member. */
async function scene(...blocks: NoteParagraph[]) {
  const { db } = database;
  const group = await makeGroup(db);
  const organiser = await makePerson(db);
  const jeanne = await makePerson(db, { givenName: 'Jeanne', familyName: 'Corvel', function: 'Adjointe au maire' });
  const hortense = await makePerson(db, { givenName: 'Hortense', familyName: 'Batoui' });
  await makeMembership(db, { groupId: group.id, personId: organiser.id, role: 'organiser' });
  await makeMembership(db, { groupId: group.id, personId: hortense.id });
  const meeting = await makeMeeting(db, { groupId: group.id });
  const attendance = await makeAttendance(db, { meetingId: meeting.id, personId: jeanne.id, answer: 'remote' });
  const item = { meetingId: meeting.id, position: 0, title: 'Tour de table', durationMinutes: 30 };
  const { id: agendaItemId } = await db.insertInto('agendaItems').values(item).returning('id').executeTakeFirstOrThrow();
  await appendBlocks(services, meeting.id, agendaItemId, blocks, organiser.id);
  const viewer = viewerOf(organiser);
  const scope = await organiseMeeting(services, viewer, meeting.slug);
  const say = (more: NoteParagraph) => appendBlocks(services, meeting.id, agendaItemId, [more], organiser.id);
  const text = async () => (await readNotesWithin(db, meeting.id)).flatMap((section) => section.blocks).map(blockText);
  return { meeting, scope, viewer, attendance, say, text };
}

const told = async (scope: Parameters<typeof findFindings>[1]) =>
  (await findFindings(services, scope)).map((one) => `${one.problem} · ${one.found}`);

describe('what is wrong in the notes of a meeting', () => {
  test('is found with who was there, and with the people whom the group knows', async () => {
    const { scope, attendance, say } = await scene(
      paragraph('p1', 'Mardi 21 juin 2022, Mme Hortense Batouni a rappelé le calendrier.'),
      paragraph('p2', 'Le mercredi 21 juin 2022, voir l’annexe 3.'),
      paragraph('a1', 'Écrire à la ville', { kind: 'action' }),
    );
    await say(paragraph('t1', 'Odile Thoron, maire :', { kind: 'turn', speakerId: attendance.id }));
    await say(paragraph('p3', 'D’accord avec ces approches.'));
    expect(await told(scope)).toEqual([
      'name_other_speaker · Odile Thoron, maire :',
      'name_spelling · Hortense Batouni',
      'weekday · mercredi 21 juin 2022',
      'annex_missing · annexe 3',
      'action_no_owner · Écrire à la ville',
      'action_no_date · Écrire à la ville',
    ]);
  });

  test('nobody of a group that the organiser has nothing to do with is proposed', async () => {
    await makePerson(database.db, { givenName: 'Wilmar', familyName: 'Mendoza' });
    const { scope } = await scene(paragraph('p', 'Merci à Wilmar Mendosa pour son accueil.'));
    expect(await told(scope)).toEqual([]);
  });

  test('is corrected with one press: these words, and no others', async () => {
    const { scope, viewer, text } = await scene(
      paragraph('p', '', { inline: [{ text: 'Mme ' }, { text: 'Jeane Corvel', bold: true }, { text: ' ouvre ; Jeane Corvel conclut.' }] }),
    );
    const findings = await findFindings(services, scope);
    expect(findings.map(({ correction }) => correction)).toEqual([
      { from: 'Jeane Corvel', to: 'Jeanne Corvel', nth: 0 },
      { from: 'Jeane Corvel', to: 'Jeanne Corvel', nth: 1 },
    ]);
    const [first, second] = findings;
    if (!first || !second) throw new Error('nothing found');
    expect(first.fingerprint).not.toBe(second.fingerprint);
    expect(await correctFinding(services, { scope, viewer, fingerprint: second.fingerprint })).toEqual({ ok: true });
    expect(await text()).toEqual(['Mme Jeane Corvel ouvre ; Jeanne Corvel conclut.']);
    // the same press again, from a page that is out of date
    expect(await correctFinding(services, { scope, viewer, fingerprint: second.fingerprint })).toEqual({ ok: false, reason: 'gone' });
    expect(services.told).toContainEqual({ meetingId: scope.meetingId, topic: 'notes' });
  });

  test('is not corrected where nobody may write', async () => {
    const { scope, viewer, text } = await scene(paragraph('p', 'Le mercredi 21 juin 2022.'));
    const [finding] = await findFindings(services, scope);
    const frozen = { ...scope, can: { ...scope.can, writeNotes: false, organise: true as const } };
    expect(await correctFinding(services, { scope: frozen, viewer, fingerprint: finding?.fingerprint ?? '' })).toEqual({
      ok: false,
      reason: 'frozen',
    });
    expect(await text()).toEqual(['Le mercredi 21 juin 2022.']);
  });

  test('is set aside until the words of the paragraph change, or somebody brings it back', async () => {
    const { scope, viewer, say } = await scene(paragraph('p', 'Le mercredi 21 juin 2022.'));
    const [finding] = await findFindings(services, scope);
    const fingerprint = finding?.fingerprint ?? '';
    expect(await setAsideFinding(services, { scope, viewer, fingerprint })).toEqual({ ok: true });
    expect(await told(scope)).toEqual([]);
    // a second press, and another organiser's at the same time
    expect(await setAsideFinding(services, { scope, viewer, fingerprint })).toEqual({ ok: false, reason: 'gone' });
    await say(paragraph('q', 'Puis le mercredi 21 juin 2022.'));
    expect(await told(scope)).toEqual(['weekday · mercredi 21 juin 2022']);
    expect(await countSetAside(database.db, scope)).toBe(1);
    await restoreFindings(services, { scope, viewer });
    expect(await told(scope)).toHaveLength(2);
  });
});
