-- What those who chair, run and speak in the sessions of an edition send by their personal link, without an account.

create table speakers (
  edition_id uuid not null references editions (id) on delete cascade,
  person_id uuid not null references people (id) on delete cascade,
  -- plain text, for the pages of their sessions
  about text not null default '' check (char_length(about) <= 2000),
  -- when they said that name, function and organisation are right
  details_at timestamptz,
  -- first mail with the link, and the latest reminder
  asked_at timestamptz,
  reminded_at timestamptz,
  revision integer not null default 1,
  primary key (edition_id, person_id)
);
create index speakers_person on speakers (person_id);

-- One square picture a person and edition, decoded and written anew by us: nothing of the file that came is kept.
create table speaker_portraits (
  edition_id uuid not null,
  person_id uuid not null,
  bytes bytea not null check (octet_length(bytes) between 1 and 1000000),
  made_at timestamptz not null,
  primary key (edition_id, person_id),
  foreign key (edition_id, person_id) references speakers (edition_id, person_id) on delete cascade
);
alter table speaker_portraits alter column bytes set storage external;

-- One file a speaker and session, in the database so that every node has it.
create table speaker_slides (
  attendance_id uuid primary key references attendances (id) on delete cascade,
  file_name text not null check (char_length(file_name) between 1 and 150),
  format text not null check (format in ('pdf', 'pptx', 'odp')),
  bytes bytea not null check (octet_length(bytes) between 1 and 30000000),
  sent_at timestamptz not null,
  -- who may have them: nobody but organisers; whoever may see the session, once its minutes are published; or from now on
  release text not null default 'with_minutes' check (release in ('held', 'with_minutes', 'now'))
);
-- archives and PDF are compressed already
alter table speaker_slides alter column bytes set storage external;

-- Why somebody will not speak, in their own words, for the organisers only.
create table speaker_regrets (
  attendance_id uuid primary key references attendances (id) on delete cascade,
  words text not null check (char_length(words) between 1 and 500),
  written_at timestamptz not null
);
