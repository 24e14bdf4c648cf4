-- The programme of an edition while it is prepared, and its published versions.

-- Where a session stands in the draft; meetings.edtf, room_id and track_id say what was published. Neither slot nor room:
-- taken off the grid again. A session without a row was never placed.
create table placements (
  meeting_id uuid primary key references meetings (id) on delete cascade,
  edition_id uuid not null references editions (id) on delete cascade,
  slot_id uuid,
  room_id uuid,
  track_id uuid,
  -- rises with every change, so that two organisers never overwrite each other
  revision integer not null default 1,
  foreign key (edition_id, slot_id) references slots (edition_id, id),
  foreign key (edition_id, room_id) references rooms (edition_id, id),
  foreign key (edition_id, track_id) references tracks (edition_id, id) on delete set null (track_id),
  check (slot_id is not null or room_id is null)
);
create index placements_slot on placements (edition_id, slot_id);
create index placements_room on placements (edition_id, room_id) where room_id is not null;
create index placements_track on placements (edition_id, track_id) where track_id is not null;

-- What was published is kept whole (app/model/programme-draft.ts, ProgrammeContent), with what changed since the version
-- before: slots and rooms may be changed or deleted in the draft the minute after.
create table programme_versions (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id) on delete cascade,
  number integer not null check (number >= 1),
  published_at timestamptz not null,
  published_by uuid references people (id) on delete set null,
  note text not null default '' check (char_length(note) <= 2000),
  content jsonb not null,
  changes jsonb not null,
  unique (edition_id, number)
);
create index programme_versions_published_by on programme_versions (published_by) where published_by is not null;

alter table slots add revision integer not null default 1;
alter table rooms add revision integer not null default 1;
alter table tracks add revision integer not null default 1;
-- Rises with every change of the draft: what is published is what was read before.
alter table editions add programme_revision integer not null default 1;
