import { describe, expect, test } from 'vitest';
import { cancelFollowing } from '#server/series/cancel-following.ts';
import { auditOf } from '#tests/meetings/scene.ts';
import { useDatabase } from '#tests/support/database.ts';
import { useServices } from '#tests/support/services.ts';
import { aSeries, edtfsOf, mailsTo, meetingsOf } from './scene.ts';

const database = useDatabase();
const services = useServices(database);

describe('cancelling this meeting and the following', () => {
  test('they stay, shown as cancelled with the reason, and the rule ends before them', async () => {
    const { seriesId, organised, viewers } = await aSeries(services);
    const asked = { viewer: viewers.ines, scope: organised, revision: 1, since: '2022-09-20', expected: 3, reason: 'Élections' };
    expect(await cancelFollowing(services, asked)).toEqual({ ok: true, cancelled: 3, discarded: 0 });
    const meetings = await meetingsOf(services, seriesId);
    expect(meetings.map(({ status }) => status)).toEqual(['scheduled', 'scheduled', 'cancelled', 'cancelled', 'cancelled']);
    expect(meetings[4]).toMatchObject({ cancelReason: 'Élections', sequence: 1 });
    const row = await services.db.selectFrom('series').select('rrule').where('id', '=', seriesId).executeTakeFirstOrThrow();
    expect(row.rrule).toContain('UNTIL=20220919T215959Z');
    expect(await auditOf(services, seriesId)).toEqual(['series.create', 'series.cancel_following']);
    expect(await cancelFollowing(services, asked)).toEqual({ ok: false, reason: 'conflict' });
  });

  test('drafts are thrown away without a mail', async () => {
    const { seriesId, organised, viewers, people } = await aSeries(services, { announce: false, invite: { whom: 'all', expected: 3 } });
    const asked = { viewer: viewers.ines, scope: organised, revision: 1, since: '2022-06-21', expected: 5, reason: '' };
    expect(await cancelFollowing(services, asked)).toEqual({ ok: true, cancelled: 0, discarded: 5 });
    expect(await edtfsOf(services, seriesId)).toEqual([]);
    expect(await mailsTo(services, people.paula.email)).toEqual([]);
  });

  test('another number of meetings than was confirmed is refused', async () => {
    const { organised, viewers } = await aSeries(services);
    const asked = { viewer: viewers.ines, scope: organised, revision: 1, since: '2022-09-20', expected: 2, reason: '' };
    expect(await cancelFollowing(services, asked)).toEqual({ ok: false, reason: 'count_changed', count: 3 });
  });

  test('one mail lists all of them, in the language and zone of the reader, without a calendar part', async () => {
    const { organised, viewers, people, seriesId } = await aSeries(services, { invite: { whom: 'all', expected: 3 } });
    await services.db.updateTable('people').set({ timeZone: 'America/Bogota', language: 'en' }).where('id', '=', people.paula.id).execute();
    await services.db.updateTable('attendances').set({ invitedAt: '2022-06-01T08:00:00Z' }).execute();
    await services.db.deleteFrom('outboxMails').execute();
    await cancelFollowing(services, { viewer: viewers.ines, scope: organised, revision: 1, since: '2022-09-20', expected: 3, reason: '' });
    await services.db.deleteFrom('outboxMails').where('template', '<>', 'series-change').execute();
    const mail = await services.mailbox.next(people.paula.email);
    expect(mail.subject).toContain('3 dates change');
    expect(mail.text).toContain('Tuesday 20');
    expect(mail.text).toContain('08:00');
    expect(mail.text).toContain(`/en/series/${seriesId}`);
    expect(mail.html).toContain('Bogotá');
    expect(mail.attachments).toEqual([]);
  });
});
