-- The days themselves: badges, doors, and who came in by which.

-- What is mixed into the hashes of badge codes that the phones at the doors hold: a list from a lost phone prints no badge.
-- The row is also the lock under which the checks of an edition are merged.
create table check_in_settings (
  edition_id uuid primary key references editions (id) on delete cascade,
  salt bytea not null check (octet_length(salt) = 16)
);

create table badge_prints (
  registration_id uuid primary key references registrations (id) on delete cascade,
  printed_at timestamptz not null
);

-- A link for the phones of volunteers. It serves on the days of the edition, and until it is revoked.
create table check_in_doors (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id) on delete cascade,
  -- null: the entrance of the edition
  meeting_id uuid references meetings (id) on delete cascade,
  name text not null check (char_length(name) between 1 and 100),
  -- people are counted out too
  counts_out boolean not null default false,
  token_hash bytea not null unique check (octet_length(token_hash) = 32),
  created_by uuid references people (id) on delete set null,
  created_at timestamptz not null default now(),
  revoked_at timestamptz,
  unique (edition_id, id)
);
create index check_in_doors_edition on check_in_doors (edition_id, created_at);
create index check_in_doors_meeting on check_in_doors (meeting_id) where meeting_id is not null;
create index check_in_doors_created_by on check_in_doors (created_by) where created_by is not null;

create table check_in_phones (
  door_id uuid not null references check_in_doors (id) on delete cascade,
  phone_id uuid not null,
  seen_at timestamptz not null,
  -- checks that it had not handed over yet, as it said then
  pending integer not null check (pending between 0 and 1000000),
  primary key (door_id, phone_id)
);

-- One rising number for all that changes, so that a phone asks for what it has not seen. Taken under the edition's lock.
create sequence check_in_changes;

-- One scan. Its id was made on the phone, so that what is sent twice counts once.
create table check_in_events (
  id uuid primary key,
  edition_id uuid not null references editions (id) on delete cascade,
  door_id uuid not null references check_in_doors (id) on delete cascade,
  -- as the door's: null: the entrance
  meeting_id uuid references meetings (id) on delete cascade,
  -- null: somebody who had not registered, noted by a door that was revoked meanwhile
  registration_id uuid references registrations (id) on delete cascade,
  -- their names, until the organisers decide: givenName, familyName, organisation, category
  walk_in jsonb,
  phone_id uuid not null,
  kind text not null check (kind in ('in', 'out')),
  -- by our clock: what the phone said, less how wrong its clock was when it sent it
  at timestamptz not null,
  -- by the phone's
  phone_at timestamptz not null,
  received_at timestamptz not null,
  -- of the edition's zone: who comes on both days arrives twice
  day date not null,
  -- the phone knew that the badge was in already, and said so
  warned boolean not null default false,
  -- 'held': by a door that was revoked after it, for the organisers to decide
  standing text not null check (standing in ('taken', 'held', 'undone', 'rejected')),
  outcome text check (outcome in ('counted', 'repeated', 'doubtful')),
  verdict text check (verdict in ('same_person', 'copied')),
  decided_at timestamptz,
  decided_by uuid references people (id) on delete set null,
  change bigint not null default nextval('check_in_changes'),
  check ((standing = 'taken') = (outcome is not null)),
  check (registration_id is not null or (walk_in is not null and standing != 'taken')),
  foreign key (edition_id, door_id) references check_in_doors (edition_id, id) on delete cascade
);
create index check_in_events_place on check_in_events (edition_id, meeting_id, day, registration_id, at);
create index check_in_events_change on check_in_events (edition_id, change);
create index check_in_events_door on check_in_events (door_id);
create index check_in_events_meeting on check_in_events (meeting_id) where meeting_id is not null;
create index check_in_events_registration on check_in_events (registration_id);
create index check_in_events_decided_by on check_in_events (decided_by) where decided_by is not null;
create index check_in_events_to_check on check_in_events (edition_id, at)
  where standing = 'held' or (outcome = 'doubtful' and verdict is null);

-- Attendances that a door made: one that is undone goes, one that was there before stays.
create table check_in_attendances (
  attendance_id uuid primary key references attendances (id) on delete cascade
);
