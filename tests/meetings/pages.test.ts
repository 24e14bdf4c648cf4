import { beforeAll, describe, expect, test } from 'vitest';
import * as agenda from '#app/agenda/edit-agenda.route.tsx';
import * as cancelPage from '#app/meetings/cancel-meeting.route.tsx';
import * as editPage from '#app/meetings/edit-meeting.route.tsx';
import * as meetingPage from '#app/meetings/meeting.route.tsx';
import * as newPage from '#app/meetings/new-meeting.route.tsx';
import { useDatabase } from '#tests/support/database.ts';
import { makeAttendance, viewerOf } from '#tests/support/factories.ts';
import { useServices } from '#tests/support/services.ts';
import { ask } from './ask.ts';
import { aMeeting, rowOf } from './scene.ts';

const database = useDatabase();
const services = useServices(database);
let scene: Awaited<ReturnType<typeof aMeeting>>;
beforeAll(async () => {
  scene = await aMeeting(services, { onlineUrl: 'https://visio.example/abc' });
});

const typed = {
  ...{ title: 'Rencontre DALC : santé', kind: 'group_meeting', visibility: 'public', whenKind: 'time', timeZone: 'Europe/Paris' },
  ...{ day: '2022-10-13', start: '15:00', end: '16:30', placeName: 'Cités Unies France, Paris', onlineUrl: 'https://visio.example/abc' },
};

interface Door {
  path: string;
  handler: (args: never) => Promise<unknown>;
  form?: Record<string, string>;
  /** Comes back to this very page. */
  signIn?: true;
}

describe('a stranger', () => {
  const doors = (): Door[] => {
    const { slug, group } = scene;
    return [
      { path: `/meetings/new?group=${group.slug}`, handler: newPage.loader, signIn: true },
      {
        path: `/meetings/new?group=${group.slug}`,
        handler: newPage.action,
        form: { ...typed, intent: 'publish', id: crypto.randomUUID() },
      },
      { path: `/meetings/${slug}/edit`, handler: editPage.loader, signIn: true },
      { path: `/meetings/${slug}/edit`, handler: editPage.action, form: { ...typed, title: 'À moi', intent: 'save', revision: '1' } },
      { path: `/meetings/${slug}/cancel`, handler: cancelPage.loader, signIn: true },
      { path: `/meetings/${slug}/cancel`, handler: cancelPage.action, form: { reason: 'Parce que' } },
      { path: `/meetings/${slug}/agenda`, handler: agenda.loader, signIn: true },
      {
        path: `/meetings/${slug}/agenda`,
        handler: agenda.action,
        form: { intent: 'add', item: crypto.randomUUID(), title: 'À moi', duration: '5' },
      },
      { path: `/meetings/${slug}`, handler: meetingPage.action, form: { answer: 'remote' } },
    ];
  };

  test('who is signed in gets what does not exist at every page and form of organisers, and changes nothing', async () => {
    const before = await rowOf(services, scene.id);
    for (const { path, handler, form } of doors())
      for (const viewer of [scene.viewers.stranger, scene.viewers.paula]) {
        const answer = await ask(services, handler, { viewer, path, meeting: scene.slug, ...(form ? { form } : {}) });
        expect(answer, path).toMatchObject({ status: 404, data: null });
      }
    expect(await rowOf(services, scene.id)).toEqual(before);
  });

  test('a visitor is asked to sign in, and comes back', async () => {
    for (const { path, handler, form, signIn } of doors()) {
      const answer = await ask(services, handler, { viewer: null, path, meeting: scene.slug, ...(form ? { form } : {}) });
      expect(answer.status, path).toBe(302);
      expect(answer.location).toContain(signIn ? `/sign-in?to=${encodeURIComponent(path)}` : '/sign-in?to=');
    }
  });

  test('a meeting that does not exist, a draft and a reserved one answer alike', async () => {
    const draft = await aMeeting(services, { title: 'Brouillon' }, false);
    const reserved = await aMeeting(services, { title: 'Réservée', visibility: 'members' });
    for (const slug of ['nowhere', draft.slug, reserved.slug]) {
      const path = `/meetings/${slug}`;
      expect(await ask(services, meetingPage.loader, { viewer: scene.viewers.stranger, path, meeting: slug })).toMatchObject({
        status: 404,
        data: null,
      });
      expect(await ask(services, meetingPage.loader, { viewer: null, path, meeting: slug })).toMatchObject({ status: 302 });
    }
  });
});

