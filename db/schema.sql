-- What the migrations make, for reading. Refresh with: npx vitest run tests/db -u

create table agenda_item_runs (
  agenda_item_id uuid not null,
  started_at timestamp with time zone not null,
  ended_at timestamp with time zone,
  spent_seconds integer not null default 0,
  added_minutes integer not null default 0
);
alter table agenda_item_runs add constraint agenda_item_runs_pkey PRIMARY KEY (agenda_item_id);
alter table agenda_item_runs add constraint agenda_item_runs_agenda_item_id_fkey FOREIGN KEY (agenda_item_id) REFERENCES agenda_items(id) ON DELETE CASCADE;
alter table agenda_item_runs add constraint agenda_item_runs_added_minutes_check CHECK (((added_minutes >= 0) AND (added_minutes <= 1440)));
alter table agenda_item_runs add constraint agenda_item_runs_spent_seconds_check CHECK ((spent_seconds >= 0));

create table agenda_items (
  id uuid not null default uuidv7(),
  meeting_id uuid not null,
  "position" integer not null,
  title text not null,
  kind text not null default 'discussion'::text,
  duration_minutes integer not null,
  summary text not null default ''::text,
  revision integer not null default 1,
  carried_from uuid,
  heading_id uuid
);
alter table agenda_items add constraint agenda_items_meeting_id_position_key UNIQUE (meeting_id, "position") DEFERRABLE INITIALLY DEFERRED;
alter table agenda_items add constraint agenda_items_pkey PRIMARY KEY (id);
alter table agenda_items add constraint agenda_items_carried_from_fkey FOREIGN KEY (carried_from) REFERENCES agenda_items(id) ON DELETE SET NULL;
alter table agenda_items add constraint agenda_items_heading_id_fkey FOREIGN KEY (heading_id) REFERENCES headings(id) ON DELETE SET NULL;
alter table agenda_items add constraint agenda_items_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE;
alter table agenda_items add constraint agenda_items_duration_minutes_check CHECK (((duration_minutes >= 0) AND (duration_minutes <= 1440)));
alter table agenda_items add constraint agenda_items_kind_check CHECK ((kind = ANY (ARRAY['opening'::text, 'information'::text, 'discussion'::text, 'decision'::text, 'break'::text, 'conclusion'::text])));
alter table agenda_items add constraint agenda_items_summary_check CHECK ((char_length(summary) <= 5000));
alter table agenda_items add constraint agenda_items_title_check CHECK (((char_length(title) >= 1) AND (char_length(title) <= 300)));
CREATE INDEX agenda_items_carried ON public.agenda_items USING btree (carried_from) WHERE (carried_from IS NOT NULL);
CREATE UNIQUE INDEX agenda_items_carried_once ON public.agenda_items USING btree (meeting_id, carried_from) WHERE (carried_from IS NOT NULL);
CREATE UNIQUE INDEX agenda_items_heading ON public.agenda_items USING btree (heading_id, meeting_id) WHERE (heading_id IS NOT NULL);

create table agenda_presenters (
  agenda_item_id uuid not null,
  person_id uuid not null,
  "position" integer not null default 0
);
alter table agenda_presenters add constraint agenda_presenters_pkey PRIMARY KEY (agenda_item_id, person_id);
alter table agenda_presenters add constraint agenda_presenters_agenda_item_id_fkey FOREIGN KEY (agenda_item_id) REFERENCES agenda_items(id) ON DELETE CASCADE;
alter table agenda_presenters add constraint agenda_presenters_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);
CREATE INDEX agenda_presenters_person ON public.agenda_presenters USING btree (person_id);

create table attendance_replies (
  attendance_id uuid not null,
  sequence integer not null,
  stamp timestamp with time zone not null,
  partstat text not null,
  comment text not null default ''::text,
  received_at timestamp with time zone not null
);
alter table attendance_replies add constraint attendance_replies_pkey PRIMARY KEY (attendance_id);
alter table attendance_replies add constraint attendance_replies_attendance_id_fkey FOREIGN KEY (attendance_id) REFERENCES attendances(id) ON DELETE CASCADE;
alter table attendance_replies add constraint attendance_replies_comment_check CHECK ((char_length(comment) <= 1000));
alter table attendance_replies add constraint attendance_replies_partstat_check CHECK ((partstat = ANY (ARRAY['ACCEPTED'::text, 'DECLINED'::text, 'TENTATIVE'::text])));

create table attendances (
  id uuid not null default uuidv7(),
  meeting_id uuid not null,
  person_id uuid not null,
  roles text[] not null default '{participant}'::text[],
  given_name text not null,
  family_name text not null,
  function text not null default ''::text,
  organisation_name text not null default ''::text,
  organisation_kind text not null default 'other'::text,
  answer text not null default 'none'::text,
  answered_at timestamp with time zone,
  answered_by uuid,
  substitute_name text not null default ''::text,
  substitute_function text not null default ''::text,
  checked_in_at timestamp with time zone,
  notes_access text not null default 'write'::text,
  invited_at timestamp with time zone,
  created_at timestamp with time zone not null default now(),
  place_assumed boolean not null default false
);
alter table attendances add constraint attendances_meeting_id_person_id_key UNIQUE (meeting_id, person_id);
alter table attendances add constraint attendances_pkey PRIMARY KEY (id);
alter table attendances add constraint attendances_answered_by_fkey FOREIGN KEY (answered_by) REFERENCES people(id) ON DELETE SET NULL;
alter table attendances add constraint attendances_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE;
alter table attendances add constraint attendances_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id);
alter table attendances add constraint attendances_answer_check CHECK ((answer = ANY (ARRAY['none'::text, 'in_person'::text, 'remote'::text, 'declined'::text, 'represented'::text])));
alter table attendances add constraint attendances_check CHECK (((answer = 'represented'::text) = (substitute_name <> ''::text)));
alter table attendances add constraint attendances_notes_access_check CHECK ((notes_access = ANY (ARRAY['write'::text, 'read'::text])));
alter table attendances add constraint attendances_roles_check CHECK ((roles <@ ARRAY['chair'::text, 'facilitator'::text, 'speaker'::text, 'participant'::text, 'interpreter'::text, 'organiser'::text, 'rapporteur'::text]));
alter table attendances add constraint attendances_substitute_function_check CHECK ((char_length(substitute_function) <= 200));
alter table attendances add constraint attendances_substitute_name_check CHECK ((char_length(substitute_name) <= 200));
CREATE INDEX attendances_person ON public.attendances USING btree (person_id);

create table audit_entries (
  id uuid not null default uuidv7(),
  at timestamp with time zone not null default now(),
  person_id uuid,
  action text not null,
  subject_type text not null,
  subject_id uuid,
  detail jsonb not null default '{}'::jsonb
);
alter table audit_entries add constraint audit_entries_pkey PRIMARY KEY (id);
alter table audit_entries add constraint audit_entries_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE SET NULL;
CREATE INDEX audit_entries_subject ON public.audit_entries USING btree (subject_type, subject_id, at DESC);

create table badge_prints (
  registration_id uuid not null,
  printed_at timestamp with time zone not null
);
alter table badge_prints add constraint badge_prints_pkey PRIMARY KEY (registration_id);
alter table badge_prints add constraint badge_prints_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registrations(id) ON DELETE CASCADE;

create table check_in_attendances (
  attendance_id uuid not null
);
alter table check_in_attendances add constraint check_in_attendances_pkey PRIMARY KEY (attendance_id);
alter table check_in_attendances add constraint check_in_attendances_attendance_id_fkey FOREIGN KEY (attendance_id) REFERENCES attendances(id) ON DELETE CASCADE;

create table check_in_doors (
  id uuid not null default uuidv7(),
  edition_id uuid not null,
  meeting_id uuid,
  name text not null,
  counts_out boolean not null default false,
  token_hash bytea not null,
  created_by uuid,
  created_at timestamp with time zone not null default now(),
  revoked_at timestamp with time zone
);
alter table check_in_doors add constraint check_in_doors_edition_id_id_key UNIQUE (edition_id, id);
alter table check_in_doors add constraint check_in_doors_token_hash_key UNIQUE (token_hash);
alter table check_in_doors add constraint check_in_doors_pkey PRIMARY KEY (id);
alter table check_in_doors add constraint check_in_doors_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id) ON DELETE SET NULL;
alter table check_in_doors add constraint check_in_doors_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE;
alter table check_in_doors add constraint check_in_doors_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE;
alter table check_in_doors add constraint check_in_doors_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 100)));
alter table check_in_doors add constraint check_in_doors_token_hash_check CHECK ((octet_length(token_hash) = 32));
CREATE INDEX check_in_doors_created_by ON public.check_in_doors USING btree (created_by) WHERE (created_by IS NOT NULL);
CREATE INDEX check_in_doors_edition ON public.check_in_doors USING btree (edition_id, created_at);
CREATE INDEX check_in_doors_meeting ON public.check_in_doors USING btree (meeting_id) WHERE (meeting_id IS NOT NULL);

create table check_in_events (
  id uuid not null,
  edition_id uuid not null,
  door_id uuid not null,
  meeting_id uuid,
  registration_id uuid,
  walk_in jsonb,
  phone_id uuid not null,
  kind text not null,
  at timestamp with time zone not null,
  phone_at timestamp with time zone not null,
  received_at timestamp with time zone not null,
  day date not null,
  warned boolean not null default false,
  standing text not null,
  outcome text,
  verdict text,
  decided_at timestamp with time zone,
  decided_by uuid,
  change bigint not null default nextval('check_in_changes'::regclass)
);
alter table check_in_events add constraint check_in_events_pkey PRIMARY KEY (id);
alter table check_in_events add constraint check_in_events_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id) ON DELETE SET NULL;
alter table check_in_events add constraint check_in_events_door_id_fkey FOREIGN KEY (door_id) REFERENCES check_in_doors(id) ON DELETE CASCADE;
alter table check_in_events add constraint check_in_events_edition_id_door_id_fkey FOREIGN KEY (edition_id, door_id) REFERENCES check_in_doors(edition_id, id) ON DELETE CASCADE;
alter table check_in_events add constraint check_in_events_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE;
alter table check_in_events add constraint check_in_events_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE;
alter table check_in_events add constraint check_in_events_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registrations(id) ON DELETE CASCADE;
alter table check_in_events add constraint check_in_events_check CHECK (((standing = 'taken'::text) = (outcome IS NOT NULL)));
alter table check_in_events add constraint check_in_events_check1 CHECK (((registration_id IS NOT NULL) OR ((walk_in IS NOT NULL) AND (standing <> 'taken'::text))));
alter table check_in_events add constraint check_in_events_kind_check CHECK ((kind = ANY (ARRAY['in'::text, 'out'::text])));
alter table check_in_events add constraint check_in_events_outcome_check CHECK ((outcome = ANY (ARRAY['counted'::text, 'repeated'::text, 'doubtful'::text])));
alter table check_in_events add constraint check_in_events_standing_check CHECK ((standing = ANY (ARRAY['taken'::text, 'held'::text, 'undone'::text, 'rejected'::text])));
alter table check_in_events add constraint check_in_events_verdict_check CHECK ((verdict = ANY (ARRAY['same_person'::text, 'copied'::text])));
CREATE INDEX check_in_events_change ON public.check_in_events USING btree (edition_id, change);
CREATE INDEX check_in_events_decided_by ON public.check_in_events USING btree (decided_by) WHERE (decided_by IS NOT NULL);
CREATE INDEX check_in_events_door ON public.check_in_events USING btree (door_id);
CREATE INDEX check_in_events_meeting ON public.check_in_events USING btree (meeting_id) WHERE (meeting_id IS NOT NULL);
CREATE INDEX check_in_events_place ON public.check_in_events USING btree (edition_id, meeting_id, day, registration_id, at);
CREATE INDEX check_in_events_registration ON public.check_in_events USING btree (registration_id);
CREATE INDEX check_in_events_to_check ON public.check_in_events USING btree (edition_id, at) WHERE ((standing = 'held'::text) OR ((outcome = 'doubtful'::text) AND (verdict IS NULL)));

create table check_in_phones (
  door_id uuid not null,
  phone_id uuid not null,
  seen_at timestamp with time zone not null,
  pending integer not null
);
alter table check_in_phones add constraint check_in_phones_pkey PRIMARY KEY (door_id, phone_id);
alter table check_in_phones add constraint check_in_phones_door_id_fkey FOREIGN KEY (door_id) REFERENCES check_in_doors(id) ON DELETE CASCADE;
alter table check_in_phones add constraint check_in_phones_pending_check CHECK (((pending >= 0) AND (pending <= 1000000)));

create table check_in_settings (
  edition_id uuid not null,
  salt bytea not null
);
alter table check_in_settings add constraint check_in_settings_pkey PRIMARY KEY (edition_id);
alter table check_in_settings add constraint check_in_settings_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE;
alter table check_in_settings add constraint check_in_settings_salt_check CHECK ((octet_length(salt) = 16));

create table complements (
  id uuid not null default uuidv7(),
  minutes_id uuid not null,
  review_id uuid,
  agenda_item_id uuid,
  block_id text,
  kind text not null,
  base_text text not null default ''::text,
  proposed jsonb,
  comment text not null default ''::text,
  author_id uuid,
  attendance_id uuid,
  author_name text not null,
  author_organisation text not null default ''::text,
  state text not null default 'open'::text,
  applied jsonb,
  reason text not null default ''::text,
  decided_at timestamp with time zone,
  decided_by uuid,
  decided_by_name text not null default ''::text,
  revision integer not null default 1,
  created_at timestamp with time zone not null
);
alter table complements add constraint complements_pkey PRIMARY KEY (id);
alter table complements add constraint complements_agenda_item_id_fkey FOREIGN KEY (agenda_item_id) REFERENCES agenda_items(id) ON DELETE SET NULL;
alter table complements add constraint complements_attendance_id_fkey FOREIGN KEY (attendance_id) REFERENCES attendances(id) ON DELETE SET NULL;
alter table complements add constraint complements_author_id_fkey FOREIGN KEY (author_id) REFERENCES people(id) ON DELETE SET NULL;
alter table complements add constraint complements_decided_by_fkey FOREIGN KEY (decided_by) REFERENCES people(id) ON DELETE SET NULL;
alter table complements add constraint complements_minutes_id_fkey FOREIGN KEY (minutes_id) REFERENCES minutes(id) ON DELETE CASCADE;
alter table complements add constraint complements_review_id_fkey FOREIGN KEY (review_id) REFERENCES reviews(id) ON DELETE CASCADE;
alter table complements add constraint complements_block_id_check CHECK ((char_length(block_id) <= 100));
alter table complements add constraint complements_check CHECK (((state = ANY (ARRAY['accepted'::text, 'refused'::text])) = (decided_at IS NOT NULL)));
alter table complements add constraint complements_comment_check CHECK ((char_length(comment) <= 5000));
alter table complements add constraint complements_kind_check CHECK ((kind = ANY (ARRAY['insert'::text, 'replace'::text, 'delete'::text, 'comment'::text, 'identity'::text])));
alter table complements add constraint complements_reason_check CHECK ((char_length(reason) <= 2000));
alter table complements add constraint complements_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'refused'::text, 'withdrawn'::text])));
CREATE INDEX complements_attendance ON public.complements USING btree (attendance_id) WHERE (attendance_id IS NOT NULL);
CREATE INDEX complements_item ON public.complements USING btree (agenda_item_id) WHERE (agenda_item_id IS NOT NULL);
CREATE INDEX complements_minutes ON public.complements USING btree (minutes_id, created_at);
CREATE INDEX complements_open ON public.complements USING btree (minutes_id) WHERE (state = 'open'::text);
CREATE INDEX complements_review ON public.complements USING btree (review_id) WHERE (review_id IS NOT NULL);

