-- What a real kitchen needs: other hours on some days, a pause, other ways to hand a meal over, orders ahead, fees by distance.
-- Read and written as a whole, like the hours.
alter table shop
  add column exceptions jsonb not null default '[]',
  add column paused jsonb,
  add column handovers jsonb not null default '["delivery"]',
  add column slots jsonb,
  add column delivery_tariff jsonb;

-- Choices off today's menu: "group:choice" with the day in China on which the merchant took it off. Apart from the options, so
-- that an import of the menu leaves it alone.
alter table dish
  add column picture_id text,
  add column sold_out_choices jsonb not null default '{}';

-- Tables of the canteen whose code is scanned to order.
create table shop_table (
  campus_id text not null,
  table_id text not null,
  shop_id text not null,
  name text not null,
  primary key (campus_id, table_id),
  unique (campus_id, shop_id, name),
  foreign key (campus_id, shop_id) references shop (campus_id, shop_id)
);

-- The last import of the campus's shops: the same one is not written twice over what merchants changed meanwhile.
create table catalog_import (
  campus_id text not null,
  digest text not null,
  at bigint not null,
  primary key (campus_id)
);
