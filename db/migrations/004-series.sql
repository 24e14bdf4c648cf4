-- ── series: the rule that a group's regular meetings come from ──────────────────────────────────────────────────
create table series (
  id uuid primary key default uuidv7(),
  group_id uuid not null references groups,
  -- The rule in force (RFC 5545, 3.3.10), without 'RRULE:'; its DTSTART is first_day at start_time, local time in time_zone.
  -- Local time and zone are what was decided: laws on clocks change, a meeting at 15:00 in Paris stays at 15:00 in Paris.
  rrule text not null check (char_length(rrule) between 1 and 300),
  first_day date not null,
  start_time text not null check (start_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'),
  duration_minutes integer not null check (duration_minutes between 1 and 1440),
  time_zone text not null check (char_length(time_zone) between 1 and 64),
  -- days of the rule on which nobody meets (EXDATE), as ISO text
  left_out text[] not null default '{}',
  -- what each of its meetings is made from; one that was changed by hand keeps its own
  title text not null check (char_length(title) between 1 and 300),
  kind text not null check (kind in ('group_meeting', 'session', 'thematic', 'webinar', 'other')),
  visibility text not null check (visibility in ('public', 'members')),
  summary text not null default '' check (char_length(summary) <= 10000),
  place_name text not null default '' check (char_length(place_name) <= 200),
  place_address text not null default '' check (char_length(place_address) <= 500),
  place_access text not null default '' check (char_length(place_access) <= 2000),
  online_url text not null default '' check (char_length(online_url) <= 2000),
  themes text[] not null default '{}',
  countries text[] not null default '{}',
  -- standing points in order: [{"title", "kind", "durationMinutes"}]
  agenda jsonb not null default '[]' check (jsonb_typeof(agenda) = 'array'),
  revision integer not null default 1,
  created_by uuid references people on delete set null,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now()
);
create index series_group on series (group_id, created_at desc);
create index series_created_by on series (created_by);

alter table meetings
  add column series_id uuid references series,
  -- the day that the rule gave, which stays when the meeting is moved (RECURRENCE-ID in spirit)
  add column series_on date,
  -- the date that the series last wrote (EDTF): one that differs from edtf was moved by hand
  add column series_edtf text,
  add constraint meetings_series_whole check ((series_id is null) = (series_on is null) and (series_id is null) = (series_edtf is null)),
  add constraint meetings_series_day unique (series_id, series_on);
