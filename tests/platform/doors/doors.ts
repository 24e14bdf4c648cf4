import { EDITION_DOORS } from './edition-doors.ts';
import type { Fields } from './knock.ts';
import { LIVE_DOORS } from './live-doors.ts';
import { MAIL_CHOICE_DOORS } from './mail-choice-doors.ts';
import { MAIL_DOORS } from './mail-doors.ts';
import { RAPPORTEUR_DOORS } from './rapporteurs-doors.ts';
import { SPEAKERS_DOORS } from './speakers-doors.ts';

// Every address of app/routes.ts with what its forms send. `:meeting` and the rest are filled in by the tests.

export interface DoorOf {
  /** As in app/routes.ts. */
  pattern: string;
  /** Everybody may open it; each sees what is theirs or public. */
  open?: true;
  forms?: Fields[];
}

const POINT: Fields = { title: 'Intrus', kind: 'discussion', duration: '5', summary: '', presenters: ':person' };
const MEETING: Fields = { title: 'Intrus', kind: 'other', timeZone: 'Europe/Paris', whenKind: 'unknown', visibility: 'public' };
const SERIES: Fields = {
  ...{ ...MEETING, pattern: 'weekday', nth: '3', monthlyDay: '2', months: '1', from: '2027-01-01', start: '15:00', minutes: '90' },
  ...{ endKind: 'count', times: '3', seen: '2027-01-19,2027-02-16,2027-03-16', keep: '2027-01-19', invite: 'none' },
};
const GROUP: Fields = { name: 'Intrus', kind: 'thematic', country: '', description: '', visibility: 'public', timeZone: 'Europe/Paris' };
const NAMES: Fields = { givenName: 'Un', familyName: 'Intrus', language: 'fr', timeZone: 'Europe/Paris' };
const POLL: Fields = { title: 'Intrus', duration: '60', timeZone: 'Europe/Paris', deadline: '2099-01-01' };
const ATTENDEE: Fields = { attendanceId: ':attendance' };