describe('the page of a meeting', () => {
  const see = (viewer: typeof scene.viewers.ines | null) =>
    ask(services, meetingPage.loader, { viewer, path: `/meetings/${scene.slug}`, meeting: scene.slug });

  test('a visitor gets plain HTML without people or link, and search engines a description without people', async () => {
    const { data } = await see(null);
    expect(meetingPage.handle.interactive(data)).toBe(false);
    expect(data).toMatchObject({ attendees: [], own: null, calendarHref: `/feeds/meetings/${scene.slug}.ics` });
    expect(JSON.stringify(data)).not.toContain('visio.example');
    expect(data.event).toMatchObject({
      '@type': 'Event',
      startDate: '2022-10-13T15:00+02:00',
      eventStatus: 'https://schema.org/EventScheduled',
    });
    expect(Object.keys(data.event ?? {})).not.toContain('attendee');
  });

  test('an invited person sees the link, their clock and their own answer, and may give it', async () => {
    const { paula } = scene.people;
    const viewer = { ...viewerOf(paula), timeZone: 'America/Bogota' };
    await makeAttendance(database.db, { meetingId: scene.id, personId: paula.id, invitedAt: '2022-06-01T08:00:00Z' });
    const { data } = await see(viewer);
    expect(data.meeting.onlineUrl).toBe('https://visio.example/abc');
    expect(data.times.forReader).toBe('8\u00A0h à Bogotá');
    expect(meetingPage.handle.interactive(data)).toBe(true);
    const path = `/meetings/${scene.slug}`;
    const refused = await ask(services, meetingPage.action, { viewer, path, meeting: scene.slug, form: { answer: 'represented' } });
    expect(refused).toMatchObject({ status: 422, data: { refused: { fault: 'name_needed' } } });
    const saved = await ask(services, meetingPage.action, { viewer, path, meeting: scene.slug, form: { answer: 'remote' } });
    expect(saved).toMatchObject({ status: 302, location: `${path}?answered#reponse` });
    expect((await see(viewer)).data.own).toMatchObject({ answer: 'remote' });
  });

  test('a date that is not known to the day gives search engines nothing and invents no hour', async () => {
    const { slug } = await aMeeting(services, {
      when: { kind: 'month', month: '2022-09', toConfirm: false },
      title: 'Rencontre de rentrée',
    });
    const { data } = await ask(services, meetingPage.loader, { viewer: null, path: `/meetings/${slug}`, meeting: slug });
    expect(data).toMatchObject({ event: null, times: { full: 'Septembre 2022', start: null, elsewhere: [], minutes: null } });
  });
});