create table date_poll_options (
  id uuid not null default uuidv7(),
  poll_id uuid not null,
  day date not null,
  starts time without time zone,
  state text not null default 'offered'::text,
  proposed_by uuid,
  created_at timestamp with time zone not null
);
alter table date_poll_options add constraint date_poll_options_poll_id_day_starts_key UNIQUE NULLS NOT DISTINCT (poll_id, day, starts);
alter table date_poll_options add constraint date_poll_options_poll_id_id_key UNIQUE (poll_id, id);
alter table date_poll_options add constraint date_poll_options_pkey PRIMARY KEY (id);
alter table date_poll_options add constraint date_poll_options_poll_id_fkey FOREIGN KEY (poll_id) REFERENCES date_polls(id) ON DELETE CASCADE;
alter table date_poll_options add constraint date_poll_options_proposed_by_fkey FOREIGN KEY (proposed_by) REFERENCES date_poll_voters(id) ON DELETE SET NULL;
alter table date_poll_options add constraint date_poll_options_state_check CHECK ((state = ANY (ARRAY['offered'::text, 'proposed'::text, 'declined'::text])));
CREATE INDEX date_poll_options_proposed_by ON public.date_poll_options USING btree (proposed_by) WHERE (proposed_by IS NOT NULL);

create table date_poll_voters (
  id uuid not null default uuidv7(),
  poll_id uuid not null,
  person_id uuid,
  given_name text not null default ''::text,
  family_name text not null default ''::text,
  organisation_name text not null default ''::text,
  email text not null default ''::text,
  language text not null default 'fr'::text,
  came_as text not null,
  required boolean not null default false,
  comment text not null default ''::text,
  asked_at timestamp with time zone not null,
  reminded_at timestamp with time zone,
  answered_at timestamp with time zone
);
alter table date_poll_voters add constraint date_poll_voters_poll_id_id_key UNIQUE (poll_id, id);
alter table date_poll_voters add constraint date_poll_voters_poll_id_person_id_key UNIQUE (poll_id, person_id);
alter table date_poll_voters add constraint date_poll_voters_pkey PRIMARY KEY (id);
alter table date_poll_voters add constraint date_poll_voters_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table date_poll_voters add constraint date_poll_voters_poll_id_fkey FOREIGN KEY (poll_id) REFERENCES date_polls(id) ON DELETE CASCADE;
alter table date_poll_voters add constraint date_poll_voters_came_as_check CHECK ((came_as = ANY (ARRAY['member'::text, 'person'::text, 'guest'::text])));
alter table date_poll_voters add constraint date_poll_voters_check CHECK (((person_id IS NULL) = (email <> ''::text)));
alter table date_poll_voters add constraint date_poll_voters_comment_check CHECK ((char_length(comment) <= 2000));
alter table date_poll_voters add constraint date_poll_voters_email_check CHECK (((email = lower(email)) AND (char_length(email) <= 254)));
alter table date_poll_voters add constraint date_poll_voters_family_name_check CHECK ((char_length(family_name) <= 100));
alter table date_poll_voters add constraint date_poll_voters_given_name_check CHECK ((char_length(given_name) <= 100));
alter table date_poll_voters add constraint date_poll_voters_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'es'::text, 'pt'::text, 'en'::text])));
alter table date_poll_voters add constraint date_poll_voters_organisation_name_check CHECK ((char_length(organisation_name) <= 200));
CREATE UNIQUE INDEX date_poll_voters_email ON public.date_poll_voters USING btree (poll_id, email) WHERE (person_id IS NULL);
CREATE INDEX date_poll_voters_person ON public.date_poll_voters USING btree (person_id) WHERE (person_id IS NOT NULL);

create table date_poll_votes (
  poll_id uuid not null,
  option_id uuid not null,
  voter_id uuid not null,
  vote text not null,
  voted_at timestamp with time zone not null
);
alter table date_poll_votes add constraint date_poll_votes_pkey PRIMARY KEY (option_id, voter_id);
alter table date_poll_votes add constraint date_poll_votes_poll_id_option_id_fkey FOREIGN KEY (poll_id, option_id) REFERENCES date_poll_options(poll_id, id) ON DELETE CASCADE;
alter table date_poll_votes add constraint date_poll_votes_poll_id_voter_id_fkey FOREIGN KEY (poll_id, voter_id) REFERENCES date_poll_voters(poll_id, id) ON DELETE CASCADE;
alter table date_poll_votes add constraint date_poll_votes_vote_check CHECK ((vote = ANY (ARRAY['yes'::text, 'if_needed'::text, 'no'::text])));
CREATE INDEX date_poll_votes_voter ON public.date_poll_votes USING btree (poll_id, voter_id);

create table date_polls (
  id uuid not null default uuidv7(),
  slug text not null,
  group_id uuid not null,
  question text not null,
  title text not null,
  message text not null default ''::text,
  duration_minutes integer not null,
  time_zone text not null,
  place_name text not null default ''::text,
  place_address text not null default ''::text,
  online_url text not null default ''::text,
  deadline date not null,
  min_organisations integer not null default 0,
  votes_shown_to text not null default 'voters'::text,
  comments boolean not null default true,
  revision integer not null default 1,
  created_by uuid,
  created_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  withdrawn_at timestamp with time zone,
  settled_at timestamp with time zone,
  meeting_id uuid,
  told_deadline date,
  settled_option_id uuid
);
alter table date_polls add constraint date_polls_meeting_id_key UNIQUE (meeting_id);
alter table date_polls add constraint date_polls_slug_key UNIQUE (slug);
alter table date_polls add constraint date_polls_pkey PRIMARY KEY (id);
alter table date_polls add constraint date_polls_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id) ON DELETE SET NULL;
alter table date_polls add constraint date_polls_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups(id) ON DELETE CASCADE;
alter table date_polls add constraint date_polls_id_settled_option_id_fkey FOREIGN KEY (id, settled_option_id) REFERENCES date_poll_options(poll_id, id);
alter table date_polls add constraint date_polls_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE SET NULL;
alter table date_polls add constraint date_polls_check CHECK (((meeting_id IS NULL) OR (settled_at IS NOT NULL)));
alter table date_polls add constraint date_polls_check1 CHECK (((withdrawn_at IS NULL) OR (settled_at IS NULL)));
alter table date_polls add constraint date_polls_check2 CHECK (((settled_option_id IS NULL) = (settled_at IS NULL)));
alter table date_polls add constraint date_polls_duration_minutes_check CHECK (((duration_minutes >= 5) AND (duration_minutes <= 1440)));
alter table date_polls add constraint date_polls_message_check CHECK ((char_length(message) <= 5000));
alter table date_polls add constraint date_polls_min_organisations_check CHECK (((min_organisations >= 0) AND (min_organisations <= 500)));
alter table date_polls add constraint date_polls_online_url_check CHECK ((char_length(online_url) <= 2000));
alter table date_polls add constraint date_polls_place_address_check CHECK ((char_length(place_address) <= 500));
alter table date_polls add constraint date_polls_place_name_check CHECK ((char_length(place_name) <= 200));
alter table date_polls add constraint date_polls_question_check CHECK (((char_length(question) >= 1) AND (char_length(question) <= 300)));
alter table date_polls add constraint date_polls_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (char_length(slug) <= 120)));
alter table date_polls add constraint date_polls_title_check CHECK (((char_length(title) >= 1) AND (char_length(title) <= 300)));
alter table date_polls add constraint date_polls_votes_shown_to_check CHECK ((votes_shown_to = ANY (ARRAY['voters'::text, 'organisers'::text])));
CREATE INDEX date_polls_created_by ON public.date_polls USING btree (created_by);
CREATE INDEX date_polls_group ON public.date_polls USING btree (group_id, created_at DESC);
CREATE INDEX date_polls_settled_option ON public.date_polls USING btree (settled_option_id) WHERE (settled_option_id IS NOT NULL);
CREATE INDEX date_polls_waiting ON public.date_polls USING btree (deadline) WHERE ((closed_at IS NULL) AND (withdrawn_at IS NULL) AND (settled_at IS NULL));

create table delegation_people (
  delegation_id uuid not null,
  "position" integer not null,
  registration_id uuid,
  given_name text not null default ''::text,
  family_name text not null,
  has_address boolean not null,
  told text not null,
  withdrawn_at timestamp with time zone
);
alter table delegation_people add constraint delegation_people_pkey PRIMARY KEY (delegation_id, "position");
alter table delegation_people add constraint delegation_people_delegation_id_fkey FOREIGN KEY (delegation_id) REFERENCES delegations(id) ON DELETE CASCADE;
alter table delegation_people add constraint delegation_people_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registrations(id) ON DELETE SET NULL;
alter table delegation_people add constraint delegation_people_family_name_check CHECK (((char_length(family_name) >= 1) AND (char_length(family_name) <= 100)));
alter table delegation_people add constraint delegation_people_given_name_check CHECK ((char_length(given_name) <= 100));
alter table delegation_people add constraint delegation_people_position_check CHECK (("position" >= 0));
alter table delegation_people add constraint delegation_people_told_check CHECK ((told = ANY (ARRAY['registered'::text, 'waiting'::text])));
CREATE INDEX delegation_people_registration ON public.delegation_people USING btree (registration_id) WHERE (registration_id IS NOT NULL);

create table delegations (
  id uuid not null default uuidv7(),
  edition_id uuid not null,
  organisation_name text not null,
  contact_given_name text not null default ''::text,
  contact_family_name text not null,
  contact_email text not null,
  language text not null default 'fr'::text,
  created_at timestamp with time zone not null default now()
);
alter table delegations add constraint delegations_pkey PRIMARY KEY (id);
alter table delegations add constraint delegations_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE;
alter table delegations add constraint delegations_contact_email_check CHECK (((contact_email = lower(contact_email)) AND (char_length(contact_email) <= 254)));
alter table delegations add constraint delegations_contact_family_name_check CHECK (((char_length(contact_family_name) >= 1) AND (char_length(contact_family_name) <= 100)));
alter table delegations add constraint delegations_contact_given_name_check CHECK ((char_length(contact_given_name) <= 100));
alter table delegations add constraint delegations_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'es'::text, 'pt'::text, 'en'::text])));
alter table delegations add constraint delegations_organisation_name_check CHECK (((char_length(organisation_name) >= 1) AND (char_length(organisation_name) <= 200)));
CREATE INDEX delegations_edition ON public.delegations USING btree (edition_id);

create table demo_mails (
  id uuid not null default uuidv7(),
  received_at timestamp with time zone not null default now(),
  to_address text not null,
  subject text not null,
  raw bytea not null
);
alter table demo_mails add constraint demo_mails_pkey PRIMARY KEY (id);
CREATE INDEX demo_mails_time ON public.demo_mails USING btree (received_at DESC);

create table editions (
  id uuid not null default uuidv7(),
  slug text not null,
  group_id uuid not null,
  name text not null,
  summary text not null default ''::text,
  place text not null default ''::text,
  time_zone text not null default 'Europe/Paris'::text,
  starts_on date not null,
  ends_on date not null,
  created_at timestamp with time zone not null default now(),
  revision integer not null default 1,
  programme_revision integer not null default 1
);
alter table editions add constraint editions_slug_key UNIQUE (slug);
alter table editions add constraint editions_pkey PRIMARY KEY (id);
alter table editions add constraint editions_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups(id);
alter table editions add constraint editions_check CHECK ((ends_on >= starts_on));
alter table editions add constraint editions_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)));
alter table editions add constraint editions_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (char_length(slug) <= 80)));
alter table editions add constraint editions_summary_check CHECK ((char_length(summary) <= 5000));
CREATE INDEX editions_group ON public.editions USING btree (group_id);

create table failing_addresses (
  address text not null,
  failures integer not null default 1,
  reason text not null default ''::text,
  first_at timestamp with time zone not null,
  last_at timestamp with time zone not null
);
alter table failing_addresses add constraint failing_addresses_pkey PRIMARY KEY (address);
alter table failing_addresses add constraint failing_addresses_address_check CHECK ((address = lower(address)));
alter table failing_addresses add constraint failing_addresses_failures_check CHECK ((failures > 0));
alter table failing_addresses add constraint failing_addresses_reason_check CHECK ((reason = ANY (ARRAY[''::text, 'no_mailbox'::text, 'mailbox_full'::text, 'policy'::text, 'content'::text, 'later'::text, 'network'::text, 'login'::text, 'template'::text, 'failing_address'::text, 'other'::text])));

create table floor_requests (
  id uuid not null default uuidv7(),
  meeting_id uuid not null,
  attendance_id uuid not null,
  asked_at timestamp with time zone not null,
  given_at timestamp with time zone,
  withdrawn_at timestamp with time zone
);
alter table floor_requests add constraint floor_requests_pkey PRIMARY KEY (id);
alter table floor_requests add constraint floor_requests_attendance_id_fkey FOREIGN KEY (attendance_id) REFERENCES attendances(id) ON DELETE CASCADE;
alter table floor_requests add constraint floor_requests_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE;
alter table floor_requests add constraint floor_requests_check CHECK (((given_at IS NULL) OR (withdrawn_at IS NULL)));
CREATE INDEX floor_requests_attendance ON public.floor_requests USING btree (attendance_id);
CREATE INDEX floor_requests_meeting ON public.floor_requests USING btree (meeting_id, asked_at) WHERE ((given_at IS NULL) AND (withdrawn_at IS NULL));
CREATE UNIQUE INDEX floor_requests_waiting ON public.floor_requests USING btree (attendance_id) WHERE ((given_at IS NULL) AND (withdrawn_at IS NULL));

