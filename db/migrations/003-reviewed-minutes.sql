-- ── minutes: states, attribution, versions ───────────────────────────────────────────────────────────────────
alter table minutes
  -- since when the minutes are in their state, and who brought them there
  add column state_at timestamptz not null default now(),
  add column state_by uuid references people on delete set null,
  -- how statements are attributed in the public edition where nothing else was chosen for them
  add column attribution text not null default 'name' check (attribution in ('name', 'organisation', 'none', 'internal')),
  -- SHA-256 of what was approved: what is published is that, or has to be approved again
  add column approved_sha256 bytea;

-- Every change of state, with who and when; a name stays when the person's record is erased.
create table minutes_steps (
  id uuid primary key default uuidv7(),
  minutes_id uuid not null references minutes on delete cascade,
  state text not null check (state in ('draft', 'in_review', 'approved', 'published')),
  at timestamptz not null,
  by uuid references people on delete set null,
  by_name text not null default '',
  -- of a publication: the version
  number integer
);
create index minutes_steps_minutes on minutes_steps (minutes_id, at desc);

-- Another attribution for one statement: a turn (then for all that is said in it) or any other paragraph of the notes.
create table minutes_attributions (
  minutes_id uuid not null references minutes on delete cascade,
  block_id text not null check (char_length(block_id) <= 100),
  level text not null check (level in ('name', 'organisation', 'none', 'internal')),
  set_by uuid references people on delete set null,
  set_at timestamptz not null,
  primary key (minutes_id, block_id)
);

-- Keys that versions are signed with (Ed25519, RFC 8032); the newest that is not retired signs.
create table signing_keys (
  id uuid primary key default uuidv7(),
  -- SubjectPublicKeyInfo and PKCS #8, DER
  public_key bytea not null,
  private_key bytea not null,
  created_at timestamptz not null default now(),
  retired_at timestamptz
);

alter table minutes_versions
  alter column content drop not null,
  -- why this version was made
  add column reason text not null default 'publication' check (reason in ('publication', 'erratum', 'editor_note', 'redaction')),
  -- what was put right, or noted, or why something was redacted; shown with the version
  add column note text not null default '' check (char_length(note) <= 5000),
  -- the internal edition, canonical JSON too; null: nothing in it differs from the public one
  add column internal_content text,
  add column internal_sha256 bytea,
  -- the salted leaves of the Merkle trees of both editions, in order: {"public": [{"id", "salt", "hash"}], "internal": … or
  -- null} (hexadecimal); a redaction takes the salts of what it took away, and leaves the hashes
  add column leaves jsonb,
  -- canonical JSON of what is signed: number, time, hashes, root, hash of the version before
  add column envelope text,
  add column signature bytea,
  add column signing_key_id uuid references signing_keys,
  -- a later version redacted something that this one said: its texts are gone, its hashes stay
  add column redacted_at timestamptz,
  add check ((content is null) = (redacted_at is not null));

drop trigger minutes_versions_immutable on minutes_versions;
create or replace function refuse_change() returns trigger language plpgsql as $$
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
end $$;
create trigger minutes_versions_immutable
  before update of minutes_id, number, published_at, published_by_name, content, sha256, previous_sha256, reason, note,
    internal_content, internal_sha256, leaves, envelope, signature, signing_key_id, redacted_at or delete on minutes_versions
  for each row execute function refuse_change();

-- Files of a version, rendered once, outside the request.
create table minutes_files (
  minutes_id uuid not null,
  number integer not null,
  edition text not null check (edition in ('public', 'internal')),
  format text not null check (format in ('pdf', 'docx', 'odt')),
  state text not null default 'queued' check (state in ('queued', 'rendering', 'ready', 'failed')),
  -- why it failed, or what had to be replaced (missing glyphs); a word for people who organise
  fault text not null default '',
  body bytea,
  sha256 bytea,
  pages integer,
  queued_at timestamptz not null,
  finished_at timestamptz,
  primary key (minutes_id, number, edition, format),
  foreign key (minutes_id, number) references minutes_versions on delete cascade,
  check ((state = 'ready') = (body is not null))
);
create index minutes_files_unfinished on minutes_files (minutes_id, number) where state in ('queued', 'rendering');

-- The version that a person read last: what changed since?
create table minutes_readings (
  person_id uuid not null references people on delete cascade,
  minutes_id uuid not null references minutes on delete cascade,
  number integer not null,
  read_at timestamptz not null,
  primary key (person_id, minutes_id)
);
create index minutes_readings_minutes on minutes_readings (minutes_id);

