import { generate, PostgresDialect, RawExpressionNode } from 'kysely-codegen';
import { expect, test } from 'vitest';
import { useDatabase } from '#tests/support/database.ts';
import { dumpSchema } from './dump-schema.ts';

const database = useDatabase();

// Columns that a check constraint limits to the words of the model.
const WORDS: Record<string, Record<string, string>> = {
  'calendar.ts': { 'personal_feeds.holds': 'Generated<FeedHolds>' },
  'agenda.ts': { 'agenda_items.kind': 'Generated<AgendaItemKind>', 'headings.kind': 'AgendaItemKind' },
  'attendance.ts': {
    'attendances.answer': 'Generated<Answer>',
    'attendances.notes_access': 'Generated<NotesAccess>',
    'attendances.roles': 'Generated<AttendanceRole[]>',
  },
  'complements.ts': { 'complements.kind': 'ComplementKind', 'complements.state': 'Generated<ComplementState>' },
  'date-polls.ts': {
    'date_polls.votes_shown_to': 'Generated<VotesShownTo>',
    'date_poll_options.state': 'Generated<OptionState>',
    'date_poll_votes.vote': 'DateVote',
    'date_poll_voters.came_as': 'VoterOrigin',
  },
  'directory.ts': {
    'organisations.kind': 'Generated<OrganisationKind>',
    'attendances.organisation_kind': 'Generated<OrganisationKind>',
    'registrations.organisation_kind': 'Generated<OrganisationKind>',
  },
  'follow-ups.ts': { 'follow_ups.kind': 'FollowUpKind', 'follow_ups.state': 'Generated<FollowUpState>' },
  'groups.ts': {
    'groups.kind': 'GroupKind',
    'groups.visibility': 'Generated<Visibility>',
    'meetings.visibility': 'Generated<Visibility>',
    'memberships.role': 'MembershipRole',
    'series.visibility': 'Visibility',
  },
  'inbox.ts': {
    'inbox_mails.door': 'InboxDoor',
    'inbox_mails.kind': 'InboxKind',
    'inbox_mails.outcome': 'InboxOutcome',
    'attendance_replies.partstat': 'Partstat',
  },
  'rapporteurs.ts': { 'report_reminders.level': 'ReportLevel' },
  'language.ts': {
    'people.language': 'Generated<Language>',
    'outbox_mails.language': 'Generated<Language>',
    'date_poll_voters.language': 'Generated<Language>',
    'registrations.language': 'Generated<Language>',
    'delegations.language': 'Generated<Language>',
  },
  'mail-preferences.ts': {
    'mail_preferences.before': 'Delivery | null',
    'mail_preferences.delivery': 'Delivery',
    'mail_preferences.kind': 'RefusableKind',
    'mail_readers.reminder_leads': 'ReminderLead[] | null',
    'meeting_reminders.leads': 'ReminderLead[]',
    'reminders.lead': 'ReminderLead',
  },
  'meetings.ts': {
    'meetings.kind': 'MeetingKind',
    'withdrawn_meetings.kind': 'MeetingKind',
    'meetings.status': 'Generated<MeetingStatus>',
    'series.kind': 'MeetingKind',
  },
  'minutes.ts': {
    'minutes.state': 'Generated<MinutesState>',
    'minutes_steps.state': 'MinutesState',
    'minutes_versions.reason': 'Generated<VersionReason>',
    'minutes_files.format': 'FileFormat',
    'minutes_files.state': 'Generated<FileState>',
    'volume_files.format': 'FileFormat',
    'volume_files.state': 'Generated<FileState>',
  },
  'minutes-content.ts': {
    'minutes.attribution': 'Generated<AttributionLevel>',
    'minutes_attributions.level': 'AttributionLevel',
    'minutes_files.edition': 'Edition',
    'volume_files.edition': 'Edition',
  },
  'outbox.ts': {
    'outbox_mails.state': 'Generated<MailState>',
    'outbox_mails.fault': 'Generated<MailFault>',
    'failing_addresses.reason': 'Generated<MailFault>',
  },
  'notes.ts': { 'note_records.kind': 'RecordKind' },
  'speakers.ts': { 'speaker_slides.format': 'SlidesFormat', 'speaker_slides.release': 'Generated<SlidesRelease>' },
  'programme.ts': { 'slots.kind': 'SlotKind' },
  'registrations.ts': {
    'registrations.came_as': 'Generated<RegistrationOrigin>',
    'registrations.state': 'RegistrationState',
    'registrations.category': 'RegistrationCategory',
    'registration_settings.categories': 'Generated<RegistrationCategory[]>',
    'registration_questions.kind': 'QuestionKind',
    'session_registrations.state': 'PlaceState',
    'delegation_people.told': 'PlaceState',
  },
  'check-ins.ts': {
    'check_in_events.kind': 'CheckKind',
    'check_in_events.standing': 'CheckStanding',
    'check_in_events.outcome': 'CheckOutcome | null',
    'check_in_events.verdict': 'CheckVerdict | null',
  },
  'outside-calendars.ts': { 'outside_calendars.state': 'Generated<OutsideCalendarState>' },
};

test('db/schema.ts is what the migrations make (refresh with: npx vitest run tests/db/schema.test.ts -u)', async () => {
  const columns: Record<string, RawExpressionNode> = {};
  const imports: string[] = [];
  for (const [file, words] of Object.entries(WORDS)) {
    for (const [column, type] of Object.entries(words)) columns[column] = new RawExpressionNode(type);
    const names = [...new Set(Object.values(words).map((type) => type.replace(/Generated<|>|\[\]| \| null/g, '')))].sort();
    imports.push(`import type { ${names.join(', ')} } from "#app/model/${file}";`);
  }
  const types = await generate({
    db: database.db,
    dialect: new PostgresDialect({ dateParser: 'string' }),
    camelCase: true,
    typeMapping: { timestamptz: 'string', timestamp: 'string', int8: 'number', bytea: 'Buffer' },
    overrides: { columns },
  });
  const withImports = types.replace('import type { ColumnType } from "kysely";', (line) => [...imports, line].join('\n'));
  await expect(withImports).toMatchFileSnapshot('../../db/schema.ts');
});

test('db/schema.sql shows the same to people, with every constraint and index', async () => {
  await expect(await dumpSchema(database.pool)).toMatchFileSnapshot('../../db/schema.sql');
});