export const DOORS: DoorOf[] = [
  { pattern: '/', open: true },
  { pattern: '/calendar', open: true, forms: [{ zone: 'America/Bogota', to: '/calendar' }] },
  { pattern: '/calendar/embed', open: true },
  { pattern: '/embed/calendar', open: true },
  { pattern: '/embed/calendar.html', open: true },
  {
    ...{ pattern: '/subscribe', open: true },
    forms: [
      { intent: 'create', id: ':id', name: 'x' },
      { intent: 'revoke', id: ':id', on: 'account' },
    ],
  },
  {
    pattern: '/sign-in',
    open: true,
    forms: [
      { intent: 'link', email: 'personne@nulle-part.example' },
      { intent: 'demo', role: ':id' },
    ],
  },
  { pattern: '/sign-in/:token', forms: [{}] },
  { pattern: '/sign-out', forms: [] },
  { pattern: '/setup/:token', forms: [{ givenName: 'Un', familyName: 'Intrus', email: 'un@intrus.example' }] },
  {
    pattern: '/account',
    forms: [
      { intent: 'profile', ...NAMES, revision: '1' },
      { intent: 'end-session', session: ':id' },
    ],
  },
  ...MAIL_CHOICE_DOORS,
  ...SPEAKERS_DOORS,
  { pattern: '/mailbox', open: true },
  { pattern: '/mailbox/:mailId', forms: [{ partstat: 'ACCEPTED' }] },
  { pattern: '/groups', open: true },
  { pattern: '/groups/new', forms: [{ id: ':id', ...GROUP }] },
  { pattern: '/groups/:group' },
  { pattern: '/groups/:group/edit', forms: [{ ...GROUP, revision: '1' }] },
  { pattern: '/groups/:group/outside-events', forms: [{ id: ':id', address: 'https://agenda.example/intrus.ics', name: 'Intrus' }] },
  { pattern: '/groups/:group/outside-events/new', forms: [{ id: ':id', title: 'Intrus', whenKind: 'unknown', timeZone: 'Europe/Paris' }] },
  {
    pattern: '/outside-events/:event/edit',
    forms: [{ intent: 'remove' }, { revision: '1', title: 'Intrus', whenKind: 'unknown', timeZone: 'Europe/Paris' }],
  },
  {
    pattern: '/outside-calendars/:calendar',
    forms: [{ intent: 'retry' }, { intent: 'rename', name: 'Intrus' }, { intent: 'hide', event: ':id' }, { intent: 'unfollow' }],
  },
  { pattern: '/groups/:group/style', forms: [{ revision: '0', colour: '#000000', footer: 'Intrus', logoAlt: '' }] },
  { pattern: '/groups/:group/logo' },
  {
    pattern: '/groups/:group/members',
    forms: [
      { intent: 'add', id: ':id', givenName: 'Un', familyName: 'Intrus', organisation: '', function: '', email: '', role: 'member' },
      { intent: 'role', person: ':person', role: 'organiser' },
      { intent: 'remove', person: ':person' },
    ],
  },
  { pattern: '/groups/:group/members/import', forms: [{ table: 'nom;prénom\nIntrus;Un' }] },
  {
    pattern: '/groups/:group/lists',
    forms: [
      { intent: 'save', id: ':id', revision: '0', name: 'Intrus', addresses: 'un@intrus.example' },
      { intent: 'remove', id: ':id' },
    ],
  },
  { pattern: '/directory', open: true },
  { pattern: '/directory/people/:person/edit', forms: [{ ...NAMES, function: '', organisation: '', email: '', revision: '1' }] },
  {
    pattern: '/directory/organisations/:organisation/edit',
    forms: [{ name: 'Intrus', kind: 'other', country: 'FR', 'before-name': 'x', 'before-kind': 'other', 'before-country': 'FR' }],
  },
  { pattern: '/groups/:group/series' },
  { pattern: '/groups/:group/series/new', forms: [{ id: ':id', members: '1', intent: 'publish', ...SERIES }] },
  { pattern: '/series/:series' },
  {
    pattern: '/series/:series/change?since=2027-01-19',
    forms: [{ revision: '1', since: '2027-01-19', members: '1', digest: 'x', intent: 'publish', ...SERIES }],
  },
  { pattern: '/series/:series/cancel?since=2027-01-19', forms: [{ revision: '1', expected: '1', reason: 'Intrus' }] },
  { pattern: '/meetings/new?group=:group', forms: [{ id: ':id', intent: 'publish', ...MEETING }] },
  { pattern: '/meetings/:meeting', forms: [{ answer: 'remote', substituteName: '', substituteFunction: '' }] },
  {
    pattern: '/meetings/:meeting/edit',
    forms: [
      { intent: 'save', ...MEETING, revision: '1', base: '{}' },
      { intent: 'publish', ...MEETING, revision: '1', base: '{}' },
    ],
  },
  { pattern: '/meetings/:meeting/cancel', forms: [{ reason: 'Intrus' }] },
  {
    pattern: '/meetings/:meeting/agenda',
    forms: [
      { intent: 'add', item: ':id', ...POINT },
      { intent: 'restore', item: ':id', before: ':item', ...POINT },
      { intent: 'edit', item: ':item', revision: '1', ...POINT },
      { intent: 'move', item: ':item', to: 'up', before: ':item' },
      { intent: 'remove', item: ':item', revision: '1' },
    ],
  },
  {
    pattern: '/meetings/:meeting/attendees',
    forms: [
      { intent: 'invite-group', groupId: ':id', expected: '1', role: 'participant' },
      { intent: 'invite-people', personId: [':person', ':id'], role: 'chair' },
      { intent: 'invite-new', id: ':id', givenName: '', familyName: 'Intrus', function: '', organisation: '', email: '', role: 'speaker' },
      { intent: 'check-in', present: 'yes', ...ATTENDEE },
      { intent: 'edit', function: '', organisationName: '', roles: 'chair', notesAccess: 'write', ...ATTENDEE },
      { intent: 'note-answer', answer: 'represented', substituteName: 'Intrus', substituteFunction: '', ...ATTENDEE },
      { intent: 'resend', ...ATTENDEE },
      { intent: 'remove', ...ATTENDEE },
    ],
  },
  ...MAIL_DOORS,
  ...LIVE_DOORS,
  {
    pattern: '/meetings/:meeting/minutes',
    forms: [{ default: 'internal', 'level:b1': 'internal', highlight: [':id'], seen: '{"byDefault":"name","levels":{},"highlights":[]}' }],
  },
  {
    pattern: '/meetings/:meeting/minutes/findings',
    forms: [
      ...['correct', 'set-aside'].map((intent) => ({ intent, fingerprint: 'a'.repeat(64), page: 'prepare' })),
      { intent: 'restore', page: 'publish' },
    ],
  },
  {
    pattern: '/meetings/:meeting/minutes/send',
    forms: ['check', 'send'].map((intent) => ({ intent, group: 'present', message: 'Intrus', number: '1', expected: '1' })),
  },
  {
    pattern: '/meetings/:meeting/minutes/publish',
    forms: [
      { intent: 'publish', number: '1', seen: '', knowingly: 'yes' },
      { intent: 'publish', number: '2', reason: 'erratum', note: 'Intrus' },
      { intent: 'note', number: '1', note: 'Intrus' },
    ],
  },
  {
    pattern: '/meetings/:meeting/minutes/redact',
    forms: [
      { intent: 'preview', words: 'Intrus', reason: 'x', number: '1' },
      { intent: 'redact', words: 'Intrus', previewed: 'Intrus', reason: 'x', number: '1' },
    ],
  },
  { pattern: '/meetings/:meeting/minutes/return', forms: [{ from: 'Intrus' }] },
  { pattern: '/meetings/:meeting/minutes/state', forms: [{ intent: 'approve', knowingly: 'yes' }, { intent: 'reopen' }] },
  {
    pattern: '/meetings/:meeting/minutes/review',
    forms: [
      { intent: 'open', id: ':id', deadline: '2099-01-01', message: 'Intrus', person: ':attendance', expected: '1' },
      { intent: 'remind', review: ':id' },
      { intent: 'extend', review: ':id', deadline: '2099-01-01' },
      { intent: 'close', review: ':id' },
      { intent: 'link', attendance: ':attendance' },
    ],
  },
  ...['/meetings/:meeting/minutes/my-review', '/reviews/:token'].map(
    (pattern): DoorOf => ({
      pattern,
      forms: [
        { intent: 'propose', id: ':id', kind: 'comment', comment: 'Intrus' },
        { intent: 'revise', id: ':id', revision: '1', comment: 'Intrus' },
        { intent: 'withdraw', id: ':id', revision: '1' },
        { intent: 'answer' },
        { intent: 'opened' },
      ],
    }),
  ),
  { pattern: '/groups/:group/polls' },
  {
    pattern: '/groups/:group/polls/new',
    forms: [{ intent: 'open', id: ':id', ...POLL, day: '2099-01-02', starts: '', person: ':person', expected: '0' }],
  },
  {
    pattern: '/polls/:poll',
    forms: [
      { intent: 'vote', 'vote-:id': 'yes' },
      { intent: 'none' },
      { intent: 'comment', comment: 'Intrus' },
      { intent: 'propose', day: '2099-01-02', starts: '' },
      { intent: 'remind' },
      { intent: 'settle', option: ':id' },
      { intent: 'take-up', option: ':id' },
      { intent: 'decline', option: ':id' },
    ],
  },
  {
    pattern: '/polls/:poll/edit',
    forms: [
      { intent: 'save', revision: '1', ...POLL },
      { intent: 'add-date', day: '2099-01-02', starts: '' },
      { intent: 'remove-date', option: ':id' },
      { intent: 'add-voters', person: ':person', addresses: 'un@intrus.example' },
      { intent: 'require', voter: ':id' },
      { intent: 'remove-voter', voter: ':id' },
      { intent: 'guest-link' },
      { intent: 'end-guests' },
      { intent: 'close' },
      { intent: 'withdraw' },
    ],
  },
  {
    pattern: '/votes/:token',
    forms: [
      { intent: 'vote', 'vote-:id': 'yes' },
      { intent: 'none' },
      { intent: 'propose', day: '2099-01-02', starts: '' },
      { givenName: 'Un', familyName: 'Intrus', organisationName: '', email: 'un@intrus.example' },
    ],
  },
  { pattern: '/answers/:token', forms: [{ answer: 'remote', substituteName: '', substituteFunction: '' }] },
  { pattern: '/minutes', open: true },
  { pattern: '/minutes/:meeting' },
  { pattern: '/minutes/:meeting/read', forms: [{}] },
  { pattern: '/minutes/:meeting/changes' },
  {
    pattern: '/minutes/:meeting/review',
    forms: ['accept', 'edit', 'refuse', 'handle', 'reopen'].map((intent) => ({
      intent,
      id: ':id',
      seen: 'gone',
      text: 'Intrus',
      reason: 'Intrus',
    })),
  },
  { pattern: '/minutes/:meeting/v/:version' },
  { pattern: '/minutes/:meeting/v/:version/files', forms: [{}] },
  {
    pattern: '/todo',
    forms: [
      { say: 'done', followUp: ':id', outcome: '' },
      { say: 'other_date', followUp: ':id', due: '2099-01-01', word: '' },
      { say: 'not_me', followUp: ':id', word: '' },
    ],
  },
  { pattern: '/follow-ups/:token', forms: [{ say: 'yes' }, { say: 'done', outcome: '' }] },
  {
    pattern: '/groups/:group/follow-ups',
    forms: [{ intent: 'done', followUp: ':id' }, { intent: 'notify' }],
  },
  {
    pattern: '/groups/:group/follow-ups/:followUp',
    forms: [{ owner: '', ownerName: '', contact: '', dueOn: '', state: 'done', outcome: 'Intrus', revision: '1' }],
  },
  { pattern: '/meetings/:meeting/follow-ups', forms: [{ followUp: ':id', done: 'yes', from: 'meeting' }] },
  { pattern: '/meetings/:meeting/carry-over', forms: [{ target: ':id', item: [':item'], actions: 'yes' }] },
  { pattern: '/imports' },
  { pattern: '/imports/new?group=:group', forms: [{ id: ':id', text: 'Compte rendu de la réunion' }] },
  { pattern: '/imports/:import', forms: [{ intent: 'save', revision: '1', title: 'Intrus' }, { intent: 'finish' }, { intent: 'drop' }] },
  ...EDITION_DOORS,
  ...RAPPORTEUR_DOORS,
  { pattern: '/*' },
  { pattern: '/minutes/:meeting/v/:version/proof.json' },
  { pattern: '/minutes/:meeting/v/:version/:file' },
  { pattern: '/meetings/:meeting/minutes/draft/:format' },
  { pattern: '/answers/:token/meeting.ics' },
  { pattern: '/preferences', forms: [{ theme: 'dark', to: '/' }] },
];

/** An address, or a form, with the names of things put in. */
export function fill(text: string, names: Record<string, string>): string {
  return text.replace(/:(\w+)/g, (whole, name: string) => names[name] ?? whole).replace('*', 'nowhere');
}

export function fillForm(form: Fields, names: Record<string, string>): Fields {
  return Object.fromEntries(Object.entries(form).map(([field, value]) => [field, [value].flat().map((one) => fill(one, names))]));
}
