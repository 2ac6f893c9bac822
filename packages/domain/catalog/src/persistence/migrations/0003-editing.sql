-- Merchants change their menus themselves. Versions count what people changed, so that nobody writes over what they have not seen.
alter table shop add column version bigint not null default 1;
alter table dish add column version bigint not null default 1;

-- Dishes that were taken off the menu for good, whole, so that a removal can be taken back.
create table removed_dish (
  campus_id text not null,
  dish_id text not null,
  shop_id text not null,
  dish jsonb not null,
  version bigint not null,
  removed_at bigint not null,
  primary key (campus_id, dish_id),
  foreign key (campus_id, shop_id) references shop (campus_id, shop_id)
);
create index removed_dish_shop on removed_dish (campus_id, shop_id, removed_at desc);

-- Who changed what: one row a change, never changed itself.
create table catalog_change (
  campus_id text not null,
  change_no bigint not null generated always as identity,
  shop_id text not null,
  at bigint not null,
  -- Null: an import.
  account_id text,
  actor_name text not null,
  kind text not null,
  -- The dish, choice or table; null: the shop itself.
  subject text,
  before jsonb,
  after jsonb,
  primary key (campus_id, change_no),
  foreign key (campus_id, shop_id) references shop (campus_id, shop_id)
);
create index catalog_change_of_shop on catalog_change (campus_id, shop_id, change_no desc);
