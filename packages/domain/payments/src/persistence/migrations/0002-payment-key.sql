-- Which order a client's idempotency key pays for: the same key never opens a payment of another order.
create table payment_key (
  campus_id text not null,
  account_id text not null,
  idempotency_key text not null,
  order_id text not null,
  used_at bigint not null,
  primary key (campus_id, account_id, idempotency_key)
);
