-- One bill of a channel: whether it has been read, and what it says in sum.
create table bill_run (
  campus_id text not null,
  channel text not null,
  day text not null,
  state text not null default 'waiting' check (state in ('waiting', 'compared')),
  tried integer not null default 0,
  -- When to go on with it; null: nothing to do.
  next_at bigint,
  problem text,
  detail text,
  read_at bigint,
  payment_count integer not null default 0,
  payments_fen bigint not null default 0,
  refund_count integer not null default 0,
  refunds_fen bigint not null default 0,
  fee_fen bigint not null default 0,
  fees_posted_at bigint,
  -- What the ledger has of the fees, in how many postings, and the one that is on its way to it.
  fees_posted_fen bigint not null default 0,
  fee_postings integer not null default 0,
  fee_posting_fen bigint,
  -- Our money just before midnight that the next bill may still have.
  waiting_count integer not null default 0,
  primary key (campus_id, channel, day)
);
create index bill_run_due on bill_run (campus_id, next_at) where next_at is not null;

create table bill_line (
  campus_id text not null,
  channel text not null,
  day text not null,
  line_no integer not null,
  kind text not null check (kind in ('payment', 'refund')),
  payment_id text not null,
  refund_id text,
  platform_number text not null,
  amount_fen bigint not null check (amount_fen >= 0),
  fee_fen bigint,
  at bigint not null,
  primary key (campus_id, channel, day, line_no),
  foreign key (campus_id, channel, day) references bill_run (campus_id, channel, day)
);
create index bill_line_of_payment on bill_line (campus_id, payment_id);

-- What differs, as a case. Channel "own": two books of ours contradict each other.
create table difference (
  campus_id text not null,
  difference_id text not null,
  channel text not null,
  day text not null,
  kind text not null,
  subject text not null,
  number text not null,
  payment_id text,
  platform_number text,
  -- Fen, or portions where the subject is stock.
  expected bigint,
  found bigint,
  own_state text,
  at bigint not null,
  state text not null,
  opened_at bigint not null,
  changed_at bigint not null,
  primary key (campus_id, difference_id),
  -- The same difference, found again, is the same case.
  unique (campus_id, channel, day, kind, subject, number)
);
create index difference_open on difference (campus_id, opened_at desc) where state = 'open';
create index difference_newest on difference (campus_id, opened_at desc);

-- The case's story, never changed.
create table difference_step (
  campus_id text not null,
  difference_id text not null,
  step_no integer not null,
  command text not null,
  from_state text,
  to_state text not null,
  actor_id text,
  actor_name text not null,
  reason text not null,
  at bigint not null,
  trace_id text not null,
  primary key (campus_id, difference_id, step_no),
  foreign key (campus_id, difference_id) references difference (campus_id, difference_id)
);
create function difference_step_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'the story of a difference is never changed: % refused', lower(tg_op) using errcode = 'restrict_violation';
end $$;
create trigger difference_step_is_kept before update or delete or truncate on difference_step
  for each statement execute function difference_step_is_kept();
