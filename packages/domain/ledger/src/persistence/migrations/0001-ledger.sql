-- A fact about money, once: the key names it, so that telling it twice books it once.
create table posting (
  campus_id text not null,
  posting_id text not null,
  -- The order of booking, also within a millisecond.
  position bigint generated always as identity,
  kind text not null,
  key text not null,
  -- When it was booked. Statements go by it: a period that has ended never gets another line.
  at bigint not null,
  -- When it happened.
  occurred_at bigint not null,
  order_id text,
  payment_id text,
  refund_id text,
  payout_id text,
  -- What it was made from: the terms that held, the lines as they were split.
  facts jsonb not null,
  entry_count integer not null check (entry_count >= 2),
  trace_id text not null,
  primary key (campus_id, posting_id),
  unique (campus_id, key),
  unique (campus_id, posting_id, at)
);
create index posting_of_order on posting (campus_id, order_id) where order_id is not null;

-- Debits are positive, credits negative.
create table entry (
  campus_id text not null,
  posting_id text not null,
  line_no integer not null,
  account text not null,
  item text not null,
  amount_fen bigint not null check (amount_fen <> 0),
  -- The same as its posting's, held together by the key: balances and statements then need one index only.
  at bigint not null,
  primary key (campus_id, posting_id, line_no),
  foreign key (campus_id, posting_id, at) references posting (campus_id, posting_id, at)
);
create index entry_of_account on entry (campus_id, account, at) include (amount_fen);

-- The last word on every posting, whoever wrote it: at commit its entries sum to 0 and are as many as it says. The count also
-- keeps a pair of entries from being slipped into a posting later.
create function posting_balances() returns trigger language plpgsql as $$
declare
  total numeric;
  entries integer;
  promised integer;
begin
  select coalesce(sum(amount_fen), 0), count(*) into total, entries
    from entry where campus_id = new.campus_id and posting_id = new.posting_id;
  select entry_count into promised
    from posting where campus_id = new.campus_id and posting_id = new.posting_id;
  if total <> 0 or entries <> promised then
    raise exception 'posting % does not balance: sum %, % of % entries', new.posting_id, total, entries, promised
      using errcode = 'check_violation';
  end if;
  return null;
end $$;
create constraint trigger posting_balances after insert on posting
  deferrable initially deferred for each row execute function posting_balances();
create constraint trigger entry_balances after insert on entry
  deferrable initially deferred for each row execute function posting_balances();

-- Books are written in ink: what was wrong is corrected by another posting.
create function books_are_kept() returns trigger language plpgsql as $$
begin
  raise exception 'the ledger is never changed: % of % refused', lower(tg_op), tg_table_name
    using errcode = 'restrict_violation';
end $$;
create trigger posting_is_kept before update or delete or truncate on posting
  for each statement execute function books_are_kept();
create trigger entry_is_kept before update or delete or truncate on entry
  for each statement execute function books_are_kept();

-- The payment, refund or share up to which everything is over and has been looked at; the search for what was never told goes on
-- behind it, so that its work does not grow with the history.
create table looked_through (
  campus_id text not null,
  source text not null check (source in ('payment', 'refund', 'share')),
  up_to text not null,
  primary key (campus_id, source)
);

-- What a campus agrees on with everybody, from a moment on; the newest that holds counts. An agreement that lies ahead is replaced
-- by another for the same moment; both are kept.
create table campus_terms (
  campus_id text not null,
  valid_from bigint not null,
  -- The order of agreeing.
  position bigint generated always as identity,
  commission_permille integer not null check (commission_permille between 0 and 1000),
  rider_share_permille integer not null check (rider_share_permille between 0 and 1000),
  rider_minimum_fen bigint not null check (rider_minimum_fen >= 0),
  payout_every text not null check (payout_every in ('day', 'week')),
  payout_minimum_fen bigint not null check (payout_minimum_fen > 0),
  set_by text not null,
  set_at bigint not null,
  trace_id text not null,
  primary key (campus_id, valid_from, position)
);
-- What one shop has agreed otherwise; null: as its campus, again.
create table shop_terms (
  campus_id text not null,
  shop_id text not null,
  valid_from bigint not null,
  position bigint generated always as identity,
  commission_permille integer check (commission_permille between 0 and 1000),
  set_by text not null,
  set_at bigint not null,
  trace_id text not null,
  primary key (campus_id, shop_id, valid_from, position)
);
create trigger campus_terms_are_kept before update or delete or truncate on campus_terms
  for each statement execute function books_are_kept();
create trigger shop_terms_are_kept before update or delete or truncate on shop_terms
  for each statement execute function books_are_kept();

create table payout (
  campus_id text not null,
  payout_id text not null,
  payee text not null,
  period text not null,
  amount_fen bigint not null check (amount_fen > 0),
  state text not null check (state in ('prepared', 'sent', 'paid', 'failed', 'cancelled')),
  attempt integer not null default 1 check (attempt >= 1),
  prepared_at bigint not null,
  changed_at bigint not null,
  note text not null default '',
  primary key (campus_id, payout_id),
  unique (campus_id, payee, period)
);
create index payout_of_state on payout (campus_id, state);

-- To whom how much is paid out for which period stands for good; only how far it got changes.
create function payout_moves_on() returns trigger language plpgsql as $$
declare
  changing constant text[] := array['state', 'attempt', 'changed_at', 'note'];
begin
  if to_jsonb(new) - changing <> to_jsonb(old) - changing or new.attempt < old.attempt then
    raise exception 'pay-out % is never changed, it only moves on', old.payout_id using errcode = 'restrict_violation';
  end if;
  return new;
end $$;
create trigger payout_moves_on before update on payout for each row execute function payout_moves_on();
create trigger payout_is_kept before delete or truncate on payout
  for each statement execute function books_are_kept();

-- Who moved a pay-out on, and why; never changed.
create table payout_step (
  campus_id text not null,
  payout_id text not null,
  step_no integer not null,
  from_state text not null,
  to_state text not null,
  -- An operator's account, or the timer's name.
  by text not null,
  note text not null,
  at bigint not null,
  trace_id text not null,
  primary key (campus_id, payout_id, step_no),
  foreign key (campus_id, payout_id) references payout (campus_id, payout_id)
);
create trigger payout_step_is_kept before update or delete or truncate on payout_step
  for each statement execute function books_are_kept();

-- All payees of a period have been looked at; until then the timer goes on where it was broken off.
create table payout_run (
  campus_id text not null,
  period text not null,
  finished_at bigint not null,
  primary key (campus_id, period)
);
