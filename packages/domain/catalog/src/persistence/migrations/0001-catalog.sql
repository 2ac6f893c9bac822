-- Shops with their menus. Money is whole fen; hours, labels and options are read and written as a whole.
create table shop (
  campus_id text not null,
  shop_id text not null,
  position integer not null,
  key text not null,
  name text not null,
  name_en text not null,
  category text not null,
  category_en text not null,
  notice text not null,
  notice_en text not null,
  promotion text not null,
  promotion_en text not null,
  halal boolean not null,
  building_id text not null,
  building_name text not null,
  building_name_en text not null,
  lon double precision not null,
  lat double precision not null,
  hours jsonb not null,
  min_order_fen bigint not null check (min_order_fen >= 0),
  packing_fen bigint not null check (packing_fen >= 0),
  delivery_fee_fen bigint not null check (delivery_fee_fen >= 0),
  prep_minutes integer not null check (prep_minutes >= 0),
  -- Counts every change of the shop or its dishes, so that a reader's copy can be checked with one number.
  menu_version bigint not null default 1,
  updated_at bigint not null,
  primary key (campus_id, shop_id),
  unique (campus_id, key)
);

create table dish (
  campus_id text not null,
  dish_id text not null,
  shop_id text not null,
  position integer not null,
  name text not null,
  name_en text not null,
  description text not null,
  description_en text not null,
  category text not null,
  category_en text not null,
  price_fen bigint not null check (price_fen >= 0),
  art text not null,
  labels jsonb not null,
  allergens jsonb not null,
  options jsonb not null,
  daily_stock integer not null check (daily_stock >= 0),
  -- The day in China on which the merchant took it off; it is back on the next one.
  sold_out_day text,
  primary key (campus_id, dish_id),
  foreign key (campus_id, shop_id) references shop (campus_id, shop_id)
);
create index dish_shop on dish (campus_id, shop_id, position);
