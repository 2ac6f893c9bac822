-- Accounts at a payment platform to which a shop's parts may go directly; without one, money goes out by pay-out only.
create table share_receiver (
  campus_id text not null,
  shop_id text not null,
  channel text not null,
  party text not null check (party in ('merchant', 'rider')),
  kind text not null,
  account text not null,
  name text not null,
  active boolean not null,
  saved_at bigint not null,
  primary key (campus_id, shop_id, channel, party)
);
-- Money that reaches one account for both parties could not be told apart.
create unique index share_receiver_account on share_receiver (campus_id, shop_id, channel, account) where active;

create function sharing_is_kept() returns trigger language plpgsql as $$
begin
  raise exception 'what people decided about sharing is never changed: % of % refused', lower(tg_op), tg_table_name
    using errcode = 'restrict_violation';
end $$;

-- Where a shop's money went, and on whose word; never changed. `before` is null for the first one.
create table share_receiver_change (
  campus_id text not null,
  shop_id text not null,
  channel text not null,
  party text not null,
  -- The order of changing.
  position bigint generated always as identity,
  by text not null,
  at bigint not null,
  trace_id text not null,
  before jsonb,
  after jsonb not null,
  primary key (campus_id, shop_id, channel, party, position)
);
create trigger share_receiver_change_is_kept before update or delete or truncate on share_receiver_change
  for each statement execute function sharing_is_kept();

-- The share of one payment. A row is written when the payment is opened: the platform then holds its money back.
create table share (
  campus_id text not null,
  payment_id text not null,
  order_id text not null,
  state text not null check (state in ('planned', 'requested', 'processing', 'finished', 'failed', 'returned')),
  -- Whether the platform still holds back what was not shared.
  rest text not null default 'frozen' check (rest in ('frozen', 'free')),
  -- What refunds had left of the payment when it was divided.
  divided_fen bigint not null default 0,
  planned_at bigint not null,
  requested_at bigint,
  finished_at bigint,
  -- When to go on with it; null: nothing to do.
  ask_at bigint,
  asked integer not null default 0,
  primary key (campus_id, payment_id),
  foreign key (campus_id, payment_id) references payment (campus_id, payment_id)
);
create index share_of_order on share (campus_id, order_id);
-- Gateways speak of a payment by its id alone.
create index share_of_payment on share (payment_id);
create index share_to_ask on share (ask_at) where ask_at is not null;

create table share_part (
  campus_id text not null,
  payment_id text not null,
  party text not null check (party in ('merchant', 'rider')),
  kind text not null,
  account text not null,
  amount_fen bigint not null check (amount_fen > 0),
  result text not null default 'pending' check (result in ('pending', 'success', 'closed')),
  failure text,
  primary key (campus_id, payment_id, party),
  foreign key (campus_id, payment_id) references share (campus_id, payment_id)
);

-- An operator's word on a share that hung; never changed.
create table share_settlement (
  campus_id text not null,
  payment_id text not null,
  outcome text not null check (outcome in ('shared', 'notShared')),
  words text not null check (words <> ''),
  by text not null,
  at bigint not null,
  trace_id text not null,
  primary key (campus_id, payment_id),
  foreign key (campus_id, payment_id) references share (campus_id, payment_id)
);
create trigger share_settlement_is_kept before update or delete on share_settlement
  for each statement execute function sharing_is_kept();

-- What a refund takes back of a part; decided once, so that its repetition takes the same.
create table share_return (
  campus_id text not null,
  refund_id text not null,
  payment_id text not null,
  party text not null,
  amount_fen bigint not null check (amount_fen > 0),
  state text not null default 'requested' check (state in ('requested', 'done', 'failed')),
  failure text,
  requested_at bigint not null,
  finished_at bigint,
  primary key (campus_id, refund_id, party),
  foreign key (campus_id, payment_id, party) references share_part (campus_id, payment_id, party)
);
create index share_return_of_part on share_return (campus_id, payment_id, party);

-- Telling WeChat that the goods of a payment were handed over: once a payment.
create table shipping_upload (
  campus_id text not null,
  payment_id text not null,
  order_id text not null,
  kind text not null check (kind in ('sameCity', 'selfPickup')),
  state text not null default 'requested' check (state in ('requested', 'done', 'refused')),
  -- The platform's last word, where it was not "done".
  code text,
  handed_over_at bigint not null,
  requested_at bigint not null,
  tried_at bigint not null,
  tried integer not null default 0,
  -- When to try; null: nothing to do.
  try_at bigint,
  primary key (campus_id, payment_id),
  foreign key (campus_id, payment_id) references payment (campus_id, payment_id)
);
create index shipping_upload_to_try on shipping_upload (try_at) where try_at is not null;