create table follow_ups (
  id uuid not null default uuidv7(),
  group_id uuid not null,
  meeting_id uuid not null,
  block_id text not null,
  kind text not null,
  number text not null,
  body text not null,
  owner_id uuid,
  owner_organisation_id uuid,
  owner_name text not null default ''::text,
  owner_public text not null default ''::text,
  due_on date,
  written_owner text not null default ''::text,
  written_due date,
  internal boolean not null default false,
  state text not null default 'open'::text,
  state_at timestamp with time zone,
  state_by uuid,
  state_before text,
  outcome text not null default ''::text,
  notified_at timestamp with time zone,
  confirmed_at timestamp with time zone,
  declined_at timestamp with time zone,
  asked_due date,
  owner_word text not null default ''::text,
  reminded_on date,
  revision integer not null default 1,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
alter table follow_ups add constraint follow_ups_meeting_id_block_id_key UNIQUE (meeting_id, block_id);
alter table follow_ups add constraint follow_ups_pkey PRIMARY KEY (id);
alter table follow_ups add constraint follow_ups_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups(id);
alter table follow_ups add constraint follow_ups_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE;
alter table follow_ups add constraint follow_ups_owner_id_fkey FOREIGN KEY (owner_id) REFERENCES people(id) ON DELETE SET NULL;
alter table follow_ups add constraint follow_ups_owner_organisation_id_fkey FOREIGN KEY (owner_organisation_id) REFERENCES organisations(id) ON DELETE SET NULL;
alter table follow_ups add constraint follow_ups_state_by_fkey FOREIGN KEY (state_by) REFERENCES people(id) ON DELETE SET NULL;
alter table follow_ups add constraint follow_ups_block_id_check CHECK ((char_length(block_id) <= 100));
alter table follow_ups add constraint follow_ups_check CHECK (((state = 'withdrawn'::text) = (state_before IS NOT NULL)));
alter table follow_ups add constraint follow_ups_kind_check CHECK ((kind = ANY (ARRAY['decision'::text, 'action'::text])));
alter table follow_ups add constraint follow_ups_outcome_check CHECK ((char_length(outcome) <= 2000));
alter table follow_ups add constraint follow_ups_owner_word_check CHECK ((char_length(owner_word) <= 500));
alter table follow_ups add constraint follow_ups_state_before_check CHECK ((state_before = ANY (ARRAY['open'::text, 'done'::text, 'dropped'::text])));
alter table follow_ups add constraint follow_ups_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'dropped'::text, 'withdrawn'::text])));
CREATE INDEX follow_ups_closed ON public.follow_ups USING btree (group_id, state_at DESC) WHERE ((state = ANY (ARRAY['done'::text, 'dropped'::text])) AND (kind = 'action'::text));
CREATE INDEX follow_ups_decisions ON public.follow_ups USING btree (group_id, created_at DESC) WHERE (kind = 'decision'::text);
CREATE INDEX follow_ups_group ON public.follow_ups USING btree (group_id, due_on) WHERE ((state = 'open'::text) AND (kind = 'action'::text));
CREATE INDEX follow_ups_organisation ON public.follow_ups USING btree (owner_organisation_id) WHERE (owner_organisation_id IS NOT NULL);
CREATE INDEX follow_ups_owner ON public.follow_ups USING btree (owner_id, due_on) WHERE ((state = 'open'::text) AND (kind = 'action'::text));
CREATE INDEX follow_ups_reminded ON public.follow_ups USING btree (owner_id, reminded_on) WHERE (reminded_on IS NOT NULL);
CREATE INDEX follow_ups_unsettled ON public.follow_ups USING btree (group_id, due_on) WHERE ((state = 'open'::text) AND (kind = 'action'::text) AND (((owner_id IS NULL) AND (owner_organisation_id IS NULL) AND (owner_name = ''::text)) OR (due_on IS NULL) OR (declined_at IS NOT NULL) OR (asked_due IS NOT NULL)));
CREATE INDEX follow_ups_untold ON public.follow_ups USING btree (group_id, owner_id) WHERE ((state = 'open'::text) AND (kind = 'action'::text) AND (owner_id IS NOT NULL) AND (notified_at IS NULL) AND (confirmed_at IS NULL) AND (declined_at IS NULL));

create table group_styles (
  group_id uuid not null,
  logo bytea,
  logo_type text,
  logo_alt text not null default ''::text,
  colour text,
  footer text not null default ''::text,
  revision integer not null default 1,
  updated_at timestamp with time zone not null default now()
);
alter table group_styles add constraint group_styles_pkey PRIMARY KEY (group_id);
alter table group_styles add constraint group_styles_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups(id) ON DELETE CASCADE;
alter table group_styles add constraint group_styles_check CHECK (((logo IS NULL) = (logo_type IS NULL)));
alter table group_styles add constraint group_styles_colour_check CHECK ((colour ~ '^#[0-9a-f]{6}$'::text));
alter table group_styles add constraint group_styles_footer_check CHECK ((char_length(footer) <= 300));
alter table group_styles add constraint group_styles_logo_alt_check CHECK ((char_length(logo_alt) <= 200));
alter table group_styles add constraint group_styles_logo_type_check CHECK ((logo_type = ANY (ARRAY['image/png'::text, 'image/jpeg'::text, 'image/svg+xml'::text])));

create table groups (
  id uuid not null default uuidv7(),
  slug text not null,
  name text not null,
  kind text not null,
  country character(2),
  description text not null default ''::text,
  visibility text not null default 'public'::text,
  time_zone text not null default 'Europe/Paris'::text,
  revision integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now()
);
alter table groups add constraint groups_slug_key UNIQUE (slug);
alter table groups add constraint groups_pkey PRIMARY KEY (id);
alter table groups add constraint groups_description_check CHECK ((char_length(description) <= 5000));
alter table groups add constraint groups_kind_check CHECK ((kind = ANY (ARRAY['network'::text, 'country'::text, 'thematic'::text])));
alter table groups add constraint groups_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)));
alter table groups add constraint groups_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (char_length(slug) <= 80)));
alter table groups add constraint groups_visibility_check CHECK ((visibility = ANY (ARRAY['public'::text, 'members'::text])));

create table headings (
  id uuid not null default uuidv7(),
  edition_id uuid not null,
  "position" integer not null,
  title text not null,
  kind text not null,
  duration_minutes integer not null default 0,
  summary text not null default ''::text
);
alter table headings add constraint headings_edition_id_position_key UNIQUE (edition_id, "position") DEFERRABLE INITIALLY DEFERRED;
alter table headings add constraint headings_pkey PRIMARY KEY (id);
alter table headings add constraint headings_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE;
alter table headings add constraint headings_duration_minutes_check CHECK (((duration_minutes >= 0) AND (duration_minutes <= 1440)));
alter table headings add constraint headings_kind_check CHECK ((kind = ANY (ARRAY['opening'::text, 'information'::text, 'discussion'::text, 'decision'::text, 'break'::text, 'conclusion'::text])));
alter table headings add constraint headings_summary_check CHECK ((char_length(summary) <= 5000));
alter table headings add constraint headings_title_check CHECK (((char_length(title) >= 1) AND (char_length(title) <= 300)));
CREATE UNIQUE INDEX headings_title ON public.headings USING btree (edition_id, lower(title));

create table imports (
  id uuid not null default uuidv7(),
  group_id uuid not null,
  file_name text not null,
  draft jsonb not null,
  state text not null default 'open'::text,
  meeting_id uuid,
  revision integer not null default 1,
  created_by uuid,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);
alter table imports add constraint imports_pkey PRIMARY KEY (id);
alter table imports add constraint imports_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id) ON DELETE SET NULL;
alter table imports add constraint imports_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups(id) ON DELETE CASCADE;
alter table imports add constraint imports_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE SET NULL;
alter table imports add constraint imports_file_name_check CHECK ((char_length(file_name) <= 255));
alter table imports add constraint imports_state_check CHECK ((state = ANY (ARRAY['open'::text, 'done'::text, 'dropped'::text])));
CREATE INDEX imports_group ON public.imports USING btree (group_id, created_at DESC);
CREATE INDEX imports_meeting ON public.imports USING btree (meeting_id) WHERE (meeting_id IS NOT NULL);

create table inbox_mails (
  id uuid not null default uuidv7(),
  sha256 bytea not null,
  received_at timestamp with time zone not null,
  door text not null,
  message_id text not null default ''::text,
  from_address text not null default ''::text,
  from_name text not null default ''::text,
  subject text not null default ''::text,
  excerpt text not null default ''::text,
  kind text not null,
  outcome text not null,
  detail text not null default ''::text,
  meeting_id uuid,
  attendance_id uuid
);
alter table inbox_mails add constraint inbox_mails_sha256_key UNIQUE (sha256);
alter table inbox_mails add constraint inbox_mails_pkey PRIMARY KEY (id);
alter table inbox_mails add constraint inbox_mails_attendance_id_fkey FOREIGN KEY (attendance_id) REFERENCES attendances(id) ON DELETE SET NULL;
alter table inbox_mails add constraint inbox_mails_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE SET NULL;
alter table inbox_mails add constraint inbox_mails_detail_check CHECK ((char_length(detail) <= 500));
alter table inbox_mails add constraint inbox_mails_door_check CHECK ((door = ANY (ARRAY['imap'::text, 'push'::text, 'demo'::text])));
alter table inbox_mails add constraint inbox_mails_excerpt_check CHECK ((char_length(excerpt) <= 2000));
alter table inbox_mails add constraint inbox_mails_from_address_check CHECK ((char_length(from_address) <= 320));
alter table inbox_mails add constraint inbox_mails_from_name_check CHECK ((char_length(from_name) <= 200));
alter table inbox_mails add constraint inbox_mails_kind_check CHECK ((kind = ANY (ARRAY['reply'::text, 'counter'::text, 'bounce'::text, 'auto_reply'::text, 'list'::text, 'other'::text])));
alter table inbox_mails add constraint inbox_mails_message_id_check CHECK ((char_length(message_id) <= 998));
alter table inbox_mails add constraint inbox_mails_outcome_check CHECK ((outcome = ANY (ARRAY['recorded'::text, 'repeated'::text, 'late'::text, 'unproven'::text, 'unknown_meeting'::text, 'not_invited'::text, 'started'::text, 'cancelled'::text, 'not_announced'::text, 'delegated'::text, 'unreadable'::text, 'too_large'::text, 'bounce_recorded'::text, 'kept'::text])));
alter table inbox_mails add constraint inbox_mails_sha256_check CHECK ((octet_length(sha256) = 32));
alter table inbox_mails add constraint inbox_mails_subject_check CHECK ((char_length(subject) <= 300));
CREATE INDEX inbox_mails_attendance ON public.inbox_mails USING btree (attendance_id) WHERE (attendance_id IS NOT NULL);
CREATE INDEX inbox_mails_meeting ON public.inbox_mails USING btree (meeting_id) WHERE (meeting_id IS NOT NULL);
CREATE INDEX inbox_mails_received ON public.inbox_mails USING btree (received_at DESC, id DESC);

create table link_tokens (
  hash bytea not null,
  purpose text not null,
  person_id uuid,
  attendance_id uuid,
  created_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  follow_up_id uuid,
  date_poll_id uuid,
  date_poll_voter_id uuid,
  edition_id uuid,
  registration_id uuid,
  delegation_id uuid
);
alter table link_tokens add constraint link_tokens_pkey PRIMARY KEY (hash);
alter table link_tokens add constraint link_tokens_attendance_id_fkey FOREIGN KEY (attendance_id) REFERENCES attendances(id) ON DELETE CASCADE;
alter table link_tokens add constraint link_tokens_date_poll_id_fkey FOREIGN KEY (date_poll_id) REFERENCES date_polls(id) ON DELETE CASCADE;
alter table link_tokens add constraint link_tokens_date_poll_voter_id_fkey FOREIGN KEY (date_poll_voter_id) REFERENCES date_poll_voters(id) ON DELETE CASCADE;
alter table link_tokens add constraint link_tokens_delegation_id_fkey FOREIGN KEY (delegation_id) REFERENCES delegations(id) ON DELETE CASCADE;
alter table link_tokens add constraint link_tokens_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE;
alter table link_tokens add constraint link_tokens_follow_up_id_fkey FOREIGN KEY (follow_up_id) REFERENCES follow_ups(id) ON DELETE CASCADE;
alter table link_tokens add constraint link_tokens_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table link_tokens add constraint link_tokens_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registrations(id) ON DELETE CASCADE;
alter table link_tokens add constraint link_tokens_purpose_check CHECK ((purpose = ANY (ARRAY['sign_in'::text, 'answer'::text, 'setup'::text, 'review'::text, 'follow_up'::text, 'date_poll'::text, 'registration'::text, 'speaker'::text, 'check_in'::text])));
CREATE INDEX link_tokens_attendance ON public.link_tokens USING btree (attendance_id) WHERE (attendance_id IS NOT NULL);
CREATE INDEX link_tokens_date_poll ON public.link_tokens USING btree (date_poll_id) WHERE (date_poll_id IS NOT NULL);
CREATE INDEX link_tokens_date_poll_voter ON public.link_tokens USING btree (date_poll_voter_id) WHERE (date_poll_voter_id IS NOT NULL);
CREATE INDEX link_tokens_delegation ON public.link_tokens USING btree (delegation_id) WHERE (delegation_id IS NOT NULL);
CREATE INDEX link_tokens_edition ON public.link_tokens USING btree (edition_id) WHERE (edition_id IS NOT NULL);
CREATE INDEX link_tokens_follow_up ON public.link_tokens USING btree (follow_up_id) WHERE (follow_up_id IS NOT NULL);
CREATE INDEX link_tokens_person ON public.link_tokens USING btree (person_id, purpose);
CREATE INDEX link_tokens_registration ON public.link_tokens USING btree (registration_id) WHERE (registration_id IS NOT NULL);

create table live_poll_options (
  id uuid not null default uuidv7(),
  poll_id uuid not null,
  "position" integer not null,
  label text not null
);
alter table live_poll_options add constraint live_poll_options_poll_id_id_key UNIQUE (poll_id, id);
alter table live_poll_options add constraint live_poll_options_poll_id_position_key UNIQUE (poll_id, "position");
alter table live_poll_options add constraint live_poll_options_pkey PRIMARY KEY (id);
alter table live_poll_options add constraint live_poll_options_poll_id_fkey FOREIGN KEY (poll_id) REFERENCES live_polls(id) ON DELETE CASCADE;
alter table live_poll_options add constraint live_poll_options_label_check CHECK (((char_length(label) >= 1) AND (char_length(label) <= 200)));

