-- Each statement may be repeated. An index that was left half-built by a crash is built anew.
alter table orders validate constraint orders_discount;
alter table orders validate constraint orders_total;
alter table orders validate constraint orders_refunded;
-- The first release's indexes know no cooking orders; they go once no process of that release runs any more.
drop index concurrently if exists orders_in_kitchen_too;
create index concurrently orders_in_kitchen_too on orders (campus_id, shop_id)
  where fulfilment in ('placed', 'accepted', 'preparing', 'ready') and payment = 'paid';
drop index concurrently if exists orders_for_riders_too;
create index concurrently orders_for_riders_too on orders (campus_id, fulfilment)
  where fulfilment in ('accepted', 'preparing', 'ready', 'pickedUp');
drop index concurrently if exists review_newest;
create index concurrently review_newest on review (campus_id, shop_id, at desc);
