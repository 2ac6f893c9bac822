-- Orders that were paid before this step have no time by which to be accepted: nobody was told of one.
alter table orders add column accept_by bigint, add column unaccepted_at bigint;
create index orders_unaccepted on orders (accept_by) where fulfilment = 'placed' and payment = 'paid';