create table live_poll_votes (
  poll_id uuid not null,
  person_id uuid not null,
  option_id uuid not null,
  voted_at timestamp with time zone not null
);
alter table live_poll_votes add constraint live_poll_votes_pkey PRIMARY KEY (poll_id, person_id);
alter table live_poll_votes add constraint live_poll_votes_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table live_poll_votes add constraint live_poll_votes_poll_id_fkey FOREIGN KEY (poll_id) REFERENCES live_polls(id) ON DELETE CASCADE;
alter table live_poll_votes add constraint live_poll_votes_poll_id_option_id_fkey FOREIGN KEY (poll_id, option_id) REFERENCES live_poll_options(poll_id, id) ON DELETE CASCADE;
CREATE INDEX live_poll_votes_option ON public.live_poll_votes USING btree (poll_id, option_id);

create table live_polls (
  id uuid not null default uuidv7(),
  meeting_id uuid not null,
  agenda_item_id uuid,
  question text not null,
  opened_at timestamp with time zone not null,
  opened_by uuid,
  closed_at timestamp with time zone,
  inserted_at timestamp with time zone
);
alter table live_polls add constraint live_polls_pkey PRIMARY KEY (id);
alter table live_polls add constraint live_polls_agenda_item_id_fkey FOREIGN KEY (agenda_item_id) REFERENCES agenda_items(id) ON DELETE SET NULL;
alter table live_polls add constraint live_polls_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE;
alter table live_polls add constraint live_polls_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES people(id) ON DELETE SET NULL;
alter table live_polls add constraint live_polls_check CHECK (((inserted_at IS NULL) OR (closed_at IS NOT NULL)));
alter table live_polls add constraint live_polls_question_check CHECK (((char_length(question) >= 1) AND (char_length(question) <= 300)));
CREATE INDEX live_polls_meeting ON public.live_polls USING btree (meeting_id, opened_at DESC);
CREATE UNIQUE INDEX live_polls_open ON public.live_polls USING btree (meeting_id) WHERE (closed_at IS NULL);

create table mail_digests (
  id uuid not null default uuidv7(),
  to_address text not null,
  day date not null,
  made_at timestamp with time zone not null
);
alter table mail_digests add constraint mail_digests_to_address_day_key UNIQUE (to_address, day);
alter table mail_digests add constraint mail_digests_pkey PRIMARY KEY (id);
CREATE INDEX mail_digests_made ON public.mail_digests USING btree (made_at);

create table mail_pace (
  key text not null,
  free_at timestamp with time zone not null
);
alter table mail_pace add constraint mail_pace_pkey PRIMARY KEY (key);
CREATE INDEX mail_pace_free ON public.mail_pace USING btree (free_at);

create table mail_preferences (
  reader_id uuid not null,
  kind text not null,
  delivery text not null,
  before text,
  changed_at timestamp with time zone not null
);
alter table mail_preferences add constraint mail_preferences_pkey PRIMARY KEY (reader_id, kind);
alter table mail_preferences add constraint mail_preferences_reader_id_fkey FOREIGN KEY (reader_id) REFERENCES mail_readers(id) ON DELETE CASCADE;
alter table mail_preferences add constraint mail_preferences_before_check CHECK ((before = ANY (ARRAY['now'::text, 'digest'::text])));
alter table mail_preferences add constraint mail_preferences_delivery_check CHECK ((delivery = ANY (ARRAY['now'::text, 'digest'::text, 'never'::text])));
alter table mail_preferences add constraint mail_preferences_kind_check CHECK ((kind = ANY (ARRAY['invitations'::text, 'reminders'::text, 'minutes'::text, 'reviews'::text, 'follow_ups'::text, 'date_polls'::text, 'digest'::text])));

create table mail_readers (
  id uuid not null default uuidv7(),
  person_id uuid,
  address text,
  digest_hour smallint not null default 8,
  calendar_parts boolean not null default true,
  reminder_leads text[],
  revision integer not null default 1,
  changed_at timestamp with time zone not null
);
alter table mail_readers add constraint mail_readers_address_key UNIQUE (address);
alter table mail_readers add constraint mail_readers_person_id_key UNIQUE (person_id);
alter table mail_readers add constraint mail_readers_pkey PRIMARY KEY (id);
alter table mail_readers add constraint mail_readers_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table mail_readers add constraint mail_readers_address_check CHECK (((address = lower(address)) AND ((char_length(address) >= 3) AND (char_length(address) <= 254))));
alter table mail_readers add constraint mail_readers_check CHECK ((num_nonnulls(person_id, address) = 1));
alter table mail_readers add constraint mail_readers_digest_hour_check CHECK (((digest_hour >= 0) AND (digest_hour <= 23)));
alter table mail_readers add constraint mail_readers_reminder_leads_check CHECK ((reminder_leads <@ ARRAY['week'::text, 'day'::text, 'hour'::text]));

create table mailing_list_addresses (
  list_id uuid not null,
  address text not null,
  name text not null default ''::text
);
alter table mailing_list_addresses add constraint mailing_list_addresses_pkey PRIMARY KEY (list_id, address);
alter table mailing_list_addresses add constraint mailing_list_addresses_list_id_fkey FOREIGN KEY (list_id) REFERENCES mailing_lists(id) ON DELETE CASCADE;
alter table mailing_list_addresses add constraint mailing_list_addresses_address_check CHECK (((address = lower(address)) AND (char_length(address) <= 254)));
alter table mailing_list_addresses add constraint mailing_list_addresses_name_check CHECK ((char_length(name) <= 200));

create table mailing_lists (
  id uuid not null default uuidv7(),
  group_id uuid not null,
  name text not null,
  revision integer not null default 1,
  created_at timestamp with time zone not null default now()
);
alter table mailing_lists add constraint mailing_lists_pkey PRIMARY KEY (id);
alter table mailing_lists add constraint mailing_lists_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups(id) ON DELETE CASCADE;
alter table mailing_lists add constraint mailing_lists_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 120)));
CREATE INDEX mailing_lists_group ON public.mailing_lists USING btree (group_id);

create table meeting_countries (
  meeting_id uuid not null,
  country character(2) not null
);
alter table meeting_countries add constraint meeting_countries_pkey PRIMARY KEY (meeting_id, country);
alter table meeting_countries add constraint meeting_countries_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE;
CREATE INDEX meeting_countries_country ON public.meeting_countries USING btree (country);

create table meeting_reminders (
  meeting_id uuid not null,
  leads text[] not null,
  changed_at timestamp with time zone not null
);
alter table meeting_reminders add constraint meeting_reminders_pkey PRIMARY KEY (meeting_id);
alter table meeting_reminders add constraint meeting_reminders_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE;
alter table meeting_reminders add constraint meeting_reminders_leads_check CHECK ((leads <@ ARRAY['week'::text, 'day'::text, 'hour'::text]));

create table meeting_runs (
  meeting_id uuid not null,
  agenda_item_id uuid,
  running_since timestamp with time zone,
  started_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  closed_by uuid,
  revision integer not null default 1
);
alter table meeting_runs add constraint meeting_runs_pkey PRIMARY KEY (meeting_id);
alter table meeting_runs add constraint meeting_runs_agenda_item_id_fkey FOREIGN KEY (agenda_item_id) REFERENCES agenda_items(id) ON DELETE SET NULL;
alter table meeting_runs add constraint meeting_runs_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES people(id) ON DELETE SET NULL;
alter table meeting_runs add constraint meeting_runs_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE;
alter table meeting_runs add constraint meeting_runs_check CHECK (((running_since IS NULL) OR (closed_at IS NULL)));

create table meeting_themes (
  meeting_id uuid not null,
  theme_id uuid not null
);
alter table meeting_themes add constraint meeting_themes_pkey PRIMARY KEY (meeting_id, theme_id);
alter table meeting_themes add constraint meeting_themes_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE;
alter table meeting_themes add constraint meeting_themes_theme_id_fkey FOREIGN KEY (theme_id) REFERENCES themes(id);
CREATE INDEX meeting_themes_theme ON public.meeting_themes USING btree (theme_id);

create table meetings (
  id uuid not null default uuidv7(),
  slug text not null,
  group_id uuid not null,
  edition_id uuid,
  kind text not null,
  title text not null,
  summary text not null default ''::text,
  status text not null default 'draft'::text,
  visibility text not null default 'public'::text,
  edtf text not null,
  time_zone text not null,
  during tstzrange,
  place_name text not null default ''::text,
  place_address text not null default ''::text,
  place_access text not null default ''::text,
  online_url text not null default ''::text,
  cancel_reason text not null default ''::text,
  sequence integer not null default 0,
  revision integer not null default 1,
  changed_at timestamp with time zone not null default now(),
  created_by uuid,
  created_at timestamp with time zone not null default now(),
  cancelled_at timestamp with time zone,
  series_id uuid,
  series_on date,
  series_edtf text,
  moved_from_edtf text,
  moved_from_zone text,
  room_id uuid,
  track_id uuid,
  languages text[] not null default '{}'::text[],
  capacity integer,
  notes_open_at timestamp with time zone
);
alter table meetings add constraint meetings_series_day UNIQUE (series_id, series_on);
alter table meetings add constraint meetings_slug_key UNIQUE (slug);
alter table meetings add constraint meetings_pkey PRIMARY KEY (id);
alter table meetings add constraint meetings_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id) ON DELETE SET NULL;
alter table meetings add constraint meetings_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id);
alter table meetings add constraint meetings_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups(id);
alter table meetings add constraint meetings_room FOREIGN KEY (edition_id, room_id) REFERENCES rooms(edition_id, id);
alter table meetings add constraint meetings_series_id_fkey FOREIGN KEY (series_id) REFERENCES series(id);
alter table meetings add constraint meetings_track FOREIGN KEY (edition_id, track_id) REFERENCES tracks(edition_id, id) ON DELETE SET NULL (track_id);
alter table meetings add constraint meetings_cancel_reason_check CHECK ((char_length(cancel_reason) <= 2000));
alter table meetings add constraint meetings_capacity_check CHECK (((capacity >= 1) AND (capacity <= 100000)));
alter table meetings add constraint meetings_kind_check CHECK ((kind = ANY (ARRAY['group_meeting'::text, 'session'::text, 'thematic'::text, 'webinar'::text, 'other'::text])));
alter table meetings add constraint meetings_languages_check CHECK ((cardinality(languages) <= 10));
alter table meetings add constraint meetings_moved_whole CHECK (((moved_from_edtf IS NULL) = (moved_from_zone IS NULL)));
alter table meetings add constraint meetings_online_url_check CHECK ((char_length(online_url) <= 2000));
alter table meetings add constraint meetings_place_access_check CHECK ((char_length(place_access) <= 2000));
alter table meetings add constraint meetings_place_address_check CHECK ((char_length(place_address) <= 500));
alter table meetings add constraint meetings_place_name_check CHECK ((char_length(place_name) <= 200));
alter table meetings add constraint meetings_room_of_edition CHECK (((edition_id IS NOT NULL) OR ((room_id IS NULL) AND (track_id IS NULL))));
alter table meetings add constraint meetings_series_whole CHECK ((((series_id IS NULL) = (series_on IS NULL)) AND ((series_id IS NULL) = (series_edtf IS NULL))));
alter table meetings add constraint meetings_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (char_length(slug) <= 120)));
alter table meetings add constraint meetings_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'scheduled'::text, 'cancelled'::text])));
alter table meetings add constraint meetings_summary_check CHECK ((char_length(summary) <= 10000));
alter table meetings add constraint meetings_title_check CHECK (((char_length(title) >= 1) AND (char_length(title) <= 300)));
alter table meetings add constraint meetings_visibility_check CHECK ((visibility = ANY (ARRAY['public'::text, 'members'::text])));
CREATE INDEX meetings_edition ON public.meetings USING btree (edition_id, lower(during)) WHERE (edition_id IS NOT NULL);
CREATE INDEX meetings_group ON public.meetings USING btree (group_id, lower(during) DESC);
CREATE INDEX meetings_kind ON public.meetings USING btree (kind, lower(during));
CREATE INDEX meetings_time ON public.meetings USING btree (lower(during)) WHERE (status <> 'draft'::text);
CREATE INDEX meetings_words ON public.meetings USING gin (meeting_words(title, summary, place_name));

create table memberships (
  group_id uuid not null,
  person_id uuid not null,
  role text not null,
  joined_at timestamp with time zone not null default now()
);
alter table memberships add constraint memberships_pkey PRIMARY KEY (group_id, person_id);
alter table memberships add constraint memberships_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups(id) ON DELETE CASCADE;
alter table memberships add constraint memberships_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table memberships add constraint memberships_role_check CHECK ((role = ANY (ARRAY['organiser'::text, 'member'::text, 'observer'::text])));
CREATE INDEX memberships_person ON public.memberships USING btree (person_id);

create table minutes (
  id uuid not null default uuidv7(),
  meeting_id uuid not null,
  state text not null default 'draft'::text,
  highlights text[],
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now(),
  state_at timestamp with time zone not null default now(),
  state_by uuid,
  attribution text not null default 'name'::text,
  approved_sha256 bytea
);
alter table minutes add constraint minutes_meeting_id_key UNIQUE (meeting_id);
alter table minutes add constraint minutes_pkey PRIMARY KEY (id);
alter table minutes add constraint minutes_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id);
alter table minutes add constraint minutes_state_by_fkey FOREIGN KEY (state_by) REFERENCES people(id) ON DELETE SET NULL;
alter table minutes add constraint minutes_attribution_check CHECK ((attribution = ANY (ARRAY['name'::text, 'organisation'::text, 'none'::text, 'internal'::text])));
alter table minutes add constraint minutes_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'in_review'::text, 'approved'::text, 'published'::text])));

create table minutes_attributions (
  minutes_id uuid not null,
  block_id text not null,
  level text not null,
  set_by uuid,
  set_at timestamp with time zone not null
);
alter table minutes_attributions add constraint minutes_attributions_pkey PRIMARY KEY (minutes_id, block_id);
alter table minutes_attributions add constraint minutes_attributions_minutes_id_fkey FOREIGN KEY (minutes_id) REFERENCES minutes(id) ON DELETE CASCADE;
alter table minutes_attributions add constraint minutes_attributions_set_by_fkey FOREIGN KEY (set_by) REFERENCES people(id) ON DELETE SET NULL;
alter table minutes_attributions add constraint minutes_attributions_block_id_check CHECK ((char_length(block_id) <= 100));
alter table minutes_attributions add constraint minutes_attributions_level_check CHECK ((level = ANY (ARRAY['name'::text, 'organisation'::text, 'none'::text, 'internal'::text])));

