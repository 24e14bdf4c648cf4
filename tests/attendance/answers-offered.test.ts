import { expect, test } from 'vitest';
import { answersOffered } from '#app/model/attendance.ts';
import { answerBlocks } from '#emails/meeting-facts.ts';

test('a meeting in a room without a link offers nobody to follow it from afar, except whoever said so before', () => {
  const room = { place: true, online: false };
  expect(answersOffered(room)).toEqual(['in_person', 'represented', 'declined']);
  expect(answersOffered(room, 'remote')).toContain('remote');
  for (const meeting of [
    { place: true, online: true },
    { place: false, online: true },
    { place: false, online: false },
  ])
    expect(answersOffered(meeting), JSON.stringify(meeting)).toContain('remote');
});

test('the mails offer the same', () => {
  const links = (['in_person', 'remote', 'represented', 'declined'] as const).map((answer) => ({
    answer,
    href: `https://x.example/${answer}`,
  }));
  const offered = (meeting: { placeName: string; onlineUrl: string }) =>
    JSON.stringify(answerBlocks(links, { placeAddress: '', ...meeting }, 'fr'));
  expect(offered({ placeName: 'Hôtel de Ville', onlineUrl: '' })).not.toContain('x.example/remote');
  expect(offered({ placeName: 'Hôtel de Ville', onlineUrl: 'https://visio.example' })).toContain('x.example/remote');
});
