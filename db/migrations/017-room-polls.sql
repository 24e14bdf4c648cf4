-- Votes from the phones of a room, without signing in.

-- The door: who has its code, which the screen of the room shows, may vote in the meeting's polls.
create table room_doors (
  meeting_id uuid primary key references meetings (id) on delete cascade,
  code text not null unique check (code ~ '^[2-9a-hjkmnp-z]{8}$'),
  opened_at timestamptz not null,
  -- null: open
  closed_at timestamptz,
  -- only who types the code of a badge of this edition votes
  by_badge boolean not null default false,
  -- results while people still vote, or only afterwards
  shows_counts boolean not null default false
);

-- One vote a device, or a badge. `voter` is a keyed hash of poll and device: two polls can't be laid side by side.
create table room_votes (
  poll_id uuid not null references live_polls (id) on delete cascade,
  voter bytea not null check (octet_length(voter) = 32),
  option_id uuid not null,
  by_badge boolean not null,
  voted_at timestamptz not null,
  primary key (poll_id, voter),
  foreign key (poll_id, option_id) references live_poll_options (poll_id, id) on delete cascade
);
create index room_votes_option on room_votes (poll_id, option_id);
