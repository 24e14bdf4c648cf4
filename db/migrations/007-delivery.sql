-- Mail that arrives: what became of each one, addresses that fail, and a pace that all nodes share.

alter table outbox_mails
  drop constraint outbox_mails_state_check,
  -- refused: the mail server said no for good; bounced: it took the mail and gave it back later; dead: given up after the
  -- last attempt; withdrawn: no longer wanted when its turn came; held: kept for the digest of its person; declined: its
  -- person wants no such mails
  add constraint outbox_mails_state_check check (state in ('queued', 'sent', 'refused', 'bounced', 'dead', 'withdrawn', 'held', 'declined')),
  -- the meeting that it is about: its group's organisers see what became of it
  add column meeting_id uuid references meetings on delete set null,
  -- why it did not arrive, or not yet; '' while nothing is known
  add column fault text not null default '' check (fault in ('', 'no_mailbox', 'mailbox_full', 'policy', 'content', 'later', 'network', 'login', 'template', 'failing_address', 'other')),
  -- sent, refused, bounced, given up, withdrawn or held: since when
  add column settled_at timestamptz,
  -- its turn under the pace of sending, and by which of its two limits it was given; '' and null: none was asked for yet
  add column turn_at timestamptz,
  add column turn_by text not null default '' check (turn_by in ('', 'domain', 'all')),
  -- an attempt is on its way until then, so that no second one begins; a crash leaves it behind, and it passes
  add column claimed_until timestamptz,
  -- the mail that this one sends once more
  add column again_of uuid references outbox_mails on delete set null;

-- mails that were given up at once had been refused
update outbox_mails set settled_at = coalesce(sent_at, created_at) where state <> 'queued';

create index outbox_mails_meeting on outbox_mails (meeting_id, id desc) where meeting_id is not null;
create index outbox_mails_failed on outbox_mails (id desc) where state in ('refused', 'bounced', 'dead');
create index outbox_mails_person on outbox_mails (person_id) where person_id is not null;
create index outbox_mails_again on outbox_mails (again_of) where again_of is not null;

-- Addresses that mails come back from. Two hard failures, and only mails that were asked for (sign-in) are still tried.
create table failing_addresses (
  -- lower case
  address text primary key check (address = lower(address)),
  -- mails refused or given back for good since the address last worked
  failures integer not null default 1 check (failures > 0),
  reason text not null default '' check (reason in ('', 'no_mailbox', 'mailbox_full', 'policy', 'content', 'later', 'network', 'login', 'template', 'failing_address', 'other')),
  first_at timestamptz not null,
  last_at timestamptz not null
);

-- When the next mail may leave: one row for all mails ('*') and one for each domain of recipients (GCRA, ITU-T I.371).
create table mail_pace (
  key text primary key,
  free_at timestamptz not null
);
create index mail_pace_free on mail_pace (free_at);