create table minutes_files (
  minutes_id uuid not null,
  number integer not null,
  edition text not null,
  format text not null,
  state text not null default 'queued'::text,
  fault text not null default ''::text,
  body bytea,
  sha256 bytea,
  pages integer,
  queued_at timestamp with time zone not null,
  finished_at timestamp with time zone
);
alter table minutes_files add constraint minutes_files_pkey PRIMARY KEY (minutes_id, number, edition, format);
alter table minutes_files add constraint minutes_files_minutes_id_number_fkey FOREIGN KEY (minutes_id, number) REFERENCES minutes_versions(minutes_id, number) ON DELETE CASCADE;
alter table minutes_files add constraint minutes_files_check CHECK (((state = 'ready'::text) = (body IS NOT NULL)));
alter table minutes_files add constraint minutes_files_edition_check CHECK ((edition = ANY (ARRAY['public'::text, 'internal'::text])));
alter table minutes_files add constraint minutes_files_format_check CHECK ((format = ANY (ARRAY['pdf'::text, 'docx'::text, 'odt'::text])));
alter table minutes_files add constraint minutes_files_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'rendering'::text, 'ready'::text, 'failed'::text])));
CREATE INDEX minutes_files_unfinished ON public.minutes_files USING btree (minutes_id, number) WHERE (state = ANY (ARRAY['queued'::text, 'rendering'::text]));

create table minutes_readings (
  person_id uuid not null,
  minutes_id uuid not null,
  number integer not null,
  read_at timestamp with time zone not null
);
alter table minutes_readings add constraint minutes_readings_pkey PRIMARY KEY (person_id, minutes_id);
alter table minutes_readings add constraint minutes_readings_minutes_id_fkey FOREIGN KEY (minutes_id) REFERENCES minutes(id) ON DELETE CASCADE;
alter table minutes_readings add constraint minutes_readings_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
CREATE INDEX minutes_readings_minutes ON public.minutes_readings USING btree (minutes_id);

create table minutes_sendings (
  id uuid not null default uuidv7(),
  minutes_id uuid not null,
  number integer not null,
  sent_at timestamp with time zone not null,
  sent_by uuid,
  recipients integer not null
);
alter table minutes_sendings add constraint minutes_sendings_pkey PRIMARY KEY (id);
alter table minutes_sendings add constraint minutes_sendings_minutes_id_fkey FOREIGN KEY (minutes_id) REFERENCES minutes(id) ON DELETE CASCADE;
alter table minutes_sendings add constraint minutes_sendings_sent_by_fkey FOREIGN KEY (sent_by) REFERENCES people(id) ON DELETE SET NULL;
CREATE INDEX minutes_sendings_minutes ON public.minutes_sendings USING btree (minutes_id, sent_at DESC);

create table minutes_set_aside (
  minutes_id uuid not null,
  rule text not null,
  fingerprint text not null,
  by uuid,
  at timestamp with time zone not null
);
alter table minutes_set_aside add constraint minutes_set_aside_pkey PRIMARY KEY (minutes_id, fingerprint);
alter table minutes_set_aside add constraint minutes_set_aside_by_fkey FOREIGN KEY (by) REFERENCES people(id) ON DELETE SET NULL;
alter table minutes_set_aside add constraint minutes_set_aside_minutes_id_fkey FOREIGN KEY (minutes_id) REFERENCES minutes(id) ON DELETE CASCADE;
alter table minutes_set_aside add constraint minutes_set_aside_fingerprint_check CHECK ((fingerprint ~ '^[0-9a-f]{64}$'::text));
alter table minutes_set_aside add constraint minutes_set_aside_rule_check CHECK ((char_length(rule) <= 40));

create table minutes_steps (
  id uuid not null default uuidv7(),
  minutes_id uuid not null,
  state text not null,
  at timestamp with time zone not null,
  by uuid,
  by_name text not null default ''::text,
  number integer
);
alter table minutes_steps add constraint minutes_steps_pkey PRIMARY KEY (id);
alter table minutes_steps add constraint minutes_steps_by_fkey FOREIGN KEY (by) REFERENCES people(id) ON DELETE SET NULL;
alter table minutes_steps add constraint minutes_steps_minutes_id_fkey FOREIGN KEY (minutes_id) REFERENCES minutes(id) ON DELETE CASCADE;
alter table minutes_steps add constraint minutes_steps_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'in_review'::text, 'approved'::text, 'published'::text])));
CREATE INDEX minutes_steps_minutes ON public.minutes_steps USING btree (minutes_id, at DESC);

create table minutes_versions (
  minutes_id uuid not null,
  number integer not null,
  published_at timestamp with time zone not null default now(),
  published_by uuid,
  published_by_name text not null,
  content text,
  sha256 bytea not null,
  previous_sha256 bytea,
  reason text not null default 'publication'::text,
  note text not null default ''::text,
  internal_content text,
  internal_sha256 bytea,
  leaves jsonb,
  envelope text,
  signature bytea,
  signing_key_id uuid,
  redacted_at timestamp with time zone
);
alter table minutes_versions add constraint minutes_versions_pkey PRIMARY KEY (minutes_id, number);
alter table minutes_versions add constraint minutes_versions_minutes_id_fkey FOREIGN KEY (minutes_id) REFERENCES minutes(id);
alter table minutes_versions add constraint minutes_versions_published_by_fkey FOREIGN KEY (published_by) REFERENCES people(id) ON DELETE SET NULL;
alter table minutes_versions add constraint minutes_versions_signing_key_id_fkey FOREIGN KEY (signing_key_id) REFERENCES signing_keys(id);
alter table minutes_versions add constraint minutes_versions_check CHECK (((content IS NULL) = (redacted_at IS NOT NULL)));
alter table minutes_versions add constraint minutes_versions_note_check CHECK ((char_length(note) <= 5000));
alter table minutes_versions add constraint minutes_versions_number_check CHECK ((number > 0));
alter table minutes_versions add constraint minutes_versions_reason_check CHECK ((reason = ANY (ARRAY['publication'::text, 'erratum'::text, 'editor_note'::text, 'redaction'::text])));
CREATE INDEX minutes_versions_time ON public.minutes_versions USING btree (published_at DESC);
CREATE TRIGGER minutes_versions_immutable BEFORE DELETE OR UPDATE OF minutes_id, number, published_at, published_by_name, content, sha256, previous_sha256, reason, note, internal_content, internal_sha256, leaves, envelope, signature, signing_key_id, redacted_at ON public.minutes_versions FOR EACH ROW EXECUTE FUNCTION refuse_change();

create table note_authors (
  meeting_id uuid not null,
  number integer not null,
  person_id uuid not null
);
alter table note_authors add constraint note_authors_meeting_id_person_id_key UNIQUE (meeting_id, person_id);
alter table note_authors add constraint note_authors_pkey PRIMARY KEY (meeting_id, number);
alter table note_authors add constraint note_authors_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE;
alter table note_authors add constraint note_authors_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;

create table note_clients (
  meeting_id uuid not null,
  client_id bigint not null,
  author_number integer not null
);
alter table note_clients add constraint note_clients_pkey PRIMARY KEY (meeting_id, client_id);
alter table note_clients add constraint note_clients_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE;

create table note_locks (
  agenda_item_id uuid not null,
  locked_at timestamp with time zone not null,
  locked_by uuid
);
alter table note_locks add constraint note_locks_pkey PRIMARY KEY (agenda_item_id);
alter table note_locks add constraint note_locks_agenda_item_id_fkey FOREIGN KEY (agenda_item_id) REFERENCES agenda_items(id) ON DELETE CASCADE;
alter table note_locks add constraint note_locks_locked_by_fkey FOREIGN KEY (locked_by) REFERENCES people(id) ON DELETE SET NULL;

create table note_records (
  meeting_id uuid not null,
  block_id text not null,
  agenda_item_id uuid,
  kind text not null,
  "position" integer not null,
  body text not null,
  assignee_id uuid,
  assignee text not null default ''::text,
  due_on date,
  updated_at timestamp with time zone not null default now()
);
alter table note_records add constraint note_records_pkey PRIMARY KEY (meeting_id, block_id);
alter table note_records add constraint note_records_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE;
alter table note_records add constraint note_records_kind_check CHECK ((kind = ANY (ARRAY['decision'::text, 'action'::text, 'proposal'::text, 'takeaway'::text])));
CREATE INDEX note_records_kind ON public.note_records USING btree (meeting_id, kind, "position");

create table note_section_versions (
  id uuid not null default uuidv7(),
  meeting_id uuid not null,
  agenda_item_id uuid not null,
  saved_at timestamp with time zone not null,
  reason text not null,
  authors integer[] not null default '{}'::integer[],
  blocks jsonb not null
);
alter table note_section_versions add constraint note_section_versions_pkey PRIMARY KEY (id);
alter table note_section_versions add constraint note_section_versions_agenda_item_id_fkey FOREIGN KEY (agenda_item_id) REFERENCES agenda_items(id) ON DELETE CASCADE;
alter table note_section_versions add constraint note_section_versions_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE;
alter table note_section_versions add constraint note_section_versions_reason_check CHECK ((reason = ANY (ARRAY['pause'::text, 'closed'::text, 'before-restore'::text, 'restored'::text])));
CREATE INDEX note_section_versions_item ON public.note_section_versions USING btree (agenda_item_id);
CREATE INDEX note_section_versions_section ON public.note_section_versions USING btree (meeting_id, agenda_item_id, saved_at DESC);

create table note_snapshots (
  meeting_id uuid not null,
  upto bigint not null,
  body bytea not null,
  state_vector bytea not null,
  saved_at timestamp with time zone not null default now()
);
alter table note_snapshots add constraint note_snapshots_pkey PRIMARY KEY (meeting_id);
alter table note_snapshots add constraint note_snapshots_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE;

create table note_updates (
  id bigint not null,
  meeting_id uuid not null,
  body bytea not null,
  saved_at timestamp with time zone not null default now()
);
alter table note_updates add constraint note_updates_pkey PRIMARY KEY (id);
alter table note_updates add constraint note_updates_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE;
CREATE INDEX note_updates_meeting ON public.note_updates USING btree (meeting_id, id);

create table organisations (
  id uuid not null default uuidv7(),
  name text not null,
  name_key text not null,
  kind text not null default 'other'::text,
  country character(2) not null default 'FR'::bpchar,
  created_at timestamp with time zone not null default now()
);
alter table organisations add constraint organisations_name_key_country_key UNIQUE (name_key, country);
alter table organisations add constraint organisations_pkey PRIMARY KEY (id);
alter table organisations add constraint organisations_kind_check CHECK ((kind = ANY (ARRAY['commune'::text, 'intercommunality'::text, 'department'::text, 'region'::text, 'state'::text, 'embassy'::text, 'agency'::text, 'university'::text, 'network'::text, 'association'::text, 'company'::text, 'other'::text])));
alter table organisations add constraint organisations_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)));

create table outbox_mails (
  id uuid not null default uuidv7(),
  template text not null,
  payload jsonb not null default '{}'::jsonb,
  person_id uuid,
  to_address text not null,
  to_name text not null default ''::text,
  language text not null default 'fr'::text,
  dedupe_key text not null,
  state text not null default 'queued'::text,
  attempts integer not null default 0,
  last_error text not null default ''::text,
  message_id text,
  created_at timestamp with time zone not null default now(),
  sent_at timestamp with time zone,
  meeting_id uuid,
  fault text not null default ''::text,
  settled_at timestamp with time zone,
  turn_at timestamp with time zone,
  turn_by text not null default ''::text,
  claimed_until timestamp with time zone,
  again_of uuid,
  digest_id uuid
);
alter table outbox_mails add constraint outbox_mails_dedupe_key_key UNIQUE (dedupe_key);
alter table outbox_mails add constraint outbox_mails_pkey PRIMARY KEY (id);
alter table outbox_mails add constraint outbox_mails_again_of_fkey FOREIGN KEY (again_of) REFERENCES outbox_mails(id) ON DELETE SET NULL;
alter table outbox_mails add constraint outbox_mails_digest_id_fkey FOREIGN KEY (digest_id) REFERENCES mail_digests(id) ON DELETE SET NULL;
alter table outbox_mails add constraint outbox_mails_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE SET NULL;
alter table outbox_mails add constraint outbox_mails_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table outbox_mails add constraint outbox_mails_fault_check CHECK ((fault = ANY (ARRAY[''::text, 'no_mailbox'::text, 'mailbox_full'::text, 'policy'::text, 'content'::text, 'later'::text, 'network'::text, 'login'::text, 'template'::text, 'failing_address'::text, 'other'::text])));
alter table outbox_mails add constraint outbox_mails_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'refused'::text, 'bounced'::text, 'dead'::text, 'withdrawn'::text, 'held'::text, 'declined'::text])));
alter table outbox_mails add constraint outbox_mails_turn_by_check CHECK ((turn_by = ANY (ARRAY[''::text, 'domain'::text, 'all'::text])));
CREATE INDEX outbox_mails_again ON public.outbox_mails USING btree (again_of) WHERE (again_of IS NOT NULL);
CREATE INDEX outbox_mails_attendance ON public.outbox_mails USING btree (((payload ->> 'attendanceId'::text)), template) WHERE (payload ? 'attendanceId'::text);
CREATE INDEX outbox_mails_digest ON public.outbox_mails USING btree (digest_id) WHERE (digest_id IS NOT NULL);
CREATE INDEX outbox_mails_failed ON public.outbox_mails USING btree (id DESC) WHERE (state = ANY (ARRAY['refused'::text, 'bounced'::text, 'dead'::text]));
CREATE INDEX outbox_mails_meeting ON public.outbox_mails USING btree (meeting_id, id DESC) WHERE (meeting_id IS NOT NULL);
CREATE INDEX outbox_mails_open ON public.outbox_mails USING btree (created_at) WHERE (state <> 'sent'::text);
CREATE INDEX outbox_mails_person ON public.outbox_mails USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX outbox_mails_waiting_for_digest ON public.outbox_mails USING btree (to_address, person_id) WHERE ((state = 'held'::text) AND (digest_id IS NULL));