-- ── review ───────────────────────────────────────────────────────────────────────────────────────────────────
create table reviews (
  id uuid primary key default uuidv7(),
  minutes_id uuid not null references minutes on delete cascade,
  opened_at timestamptz not null,
  opened_by uuid references people on delete set null,
  -- the last day on which proposals are taken, in the meeting's zone
  deadline date not null,
  message text not null default '' check (char_length(message) <= 5000),
  closed_at timestamptz,
  closed_by uuid references people on delete set null,
  -- organisers were told of what came in until then
  digested_at timestamptz not null default now(),
  -- the deadline that organisers were told has passed; another one when it was put off and passed again
  told_deadline date,
  -- when those who proposed something were told what became of it
  summarised_at timestamptz
);
create unique index reviews_open on reviews (minutes_id) where closed_at is null;

create table reviewers (
  review_id uuid not null references reviews on delete cascade,
  attendance_id uuid not null references attendances on delete cascade,
  invited_at timestamptz not null,
  reminded_at timestamptz,
  first_opened_at timestamptz,
  -- said « rien à ajouter », or « j’ai terminé »
  answered_at timestamptz,
  primary key (review_id, attendance_id)
);
create index reviewers_attendance on reviewers (attendance_id);

create table complements (
  id uuid primary key default uuidv7(),
  minutes_id uuid not null references minutes on delete cascade,
  -- null: from a file that came back
  review_id uuid references reviews on delete cascade,
  agenda_item_id uuid references agenda_items on delete set null,
  -- the paragraph that it is about, or after which something is to be inserted; null: the end of the point
  block_id text check (char_length(block_id) <= 100),
  kind text not null check (kind in ('insert', 'replace', 'delete', 'comment', 'identity')),
  -- the words of that paragraph as the author saw them; '' for an insertion at the end
  base_text text not null default '',
  -- what it should say: {"kind", "inline"} of a paragraph, or {"name", "function", "organisation"} of an identity
  proposed jsonb,
  comment text not null default '' check (char_length(comment) <= 5000),
  author_id uuid references people on delete set null,
  attendance_id uuid references attendances on delete set null,
  author_name text not null,
  author_organisation text not null default '',
  state text not null default 'open' check (state in ('open', 'accepted', 'refused', 'withdrawn')),
  -- what went in, when the organiser edited it first
  applied jsonb,
  -- why it was refused, or an answer to a comment
  reason text not null default '' check (char_length(reason) <= 2000),
  decided_at timestamptz,
  decided_by uuid references people on delete set null,
  decided_by_name text not null default '',
  revision integer not null default 1,
  created_at timestamptz not null,
  check ((state in ('accepted', 'refused')) = (decided_at is not null))
);
create index complements_minutes on complements (minutes_id, created_at);
create index complements_open on complements (minutes_id) where state = 'open';
create index complements_attendance on complements (attendance_id) where attendance_id is not null;
create index complements_review on complements (review_id) where review_id is not null;
create index complements_item on complements (agenda_item_id) where agenda_item_id is not null;

-- ── the checker ──────────────────────────────────────────────────────────────────────────────────────────────
-- Findings of which an organiser said that all is well; another wording of the paragraph brings them back.
create table minutes_set_aside (
  minutes_id uuid not null references minutes on delete cascade,
  rule text not null check (char_length(rule) <= 40),
  -- SHA-256 of the paragraph's words and of what is said of them
  fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
  by uuid references people on delete set null,
  at timestamptz not null,
  primary key (minutes_id, fingerprint)
);

-- People by any word of their name: who may be meant by a name that is spelt a little otherwise.
create index people_name_words on people using gin (string_to_array(name_key, ' '));

-- ── follow-up of decisions and actions ───────────────────────────────────────────────────────────────────────
create table follow_ups (
  id uuid primary key default uuidv7(),
  group_id uuid not null references groups,
  meeting_id uuid not null references meetings on delete cascade,
  -- the block of the notes that it was
  block_id text not null check (char_length(block_id) <= 100),
  kind text not null check (kind in ('decision', 'action')),
  -- D1, A2…: how people quote it
  number text not null,
  body text not null,
  -- who does it: somebody in the directory, an organisation, or just as written
  owner_id uuid references people on delete set null,
  owner_organisation_id uuid references organisations on delete set null,
  owner_name text not null default '',
  -- the same as the public edition attributes it; '' when it names nobody
  owner_public text not null default '',
  due_on date,
  -- owner and date as the minutes say: while they stay, so does what organisers changed since
  written_owner text not null default '',
  written_due date,
  -- only in the internal edition
  internal boolean not null default false,
  -- withdrawn: the version that is out now no longer has it
  state text not null default 'open' check (state in ('open', 'done', 'dropped', 'withdrawn')),
  state_at timestamptz,
  state_by uuid references people on delete set null,
  -- of a withdrawn one: what it comes back to
  state_before text check (state_before in ('open', 'done', 'dropped')),
  -- what became of it
  outcome text not null default '' check (char_length(outcome) <= 2000),
  -- when the owner was told by mail
  notified_at timestamptz,
  -- when the owner said yes, by link or signed in; or that it is not theirs
  confirmed_at timestamptz,
  declined_at timestamptz,
  -- the other date that the owner asks for
  asked_due date,
  -- what the owner wrote with a « pas moi » or another date
  owner_word text not null default '' check (char_length(owner_word) <= 500),
  -- the last day on which the owner was reminded of it; null again with another due date
  reminded_on date,
  revision integer not null default 1,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (meeting_id, block_id),
  check ((state = 'withdrawn') = (state_before is not null))
);
create index follow_ups_owner on follow_ups (owner_id, due_on) where state = 'open' and kind = 'action';
create index follow_ups_group on follow_ups (group_id, due_on) where state = 'open' and kind = 'action';
create index follow_ups_closed on follow_ups (group_id, state_at desc) where state in ('done', 'dropped') and kind = 'action';
create index follow_ups_decisions on follow_ups (group_id, created_at desc) where kind = 'decision';
-- what organisers still have to settle: nobody or no date, « pas moi », another date asked for; owners who were not told
create index follow_ups_unsettled on follow_ups (group_id, due_on) where state = 'open' and kind = 'action'
  and ((owner_id is null and owner_organisation_id is null and owner_name = '') or due_on is null or declined_at is not null or asked_due is not null);
