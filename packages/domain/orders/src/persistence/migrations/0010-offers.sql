-- What makes orders cheaper. The offer itself is read and written as a whole; ended rules stay, because orders name them.
create table discount_rule (
  campus_id text not null,
  discount_id text not null,
  -- null: the whole campus.
  shop_id text,
  bearer text not null check (bearer in ('merchant', 'platform')),
  content jsonb not null,
  -- Who wrote it as it is now, and who ended it: accounts, with the requests in which they did.
  updated_at bigint not null,
  updated_by text not null,
  updated_trace_id text not null,
  ended_at bigint,
  ended_by text,
  ended_trace_id text,
  primary key (campus_id, discount_id),
  check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_trace_id is null))
);
create index discount_rule_of_shop on discount_rule (campus_id, shop_id);

create table coupon (
  campus_id text not null,
  coupon_id text not null,
  discount_id text not null,
  account_id text not null,
  given_at bigint not null,
  given_by text not null,
  given_trace_id text not null,
  valid_until_at bigint not null,
  -- The order that uses it, from its placing on; none again where that order is cancelled, expires or is refused, even after
  -- the food was cooked or carried: who gets no lunch keeps the coupon.
  used_by text,
  used_at bigint,
  primary key (campus_id, coupon_id),
  foreign key (campus_id, discount_id) references discount_rule (campus_id, discount_id),
  foreign key (campus_id, used_by) references orders (campus_id, order_id),
  check ((used_by is null) = (used_at is null))
);
create index coupon_of_account on coupon (campus_id, account_id, given_at desc);
create index coupon_of_discount on coupon (campus_id, discount_id);
create index coupon_of_order on coupon (campus_id, used_by) where used_by is not null;

-- Who changed what about rules that cost money: one row a change, never changed itself.
create table discount_change (
  campus_id text not null,
  change_no bigint not null generated always as identity,
  discount_id text not null,
  at bigint not null,
  account_id text not null,
  actor_name text not null,
  trace_id text not null,
  kind text not null,
  before jsonb,
  after jsonb,
  primary key (campus_id, change_no),
  foreign key (campus_id, discount_id) references discount_rule (campus_id, discount_id)
);
create index discount_change_of_rule on discount_change (campus_id, discount_id, change_no desc);
