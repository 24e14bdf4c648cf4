-- The sessions of an edition that somebody means to attend: a person's, or those of a browser without an account, which keeps
-- a secret that also opens them elsewhere. Choosing is no registration, and nobody else is told.
create table own_programmes (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id) on delete cascade,
  person_id uuid references people (id) on delete cascade,
  -- SHA-256 of the secret that a visitor's browser keeps, for all editions one; null: the person's
  visitor_hash bytea check (octet_length(visitor_hash) = 32),
  -- SHA-256 of the secret in the address of its feed; null: it has none
  feed_hash bytea unique check (octet_length(feed_hash) = 32),
  feed_created_at timestamptz,
  -- to the hour
  feed_used_at timestamptz,
  created_at timestamptz not null,
  check ((person_id is null) <> (visitor_hash is null)),
  check ((feed_hash is null) = (feed_created_at is null)),
  unique (edition_id, person_id),
  unique (edition_id, visitor_hash)
);
create index own_programmes_person on own_programmes (person_id) where person_id is not null;
-- those of visitors are thrown away some time after the edition
create index own_programmes_visitors on own_programmes (created_at) where visitor_hash is not null;

create table starred_sessions (
  own_programme_id uuid not null references own_programmes (id) on delete cascade,
  meeting_id uuid not null references meetings (id) on delete cascade,
  starred_at timestamptz not null,
  primary key (own_programme_id, meeting_id)
);
create index starred_sessions_meeting on starred_sessions (meeting_id);
