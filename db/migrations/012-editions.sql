-- What an edition is made of, and what all the nouns around it share.

-- 'sessions' run side by side in the rooms; a 'plenary' has the edition to itself; in a 'break' nothing runs.
-- Hours are those of the edition's own zone. Slots of an edition do not overlap: checked under a lock on the edition, since
-- an exclusion constraint over two columns would ask for an extension.
create table slots (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id) on delete cascade,
  kind text not null check (kind in ('sessions', 'plenary', 'break')),
  label text not null default '' check (char_length(label) <= 200),
  day date not null,
  starts_at time not null,
  ends_at time not null,
  to_confirm boolean not null default false,
  check (ends_at > starts_at),
  check (kind <> 'break' or label <> ''),
  unique (edition_id, id)
);
create index slots_edition on slots (edition_id, day, starts_at);

create table rooms (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id) on delete cascade,
  name text not null check (char_length(name) between 1 and 200),
  -- null: nobody knows yet
  capacity integer check (capacity between 1 and 100000),
  position integer not null check (position >= 0),
  unique (edition_id, id)
);
create unique index rooms_name on rooms (edition_id, lower(name));

create table tracks (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id) on delete cascade,
  name text not null check (char_length(name) between 1 and 200),
  position integer not null check (position >= 0),
  unique (edition_id, id)
);
create unique index tracks_name on tracks (edition_id, lower(name));

-- Room and track of a session as published; a room with sessions in it can't be deleted.
alter table meetings
  add room_id uuid,
  add track_id uuid,
  -- ISO 639-1 codes of the languages spoken or interpreted
  add languages text[] not null default '{}' check (cardinality(languages) <= 10),
  -- places for those who register; null: as many as the room holds
  add capacity integer check (capacity between 1 and 100000),
  add constraint meetings_room foreign key (edition_id, room_id) references rooms (edition_id, id),
  add constraint meetings_track foreign key (edition_id, track_id) references tracks (edition_id, id) on delete set null (track_id),
  add constraint meetings_room_of_edition check (edition_id is not null or (room_id is null and track_id is null));
create index meetings_room on meetings (edition_id, room_id) where room_id is not null;
create index meetings_track on meetings (edition_id, track_id) where track_id is not null;

create index editions_group on editions (group_id);
alter table editions add revision integer not null default 1;

-- Who writes the minutes of a session.
alter table attendances drop constraint attendances_roles_check;
alter table attendances add constraint attendances_roles_check
  check (roles <@ array['chair', 'facilitator', 'speaker', 'participant', 'interpreter', 'organiser', 'rapporteur']);

-- Links to one's own part of an edition: what one registered for, what one says there, the door one keeps.
alter table link_tokens add edition_id uuid references editions (id) on delete cascade;
alter table link_tokens drop constraint link_tokens_purpose_check;
alter table link_tokens add constraint link_tokens_purpose_check check (
  purpose in ('sign_in', 'answer', 'setup', 'review', 'follow_up', 'date_poll', 'registration', 'speaker', 'check_in')
);
create index link_tokens_edition on link_tokens (edition_id) where edition_id is not null;
