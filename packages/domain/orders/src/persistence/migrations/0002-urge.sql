-- The last urge decides when the next is allowed. It stands with the order: what is read under the order's lock is then
-- the newest, while rows of another table would be read as they were before the wait for the lock.
alter table orders add column urged_at bigint;

-- Every time a student asked where an order stays.
create table order_urge (
  campus_id text not null,
  order_id text not null,
  at bigint not null,
  primary key (campus_id, order_id, at),
  foreign key (campus_id, order_id) references orders (campus_id, order_id)
);
