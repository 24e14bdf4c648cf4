-- Who means to come to an edition, and to which of its sessions. Registering is not attending: attendances are made at the door.

create table registration_settings (
  edition_id uuid primary key references editions (id) on delete cascade,
  -- Days of the edition's zone, both included. Without a first day nobody registers; without a last one, until the edition ends.
  opens_on date,
  closes_on date,
  -- null: as many as come
  capacity integer check (capacity between 1 and 100000),
  categories text[] not null default '{member,partner,speaker,press}'
    check (cardinality(categories) >= 1 and categories <@ array['member', 'partner', 'speaker', 'press']),
  -- whether those who register choose sessions too
  takes_sessions boolean not null default true,
  information text not null default '' check (char_length(information) <= 5000),
  answers_erased_at timestamptz,
  revision integer not null default 1,
  check (closes_on is null or (opens_on is not null and closes_on >= opens_on))
);

-- Questions of the organisers' own. One that is removed keeps its answers.
create table registration_questions (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id) on delete cascade,
  kind text not null check (kind in ('short_text', 'long_text', 'one_of', 'several_of', 'yes_no')),
  label text not null check (char_length(label) between 1 and 300),
  hint text not null default '' check (char_length(hint) <= 500),
  required boolean not null default false,
  -- of 'one_of' and 'several_of'
  options text[] not null default '{}' check (cardinality(options) <= 30),
  position integer not null check (position >= 0),
  removed_at timestamptz,
  check ((kind in ('one_of', 'several_of')) = (cardinality(options) > 0))
);
create index registration_questions_edition on registration_questions (edition_id, position);

-- An organisation that registers several people; its contact manages them by a link.
create table delegations (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id) on delete cascade,
  organisation_name text not null check (char_length(organisation_name) between 1 and 200),
  contact_given_name text not null default '' check (char_length(contact_given_name) <= 100),
  contact_family_name text not null check (char_length(contact_family_name) between 1 and 100),
  contact_email text not null check (contact_email = lower(contact_email) and char_length(contact_email) <= 254),
  language text not null default 'fr' check (language in ('fr', 'es', 'pt', 'en')),
  created_at timestamptz not null default now()
);
create index delegations_edition on delegations (edition_id);

-- The order in which places are asked for. Numbers are taken under the lock on the edition's settings, so their order is
-- the order of service; somebody who comes back after cancelling takes a new one.
create sequence registration_queue;

create table registrations (
  id uuid primary key default uuidv7(),
  edition_id uuid not null references editions (id) on delete cascade,
  delegation_id uuid references delegations (id) on delete set null,
  -- Of the directory, when the address is somebody's, or once checked in: registering writes nothing into the directory.
  person_id uuid references people (id) on delete set null,
  came_as text not null default 'self' check (came_as in ('self', 'delegation', 'organiser', 'walk_in')),
  state text not null check (state in ('registered', 'waiting', 'cancelled')),
  category text not null check (category in ('member', 'partner', 'speaker', 'press')),
  given_name text not null default '' check (char_length(given_name) <= 100),
  family_name text not null check (char_length(family_name) between 1 and 100),
  name_key text not null,
  -- null: told in person or through the contact of a delegation
  email text check (email = lower(email) and char_length(email) <= 254),
  function text not null default '' check (char_length(function) <= 200),
  organisation_name text not null default '' check (char_length(organisation_name) <= 200),
  organisation_kind text not null default 'other' check (organisation_kind in ('commune', 'intercommunality', 'department', 'region', 'state', 'embassy', 'agency', 'university', 'network', 'association', 'company', 'other')),
  language text not null default 'fr' check (language in ('fr', 'es', 'pt', 'en')),
  -- printed as a QR code; who guesses nothing forges nothing
  badge_code text not null unique check (badge_code ~ '^[0-9A-Z]{24,40}$'),
  queue_number bigint not null default nextval('registration_queue'),
  created_at timestamptz not null default now(),
  promoted_at timestamptz,
  cancelled_at timestamptz,
  revision integer not null default 1,
  -- one registration for an address, and for a person; who comes back after cancelling takes up the same row
  unique (edition_id, email),
  unique (edition_id, person_id),
  check ((state = 'cancelled') = (cancelled_at is not null))
);
create index registrations_queue on registrations (edition_id, state, queue_number);
create index registrations_name on registrations (edition_id, name_key);
create index registrations_person on registrations (person_id) where person_id is not null;
create index registrations_delegation on registrations (delegation_id) where delegation_id is not null;

create table session_registrations (
  registration_id uuid not null references registrations (id) on delete cascade,
  meeting_id uuid not null references meetings (id) on delete cascade,
  -- whoever waits for the edition waits for its sessions too
  state text not null check (state in ('registered', 'waiting')),
  queue_number bigint not null default nextval('registration_queue'),
  created_at timestamptz not null default now(),
  primary key (registration_id, meeting_id)
);
create index session_registrations_queue on session_registrations (meeting_id, state, queue_number);

create table registration_answers (
  registration_id uuid not null references registrations (id) on delete cascade,
  question_id uuid not null references registration_questions (id) on delete cascade,
  -- of a text; else '' and what was chosen, in the words of the options then ('yes' or 'no' of 'yes_no')
  words text not null default '' check (char_length(words) <= 2000),
  chosen text[] not null default '{}' check (cardinality(chosen) <= 30),
  primary key (registration_id, question_id)
);
create index registration_answers_question on registration_answers (question_id);

-- What the contact of a delegation asked for, line by line. An address that was registered before gets its own mail and no
-- registration here (null), and its line says what a new one would: the contact does not learn who registered.
create table delegation_people (
  delegation_id uuid not null references delegations (id) on delete cascade,
  position integer not null check (position >= 0),
  registration_id uuid references registrations (id) on delete set null,
  given_name text not null default '' check (char_length(given_name) <= 100),
  family_name text not null check (char_length(family_name) between 1 and 100),
  has_address boolean not null,
  told text not null check (told in ('registered', 'waiting')),
  withdrawn_at timestamptz,
  primary key (delegation_id, position)
);
create index delegation_people_registration on delegation_people (registration_id) where registration_id is not null;

alter table link_tokens
  add registration_id uuid references registrations (id) on delete cascade,
  add delegation_id uuid references delegations (id) on delete cascade;
create index link_tokens_registration on link_tokens (registration_id) where registration_id is not null;
create index link_tokens_delegation on link_tokens (delegation_id) where delegation_id is not null;
