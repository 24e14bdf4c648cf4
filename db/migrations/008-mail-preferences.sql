-- ── which mails people want, and when ────────────────────────────────────────────────────────────────────────────
-- Whoever chose anything about our mails: somebody of the directory, or an address that nobody in it has. What an address
-- refused holds for the person who is entered with it later, until that person chooses.
create table mail_readers (
  id uuid primary key default uuidv7(),
  person_id uuid unique references people on delete cascade,
  address text unique check (address = lower(address) and char_length(address) between 3 and 254),
  -- local hour of the daily digest, in the person's zone
  digest_hour smallint not null default 8 check (digest_hour between 0 and 23),
  -- false: they subscribe to their calendar, an entry in the mail would be a double
  calendar_parts boolean not null default true,
  -- how long before a meeting they want to be reminded; null: they left it to us
  reminder_leads text[] check (reminder_leads <@ array['week', 'day', 'hour']),
  revision integer not null default 1,
  changed_at timestamptz not null,
  check (num_nonnulls(person_id, address) = 1)
);

create table mail_preferences (
  reader_id uuid not null references mail_readers on delete cascade,
  kind text not null check (kind in ('invitations', 'reminders', 'minutes', 'reviews', 'follow_ups', 'date_polls', 'digest')),
  delivery text not null check (delivery in ('now', 'digest', 'never')),
  -- what a refusal put an end to, for whoever takes it back; null: nothing was chosen
  before text check (before in ('now', 'digest')),
  changed_at timestamptz not null,
  primary key (reader_id, kind)
);

-- One digest for each address and day; the key decides when two nodes make it at once.
create table mail_digests (
  id uuid primary key default uuidv7(),
  to_address text not null,
  -- the reader's own day
  day date not null,
  made_at timestamptz not null,
  unique (to_address, day)
);
create index mail_digests_made on mail_digests (made_at);

alter table outbox_mails
  -- the digest that tells its news in its place
  add column digest_id uuid references mail_digests on delete set null;
create index outbox_mails_digest on outbox_mails (digest_id) where digest_id is not null;
create index outbox_mails_waiting_for_digest on outbox_mails (to_address, person_id) where state = 'held' and digest_id is null;

-- ── reminders ────────────────────────────────────────────────────────────────────────────────────────────────────
-- What an organiser wants for one meeting; without a row each reader's own choice decides.
create table meeting_reminders (
  meeting_id uuid primary key references meetings on delete cascade,
  leads text[] not null check (leads <@ array['week', 'day', 'hour']),
  changed_at timestamptz not null
);

-- Reminders that were queued. The key is what makes each of them come once: a meeting that moved has another start.
create table reminders (
  attendance_id uuid not null references attendances on delete cascade,
  starts_at timestamptz not null,
  lead text not null check (lead in ('week', 'day', 'hour')),
  queued_at timestamptz not null,
  primary key (attendance_id, starts_at, lead)
);
create index reminders_starts on reminders (starts_at);

-- Up to when reminders were looked after: what fell due since is still owed, after a pause as well; what fell due before is not.
create table reminder_clock (
  one boolean primary key default true check (one),
  up_to timestamptz not null
);
