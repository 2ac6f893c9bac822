-- Additive: what the first release writes and reads goes on working while both releases run. Both tables are taken at once:
-- one after the other, a person who rates could hold the second and wait for the first.
lock table orders, review in access exclusive mode;
alter table orders
  add column handover text not null default 'delivery',
  add column table_id text,
  add column slot_from_at bigint,
  add column slot_to_at bigint,
  add column by_phone boolean not null default false,
  add column discount_fen bigint not null default 0,
  -- Which rules made the price, with their shares of each line; read and written as a whole.
  add column discounts jsonb not null default '[]',
  add column coupon_ids jsonb not null default '[]',
  add column refunds jsonb not null default '[]',
  add column refunded_fen bigint not null default 0,
  -- The newest case. It stands with the order: what is read under the order's lock is then the newest, while rows of
  -- another table would be read as they were before the wait for the lock.
  add column after_sale jsonb,
  -- What is fetched or eaten in the shop goes to no place of the campus.
  alter column place_id drop not null,
  drop constraint orders_check,
  add constraint orders_discount check (discount_fen >= 0) not valid,
  -- Checked for new rows at once; for old ones by the next step, which blocks nobody.
  add constraint orders_total check (total_fen = goods_fen + packing_fen + delivery_fee_fen - discount_fen) not valid,
  add constraint orders_refunded check (refunded_fen between 0 and total_fen) not valid;

-- All cases of all orders, for the desks of kitchens and operators.
create table after_sale (
  campus_id text not null,
  order_id text not null,
  no integer not null,
  after_sale_id text not null,
  shop_id text not null,
  state text not null,
  opened_at bigint not null,
  content jsonb not null,
  primary key (campus_id, order_id, no),
  unique (campus_id, after_sale_id),
  foreign key (campus_id, order_id) references orders (campus_id, order_id)
);
create index after_sale_of_shop on after_sale (campus_id, shop_id, opened_at desc);
create index after_sale_open on after_sale (campus_id, opened_at) where state <> 'closed';

-- Orders taken for a time slot of a kitchen; a row appears with the first one.
create table slot_load (
  campus_id text not null,
  shop_id text not null,
  slot_from_at bigint not null,
  taken integer not null check (taken >= 0),
  primary key (campus_id, shop_id, slot_from_at)
);

-- Portions of a choice that has a stock of its own ("size:large"), kept like those of a dish.
create table choice_stock (
  campus_id text not null,
  dish_id text not null,
  choice text not null,
  day text not null,
  left_count integer not null check (left_count >= 0),
  short_count integer not null default 0 check (short_count >= 0),
  primary key (campus_id, dish_id, choice, day)
);

-- What was ordered beyond a number of portions that the kitchen lowered afterwards: a later rise pays for it first.
alter table dish_stock add column short_count integer not null default 0 check (short_count >= 0);

alter table review
  -- What a shop's page calls it: an order's id would tell whoever knows the order who wrote it.
  add column review_id uuid not null default gen_random_uuid(),
  add column answer text,
  add column answered_at bigint,
  -- Accounts: who answered, and who hid it or (without hidden_at) showed it again.
  add column answered_by text,
  add column hidden_reason text,
  add column hidden_by text,
  add column hidden_at bigint,
  add constraint review_named unique (campus_id, review_id);
