-- Ids sort by creation time. PostgreSQL 18 has uuidv7(); older servers get the same layout (RFC 9562, section 5.7) here.
do $$ begin
  if not exists (select from pg_proc where proname = 'uuidv7') then
    create function uuidv7() returns uuid language sql volatile as $f$
      select encode(set_bit(set_bit(overlay(uuid_send(gen_random_uuid())
        placing substring(int8send((extract(epoch from clock_timestamp()) * 1000)::bigint) from 3) from 1 for 6),
        52, 1), 53, 1), 'hex')::uuid
    $f$;
  end if;
end $$;

-- ── directory ────────────────────────────────────────────────────────────────────────────────────────────────
create table organisations (
  id uuid primary key default uuidv7(),
  name text not null check (char_length(name) between 1 and 200),
  -- lower case, no accents, single spaces: finds the same body written twice
  name_key text not null,
  kind text not null default 'other' check (kind in ('commune', 'intercommunality', 'department', 'region', 'state', 'embassy', 'agency', 'university', 'network', 'association', 'company', 'other')),
  country char(2) not null default 'FR',
  created_at timestamptz not null default now(),
  unique (name_key, country)
);

create table people (
  id uuid primary key default uuidv7(),
  given_name text not null check (char_length(given_name) <= 100),
  family_name text not null check (char_length(family_name) <= 100),
  name_key text not null,
  -- stored in lower case; a person without one can be listed and quoted, never written to
  email text unique check (email = lower(email) and char_length(email) <= 254),
  function text not null default '' check (char_length(function) <= 200),
  organisation_id uuid references organisations,
  language text not null default 'fr' check (language in ('fr', 'es', 'pt', 'en')),
  time_zone text not null default 'Europe/Paris',
  -- may create groups and see every group of the network
  network_organiser boolean not null default false,
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index people_name_key on people (name_key);
create index people_organisation on people (organisation_id);

-- ── accounts ─────────────────────────────────────────────────────────────────────────────────────────────────
-- Secrets that travel in links: only their SHA-256 is here.
create table link_tokens (
  hash bytea primary key,
  purpose text not null check (purpose in ('sign_in', 'answer', 'setup')),
  person_id uuid references people on delete cascade,
  -- the attendance that an 'answer' link is for (foreign key added below)
  attendance_id uuid,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create index link_tokens_person on link_tokens (person_id, purpose);

create table sessions (
  id uuid primary key default uuidv7(),
  token_hash bytea not null unique,
  person_id uuid not null references people on delete cascade,
  user_agent text not null default '',
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz
);
create index sessions_person on sessions (person_id) where revoked_at is null;

-- Fixed windows: one row a key and window; old rows are swept by a job.
create table rate_limits (
  key text not null,
  window_start timestamptz not null,
  hits integer not null default 1,
  primary key (key, window_start)
);

-- ── groups ───────────────────────────────────────────────────────────────────────────────────────────────────
create table groups (
  id uuid primary key default uuidv7(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 80),
  name text not null check (char_length(name) between 1 and 200),
  kind text not null check (kind in ('network', 'country', 'thematic')),
  country char(2),
  description text not null default '' check (char_length(description) <= 5000),
  visibility text not null default 'public' check (visibility in ('public', 'members')),
  time_zone text not null default 'Europe/Paris',
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table memberships (
  group_id uuid not null references groups on delete cascade,
  person_id uuid not null references people on delete cascade,
  role text not null check (role in ('organiser', 'member', 'observer')),
  joined_at timestamptz not null default now(),
  primary key (group_id, person_id)
);
create index memberships_person on memberships (person_id);

-- ── meetings ─────────────────────────────────────────────────────────────────────────────────────────────────
create table themes (
  id uuid primary key default uuidv7(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 80),
  name text not null check (char_length(name) between 1 and 120)
);

create table editions (
  id uuid primary key default uuidv7(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 80),
  group_id uuid not null references groups,
  name text not null check (char_length(name) between 1 and 200),
  summary text not null default '' check (char_length(summary) <= 5000),
  place text not null default '',
  time_zone text not null default 'Europe/Paris',
  starts_on date not null,
  ends_on date not null check (ends_on >= starts_on),
  created_at timestamptz not null default now()
);

create table meetings (
  id uuid primary key default uuidv7(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 120),
  group_id uuid not null references groups,
  edition_id uuid references editions,
  kind text not null check (kind in ('group_meeting', 'session', 'thematic', 'webinar', 'other')),
  title text not null check (char_length(title) between 1 and 300),
  summary text not null default '' check (char_length(summary) <= 10000),
  status text not null default 'draft' check (status in ('draft', 'scheduled', 'cancelled')),
  visibility text not null default 'public' check (visibility in ('public', 'members')),
  -- When, as people know it (EDTF, ISO 8601-2): '2022-06-20T16:30/2022-06-20T18:00' is local time in time_zone;
  -- '2022-06-20' a day, '2022-06-26/2022-06-30' a span, '2022-09' a month, with '?' when to be confirmed, 'XXXX' when unknown.
  edtf text not null,
  time_zone text not null,
  -- The instants that edtf covers, for sorting and windows; null when unknown. Never shown.
  during tstzrange,
  place_name text not null default '' check (char_length(place_name) <= 200),
  place_address text not null default '' check (char_length(place_address) <= 500),
  place_access text not null default '' check (char_length(place_access) <= 2000),
  -- shown to invited people only
  online_url text not null default '' check (char_length(online_url) <= 2000),
  cancel_reason text not null default '' check (char_length(cancel_reason) <= 2000),
  -- RFC 5545, 3.8.7.4: rises with time, place and cancellation; never falls
  sequence integer not null default 0,
  -- rises with every edit; an edit that names an older one is a conflict
  revision integer not null default 1,
  -- last change of anything that a calendar or a reader is shown
  changed_at timestamptz not null default now(),
  created_by uuid references people on delete set null,
  created_at timestamptz not null default now(),
  cancelled_at timestamptz
);
create index meetings_group on meetings (group_id, lower(during) desc);
create index meetings_time on meetings (lower(during)) where status <> 'draft';
create index meetings_edition on meetings (edition_id, lower(during)) where edition_id is not null;
create index meetings_kind on meetings (kind, lower(during));

create table meeting_themes (
  meeting_id uuid not null references meetings on delete cascade,
  theme_id uuid not null references themes,
  primary key (meeting_id, theme_id)
);
create index meeting_themes_theme on meeting_themes (theme_id);

create table meeting_countries (
  meeting_id uuid not null references meetings on delete cascade,
  country char(2) not null,
  primary key (meeting_id, country)
);
create index meeting_countries_country on meeting_countries (country);

-- ── agenda ───────────────────────────────────────────────────────────────────────────────────────────────────
create table agenda_items (
  id uuid primary key default uuidv7(),
  meeting_id uuid not null references meetings on delete cascade,
  position integer not null,
  title text not null check (char_length(title) between 1 and 300),
  kind text not null default 'discussion' check (kind in ('opening', 'information', 'discussion', 'decision', 'break', 'conclusion')),
  duration_minutes integer not null check (duration_minutes between 0 and 1440),
  summary text not null default '' check (char_length(summary) <= 5000),
  revision integer not null default 1,
  unique (meeting_id, position) deferrable initially deferred
);

create table agenda_presenters (
  agenda_item_id uuid not null references agenda_items on delete cascade,
  person_id uuid not null references people,
  position integer not null default 0,
  primary key (agenda_item_id, person_id)
);
create index agenda_presenters_person on agenda_presenters (person_id);

-- ── attendance ───────────────────────────────────────────────────────────────────────────────────────────────
create table attendances (
  id uuid primary key default uuidv7(),
  meeting_id uuid not null references meetings on delete cascade,
  person_id uuid not null references people,
  roles text[] not null default '{participant}' check (roles <@ array['chair', 'facilitator', 'speaker', 'participant', 'interpreter', 'organiser']),
  -- as they were that day: copied from the person, and left alone once the meeting is past
  given_name text not null,
  family_name text not null,
  function text not null default '',
  organisation_name text not null default '',
  organisation_kind text not null default 'other',
  answer text not null default 'none' check (answer in ('none', 'in_person', 'remote', 'declined', 'represented')),
  answered_at timestamptz,
  -- null when the person answered; else the organiser who noted it
  answered_by uuid references people on delete set null,
  substitute_name text not null default '' check (char_length(substitute_name) <= 200),
  substitute_function text not null default '' check (char_length(substitute_function) <= 200),
  checked_in_at timestamptz,
  notes_access text not null default 'write' check (notes_access in ('write', 'read')),
  invited_at timestamptz,
  created_at timestamptz not null default now(),
  check ((answer = 'represented') = (substitute_name <> '')),
  unique (meeting_id, person_id)
);
create index attendances_person on attendances (person_id);
alter table link_tokens add foreign key (attendance_id) references attendances on delete cascade;
create index link_tokens_attendance on link_tokens (attendance_id) where attendance_id is not null;

-- ── notes ────────────────────────────────────────────────────────────────────────────────────────────────────
-- One Yjs document a meeting: a compacted snapshot and the updates since.
create table note_snapshots (
  meeting_id uuid primary key references meetings on delete cascade,
  -- every update up to this id is inside
  upto bigint not null,
  body bytea not null,
  state_vector bytea not null,
  saved_at timestamptz not null default now()
);

create table note_updates (
  id bigint primary key,
  meeting_id uuid not null references meetings on delete cascade,
  -- parts of [author number, author's own counter, Yjs update]
  body bytea not null,
  saved_at timestamptz not null default now()
);
create index note_updates_meeting on note_updates (meeting_id, id);

-- The short number under which a person writes in one meeting's log.
create table note_authors (
  meeting_id uuid not null references meetings on delete cascade,
  number integer not null,
  person_id uuid not null references people on delete cascade,
  primary key (meeting_id, number),
  unique (meeting_id, person_id)
);

-- A Yjs client id belongs to the one person who first wrote under it.
create table note_clients (
  meeting_id uuid not null references meetings on delete cascade,
  client_id bigint not null,
  author_number integer not null,
  primary key (meeting_id, client_id)
);

-- Decisions, actions and proposals, projected from the document by block id.
create table note_records (
  meeting_id uuid not null references meetings on delete cascade,
  block_id text not null,
  agenda_item_id uuid,
  kind text not null check (kind in ('decision', 'action', 'proposal', 'takeaway')),
  position integer not null,
  body text not null,
  -- an attendance of the meeting, when picked from the list
  assignee_id uuid,
  assignee text not null default '',
  due_on date,
  updated_at timestamptz not null default now(),
  primary key (meeting_id, block_id)
);
create index note_records_kind on note_records (meeting_id, kind, position);

-- ── minutes ──────────────────────────────────────────────────────────────────────────────────────────────────
create table minutes (
  id uuid primary key default uuidv7(),
  meeting_id uuid not null unique references meetings,
  state text not null default 'draft' check (state in ('draft', 'in_review', 'approved', 'published')),
  -- block ids of the take-aways shown first; null: all of them
  highlights text[],
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table minutes_versions (
  minutes_id uuid not null references minutes,
  number integer not null check (number > 0),
  published_at timestamptz not null default now(),
  published_by uuid references people on delete set null,
  published_by_name text not null,
  -- canonical JSON (RFC 8785), byte for byte what the hash is of
  content text not null,
  sha256 bytea not null,
  previous_sha256 bytea,
  primary key (minutes_id, number)
);
create index minutes_versions_time on minutes_versions (published_at desc);

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'A published version never changes; publish a new one.';
end $$;
create trigger minutes_versions_immutable before update of minutes_id, number, published_at, published_by_name, content, sha256, previous_sha256 or delete on minutes_versions
  for each row execute function refuse_change();

-- ── calendar ─────────────────────────────────────────────────────────────────────────────────────────────────
create table personal_feeds (
  id uuid primary key default uuidv7(),
  person_id uuid not null references people on delete cascade,
  token_hash bytea not null unique,
  name text not null default '' check (char_length(name) <= 100),
  created_at timestamptz not null default now(),
  last_used_at timestamptz,
  revoked_at timestamptz
);
create index personal_feeds_person on personal_feeds (person_id) where revoked_at is null;

-- ── outbox ───────────────────────────────────────────────────────────────────────────────────────────────────
-- Written in the same transaction as the change that it tells of; sent afterwards, with retries.
-- Holds what to say, never a secret: links are minted when the mail is rendered.
create table outbox_mails (
  id uuid primary key default uuidv7(),
  template text not null,
  payload jsonb not null default '{}',
  person_id uuid references people on delete cascade,
  to_address text not null,
  to_name text not null default '',
  language text not null default 'fr',
  -- the same news to the same person is one mail
  dedupe_key text not null unique,
  -- withdrawn: no longer wanted when its turn came (the meeting was cancelled, the right was lost)
  state text not null default 'queued' check (state in ('queued', 'sent', 'dead', 'withdrawn')),
  attempts integer not null default 0,
  last_error text not null default '',
  message_id text,
  created_at timestamptz not null default now(),
  sent_at timestamptz
);
create index outbox_mails_open on outbox_mails (created_at) where state <> 'sent';

-- Only filled in the demo, by the mail server that the demo brings.
create table demo_mails (
  id uuid primary key default uuidv7(),
  received_at timestamptz not null default now(),
  to_address text not null,
  subject text not null,
  raw bytea not null
);
create index demo_mails_time on demo_mails (received_at desc);

-- ── audit ────────────────────────────────────────────────────────────────────────────────────────────────────
create table audit_entries (
  id uuid primary key default uuidv7(),
  at timestamptz not null default now(),
  person_id uuid references people on delete set null,
  action text not null,
  subject_type text not null,
  subject_id uuid,
  detail jsonb not null default '{}'
);
create index audit_entries_subject on audit_entries (subject_type, subject_id, at desc);
