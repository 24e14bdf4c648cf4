-- ── date polls: which of these dates suits you? ──────────────────────────────────────────────────────────────
create table date_polls (
  -- also the id of the meeting that the poll becomes: a second choice finds it taken
  id uuid primary key default uuidv7(),
  slug text not null unique check (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and char_length(slug) <= 120),
  group_id uuid not null references groups on delete cascade,
  -- the question, and the title of the meeting
  question text not null check (char_length(question) between 1 and 300),
  title text not null check (char_length(title) between 1 and 300),
  message text not null default '' check (char_length(message) <= 5000),
  duration_minutes integer not null check (duration_minutes between 5 and 1440),
  time_zone text not null,
  place_name text not null default '' check (char_length(place_name) <= 200),
  place_address text not null default '' check (char_length(place_address) <= 500),
  online_url text not null default '' check (char_length(online_url) <= 2000),
  -- the last day on which votes are taken, in the poll's zone
  deadline date not null,
  -- the rule: so many organisations can come, and everybody who is required
  min_organisations integer not null default 0 check (min_organisations between 0 and 500),
  -- who sees who voted what
  votes_shown_to text not null default 'voters' check (votes_shown_to in ('voters', 'organisers')),
  comments boolean not null default true,
  revision integer not null default 1,
  created_by uuid references people on delete set null,
  created_at timestamptz not null,
  closed_at timestamptz,
  withdrawn_at timestamptz,
  settled_at timestamptz,
  meeting_id uuid unique references meetings on delete set null,
  -- the deadline that organisers were told of as passed
  told_deadline date,
  check (meeting_id is null or settled_at is not null),
  check (withdrawn_at is null or settled_at is null)
);
create index date_polls_group on date_polls (group_id, created_at desc);
create index date_polls_created_by on date_polls (created_by);
create index date_polls_waiting on date_polls (deadline) where closed_at is null and withdrawn_at is null and settled_at is null;

create table date_poll_voters (
  id uuid primary key default uuidv7(),
  poll_id uuid not null references date_polls on delete cascade,
  -- null: somebody who came by the guest link and is not in the directory; named by the columns below
  person_id uuid references people on delete cascade,
  given_name text not null default '' check (char_length(given_name) <= 100),
  family_name text not null default '' check (char_length(family_name) <= 100),
  organisation_name text not null default '' check (char_length(organisation_name) <= 200),
  email text not null default '' check (email = lower(email) and char_length(email) <= 254),
  language text not null default 'fr' check (language in ('fr', 'es', 'pt', 'en')),
  -- a member is asked as long as they are one; 'person' was named by an organiser; 'guest' came by the guest link
  came_as text not null check (came_as in ('member', 'person', 'guest')),
  -- no date suits without this person
  required boolean not null default false,
  comment text not null default '' check (char_length(comment) <= 2000),
  -- asked for an answer, at first and the last time
  asked_at timestamptz not null,
  reminded_at timestamptz,
  answered_at timestamptz,
  unique (poll_id, person_id),
  unique (poll_id, id),
  check ((person_id is null) = (email <> ''))
);
create unique index date_poll_voters_email on date_poll_voters (poll_id, email) where person_id is null;
create index date_poll_voters_person on date_poll_voters (person_id) where person_id is not null;

create table date_poll_options (
  id uuid primary key default uuidv7(),
  poll_id uuid not null references date_polls on delete cascade,
  day date not null,
  -- local hour in the poll's zone; null: the whole day
  starts time,
  -- 'proposed' by a voter, who waits for an organiser to offer it or not
  state text not null default 'offered' check (state in ('offered', 'proposed', 'declined')),
  proposed_by uuid references date_poll_voters on delete set null,
  created_at timestamptz not null,
  unique nulls not distinct (poll_id, day, starts),
  unique (poll_id, id)
);
create index date_poll_options_proposed_by on date_poll_options (proposed_by) where proposed_by is not null;

create table date_poll_votes (
  poll_id uuid not null,
  option_id uuid not null,
  voter_id uuid not null,
  vote text not null check (vote in ('yes', 'if_needed', 'no')),
  voted_at timestamptz not null,
  primary key (option_id, voter_id),
  foreign key (poll_id, option_id) references date_poll_options (poll_id, id) on delete cascade,
  foreign key (poll_id, voter_id) references date_poll_voters (poll_id, id) on delete cascade
);
create index date_poll_votes_voter on date_poll_votes (poll_id, voter_id);

alter table date_polls add column settled_option_id uuid;
alter table date_polls add foreign key (id, settled_option_id) references date_poll_options (poll_id, id);
alter table date_polls add check ((settled_option_id is null) = (settled_at is null));
create index date_polls_settled_option on date_polls (settled_option_id) where settled_option_id is not null;

-- A personal link of a voter, or (without a voter) the link by which guests ask for theirs.
alter table link_tokens drop constraint link_tokens_purpose_check;
alter table link_tokens
  add constraint link_tokens_purpose_check check (purpose in ('sign_in', 'answer', 'setup', 'review', 'follow_up', 'date_poll')),
  add column date_poll_id uuid references date_polls on delete cascade,
  add column date_poll_voter_id uuid references date_poll_voters on delete cascade;
create index link_tokens_date_poll on link_tokens (date_poll_id) where date_poll_id is not null;
create index link_tokens_date_poll_voter on link_tokens (date_poll_voter_id) where date_poll_voter_id is not null;
