-- Events of others (COP, forums, partners), beside a group's own meetings and apart from them.

-- A calendar of somebody else that a group follows at its address.
create table outside_calendars (
  id uuid primary key default uuidv7(),
  group_id uuid not null references groups on delete cascade,
  -- as this group calls it
  name text not null check (char_length(name) between 1 and 200),
  -- often a secret: for organisers of the group only, and in no log
  url text not null check (url ~ '^https?://' and char_length(url) <= 2000),
  state text not null default 'waiting' check (state in ('waiting', 'followed', 'failing', 'stopped')),
  -- why the last attempt failed; the number is the HTTP status where there was one
  fault text check (fault in ('address', 'unreachable', 'certificate', 'timeout', 'status', 'redirects', 'too_large', 'encoding', 'not_a_calendar', 'too_slow', 'damaged')),
  fault_status integer,
  -- attempts in a row that failed
  failures integer not null default 0,
  last_fetched_at timestamptz,
  last_ok_at timestamptz,
  -- what the server said of the file that was read last, to ask only for another one
  etag text,
  last_modified text,
  next_fetch_at timestamptz not null,
  -- rises with every attempt: one that was overtaken by another writes nothing
  attempt integer not null default 0,
  -- what was read and what was set aside; see CalendarReport in app/model/outside-calendars.ts
  report jsonb,
  created_by uuid references people on delete set null,
  created_at timestamptz not null,
  check ((state in ('failing', 'stopped')) = (fault is not null)),
  unique (group_id, url)
);
create index outside_calendars_due on outside_calendars (next_fetch_at) where state <> 'stopped';
create index outside_calendars_creator on outside_calendars (created_by) where created_by is not null;

create table outside_events (
  id uuid primary key default uuidv7(),
  group_id uuid not null references groups on delete cascade,
  -- the calendar that it was read from; null: entered by hand
  calendar_id uuid references outside_calendars on delete cascade,
  -- of the source (RFC 5545, 3.8.4.7 and 3.8.4.4); the second is '' for what does not recur
  uid text check (char_length(uid) <= 300),
  recurrence_id text check (char_length(recurrence_id) <= 40),
  title text not null check (char_length(title) between 1 and 300),
  -- the title as duplicates are found by
  title_key text not null,
  -- when, as meetings say it (EDTF; local times of time_zone), and the instants that it covers
  edtf text not null,
  time_zone text not null,
  during tstzrange,
  place text not null default '' check (char_length(place) <= 500),
  -- ISO 3166-1 alpha-2
  country char(2) check (country ~ '^[A-Z]{2}$'),
  url text not null default '' check (char_length(url) <= 2000),
  note text not null default '' check (char_length(note) <= 5000),
  -- organisers took it off what people see; what is read again stays hidden
  hidden boolean not null default false,
  revision integer not null default 1,
  created_by uuid references people on delete set null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  check ((calendar_id is null) = (uid is null)),
  check ((calendar_id is null) = (recurrence_id is null)),
  unique (calendar_id, uid, recurrence_id)
);
create index outside_events_group on outside_events (group_id, lower(during));
create index outside_events_time on outside_events (lower(during)) where not hidden;
create index outside_events_title on outside_events (group_id, title_key);
create index outside_events_creator on outside_events (created_by) where created_by is not null;