describe('the form of a meeting', () => {
  test('faults come back with everything that was typed, and nothing is stored', async () => {
    const path = `/meetings/new?group=${scene.group.slug}`;
    const form = { ...typed, title: '', end: '14:00', themes: ['Climat'], intent: 'publish', id: crypto.randomUUID() };
    const answer = await ask(services, newPage.action, { viewer: scene.viewers.ines, path, form });
    expect(answer).toMatchObject({ status: 422, data: { values: { ...typed, title: '', end: '14:00', themes: ['Climat'] } } });
    expect(Object.keys(answer.data.faults).sort()).toEqual(['end', 'title']);
  });

  test('sent twice, it leads to the same meeting', async () => {
    const path = `/meetings/new?group=${scene.group.slug}`;
    const form = { ...typed, title: 'Une seule fois', intent: 'publish', id: crypto.randomUUID() };
    const sent = await Promise.all([1, 2].map(() => ask(services, newPage.action, { viewer: scene.viewers.ines, path, form })));
    expect(sent.map((answer) => answer.location)).toEqual(Array(2).fill('/meetings/2022-10-13-une-seule-fois'));
  });

  test('asking for the hours elsewhere stores nothing', async () => {
    const path = `/meetings/${scene.slug}/edit`;
    const before = await rowOf(services, scene.id);
    const form = { ...typed, title: 'Autre', intent: 'preview', revision: '1' };
    const { data } = await ask(services, editPage.action, { viewer: scene.viewers.ines, path, meeting: scene.slug, form });
    expect(data.preview.clocks.map((clock) => clock.city)).toContain('Bogotá');
    expect(await rowOf(services, scene.id)).toEqual(before);
  });

  test('a conflict shows both versions, keeps what was typed, and lets one choose field by field', async () => {
    const { slug, id, viewers } = await aMeeting(services, { title: 'Avant', placeName: 'Ici' });
    const path = `/meetings/${slug}/edit`;
    const open = async () => (await ask(services, editPage.loader, { viewer: viewers.ines, path, meeting: slug })).data;
    const send = (viewer: typeof viewers.ines, form: Record<string, string>) =>
      ask(services, editPage.action, { viewer, path, meeting: slug, form });
    const opened = await open();
    const base = {
      ...typed,
      onlineUrl: '',
      placeName: 'Ici',
      title: 'Avant',
      intent: 'save',
      revision: String(opened.revision),
      base: opened.base,
    };
    await send(viewers.sylvain, { ...base, title: 'Titre de Sylvain' });
    const refused = await send(viewers.ines, { ...base, placeName: 'Lieu d’Inès' });
    expect(refused.status).toBe(409);
    expect(refused.data.values).toMatchObject({ title: 'Avant', placeName: 'Lieu d’Inès' });
    expect(refused.data.clashes).toEqual([
      { field: 'title', label: 'Titre', mine: 'Avant', theirs: 'Titre de Sylvain', take: 'theirs' },
      { field: 'placeName', label: 'Lieu', mine: 'Lieu d’Inès', theirs: 'Ici', take: 'mine' },
    ]);
    expect(await rowOf(services, id)).toMatchObject({ title: 'Titre de Sylvain', placeName: 'Ici' });
    const { revision } = refused.data.filledFrom ?? { revision: 0 };
    const chosen = { ...base, placeName: 'Lieu d’Inès', revision: String(revision), 'take.title': 'theirs', 'take.placeName': 'mine' };
    expect(await send(viewers.ines, chosen)).toMatchObject({ status: 302 });
    expect(await rowOf(services, id)).toMatchObject({ title: 'Titre de Sylvain', placeName: 'Lieu d’Inès', revision: 3 });
  });
});

describe('the form of an agenda', () => {
  test('a 25-hour agenda is refused with the sum, under the duration, and keeps what was typed', async () => {
    const path = `/meetings/${scene.slug}/agenda`;
    const send = (form: Record<string, string>) =>
      ask(services, agenda.action, { viewer: scene.viewers.ines, path, meeting: scene.slug, form });
    const point = { kind: 'discussion', summary: '' };
    await send({ ...point, intent: 'add', item: crypto.randomUUID(), title: 'Un jour', duration: '24 h' });
    const refused = await send({ ...point, intent: 'add', item: crypto.randomUUID(), title: 'Et une heure', duration: '60' });
    expect(refused.status).toBe(409);
    expect(refused.data).toMatchObject({
      values: { title: 'Et une heure', duration: '60' },
      faults: { duration: expect.stringContaining('25\u00A0h') },
    });
  });

  test('what names no point and no act is no page', async () => {
    const path = `/meetings/${scene.slug}/agenda`;
    const forms: Record<string, string>[] = [
      {},
      { intent: 'add' },
      { intent: 'drop', item: crypto.randomUUID() },
      { intent: 'move', item: "';--" },
    ];
    for (const form of forms)
      expect(await ask(services, agenda.action, { viewer: scene.viewers.ines, path, meeting: scene.slug, form })).toMatchObject({
        status: 404,
      });
  });
});
