-- The minutes of an edition, bound in one volume.

-- What its organisers write for it and choose; it becomes public only as a version.
create table volumes (
  edition_id uuid primary key references editions (id) on delete cascade,
  title text not null default '' check (char_length(title) <= 200),
  subtitle text not null default '' check (char_length(subtitle) <= 300),
  -- paragraphs, lists, *emphasis* and **strong** words (app/model/marked-text.ts)
  note text not null default '' check (char_length(note) <= 20000),
  with_organisations boolean not null default true,
  with_index boolean not null default true,
  -- the next version is bound by itself when a session that is in it publishes
  rebind boolean not null default true,
  revision integer not null default 1,
  updated_at timestamptz not null
);

create table volume_annexes (
  id uuid primary key,
  edition_id uuid not null references volumes (edition_id) on delete cascade,
  position integer not null check (position >= 0),
  title text not null check (char_length(title) between 1 and 200),
  body text not null check (char_length(body) between 1 and 50000)
);
create index volume_annexes_edition on volume_annexes (edition_id, position);

-- Sessions about which something was decided; the others are in, in the order of the programme.
create table volume_sessions (
  meeting_id uuid primary key references meetings (id) on delete cascade,
  edition_id uuid not null references volumes (edition_id) on delete cascade,
  included boolean not null default true,
  -- in the volume; null: where the programme has it
  position integer check (position >= 0)
);
create index volume_sessions_edition on volume_sessions (edition_id);

-- A volume as it was bound: which version of which minutes, in which order, with what around them. It says no word of the
-- minutes itself: what was redacted there is gone here too.
create table volume_versions (
  edition_id uuid not null references editions (id),
  number integer not null check (number > 0),
  bound_at timestamptz not null,
  -- null: bound by itself, or by somebody who is gone
  bound_by uuid references people (id) on delete set null,
  bound_by_name text not null default '',
  -- canonical JSON (RFC 8785), byte for byte what the hash is of; null once a redaction took it away
  content text,
  sha256 bytea not null,
  internal_content text,
  internal_sha256 bytea,
  previous_sha256 bytea,
  -- canonical JSON of what is signed: number, time, hashes, hash of the version before
  envelope text not null,
  signature bytea not null,
  signing_key_id uuid not null references signing_keys (id),
  redacted_at timestamptz,
  primary key (edition_id, number),
  check ((content is null) = (redacted_at is not null))
);
create index volume_versions_bound_by on volume_versions (bound_by) where bound_by is not null;
create index volume_versions_signing_key on volume_versions (signing_key_id);

create function refuse_volume_change() returns trigger language plpgsql as $$
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
end $$;
create trigger volume_versions_immutable
  before update of edition_id, number, bound_at, bound_by_name, content, sha256, internal_content, internal_sha256,
    previous_sha256, envelope, signature, signing_key_id, redacted_at or delete on volume_versions
  for each row execute function refuse_volume_change();

-- Which versions of which minutes a volume binds.
create table volume_chapters (
  edition_id uuid not null,
  number integer not null,
  meeting_id uuid not null references meetings (id),
  minutes_id uuid not null,
  minutes_number integer not null,
  -- it is in the public volume, and not in the internal one alone
  in_public boolean not null,
  primary key (edition_id, number, meeting_id),
  foreign key (edition_id, number) references volume_versions (edition_id, number),
  foreign key (minutes_id, minutes_number) references minutes_versions (minutes_id, number)
);
create index volume_chapters_meeting on volume_chapters (meeting_id);
create index volume_chapters_minutes on volume_chapters (minutes_id, minutes_number);

-- Files of a volume, rendered once, outside the request. One that a redaction took away has no row any more.
create table volume_files (
  edition_id uuid not null,
  number integer not null,
  edition text not null check (edition in ('public', 'internal')),
  format text not null check (format in ('pdf', 'docx', 'odt')),
  state text not null default 'queued' check (state in ('queued', 'rendering', 'ready', 'failed')),
  fault text not null default '',
  body bytea,
  sha256 bytea,
  pages integer,
  queued_at timestamptz not null,
  finished_at timestamptz,
  primary key (edition_id, number, edition, format),
  foreign key (edition_id, number) references volume_versions (edition_id, number),
  check ((state = 'ready') = (body is not null))
);
create index volume_files_unfinished on volume_files (edition_id, number) where state in ('queued', 'rendering');
