-- ── facilitation: running a meeting ──────────────────────────────────────────────────────────────────────────
create table meeting_runs (
  meeting_id uuid primary key references meetings on delete cascade,
  -- the point that the meeting is at; null: before the first, after the last
  agenda_item_id uuid references agenda_items on delete set null,
  -- the clock of that point runs since then; null: it is paused
  running_since timestamptz,
  started_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid references people on delete set null,
  revision integer not null default 1,
  check (running_since is null or closed_at is null)
);

create table agenda_item_runs (
  agenda_item_id uuid primary key references agenda_items on delete cascade,
  started_at timestamptz not null,
  ended_at timestamptz,
  -- while its clock ran, up to meeting_runs.running_since
  spent_seconds integer not null default 0 check (spent_seconds >= 0),
  added_minutes integer not null default 0 check (added_minutes between 0 and 1440)
);

-- Nobody writes in the notes of these points.
create table note_locks (
  agenda_item_id uuid primary key references agenda_items on delete cascade,
  locked_at timestamptz not null,
  locked_by uuid references people on delete set null
);

create table floor_requests (
  id uuid primary key default uuidv7(),
  meeting_id uuid not null references meetings on delete cascade,
  attendance_id uuid not null references attendances on delete cascade,
  asked_at timestamptz not null,
  given_at timestamptz,
  withdrawn_at timestamptz,
  check (given_at is null or withdrawn_at is null)
);
create unique index floor_requests_waiting on floor_requests (attendance_id) where given_at is null and withdrawn_at is null;
-- an attendance that is deleted takes its requests with it
create index floor_requests_attendance on floor_requests (attendance_id);
create index floor_requests_meeting on floor_requests (meeting_id, asked_at) where given_at is null and withdrawn_at is null;

-- ── live polls ───────────────────────────────────────────────────────────────────────────────────────────────
create table live_polls (
  id uuid primary key default uuidv7(),
  meeting_id uuid not null references meetings on delete cascade,
  -- the point whose notes take the result
  agenda_item_id uuid references agenda_items on delete set null,
  question text not null check (char_length(question) between 1 and 300),
  opened_at timestamptz not null,
  opened_by uuid references people on delete set null,
  closed_at timestamptz,
  -- when its result was written into the notes
  inserted_at timestamptz,
  check (inserted_at is null or closed_at is not null)
);
create unique index live_polls_open on live_polls (meeting_id) where closed_at is null;
create index live_polls_meeting on live_polls (meeting_id, opened_at desc);

create table live_poll_options (
  id uuid primary key default uuidv7(),
  poll_id uuid not null references live_polls on delete cascade,
  position integer not null,
  label text not null check (char_length(label) between 1 and 200),
  unique (poll_id, position),
  unique (poll_id, id)
);

create table live_poll_votes (
  poll_id uuid not null references live_polls on delete cascade,
  person_id uuid not null references people on delete cascade,
  option_id uuid not null,
  voted_at timestamptz not null,
  primary key (poll_id, person_id),
  foreign key (poll_id, option_id) references live_poll_options (poll_id, id) on delete cascade
);
create index live_poll_votes_option on live_poll_votes (poll_id, option_id);

-- Who supports a proposal of the notes (note_records.block_id).
create table proposal_supports (
  meeting_id uuid not null references meetings on delete cascade,
  block_id text not null check (char_length(block_id) <= 100),
  person_id uuid not null references people on delete cascade,
  supported_at timestamptz not null,
  primary key (meeting_id, block_id, person_id)
);

-- ── history of the notes ─────────────────────────────────────────────────────────────────────────────────────
-- What a section said at some moments: the log itself is compacted, and keeps no text that was deleted.
create table note_section_versions (
  id uuid primary key default uuidv7(),
  meeting_id uuid not null references meetings on delete cascade,
  agenda_item_id uuid not null references agenda_items on delete cascade,
  saved_at timestamptz not null,
  -- people paused; the meeting was closed; what a restore replaced; what it made
  reason text not null check (reason in ('pause', 'closed', 'before-restore', 'restored')),
  -- numbers in note_authors of whoever wrote since the version before
  authors integer[] not null default '{}',
  -- blocks as app/model/notes.ts reads them
  blocks jsonb not null
);
create index note_section_versions_section on note_section_versions (meeting_id, agenda_item_id, saved_at desc);
-- an agenda item that is deleted takes its versions with it
create index note_section_versions_item on note_section_versions (agenda_item_id);
