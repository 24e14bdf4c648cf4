import { renderToStaticMarkup } from 'react-dom/server';
import { MemoryRouter } from 'react-router';
import { beforeEach, expect, test } from 'vitest';
import type { Viewer } from '#app/model/viewer.ts';
import { LivePage } from '#app/notes/live-page.tsx';
import { loadLive } from '#app/notes/load-live.server.ts';
import { closeMeeting } from '#server/facilitation/close-meeting.ts';
import { goToNextPoint } from '#server/facilitation/go-to-point.ts';
import { lockSection } from '#server/facilitation/lock-section.ts';
import { pauseClock } from '#server/facilitation/run-clock.ts';
import { startMeeting } from '#server/facilitation/start-meeting.ts';
import { enterMeeting } from '#server/meetings/access.ts';
import { useDatabase } from '#tests/support/database.ts';
import { viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { type PreparedMeeting, prepareMeeting } from './meeting-underway.ts';

const database = useDatabase();
const services = useServices(database);
let room: PreparedMeeting;

beforeEach(async () => {
  room = await prepareMeeting(database, services);
});

/** The page as the server sends it, in words: one space between them. */
async function pageOf(viewer: Viewer | null, search = '') {
  if (!viewer) throw new Error('Nobody to show the page to.');
  const live = await loadLive(services, await enterMeeting(services, viewer, room.meeting.slug), viewer);
  const html = renderToStaticMarkup(
    <MemoryRouter initialEntries={[`/live${search}`]}>
      <LivePage loaded={live} />
    </MemoryRouter>,
  );
  const plain = html.replace(/[\u00a0\u202f]/g, ' ');
  return { html: plain, text: plain.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ') };
}

const asOrganiser = (search?: string) => pageOf(room.viewer, search);
const asParticipant = () => pageOf(viewerOf(room.participant));

test('before the opening: the planned hours, and one button to open it, for the organiser', async () => {
  const organiser = await asOrganiser();
  expect(organiser.text).toContain('fin prévue 17 h 10');
  expect(organiser.text).toContain('Ouvrir la réunion');
  const participant = await asParticipant();
  expect(participant.text).toContain('Demander la parole');
  for (const word of ['Ouvrir la réunion', 'Animation', 'Verrouiller']) expect(participant.text).not.toContain(word);
});

test('while it goes on: the current point with its clock, what is done, and what follows at its shifted hour', async () => {
  await startMeeting(services, room.lead);
  services.clock.advance({ minutes: 4 });
  await goToNextPoint(services, { ...room.lead, leaving: room.points.first });
  services.clock.advance({ minutes: 13, seconds: 18 });
  const { html, text } = await asOrganiser();
  expect(html).toMatch(/<li class="lv-pt lv-pt--now" aria-current="step"><div class="lv-pt__m">16 h 35/u);
  expect(html).toContain('role="timer" aria-label="6 minutes 42 secondes avant la fin prévue du point">6:42<');
  expect(text).toContain('restantes sur 20 min');
  expect(text).toContain('fin estimée 17 h 10');
  expect(text).toContain('16 h 31 Point 1');
  expect(text).toMatch(/16 h 55 Point 3 ⋯/);
  expect(text).toContain('En direct 17:18');
});

test('overrun and pause are said in words too', async () => {
  await startMeeting(services, room.lead);
  services.clock.advance({ minutes: 7, seconds: 10 });
  const over = await asParticipant();
  expect(over.html).toContain('class="timer timer--over"');
  expect(over.html).toContain('aria-label="2 minutes 10 secondes de dépassement">+2:10<');
  expect(over.html).toContain('class="bar bar--over"');
  await pauseClock(services, { ...room.lead, agendaItemId: room.points.first, paused: true });
  const paused = await asOrganiser();
  expect(paused.text).toContain('+2:10 en pause sur 5 min');
  expect(paused.html).toContain('aria-label="Relancer le minuteur"');
});

test('after the last point there is nothing left to go to, and the meeting can be closed', async () => {
  await startMeeting(services, room.lead);
  for (const leaving of [room.points.first, room.points.second, room.points.third])
    await goToNextPoint(services, { ...room.lead, leaving });
  const { text } = await asOrganiser('?pane=agenda&ask=close');
  expect(text).not.toContain('Point suivant');
  expect(text).toContain('Rien ne reste en suspens.');
});

test('a locked point says why, with the way out for the organiser only', async () => {
  await lockSection(services, { ...room.organise, agendaItemId: room.points.second, locked: true });
  expect((await asOrganiser()).html).toContain('aria-label="Déverrouiller les notes du point « Point 2 »"');
  const participant = await asParticipant();
  expect(participant.text).toContain('Notes verrouillées.');
  expect(participant.text).not.toContain('Déverrouiller');
});

test('a closed meeting says so: the organiser reopens it or goes to the minutes, the participant reads', async () => {
  await startMeeting(services, room.lead);
  services.clock.advance({ minutes: 5 });
  await closeMeeting(services, room.organise);
  const organiser = await asOrganiser();
  expect(organiser.text).toContain('Réunion close à 16 h 36.');
  expect(organiser.text).toContain('Rouvrir la réunion');
  expect(organiser.html).toContain(`/meetings/${room.meeting.slug}/minutes"`);
  expect(organiser.text).toContain('non traité');
  const participant = await asParticipant();
  expect(participant.text).toContain('Les notes sont en lecture seule.');
  for (const word of ['Rouvrir', 'Demander la parole']) expect(participant.text).not.toContain(word);
});

test('a cancelled meeting cannot be run', async () => {
  await database.db.updateTable('meetings').set({ status: 'cancelled' }).where('id', '=', room.meeting.id).execute();
  expect((await asOrganiser()).text).not.toContain('Ouvrir la réunion');
});
