-- Who writes the minutes of an edition's sessions, by when, under which headings; and notes that everybody may read while
-- they are written.

-- How long the rapporteurs of an edition have; no row: nothing was planned.
create table report_plans (
  edition_id uuid primary key references editions (id) on delete cascade,
  -- days after that of the session, on the edition's own calendar; null: no deadline
  due_days integer check (due_days between 0 and 365),
  -- up to when organisers were told what came in, and what is late
  told_at timestamptz,
  revision integer not null default 1
);

-- Where the report of one session stands, beside the state of its minutes; no row: nothing was done yet.
create table session_reports (
  meeting_id uuid primary key references meetings (id) on delete cascade,
  -- this session's own last day; null: as the edition's plan says
  due_on date,
  handed_in_at timestamptz,
  handed_in_by uuid references people (id) on delete set null,
  -- as they were named then
  handed_in_by_name text not null default '' check (char_length(handed_in_by_name) <= 201),
  -- what the checker found when it last looked, and when that was
  findings_left integer check (findings_left >= 0),
  checked_at timestamptz,
  check ((findings_left is null) = (checked_at is null)),
  check (handed_in_at is not null or (handed_in_by is null and handed_in_by_name = ''))
);
create index session_reports_by on session_reports (handed_in_by) where handed_in_by is not null;

-- Each rapporteur is reminded once for a deadline at each level; by hand ('asked') again after a while.
create table report_reminders (
  attendance_id uuid not null references attendances (id) on delete cascade,
  due_on date not null,
  level text not null check (level in ('eve', 'late', 'week', 'asked')),
  queued_at timestamptz not null,
  primary key (attendance_id, due_on, level)
);

-- Headings that the sessions of an edition have in common: each becomes a point of their agendas.
create table headings (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id) on delete cascade,
  position integer not null,
  title text not null check (char_length(title) between 1 and 300),
  kind text not null check (kind in ('opening', 'information', 'discussion', 'decision', 'break', 'conclusion')),
  duration_minutes integer not null default 0 check (duration_minutes between 0 and 1440),
  -- what is expected under it, shown above the notes
  summary text not null default '' check (char_length(summary) <= 5000),
  unique (edition_id, position) deferrable initially deferred
);
create unique index headings_title on headings (edition_id, lower(title));
alter table agenda_items add heading_id uuid references headings (id) on delete set null;
create unique index agenda_items_heading on agenda_items (heading_id, meeting_id) where heading_id is not null;

-- Since when everybody may read the notes of a public meeting while they are written; null: those who belong to it only.
alter table meetings add notes_open_at timestamptz;