create table outside_calendars (
  id uuid not null default uuidv7(),
  group_id uuid not null,
  name text not null,
  url text not null,
  state text not null default 'waiting'::text,
  fault text,
  fault_status integer,
  failures integer not null default 0,
  last_fetched_at timestamp with time zone,
  last_ok_at timestamp with time zone,
  etag text,
  last_modified text,
  next_fetch_at timestamp with time zone not null,
  attempt integer not null default 0,
  report jsonb,
  created_by uuid,
  created_at timestamp with time zone not null
);
alter table outside_calendars add constraint outside_calendars_group_id_url_key UNIQUE (group_id, url);
alter table outside_calendars add constraint outside_calendars_pkey PRIMARY KEY (id);
alter table outside_calendars add constraint outside_calendars_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id) ON DELETE SET NULL;
alter table outside_calendars add constraint outside_calendars_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups(id) ON DELETE CASCADE;
alter table outside_calendars add constraint outside_calendars_check CHECK (((state = ANY (ARRAY['failing'::text, 'stopped'::text])) = (fault IS NOT NULL)));
alter table outside_calendars add constraint outside_calendars_fault_check CHECK ((fault = ANY (ARRAY['address'::text, 'unreachable'::text, 'certificate'::text, 'timeout'::text, 'status'::text, 'redirects'::text, 'too_large'::text, 'encoding'::text, 'not_a_calendar'::text, 'too_slow'::text, 'damaged'::text])));
alter table outside_calendars add constraint outside_calendars_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)));
alter table outside_calendars add constraint outside_calendars_state_check CHECK ((state = ANY (ARRAY['waiting'::text, 'followed'::text, 'failing'::text, 'stopped'::text])));
alter table outside_calendars add constraint outside_calendars_url_check CHECK (((url ~ '^https?://'::text) AND (char_length(url) <= 2000)));
CREATE INDEX outside_calendars_creator ON public.outside_calendars USING btree (created_by) WHERE (created_by IS NOT NULL);
CREATE INDEX outside_calendars_due ON public.outside_calendars USING btree (next_fetch_at) WHERE (state <> 'stopped'::text);

create table outside_events (
  id uuid not null default uuidv7(),
  group_id uuid not null,
  calendar_id uuid,
  uid text,
  recurrence_id text,
  title text not null,
  title_key text not null,
  edtf text not null,
  time_zone text not null,
  during tstzrange,
  place text not null default ''::text,
  country character(2),
  url text not null default ''::text,
  note text not null default ''::text,
  hidden boolean not null default false,
  revision integer not null default 1,
  created_by uuid,
  created_at timestamp with time zone not null,
  changed_at timestamp with time zone not null
);
alter table outside_events add constraint outside_events_calendar_id_uid_recurrence_id_key UNIQUE (calendar_id, uid, recurrence_id);
alter table outside_events add constraint outside_events_pkey PRIMARY KEY (id);
alter table outside_events add constraint outside_events_calendar_id_fkey FOREIGN KEY (calendar_id) REFERENCES outside_calendars(id) ON DELETE CASCADE;
alter table outside_events add constraint outside_events_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id) ON DELETE SET NULL;
alter table outside_events add constraint outside_events_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups(id) ON DELETE CASCADE;
alter table outside_events add constraint outside_events_check CHECK (((calendar_id IS NULL) = (uid IS NULL)));
alter table outside_events add constraint outside_events_check1 CHECK (((calendar_id IS NULL) = (recurrence_id IS NULL)));
alter table outside_events add constraint outside_events_country_check CHECK ((country ~ '^[A-Z]{2}$'::text));
alter table outside_events add constraint outside_events_note_check CHECK ((char_length(note) <= 5000));
alter table outside_events add constraint outside_events_place_check CHECK ((char_length(place) <= 500));
alter table outside_events add constraint outside_events_recurrence_id_check CHECK ((char_length(recurrence_id) <= 40));
alter table outside_events add constraint outside_events_title_check CHECK (((char_length(title) >= 1) AND (char_length(title) <= 300)));
alter table outside_events add constraint outside_events_uid_check CHECK ((char_length(uid) <= 300));
alter table outside_events add constraint outside_events_url_check CHECK ((char_length(url) <= 2000));
CREATE INDEX outside_events_creator ON public.outside_events USING btree (created_by) WHERE (created_by IS NOT NULL);
CREATE INDEX outside_events_group ON public.outside_events USING btree (group_id, lower(during));
CREATE INDEX outside_events_time ON public.outside_events USING btree (lower(during)) WHERE (NOT hidden);
CREATE INDEX outside_events_title ON public.outside_events USING btree (group_id, title_key);

create table own_programmes (
  id uuid not null default uuidv7(),
  edition_id uuid not null,
  person_id uuid,
  visitor_hash bytea,
  feed_hash bytea,
  feed_created_at timestamp with time zone,
  feed_used_at timestamp with time zone,
  created_at timestamp with time zone not null
);
alter table own_programmes add constraint own_programmes_edition_id_person_id_key UNIQUE (edition_id, person_id);
alter table own_programmes add constraint own_programmes_edition_id_visitor_hash_key UNIQUE (edition_id, visitor_hash);
alter table own_programmes add constraint own_programmes_feed_hash_key UNIQUE (feed_hash);
alter table own_programmes add constraint own_programmes_pkey PRIMARY KEY (id);
alter table own_programmes add constraint own_programmes_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE;
alter table own_programmes add constraint own_programmes_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table own_programmes add constraint own_programmes_check CHECK (((person_id IS NULL) <> (visitor_hash IS NULL)));
alter table own_programmes add constraint own_programmes_check1 CHECK (((feed_hash IS NULL) = (feed_created_at IS NULL)));
alter table own_programmes add constraint own_programmes_feed_hash_check CHECK ((octet_length(feed_hash) = 32));
alter table own_programmes add constraint own_programmes_visitor_hash_check CHECK ((octet_length(visitor_hash) = 32));
CREATE INDEX own_programmes_person ON public.own_programmes USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX own_programmes_visitors ON public.own_programmes USING btree (created_at) WHERE (visitor_hash IS NOT NULL);

create table people (
  id uuid not null default uuidv7(),
  given_name text not null,
  family_name text not null,
  name_key text not null,
  email text,
  function text not null default ''::text,
  organisation_id uuid,
  language text not null default 'fr'::text,
  time_zone text not null default 'Europe/Paris'::text,
  network_organiser boolean not null default false,
  revision integer not null default 1,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now()
);
alter table people add constraint people_email_key UNIQUE (email);
alter table people add constraint people_pkey PRIMARY KEY (id);
alter table people add constraint people_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);
alter table people add constraint people_email_check CHECK (((email = lower(email)) AND (char_length(email) <= 254)));
alter table people add constraint people_family_name_check CHECK ((char_length(family_name) <= 100));
alter table people add constraint people_function_check CHECK ((char_length(function) <= 200));
alter table people add constraint people_given_name_check CHECK ((char_length(given_name) <= 100));
alter table people add constraint people_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'es'::text, 'pt'::text, 'en'::text])));
CREATE INDEX people_name_key ON public.people USING btree (name_key);
CREATE INDEX people_name_words ON public.people USING gin (string_to_array(name_key, ' '::text));
CREATE INDEX people_organisation ON public.people USING btree (organisation_id);

create table personal_feeds (
  id uuid not null default uuidv7(),
  person_id uuid not null,
  token_hash bytea not null,
  name text not null default ''::text,
  created_at timestamp with time zone not null default now(),
  last_used_at timestamp with time zone,
  revoked_at timestamp with time zone,
  holds text not null default 'groups'::text,
  alarm_minutes integer,
  rotated_at timestamp with time zone
);
alter table personal_feeds add constraint personal_feeds_token_hash_key UNIQUE (token_hash);
alter table personal_feeds add constraint personal_feeds_pkey PRIMARY KEY (id);
alter table personal_feeds add constraint personal_feeds_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table personal_feeds add constraint personal_feeds_alarm_minutes_check CHECK (((alarm_minutes >= 5) AND (alarm_minutes <= 10080)));
alter table personal_feeds add constraint personal_feeds_holds_check CHECK ((holds = ANY (ARRAY['groups'::text, 'invited'::text, 'accepted'::text])));
alter table personal_feeds add constraint personal_feeds_name_check CHECK ((char_length(name) <= 100));
CREATE INDEX personal_feeds_person ON public.personal_feeds USING btree (person_id) WHERE (revoked_at IS NULL);

create table placements (
  meeting_id uuid not null,
  edition_id uuid not null,
  slot_id uuid,
  room_id uuid,
  track_id uuid,
  revision integer not null default 1
);
alter table placements add constraint placements_pkey PRIMARY KEY (meeting_id);
alter table placements add constraint placements_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE;
alter table placements add constraint placements_edition_id_room_id_fkey FOREIGN KEY (edition_id, room_id) REFERENCES rooms(edition_id, id);
alter table placements add constraint placements_edition_id_slot_id_fkey FOREIGN KEY (edition_id, slot_id) REFERENCES slots(edition_id, id);
alter table placements add constraint placements_edition_id_track_id_fkey FOREIGN KEY (edition_id, track_id) REFERENCES tracks(edition_id, id) ON DELETE SET NULL (track_id);
alter table placements add constraint placements_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE;
alter table placements add constraint placements_check CHECK (((slot_id IS NOT NULL) OR (room_id IS NULL)));
CREATE INDEX placements_room ON public.placements USING btree (edition_id, room_id) WHERE (room_id IS NOT NULL);
CREATE INDEX placements_slot ON public.placements USING btree (edition_id, slot_id);
CREATE INDEX placements_track ON public.placements USING btree (edition_id, track_id) WHERE (track_id IS NOT NULL);

create table programme_versions (
  id uuid not null default uuidv7(),
  edition_id uuid not null,
  number integer not null,
  published_at timestamp with time zone not null,
  published_by uuid,
  note text not null default ''::text,
  content jsonb not null,
  changes jsonb not null
);
alter table programme_versions add constraint programme_versions_edition_id_number_key UNIQUE (edition_id, number);
alter table programme_versions add constraint programme_versions_pkey PRIMARY KEY (id);
alter table programme_versions add constraint programme_versions_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE;
alter table programme_versions add constraint programme_versions_published_by_fkey FOREIGN KEY (published_by) REFERENCES people(id) ON DELETE SET NULL;
alter table programme_versions add constraint programme_versions_note_check CHECK ((char_length(note) <= 2000));
alter table programme_versions add constraint programme_versions_number_check CHECK ((number >= 1));
CREATE INDEX programme_versions_published_by ON public.programme_versions USING btree (published_by) WHERE (published_by IS NOT NULL);

create table proposal_supports (
  meeting_id uuid not null,
  block_id text not null,
  person_id uuid not null,
  supported_at timestamp with time zone not null
);
alter table proposal_supports add constraint proposal_supports_pkey PRIMARY KEY (meeting_id, block_id, person_id);
alter table proposal_supports add constraint proposal_supports_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE;
alter table proposal_supports add constraint proposal_supports_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table proposal_supports add constraint proposal_supports_block_id_check CHECK ((char_length(block_id) <= 100));

create table rate_limits (
  key text not null,
  window_start timestamp with time zone not null,
  hits integer not null default 1
);
alter table rate_limits add constraint rate_limits_pkey PRIMARY KEY (key, window_start);

create table registration_answers (
  registration_id uuid not null,
  question_id uuid not null,
  words text not null default ''::text,
  chosen text[] not null default '{}'::text[]
);
alter table registration_answers add constraint registration_answers_pkey PRIMARY KEY (registration_id, question_id);
alter table registration_answers add constraint registration_answers_question_id_fkey FOREIGN KEY (question_id) REFERENCES registration_questions(id) ON DELETE CASCADE;
alter table registration_answers add constraint registration_answers_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registrations(id) ON DELETE CASCADE;
alter table registration_answers add constraint registration_answers_chosen_check CHECK ((cardinality(chosen) <= 30));
alter table registration_answers add constraint registration_answers_words_check CHECK ((char_length(words) <= 2000));
CREATE INDEX registration_answers_question ON public.registration_answers USING btree (question_id);

create table registration_questions (
  id uuid not null default uuidv7(),
  edition_id uuid not null,
  kind text not null,
  label text not null,
  hint text not null default ''::text,
  required boolean not null default false,
  options text[] not null default '{}'::text[],
  "position" integer not null,
  removed_at timestamp with time zone
);
alter table registration_questions add constraint registration_questions_pkey PRIMARY KEY (id);
alter table registration_questions add constraint registration_questions_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE;
alter table registration_questions add constraint registration_questions_check CHECK (((kind = ANY (ARRAY['one_of'::text, 'several_of'::text])) = (cardinality(options) > 0)));
alter table registration_questions add constraint registration_questions_hint_check CHECK ((char_length(hint) <= 500));
alter table registration_questions add constraint registration_questions_kind_check CHECK ((kind = ANY (ARRAY['short_text'::text, 'long_text'::text, 'one_of'::text, 'several_of'::text, 'yes_no'::text])));
alter table registration_questions add constraint registration_questions_label_check CHECK (((char_length(label) >= 1) AND (char_length(label) <= 300)));
alter table registration_questions add constraint registration_questions_options_check CHECK ((cardinality(options) <= 30));
alter table registration_questions add constraint registration_questions_position_check CHECK (("position" >= 0));
CREATE INDEX registration_questions_edition ON public.registration_questions USING btree (edition_id, "position");

create table registration_settings (
  edition_id uuid not null,
  opens_on date,
  closes_on date,
  capacity integer,
  categories text[] not null default '{member,partner,speaker,press}'::text[],
  takes_sessions boolean not null default true,
  information text not null default ''::text,
  answers_erased_at timestamp with time zone,
  revision integer not null default 1
);
alter table registration_settings add constraint registration_settings_pkey PRIMARY KEY (edition_id);
alter table registration_settings add constraint registration_settings_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE;
alter table registration_settings add constraint registration_settings_capacity_check CHECK (((capacity >= 1) AND (capacity <= 100000)));
alter table registration_settings add constraint registration_settings_categories_check CHECK (((cardinality(categories) >= 1) AND (categories <@ ARRAY['member'::text, 'partner'::text, 'speaker'::text, 'press'::text])));
alter table registration_settings add constraint registration_settings_check CHECK (((closes_on IS NULL) OR ((opens_on IS NOT NULL) AND (closes_on >= opens_on))));
alter table registration_settings add constraint registration_settings_information_check CHECK ((char_length(information) <= 5000));

