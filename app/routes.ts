import { index, layout, prefix, type RouteConfig, route } from '@react-router/dev/routes';

/**
 * Every address of the product. Pages exist in French without a prefix and in English under /en
 * (`en?` is an optional segment); files and feeds have one address.
 */
const pages = [
  index('home/home.route.tsx'),
  route('calendar', 'calendar/calendar.route.tsx'),
  route('calendar/embed', 'calendar/embed-code.route.tsx'),
  route('subscribe', 'calendar/subscribe.route.tsx'),

  // accounts
  route('sign-in', 'accounts/sign-in.route.tsx'),
  route('sign-in/:token', 'accounts/confirm-sign-in.route.tsx'),
  route('sign-out', 'accounts/sign-out.route.ts'),
  route('setup/:token', 'accounts/setup.route.tsx'),
  route('account', 'accounts/account.route.tsx'),
  route('account/mail', 'mail-preferences/own-mail.route.tsx'),
  route('unsubscribe/:token', 'mail-preferences/unsubscribe.route.tsx'),
  route('unsubscribe/:token/preferences', 'mail-preferences/mail-by-link.route.tsx'),
  route('mailbox', 'accounts/mailbox.route.tsx'),
  route('mailbox/:mailId', 'accounts/mail.route.tsx'),

  // groups and directory
  route('groups', 'groups/groups.route.tsx'),
  route('groups/new', 'groups/new-group.route.tsx'),
  route('groups/:group', 'groups/group.route.tsx'),
  route('groups/:group/edit', 'groups/edit-group.route.tsx'),
  route('groups/:group/style', 'groups/style.route.tsx'),
  route('groups/:group/members', 'groups/members.route.tsx'),
  route('groups/:group/members/import', 'groups/import-members.route.tsx'),
  route('groups/:group/lists', 'mailing-lists/lists.route.tsx'),
  route('directory', 'directory/directory.route.tsx'),
  route('directory/people/:person/edit', 'directory/edit-person.route.tsx'),
  route('directory/organisations/:organisation/edit', 'directory/edit-organisation.route.tsx'),

  // meetings
  route('meetings/new', 'meetings/new-meeting.route.tsx'),
  route('meetings/:meeting', 'meetings/meeting.route.tsx'),
  route('meetings/:meeting/edit', 'meetings/edit-meeting.route.tsx'),
  route('meetings/:meeting/cancel', 'meetings/cancel-meeting.route.tsx'),
  route('meetings/:meeting/agenda', 'agenda/edit-agenda.route.tsx'),
  route('meetings/:meeting/attendees', 'attendance/attendees.route.tsx'),
  route('meetings/:meeting/reminders', 'reminders/meeting-reminders.route.tsx'),
  route('meetings/:meeting/live', 'notes/live.route.tsx'),
  route('meetings/:meeting/live/room', 'notes/room-data.route.ts'),
  route('meetings/:meeting/live/history', 'notes/history/history.route.tsx'),
  route('meetings/:meeting/live/writers', 'notes/history/writers.route.ts'),
  route('meetings/:meeting/live/facilitation', 'facilitation/facilitation.route.ts'),
  route('meetings/:meeting/live/intervention', 'notes/intervention.route.tsx'),
  route('meetings/:meeting/live/polls', 'live-polls/polls.route.ts'),
  route('meetings/:meeting/live/polls/new', 'live-polls/open-poll.route.tsx'),
  route('meetings/:meeting/minutes', 'minutes/preview-minutes.route.tsx'),
  route('meetings/:meeting/minutes/findings', 'minutes/checker-findings.route.ts'),
  route('meetings/:meeting/minutes/publish', 'minutes/publish-minutes.route.tsx'),
  route('meetings/:meeting/minutes/state', 'minutes/change-state.route.tsx'),
  route('meetings/:meeting/minutes/redact', 'minutes/redact-minutes.route.tsx'),
  route('meetings/:meeting/minutes/send', 'minutes/send-minutes.route.tsx'),
  route('meetings/:meeting/minutes/review', 'reviews/organise-review.route.tsx'),
  route('meetings/:meeting/minutes/my-review', 'reviews/my-review.route.tsx'),
  route('reviews/:token', 'reviews/review.route.tsx'),
  route('meetings/:meeting/minutes/return', 'imports/return-minutes.route.tsx'),
  route('answers/:token', 'attendance/answer.route.tsx'),

  // series
  route('groups/:group/series', 'series/series-list.route.tsx'),
  route('groups/:group/series/new', 'series/new-series.route.tsx'),
  route('series/:series', 'series/series.route.tsx'),
  route('series/:series/change', 'series/change-series.route.tsx'),
  route('series/:series/cancel', 'series/cancel-following.route.tsx'),

  // events of others
  route('groups/:group/outside-events', 'outside-events/outside-events.route.tsx'),
  route('groups/:group/outside-events/new', 'outside-events/new-outside-event.route.tsx'),
  route('outside-events/:event/edit', 'outside-events/edit-outside-event.route.tsx'),
  route('outside-calendars/:calendar', 'outside-events/outside-calendar.route.tsx'),

  // date polls
  route('groups/:group/polls', 'date-polls/polls.route.tsx'),
  route('groups/:group/polls/new', 'date-polls/new-poll.route.tsx'),
  route('polls/:poll', 'date-polls/poll.route.tsx'),
  route('polls/:poll/edit', 'date-polls/edit-poll.route.tsx'),
  route('votes/:token', 'date-polls/vote.route.tsx'),

  // minutes
  route('minutes', 'minutes/minutes-list.route.tsx'),
  route('minutes/:meeting', 'minutes/minutes.route.tsx'),
  route('minutes/:meeting/read', 'minutes/mark-read.route.ts'),
  route('minutes/:meeting/changes', 'minutes/changes.route.tsx'),
  route('minutes/:meeting/v/:version', 'minutes/minutes-version.route.tsx'),
  route('minutes/:meeting/review', 'complements/review.route.tsx'),
  route('minutes/:meeting/v/:version/files', 'minutes/retry-files.route.ts'),

  // follow-up
  route('todo', 'follow-ups/todo.route.tsx'),
  route('follow-ups/:token', 'follow-ups/own-follow-up.route.tsx'),
  route('groups/:group/follow-ups', 'follow-ups/follow-ups.route.tsx'),
  route('groups/:group/follow-ups/:followUp', 'follow-ups/edit-follow-up.route.tsx'),
  route('meetings/:meeting/follow-ups', 'follow-ups/meeting-follow-ups.route.ts'),
  route('meetings/:meeting/carry-over', 'follow-ups/carry-over.route.tsx'),

  // past minutes
  route('imports', 'imports/imports.route.tsx'),
  route('imports/new', 'imports/new-import.route.tsx'),
  route('imports/:import', 'imports/import.route.tsx'),

  // mail that comes in
  route('mails/received', 'inbox/inbox.route.tsx'),

  // editions
  route('editions', 'programme/editions.route.tsx'),
  route('editions/:edition', 'programme/edition.route.tsx'),
  route('editions/:edition/programme', 'programme/programme.route.tsx'),
  route('editions/:edition/programme/print', 'programme/print.route.tsx'),
  route('editions/:edition/changes', 'programme/changes.route.tsx'),

  // editions: preparing the programme
  route('editions/new', 'programme/prepare/new-edition.route.tsx'),
  route('editions/:edition/edit', 'programme/prepare/edit-edition.route.tsx'),
  route('editions/:edition/duplicate', 'programme/prepare/duplicate-edition.route.tsx'),
  route('editions/:edition/prepare', 'programme/prepare/prepare.route.tsx'),
  route('editions/:edition/prepare/frame', 'programme/prepare/frame.route.tsx'),
  route('editions/:edition/prepare/publish', 'programme/prepare/publish.route.tsx'),
  route('editions/:edition/prepare/sessions/new', 'programme/prepare/new-session.route.tsx'),
  route('editions/:edition/prepare/sessions/:session', 'programme/prepare/session.route.tsx'),

  // editions: own programme
  route('editions/:edition/my-programme', 'own-programme/own-programme.route.tsx'),
  route('editions/:edition/my-programme/:token', 'own-programme/kept-programme.route.tsx'),

  // editions: registrations
  route('editions/:edition/register', 'registrations/register.route.tsx'),
  route('editions/:edition/register/delegation', 'registrations/register-delegation.route.tsx'),
  route('editions/:edition/registrations', 'registrations/registrations.route.tsx'),
  route('editions/:edition/registrations/settings', 'registrations/settings.route.tsx'),
  route('editions/:edition/registrations/new', 'registrations/new-registration.route.tsx'),
  route('editions/:edition/registrations/:registration', 'registrations/edit-registration.route.tsx'),
  route('registrations/:token', 'registrations/own-registration.route.tsx'),
  route('registrations/:token/people/:registration', 'registrations/person-of-delegation.route.tsx'),

  // editions: speakers
  route('editions/:edition/speakers', 'speakers/speakers.route.tsx'),
  route('speaking/:token', 'speakers/speaking.route.tsx'),

  // editions: check-ins
  route('editions/:edition/check-in', 'check-ins/check-in.route.tsx'),
  route('editions/:edition/check-in/:door', 'check-ins/door-link.route.tsx'),
  route('editions/:edition/badges', 'check-ins/badges.route.tsx'),
  route('check-in/:token', 'check-ins/door.route.tsx'),

  // editions: rapporteurs
  route('editions/:edition/rapporteurs', 'rapporteurs/board.route.tsx'),
  route('editions/:edition/rapporteurs/:meeting', 'rapporteurs/session.route.tsx'),
  route('editions/:edition/headings', 'rapporteurs/headings.route.tsx'),
  route('meetings/:meeting/report', 'rapporteurs/report.route.tsx'),
  route('meetings/:meeting/open-notes', 'rapporteurs/open-notes.route.tsx'),

  // editions: volumes
  route('editions/:edition/volume', 'volumes/volume.route.tsx'),
  route('editions/:edition/volume/prepare', 'volumes/prepare-volume.route.tsx'),
  route('editions/:edition/volume/prepare/preview/:file', 'volumes/preview-volume.route.ts'),
  route('editions/:edition/volume/sessions/:meeting', 'volumes/volume-session.route.tsx'),
  route('editions/:edition/volume/files/:file', 'volumes/download-volume.route.ts'),
  route('editions/:edition/volume/v/:version', 'volumes/volume-version.route.tsx'),
  route('editions/:edition/volume/v/:version/proof.json', 'volumes/volume-proof.route.ts'),
  route('editions/:edition/volume/v/:version/files', 'volumes/retry-volume.route.ts'),

  // editions: figures
  route('editions/:edition/figures', 'figures/figures.route.tsx'),
  route('editions/:edition/figures/:format', 'figures/download-figures.route.ts'),

  // votes from a room's phones
  route('live', 'live-polls/enter-code.route.tsx'),
  route('live/:code', 'live-polls/room.route.tsx'),
  route('meetings/:meeting/live/phones', 'live-polls/phones.route.tsx'),
  route('meetings/:meeting/live/screen', 'live-polls/screen.route.tsx'),

  // mails
  route('meetings/:meeting/mails', 'outbox/meeting-mails.route.tsx'),
  route('mails', 'outbox/failed-mails.route.tsx'),
  route('mails/previews', 'outbox/previews.route.tsx'),
  route('mails/previews/:template', 'outbox/preview.route.tsx'),
  route('*', 'not-found.route.tsx'),
];

