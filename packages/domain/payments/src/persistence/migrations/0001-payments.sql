create table payment (
  campus_id text not null,
  payment_id text not null,
  order_id text not null,
  account_id text not null,
  host text not null,
  channel text not null,
  amount_fen bigint not null check (amount_fen > 0),
  state text not null,
  transaction_id text,
  expires_at bigint not null,
  created_at bigint not null,
  paid_at bigint,
  -- When to ask the platform next; null: nothing to ask.
  ask_at bigint,
  asked integer not null default 0,
  primary key (campus_id, payment_id)
);
create index payment_of_order on payment (campus_id, order_id);
-- At most one payment of an order is open at a time: two open cashiers could both take the money.
create unique index payment_open on payment (campus_id, order_id) where state in ('prepared', 'unknown');
create index payment_to_ask on payment (ask_at) where ask_at is not null;

create table refund (
  campus_id text not null,
  refund_id text not null,
  payment_id text not null,
  order_id text not null,
  amount_fen bigint not null check (amount_fen > 0),
  state text not null,
  reason text not null,
  failure text,
  -- An operator has been shown the failure; only then may a new refund be asked for.
  failure_seen boolean not null default false,
  requested_at bigint not null,
  finished_at bigint,
  ask_at bigint,
  asked integer not null default 0,
  primary key (campus_id, refund_id),
  foreign key (campus_id, payment_id) references payment (campus_id, payment_id)
);
-- This release refunds in full only: one refund a payment that has not failed, however often it is asked for.
create unique index refund_of_payment on refund (campus_id, payment_id) where state <> 'failed';
create index refund_of_order on refund (campus_id, order_id);
create index refund_to_ask on refund (ask_at) where ask_at is not null;

-- What platforms told us, once each; `effect` says what became of it.
create table payment_notification (
  campus_id text not null,
  channel text not null,
  notification_id text not null,
  subject_id text not null,
  effect text not null,
  received_at bigint not null,
  trace_id text not null,
  primary key (campus_id, channel, notification_id)
);
