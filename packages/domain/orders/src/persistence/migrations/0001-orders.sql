-- Numbers that people call out at the counter; gaps do no harm, so no row is locked for them.
create sequence order_number;

create table orders (
  campus_id text not null,
  order_id text not null,
  order_no text not null,
  version integer not null,
  day text not null,
  account_id text not null,
  host text not null,
  shop_id text not null,
  shop_name text not null,
  shop_name_en text not null,
  shop_lon double precision not null,
  shop_lat double precision not null,
  place_id text not null,
  place_name text not null,
  place_name_en text not null,
  place_lon double precision not null,
  place_lat double precision not null,
  goods_fen bigint not null check (goods_fen >= 0),
  packing_fen bigint not null check (packing_fen >= 0),
  delivery_fee_fen bigint not null check (delivery_fee_fen >= 0),
  total_fen bigint not null check (total_fen = goods_fen + packing_fen + delivery_fee_fen),
  note text not null,
  cutlery integer not null,
  contact_phone text,
  pickup_code text not null,
  pickup_tries integer not null default 0,
  pickup_retry_at bigint not null default 0,
  fulfilment text not null,
  payment text not null,
  paid_by text,
  rider_id text,
  rider_name text,
  promise_earliest bigint not null,
  promise_latest bigint not null,
  refusal text,
  placed_at bigint not null,
  pay_by bigint not null,
  paid_at bigint,
  accepted_at bigint,
  ready_at bigint,
  delivered_at bigint,
  idempotency_key text not null,
  fingerprint text not null,
  primary key (campus_id, order_id),
  unique (campus_id, account_id, idempotency_key)
);
create index orders_of_account on orders (campus_id, account_id, placed_at desc);
create index orders_of_shop on orders (campus_id, shop_id, day);
create index orders_of_day on orders (campus_id, day, placed_at desc);
create index orders_in_kitchen on orders (campus_id, shop_id) where fulfilment in ('placed', 'accepted', 'ready') and payment = 'paid';
create index orders_for_riders on orders (campus_id, fulfilment) where fulfilment in ('accepted', 'ready', 'pickedUp');
create index orders_delivered on orders (delivered_at) where fulfilment = 'delivered';
create index orders_of_rider on orders (campus_id, rider_id, day) where rider_id is not null;
create index orders_unpaid_of_account on orders (campus_id, account_id) where fulfilment = 'placed' and payment = 'unpaid';
create index orders_unpaid on orders (pay_by) where fulfilment = 'placed' and payment = 'unpaid';

create table order_line (
  campus_id text not null,
  order_id text not null,
  line_no integer not null,
  dish_id text not null,
  name text not null,
  name_en text not null,
  art text not null,
  choices jsonb not null,
  quantity integer not null check (quantity > 0),
  unit_fen bigint not null check (unit_fen >= 0),
  total_fen bigint not null check (total_fen = unit_fen * quantity),
  primary key (campus_id, order_id, line_no),
  foreign key (campus_id, order_id) references orders (campus_id, order_id)
);

-- The order's story: one row per version, never changed.
create table order_step (
  campus_id text not null,
  order_id text not null,
  version integer not null,
  command text not null,
  from_state text not null,
  to_state text not null,
  actor_kind text not null,
  actor_id text,
  actor_name text not null,
  reason text,
  at bigint not null,
  trace_id text not null,
  primary key (campus_id, order_id, version),
  foreign key (campus_id, order_id) references orders (campus_id, order_id)
);

-- A row appears with the first order of the day; the check is the last guard against overselling.
create table dish_stock (
  campus_id text not null,
  dish_id text not null,
  day text not null,
  left_count integer not null check (left_count >= 0),
  primary key (campus_id, dish_id, day)
);

create table review (
  campus_id text not null,
  order_id text not null,
  shop_id text not null,
  account_id text not null,
  stars integer not null check (stars between 1 and 5),
  comment text not null,
  at bigint not null,
  primary key (campus_id, order_id),
  foreign key (campus_id, order_id) references orders (campus_id, order_id)
);
create index review_of_shop on review (campus_id, shop_id);