create index follow_ups_untold on follow_ups (group_id, owner_id) where state = 'open' and kind = 'action'
  and owner_id is not null and notified_at is null and confirmed_at is null and declined_at is null;
create index follow_ups_reminded on follow_ups (owner_id, reminded_on) where reminded_on is not null;
create index follow_ups_organisation on follow_ups (owner_organisation_id) where owner_organisation_id is not null;

-- Where an agenda item was carried over from.
alter table agenda_items
  add column carried_from uuid references agenda_items on delete set null;
create index agenda_items_carried on agenda_items (carried_from) where carried_from is not null;
create unique index agenda_items_carried_once on agenda_items (meeting_id, carried_from) where carried_from is not null;

-- ── sending ──────────────────────────────────────────────────────────────────────────────────────────────────
-- Addresses that a group sends its minutes to besides its members and attendees.
create table mailing_lists (
  id uuid primary key default uuidv7(),
  group_id uuid not null references groups on delete cascade,
  name text not null check (char_length(name) between 1 and 120),
  revision integer not null default 1,
  created_at timestamptz not null default now()
);
create index mailing_lists_group on mailing_lists (group_id);

create table mailing_list_addresses (
  list_id uuid not null references mailing_lists on delete cascade,
  address text not null check (address = lower(address) and char_length(address) <= 254),
  name text not null default '' check (char_length(name) <= 200),
  primary key (list_id, address)
);

create table minutes_sendings (
  id uuid primary key default uuidv7(),
  minutes_id uuid not null references minutes on delete cascade,
  number integer not null,
  sent_at timestamptz not null,
  sent_by uuid references people on delete set null,
  recipients integer not null
);
create index minutes_sendings_minutes on minutes_sendings (minutes_id, sent_at desc);

-- ── house style ──────────────────────────────────────────────────────────────────────────────────────────────
create table group_styles (
  group_id uuid primary key references groups on delete cascade,
  -- PNG, JPEG or SVG, checked when it came
  logo bytea,
  logo_type text check (logo_type in ('image/png', 'image/jpeg', 'image/svg+xml')),
  -- what the picture says, for those who do not see it
  logo_alt text not null default '' check (char_length(logo_alt) <= 200),
  -- '#0e4a3e': headings and rules; dark enough on white (4.5:1)
  colour text check (colour ~ '^#[0-9a-f]{6}$'),
  footer text not null default '' check (char_length(footer) <= 300),
  revision integer not null default 1,
  updated_at timestamptz not null default now(),
  check ((logo is null) = (logo_type is null))
);

-- ── past minutes ─────────────────────────────────────────────────────────────────────────────────────────────
create table imports (
  id uuid primary key default uuidv7(),
  group_id uuid not null references groups on delete cascade,
  file_name text not null check (char_length(file_name) <= 255),
  -- what was read from the file, and what is proposed to become of it; see app/model/imports.ts
  draft jsonb not null,
  state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  -- the meeting that came of it
  meeting_id uuid references meetings on delete set null,
  revision integer not null default 1,
  created_by uuid references people on delete set null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index imports_group on imports (group_id, created_at desc);
create index imports_meeting on imports (meeting_id) where meeting_id is not null;

-- ── links ────────────────────────────────────────────────────────────────────────────────────────────────────
alter table link_tokens drop constraint link_tokens_purpose_check;
alter table link_tokens
  add constraint link_tokens_purpose_check check (purpose in ('sign_in', 'answer', 'setup', 'review', 'follow_up')),
  add column follow_up_id uuid references follow_ups on delete cascade;
create index link_tokens_follow_up on link_tokens (follow_up_id) where follow_up_id is not null;
