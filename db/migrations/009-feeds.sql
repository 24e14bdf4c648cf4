-- ── calendar: what a personal feed holds, what was withdrawn, what was moved ────────────────────────────────────
alter table personal_feeds
  -- all of one's groups and invitations, those on whose list one is, or those one said yes to
  add column holds text not null default 'groups' check (holds in ('groups', 'invited', 'accepted')),
  -- minutes before a meeting at which calendars ring (RFC 5545, 3.6.6); null, as at first: they do not
  add column alarm_minutes integer check (alarm_minutes between 5 and 10080),
  -- when its secret was last replaced by another
  add column rotated_at timestamptz;

-- Public meetings that are public no more (kept for members, or gone), for as long as their date has not passed: feeds show
-- them as cancelled, without a word of what they were. No reference to the meeting, which may have been deleted; what it was
-- about is kept only as far as it says in which feeds it stood.
create table withdrawn_meetings (
  meeting_id uuid primary key,
  group_id uuid not null references groups,
  edition_id uuid references editions,
  kind text not null check (kind in ('group_meeting', 'session', 'thematic', 'webinar', 'other')),
  theme_slugs text[] not null default '{}',
  countries text[] not null default '{}',
  edtf text not null,
  time_zone text not null,
  during tstzrange not null,
  -- one more than calendars knew (RFC 5545, 3.8.7.4)
  sequence integer not null,
  created_at timestamptz not null,
  withdrawn_at timestamptz not null
);
create index withdrawn_meetings_over on withdrawn_meetings (upper(during));
create index withdrawn_meetings_group on withdrawn_meetings (group_id);
create index withdrawn_meetings_edition on withdrawn_meetings (edition_id);

alter table meetings
  -- the date (EDTF) and zone that were announced before the last move; null: it was never moved
  add column moved_from_edtf text,
  add column moved_from_zone text,
  add constraint meetings_moved_whole check ((moved_from_edtf is null) = (moved_from_zone is null));
