-- ── mail that comes in ───────────────────────────────────────────────────────────────────────────────────────
-- What the mailbox of invitations received and what was done with it; swept after 90 days.
create table inbox_mails (
  id uuid primary key default uuidv7(),
  -- of the message as it came: the same message twice, by whatever door, is treated once
  sha256 bytea not null unique check (octet_length(sha256) = 32),
  received_at timestamptz not null,
  door text not null check (door in ('imap', 'push', 'demo')),
  message_id text not null default '' check (char_length(message_id) <= 998),
  -- what stood in From; proven only where the outcome says so
  from_address text not null default '' check (char_length(from_address) <= 320),
  from_name text not null default '' check (char_length(from_name) <= 200),
  subject text not null default '' check (char_length(subject) <= 300),
  -- the beginning of its text
  excerpt text not null default '' check (char_length(excerpt) <= 2000),
  kind text not null check (kind in ('reply', 'counter', 'bounce', 'auto_reply', 'list', 'other')),
  outcome text not null check (outcome in (
    'recorded', 'repeated', 'late', 'unproven', 'unknown_meeting', 'not_invited', 'started', 'cancelled', 'not_announced',
    'delegated', 'unreadable', 'too_large', 'bounce_recorded', 'kept')),
  -- one line: the answer that was given, what a mail server said of an address
  detail text not null default '' check (char_length(detail) <= 500),
  meeting_id uuid references meetings on delete set null,
  attendance_id uuid references attendances on delete set null
);
create index inbox_mails_received on inbox_mails (received_at desc, id desc);
create index inbox_mails_meeting on inbox_mails (meeting_id) where meeting_id is not null;
create index inbox_mails_attendance on inbox_mails (attendance_id) where attendance_id is not null;

-- The last answer that came from somebody's own calendar (iTIP REPLY, RFC 5546): an older one that comes later is not applied.
create table attendance_replies (
  attendance_id uuid primary key references attendances on delete cascade,
  -- SEQUENCE and DTSTAMP of the reply; a DTSTAMP of the future counts as the time of arrival
  sequence integer not null,
  stamp timestamptz not null,
  partstat text not null check (partstat in ('ACCEPTED', 'DECLINED', 'TENTATIVE')),
  -- what the person wrote with it
  comment text not null default '' check (char_length(comment) <= 1000),
  received_at timestamptz not null
);

alter table attendances
  -- a calendar said yes, the meeting is both on site and online, and nobody has said yet which of the two
  add column place_assumed boolean not null default false;

-- the mails about one invitation: the first is what the later ones answer (References)
create index outbox_mails_attendance on outbox_mails ((payload->>'attendanceId'), template) where payload ? 'attendanceId';