export default [
  layout('ui/layout/site-layout.tsx', [...prefix('en?', pages)]),
  route('minutes/:meeting/v/:version/proof.json', 'minutes/proof.route.ts'),
  route('groups/:group/logo', 'groups/logo.route.ts'),
  route('minutes/:meeting/v/:version/:file', 'minutes/download-minutes.route.ts'),
  route('meetings/:meeting/minutes/draft/:format', 'minutes/draft-file.route.ts'),
  route('editions/:edition/portraits/:person', 'speakers/portrait.route.ts'),
  route('live/:code/state', 'live-polls/room-state.route.ts'),
  route('speaking/:token/portrait', 'speakers/own-portrait.route.ts'),
  route('meetings/:meeting/slides/:attendance', 'speakers/slides.route.ts'),
  ...prefix('en?', [route('editions/:edition/registrations/export/:format', 'registrations/export.route.ts')]),
  route('registrations/:token/sessions.ics', 'registrations/own-calendar.route.ts'),
  route('registrations/:token/badge.svg', 'registrations/own-badge.route.ts'),
  route('answers/:token/meeting.ics', 'attendance/answer-calendar.route.ts'),
  route('preferences', 'accounts/preferences.route.ts'),
  route('editions/:edition/badges.pdf', 'check-ins/badges-file.route.ts'),
  route('check-in/:token/sync', 'check-ins/sync-door.route.ts'),
  ...prefix('en?', [
    route('check-in/worker.js', 'check-ins/worker.route.ts'),
    route('check-in/:token/app.webmanifest', 'check-ins/door-manifest.route.ts'),
  ]),
  // the programme to keep offline, in each language
  ...prefix('en?', [route('editions/:edition/programme.html', 'programme/offline.route.ts')]),
  ...prefix('en?', [route('embed/calendar', 'calendar/embed.route.tsx'), route('embed/calendar.html', 'calendar/fragment.route.tsx')]),
] satisfies RouteConfig;