create table registrations (
  id uuid not null default uuidv7(),
  edition_id uuid not null,
  delegation_id uuid,
  person_id uuid,
  came_as text not null default 'self'::text,
  state text not null,
  category text not null,
  given_name text not null default ''::text,
  family_name text not null,
  name_key text not null,
  email text,
  function text not null default ''::text,
  organisation_name text not null default ''::text,
  organisation_kind text not null default 'other'::text,
  language text not null default 'fr'::text,
  badge_code text not null,
  queue_number bigint not null default nextval('registration_queue'::regclass),
  created_at timestamp with time zone not null default now(),
  promoted_at timestamp with time zone,
  cancelled_at timestamp with time zone,
  revision integer not null default 1
);
alter table registrations add constraint registrations_badge_code_key UNIQUE (badge_code);
alter table registrations add constraint registrations_edition_id_email_key UNIQUE (edition_id, email);
alter table registrations add constraint registrations_edition_id_person_id_key UNIQUE (edition_id, person_id);
alter table registrations add constraint registrations_pkey PRIMARY KEY (id);
alter table registrations add constraint registrations_delegation_id_fkey FOREIGN KEY (delegation_id) REFERENCES delegations(id) ON DELETE SET NULL;
alter table registrations add constraint registrations_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE;
alter table registrations add constraint registrations_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE SET NULL;
alter table registrations add constraint registrations_badge_code_check CHECK ((badge_code ~ '^[0-9A-Z]{24,40}$'::text));
alter table registrations add constraint registrations_came_as_check CHECK ((came_as = ANY (ARRAY['self'::text, 'delegation'::text, 'organiser'::text, 'walk_in'::text])));
alter table registrations add constraint registrations_category_check CHECK ((category = ANY (ARRAY['member'::text, 'partner'::text, 'speaker'::text, 'press'::text])));
alter table registrations add constraint registrations_check CHECK (((state = 'cancelled'::text) = (cancelled_at IS NOT NULL)));
alter table registrations add constraint registrations_email_check CHECK (((email = lower(email)) AND (char_length(email) <= 254)));
alter table registrations add constraint registrations_family_name_check CHECK (((char_length(family_name) >= 1) AND (char_length(family_name) <= 100)));
alter table registrations add constraint registrations_function_check CHECK ((char_length(function) <= 200));
alter table registrations add constraint registrations_given_name_check CHECK ((char_length(given_name) <= 100));
alter table registrations add constraint registrations_language_check CHECK ((language = ANY (ARRAY['fr'::text, 'es'::text, 'pt'::text, 'en'::text])));
alter table registrations add constraint registrations_organisation_kind_check CHECK ((organisation_kind = ANY (ARRAY['commune'::text, 'intercommunality'::text, 'department'::text, 'region'::text, 'state'::text, 'embassy'::text, 'agency'::text, 'university'::text, 'network'::text, 'association'::text, 'company'::text, 'other'::text])));
alter table registrations add constraint registrations_organisation_name_check CHECK ((char_length(organisation_name) <= 200));
alter table registrations add constraint registrations_state_check CHECK ((state = ANY (ARRAY['registered'::text, 'waiting'::text, 'cancelled'::text])));
CREATE INDEX registrations_delegation ON public.registrations USING btree (delegation_id) WHERE (delegation_id IS NOT NULL);
CREATE INDEX registrations_name ON public.registrations USING btree (edition_id, name_key);
CREATE INDEX registrations_person ON public.registrations USING btree (person_id) WHERE (person_id IS NOT NULL);
CREATE INDEX registrations_queue ON public.registrations USING btree (edition_id, state, queue_number);

create table reminder_clock (
  one boolean not null default true,
  up_to timestamp with time zone not null
);
alter table reminder_clock add constraint reminder_clock_pkey PRIMARY KEY (one);
alter table reminder_clock add constraint reminder_clock_one_check CHECK (one);

create table reminders (
  attendance_id uuid not null,
  starts_at timestamp with time zone not null,
  lead text not null,
  queued_at timestamp with time zone not null
);
alter table reminders add constraint reminders_pkey PRIMARY KEY (attendance_id, starts_at, lead);
alter table reminders add constraint reminders_attendance_id_fkey FOREIGN KEY (attendance_id) REFERENCES attendances(id) ON DELETE CASCADE;
alter table reminders add constraint reminders_lead_check CHECK ((lead = ANY (ARRAY['week'::text, 'day'::text, 'hour'::text])));
CREATE INDEX reminders_starts ON public.reminders USING btree (starts_at);

create table report_plans (
  edition_id uuid not null,
  due_days integer,
  told_at timestamp with time zone,
  revision integer not null default 1
);
alter table report_plans add constraint report_plans_pkey PRIMARY KEY (edition_id);
alter table report_plans add constraint report_plans_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE;
alter table report_plans add constraint report_plans_due_days_check CHECK (((due_days >= 0) AND (due_days <= 365)));

create table report_reminders (
  attendance_id uuid not null,
  due_on date not null,
  level text not null,
  queued_at timestamp with time zone not null
);
alter table report_reminders add constraint report_reminders_pkey PRIMARY KEY (attendance_id, due_on, level);
alter table report_reminders add constraint report_reminders_attendance_id_fkey FOREIGN KEY (attendance_id) REFERENCES attendances(id) ON DELETE CASCADE;
alter table report_reminders add constraint report_reminders_level_check CHECK ((level = ANY (ARRAY['eve'::text, 'late'::text, 'week'::text, 'asked'::text])));

create table reviewers (
  review_id uuid not null,
  attendance_id uuid not null,
  invited_at timestamp with time zone not null,
  reminded_at timestamp with time zone,
  first_opened_at timestamp with time zone,
  answered_at timestamp with time zone
);
alter table reviewers add constraint reviewers_pkey PRIMARY KEY (review_id, attendance_id);
alter table reviewers add constraint reviewers_attendance_id_fkey FOREIGN KEY (attendance_id) REFERENCES attendances(id) ON DELETE CASCADE;
alter table reviewers add constraint reviewers_review_id_fkey FOREIGN KEY (review_id) REFERENCES reviews(id) ON DELETE CASCADE;
CREATE INDEX reviewers_attendance ON public.reviewers USING btree (attendance_id);

create table reviews (
  id uuid not null default uuidv7(),
  minutes_id uuid not null,
  opened_at timestamp with time zone not null,
  opened_by uuid,
  deadline date not null,
  message text not null default ''::text,
  closed_at timestamp with time zone,
  closed_by uuid,
  digested_at timestamp with time zone not null default now(),
  told_deadline date,
  summarised_at timestamp with time zone
);
alter table reviews add constraint reviews_pkey PRIMARY KEY (id);
alter table reviews add constraint reviews_closed_by_fkey FOREIGN KEY (closed_by) REFERENCES people(id) ON DELETE SET NULL;
alter table reviews add constraint reviews_minutes_id_fkey FOREIGN KEY (minutes_id) REFERENCES minutes(id) ON DELETE CASCADE;
alter table reviews add constraint reviews_opened_by_fkey FOREIGN KEY (opened_by) REFERENCES people(id) ON DELETE SET NULL;
alter table reviews add constraint reviews_message_check CHECK ((char_length(message) <= 5000));
CREATE UNIQUE INDEX reviews_open ON public.reviews USING btree (minutes_id) WHERE (closed_at IS NULL);

create table room_doors (
  meeting_id uuid not null,
  code text not null,
  opened_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  by_badge boolean not null default false,
  shows_counts boolean not null default false
);
alter table room_doors add constraint room_doors_code_key UNIQUE (code);
alter table room_doors add constraint room_doors_pkey PRIMARY KEY (meeting_id);
alter table room_doors add constraint room_doors_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE;
alter table room_doors add constraint room_doors_code_check CHECK ((code ~ '^[2-9a-hjkmnp-z]{8}$'::text));

create table room_votes (
  poll_id uuid not null,
  voter bytea not null,
  option_id uuid not null,
  by_badge boolean not null,
  voted_at timestamp with time zone not null
);
alter table room_votes add constraint room_votes_pkey PRIMARY KEY (poll_id, voter);
alter table room_votes add constraint room_votes_poll_id_fkey FOREIGN KEY (poll_id) REFERENCES live_polls(id) ON DELETE CASCADE;
alter table room_votes add constraint room_votes_poll_id_option_id_fkey FOREIGN KEY (poll_id, option_id) REFERENCES live_poll_options(poll_id, id) ON DELETE CASCADE;
alter table room_votes add constraint room_votes_voter_check CHECK ((octet_length(voter) = 32));
CREATE INDEX room_votes_option ON public.room_votes USING btree (poll_id, option_id);

create table rooms (
  id uuid not null default uuidv7(),
  edition_id uuid not null,
  name text not null,
  capacity integer,
  "position" integer not null,
  revision integer not null default 1
);
alter table rooms add constraint rooms_edition_id_id_key UNIQUE (edition_id, id);
alter table rooms add constraint rooms_pkey PRIMARY KEY (id);
alter table rooms add constraint rooms_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE;
alter table rooms add constraint rooms_capacity_check CHECK (((capacity >= 1) AND (capacity <= 100000)));
alter table rooms add constraint rooms_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)));
alter table rooms add constraint rooms_position_check CHECK (("position" >= 0));
CREATE UNIQUE INDEX rooms_name ON public.rooms USING btree (edition_id, lower(name));

create table series (
  id uuid not null default uuidv7(),
  group_id uuid not null,
  rrule text not null,
  first_day date not null,
  start_time text not null,
  duration_minutes integer not null,
  time_zone text not null,
  left_out text[] not null default '{}'::text[],
  title text not null,
  kind text not null,
  visibility text not null,
  summary text not null default ''::text,
  place_name text not null default ''::text,
  place_address text not null default ''::text,
  place_access text not null default ''::text,
  online_url text not null default ''::text,
  themes text[] not null default '{}'::text[],
  countries text[] not null default '{}'::text[],
  agenda jsonb not null default '[]'::jsonb,
  revision integer not null default 1,
  created_by uuid,
  created_at timestamp with time zone not null default now(),
  changed_at timestamp with time zone not null default now()
);
alter table series add constraint series_pkey PRIMARY KEY (id);
alter table series add constraint series_created_by_fkey FOREIGN KEY (created_by) REFERENCES people(id) ON DELETE SET NULL;
alter table series add constraint series_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups(id);
alter table series add constraint series_agenda_check CHECK ((jsonb_typeof(agenda) = 'array'::text));
alter table series add constraint series_duration_minutes_check CHECK (((duration_minutes >= 1) AND (duration_minutes <= 1440)));
alter table series add constraint series_kind_check CHECK ((kind = ANY (ARRAY['group_meeting'::text, 'session'::text, 'thematic'::text, 'webinar'::text, 'other'::text])));
alter table series add constraint series_online_url_check CHECK ((char_length(online_url) <= 2000));
alter table series add constraint series_place_access_check CHECK ((char_length(place_access) <= 2000));
alter table series add constraint series_place_address_check CHECK ((char_length(place_address) <= 500));
alter table series add constraint series_place_name_check CHECK ((char_length(place_name) <= 200));
alter table series add constraint series_rrule_check CHECK (((char_length(rrule) >= 1) AND (char_length(rrule) <= 300)));
alter table series add constraint series_start_time_check CHECK ((start_time ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'::text));
alter table series add constraint series_summary_check CHECK ((char_length(summary) <= 10000));
alter table series add constraint series_time_zone_check CHECK (((char_length(time_zone) >= 1) AND (char_length(time_zone) <= 64)));
alter table series add constraint series_title_check CHECK (((char_length(title) >= 1) AND (char_length(title) <= 300)));
alter table series add constraint series_visibility_check CHECK ((visibility = ANY (ARRAY['public'::text, 'members'::text])));
CREATE INDEX series_created_by ON public.series USING btree (created_by);
CREATE INDEX series_group ON public.series USING btree (group_id, created_at DESC);

create table session_registrations (
  registration_id uuid not null,
  meeting_id uuid not null,
  state text not null,
  queue_number bigint not null default nextval('registration_queue'::regclass),
  created_at timestamp with time zone not null default now()
);
alter table session_registrations add constraint session_registrations_pkey PRIMARY KEY (registration_id, meeting_id);
alter table session_registrations add constraint session_registrations_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE;
alter table session_registrations add constraint session_registrations_registration_id_fkey FOREIGN KEY (registration_id) REFERENCES registrations(id) ON DELETE CASCADE;
alter table session_registrations add constraint session_registrations_state_check CHECK ((state = ANY (ARRAY['registered'::text, 'waiting'::text])));
CREATE INDEX session_registrations_queue ON public.session_registrations USING btree (meeting_id, state, queue_number);

create table session_reports (
  meeting_id uuid not null,
  due_on date,
  handed_in_at timestamp with time zone,
  handed_in_by uuid,
  handed_in_by_name text not null default ''::text,
  findings_left integer,
  checked_at timestamp with time zone
);
alter table session_reports add constraint session_reports_pkey PRIMARY KEY (meeting_id);
alter table session_reports add constraint session_reports_handed_in_by_fkey FOREIGN KEY (handed_in_by) REFERENCES people(id) ON DELETE SET NULL;
alter table session_reports add constraint session_reports_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE;
alter table session_reports add constraint session_reports_check CHECK (((findings_left IS NULL) = (checked_at IS NULL)));
alter table session_reports add constraint session_reports_check1 CHECK (((handed_in_at IS NOT NULL) OR ((handed_in_by IS NULL) AND (handed_in_by_name = ''::text))));
alter table session_reports add constraint session_reports_findings_left_check CHECK ((findings_left >= 0));
alter table session_reports add constraint session_reports_handed_in_by_name_check CHECK ((char_length(handed_in_by_name) <= 201));
CREATE INDEX session_reports_by ON public.session_reports USING btree (handed_in_by) WHERE (handed_in_by IS NOT NULL);

create table sessions (
  id uuid not null default uuidv7(),
  token_hash bytea not null,
  person_id uuid not null,
  user_agent text not null default ''::text,
  created_at timestamp with time zone not null default now(),
  last_seen_at timestamp with time zone not null default now(),
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone
);
alter table sessions add constraint sessions_token_hash_key UNIQUE (token_hash);
alter table sessions add constraint sessions_pkey PRIMARY KEY (id);
alter table sessions add constraint sessions_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
CREATE INDEX sessions_person ON public.sessions USING btree (person_id) WHERE (revoked_at IS NULL);

create table signing_keys (
  id uuid not null default uuidv7(),
  public_key bytea not null,
  private_key bytea not null,
  created_at timestamp with time zone not null default now(),
  retired_at timestamp with time zone
);
alter table signing_keys add constraint signing_keys_pkey PRIMARY KEY (id);

create table slots (
  id uuid not null default uuidv7(),
  edition_id uuid not null,
  kind text not null,
  label text not null default ''::text,
  day date not null,
  starts_at time without time zone not null,
  ends_at time without time zone not null,
  to_confirm boolean not null default false,
  revision integer not null default 1
);
alter table slots add constraint slots_edition_id_id_key UNIQUE (edition_id, id);
alter table slots add constraint slots_pkey PRIMARY KEY (id);
alter table slots add constraint slots_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE;
alter table slots add constraint slots_check CHECK ((ends_at > starts_at));
alter table slots add constraint slots_check1 CHECK (((kind <> 'break'::text) OR (label <> ''::text)));
alter table slots add constraint slots_kind_check CHECK ((kind = ANY (ARRAY['sessions'::text, 'plenary'::text, 'break'::text])));
alter table slots add constraint slots_label_check CHECK ((char_length(label) <= 200));
CREATE INDEX slots_edition ON public.slots USING btree (edition_id, day, starts_at);

create table speaker_portraits (
  edition_id uuid not null,
  person_id uuid not null,
  bytes bytea not null,
  made_at timestamp with time zone not null
);
alter table speaker_portraits add constraint speaker_portraits_pkey PRIMARY KEY (edition_id, person_id);
alter table speaker_portraits add constraint speaker_portraits_edition_id_person_id_fkey FOREIGN KEY (edition_id, person_id) REFERENCES speakers(edition_id, person_id) ON DELETE CASCADE;
alter table speaker_portraits add constraint speaker_portraits_bytes_check CHECK (((octet_length(bytes) >= 1) AND (octet_length(bytes) <= 1000000)));

create table speaker_regrets (
  attendance_id uuid not null,
  words text not null,
  written_at timestamp with time zone not null
);
alter table speaker_regrets add constraint speaker_regrets_pkey PRIMARY KEY (attendance_id);
alter table speaker_regrets add constraint speaker_regrets_attendance_id_fkey FOREIGN KEY (attendance_id) REFERENCES attendances(id) ON DELETE CASCADE;
alter table speaker_regrets add constraint speaker_regrets_words_check CHECK (((char_length(words) >= 1) AND (char_length(words) <= 500)));

create table speaker_slides (
  attendance_id uuid not null,
  file_name text not null,
  format text not null,
  bytes bytea not null,
  sent_at timestamp with time zone not null,
  release text not null default 'with_minutes'::text
);
alter table speaker_slides add constraint speaker_slides_pkey PRIMARY KEY (attendance_id);
alter table speaker_slides add constraint speaker_slides_attendance_id_fkey FOREIGN KEY (attendance_id) REFERENCES attendances(id) ON DELETE CASCADE;
alter table speaker_slides add constraint speaker_slides_bytes_check CHECK (((octet_length(bytes) >= 1) AND (octet_length(bytes) <= 30000000)));
alter table speaker_slides add constraint speaker_slides_file_name_check CHECK (((char_length(file_name) >= 1) AND (char_length(file_name) <= 150)));
alter table speaker_slides add constraint speaker_slides_format_check CHECK ((format = ANY (ARRAY['pdf'::text, 'pptx'::text, 'odp'::text])));
alter table speaker_slides add constraint speaker_slides_release_check CHECK ((release = ANY (ARRAY['held'::text, 'with_minutes'::text, 'now'::text])));

create table speakers (
  edition_id uuid not null,
  person_id uuid not null,
  about text not null default ''::text,
  details_at timestamp with time zone,
  asked_at timestamp with time zone,
  reminded_at timestamp with time zone,
  revision integer not null default 1
);
alter table speakers add constraint speakers_pkey PRIMARY KEY (edition_id, person_id);
alter table speakers add constraint speakers_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE;
alter table speakers add constraint speakers_person_id_fkey FOREIGN KEY (person_id) REFERENCES people(id) ON DELETE CASCADE;
alter table speakers add constraint speakers_about_check CHECK ((char_length(about) <= 2000));
CREATE INDEX speakers_person ON public.speakers USING btree (person_id);

create table starred_sessions (
  own_programme_id uuid not null,
  meeting_id uuid not null,
  starred_at timestamp with time zone not null
);
alter table starred_sessions add constraint starred_sessions_pkey PRIMARY KEY (own_programme_id, meeting_id);
alter table starred_sessions add constraint starred_sessions_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE;
alter table starred_sessions add constraint starred_sessions_own_programme_id_fkey FOREIGN KEY (own_programme_id) REFERENCES own_programmes(id) ON DELETE CASCADE;
CREATE INDEX starred_sessions_meeting ON public.starred_sessions USING btree (meeting_id);

create table themes (
  id uuid not null default uuidv7(),
  slug text not null,
  name text not null
);
alter table themes add constraint themes_slug_key UNIQUE (slug);
alter table themes add constraint themes_pkey PRIMARY KEY (id);
alter table themes add constraint themes_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 120)));
alter table themes add constraint themes_slug_check CHECK (((slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'::text) AND (char_length(slug) <= 80)));

create table tracks (
  id uuid not null default uuidv7(),
  edition_id uuid not null,
  name text not null,
  "position" integer not null,
  revision integer not null default 1
);
alter table tracks add constraint tracks_edition_id_id_key UNIQUE (edition_id, id);
alter table tracks add constraint tracks_pkey PRIMARY KEY (id);
alter table tracks add constraint tracks_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE;
alter table tracks add constraint tracks_name_check CHECK (((char_length(name) >= 1) AND (char_length(name) <= 200)));
alter table tracks add constraint tracks_position_check CHECK (("position" >= 0));
CREATE UNIQUE INDEX tracks_name ON public.tracks USING btree (edition_id, lower(name));

create table volume_annexes (
  id uuid not null,
  edition_id uuid not null,
  "position" integer not null,
  title text not null,
  body text not null
);
alter table volume_annexes add constraint volume_annexes_pkey PRIMARY KEY (id);
alter table volume_annexes add constraint volume_annexes_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES volumes(edition_id) ON DELETE CASCADE;
alter table volume_annexes add constraint volume_annexes_body_check CHECK (((char_length(body) >= 1) AND (char_length(body) <= 50000)));
alter table volume_annexes add constraint volume_annexes_position_check CHECK (("position" >= 0));
alter table volume_annexes add constraint volume_annexes_title_check CHECK (((char_length(title) >= 1) AND (char_length(title) <= 200)));
CREATE INDEX volume_annexes_edition ON public.volume_annexes USING btree (edition_id, "position");

create table volume_chapters (
  edition_id uuid not null,
  number integer not null,
  meeting_id uuid not null,
  minutes_id uuid not null,
  minutes_number integer not null,
  in_public boolean not null
);
alter table volume_chapters add constraint volume_chapters_pkey PRIMARY KEY (edition_id, number, meeting_id);
alter table volume_chapters add constraint volume_chapters_edition_id_number_fkey FOREIGN KEY (edition_id, number) REFERENCES volume_versions(edition_id, number);
alter table volume_chapters add constraint volume_chapters_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id);
alter table volume_chapters add constraint volume_chapters_minutes_id_minutes_number_fkey FOREIGN KEY (minutes_id, minutes_number) REFERENCES minutes_versions(minutes_id, number);
CREATE INDEX volume_chapters_meeting ON public.volume_chapters USING btree (meeting_id);
CREATE INDEX volume_chapters_minutes ON public.volume_chapters USING btree (minutes_id, minutes_number);

create table volume_files (
  edition_id uuid not null,
  number integer not null,
  edition text not null,
  format text not null,
  state text not null default 'queued'::text,
  fault text not null default ''::text,
  body bytea,
  sha256 bytea,
  pages integer,
  queued_at timestamp with time zone not null,
  finished_at timestamp with time zone
);
alter table volume_files add constraint volume_files_pkey PRIMARY KEY (edition_id, number, edition, format);
alter table volume_files add constraint volume_files_edition_id_number_fkey FOREIGN KEY (edition_id, number) REFERENCES volume_versions(edition_id, number);
alter table volume_files add constraint volume_files_check CHECK (((state = 'ready'::text) = (body IS NOT NULL)));
alter table volume_files add constraint volume_files_edition_check CHECK ((edition = ANY (ARRAY['public'::text, 'internal'::text])));
alter table volume_files add constraint volume_files_format_check CHECK ((format = ANY (ARRAY['pdf'::text, 'docx'::text, 'odt'::text])));
alter table volume_files add constraint volume_files_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'rendering'::text, 'ready'::text, 'failed'::text])));
CREATE INDEX volume_files_unfinished ON public.volume_files USING btree (edition_id, number) WHERE (state = ANY (ARRAY['queued'::text, 'rendering'::text]));

create table volume_sessions (
  meeting_id uuid not null,
  edition_id uuid not null,
  included boolean not null default true,
  "position" integer
);
alter table volume_sessions add constraint volume_sessions_pkey PRIMARY KEY (meeting_id);
alter table volume_sessions add constraint volume_sessions_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES volumes(edition_id) ON DELETE CASCADE;
alter table volume_sessions add constraint volume_sessions_meeting_id_fkey FOREIGN KEY (meeting_id) REFERENCES meetings(id) ON DELETE CASCADE;
alter table volume_sessions add constraint volume_sessions_position_check CHECK (("position" >= 0));
CREATE INDEX volume_sessions_edition ON public.volume_sessions USING btree (edition_id);

create table volume_versions (
  edition_id uuid not null,
  number integer not null,
  bound_at timestamp with time zone not null,
  bound_by uuid,
  bound_by_name text not null default ''::text,
  content text,
  sha256 bytea not null,
  internal_content text,
  internal_sha256 bytea,
  previous_sha256 bytea,
  envelope text not null,
  signature bytea not null,
  signing_key_id uuid not null,
  redacted_at timestamp with time zone
);
alter table volume_versions add constraint volume_versions_pkey PRIMARY KEY (edition_id, number);
alter table volume_versions add constraint volume_versions_bound_by_fkey FOREIGN KEY (bound_by) REFERENCES people(id) ON DELETE SET NULL;
alter table volume_versions add constraint volume_versions_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id);
alter table volume_versions add constraint volume_versions_signing_key_id_fkey FOREIGN KEY (signing_key_id) REFERENCES signing_keys(id);
alter table volume_versions add constraint volume_versions_check CHECK (((content IS NULL) = (redacted_at IS NOT NULL)));
alter table volume_versions add constraint volume_versions_number_check CHECK ((number > 0));
CREATE INDEX volume_versions_bound_by ON public.volume_versions USING btree (bound_by) WHERE (bound_by IS NOT NULL);
CREATE INDEX volume_versions_signing_key ON public.volume_versions USING btree (signing_key_id);
CREATE TRIGGER volume_versions_immutable BEFORE DELETE OR UPDATE OF edition_id, number, bound_at, bound_by_name, content, sha256, internal_content, internal_sha256, previous_sha256, envelope, signature, signing_key_id, redacted_at ON public.volume_versions FOR EACH ROW EXECUTE FUNCTION refuse_volume_change();

create table volumes (
  edition_id uuid not null,
  title text not null default ''::text,
  subtitle text not null default ''::text,
  note text not null default ''::text,
  with_organisations boolean not null default true,
  with_index boolean not null default true,
  rebind boolean not null default true,
  revision integer not null default 1,
  updated_at timestamp with time zone not null
);
alter table volumes add constraint volumes_pkey PRIMARY KEY (edition_id);
alter table volumes add constraint volumes_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id) ON DELETE CASCADE;
alter table volumes add constraint volumes_note_check CHECK ((char_length(note) <= 20000));
alter table volumes add constraint volumes_subtitle_check CHECK ((char_length(subtitle) <= 300));
alter table volumes add constraint volumes_title_check CHECK ((char_length(title) <= 200));

create table withdrawn_meetings (
  meeting_id uuid not null,
  group_id uuid not null,
  edition_id uuid,
  kind text not null,
  theme_slugs text[] not null default '{}'::text[],
  countries text[] not null default '{}'::text[],
  edtf text not null,
  time_zone text not null,
  during tstzrange not null,
  sequence integer not null,
  created_at timestamp with time zone not null,
  withdrawn_at timestamp with time zone not null
);
alter table withdrawn_meetings add constraint withdrawn_meetings_pkey PRIMARY KEY (meeting_id);
alter table withdrawn_meetings add constraint withdrawn_meetings_edition_id_fkey FOREIGN KEY (edition_id) REFERENCES editions(id);
alter table withdrawn_meetings add constraint withdrawn_meetings_group_id_fkey FOREIGN KEY (group_id) REFERENCES groups(id);
alter table withdrawn_meetings add constraint withdrawn_meetings_kind_check CHECK ((kind = ANY (ARRAY['group_meeting'::text, 'session'::text, 'thematic'::text, 'webinar'::text, 'other'::text])));
CREATE INDEX withdrawn_meetings_edition ON public.withdrawn_meetings USING btree (edition_id);
CREATE INDEX withdrawn_meetings_group ON public.withdrawn_meetings USING btree (group_id);
CREATE INDEX withdrawn_meetings_over ON public.withdrawn_meetings USING btree (upper(during));

CREATE OR REPLACE FUNCTION public.meeting_words(title text, summary text, place_name text)
 RETURNS tsvector
 LANGUAGE sql
 IMMUTABLE PARALLEL SAFE
RETURN to_tsvector('simple'::regconfig, translate(replace(replace(regexp_replace(NORMALIZE(lower(((((title || ' '::text) || summary) || ' '::text) || place_name)), NFD), '[\u0300-\u036f]'::text, ''::text, 'g'::text), 'œ'::text, 'oe'::text), 'æ'::text, 'ae'::text), '’''-'::text, '   '::text))
;

CREATE OR REPLACE FUNCTION public.refuse_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- the one change there is: a redaction takes the texts away for good, and a later one salts that the first had left
  if tg_op = 'UPDATE' and new.redacted_at is not null and (old.redacted_at is null or new.redacted_at = old.redacted_at)
    and new.content is null and new.internal_content is null
    and (new.minutes_id, new.number, new.published_at, new.published_by_name, new.sha256, new.reason)
      = (old.minutes_id, old.number, old.published_at, old.published_by_name, old.sha256, old.reason)
    -- and its note, where that repeated the words
    and new.note in (old.note, '')
    and new.signing_key_id is not distinct from old.signing_key_id
    and new.previous_sha256 is not distinct from old.previous_sha256
    and new.internal_sha256 is not distinct from old.internal_sha256
    and new.envelope is not distinct from old.envelope
    and new.signature is not distinct from old.signature
  then return new; end if;
  raise exception 'A published version never changes; publish a new one.';
end $function$
;

CREATE OR REPLACE FUNCTION public.refuse_volume_change()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  -- the one change there is: a redaction takes its texts away for good
  if tg_op = 'UPDATE' and new.redacted_at is not null and old.redacted_at is null
    and new.content is null and new.internal_content is null
    and (new.edition_id, new.number, new.bound_at, new.bound_by_name, new.sha256, new.envelope, new.signature, new.signing_key_id)
      = (old.edition_id, old.number, old.bound_at, old.bound_by_name, old.sha256, old.envelope, old.signature, old.signing_key_id)
    and new.internal_sha256 is not distinct from old.internal_sha256
    and new.previous_sha256 is not distinct from old.previous_sha256
  then return new; end if;
  raise exception 'A bound volume never changes; bind a new one.';
end $function$
;
