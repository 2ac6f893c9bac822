-- Codes with which anybody may pay for one order. Kept after their time: who let whom pay with what.
create table pay_code (
  campus_id text not null,
  code_hash text not null,
  order_id text not null,
  -- Whose order it is.
  account_id text not null,
  created_at bigint not null,
  expires_at bigint not null,
  -- The last cashier that was opened with it.
  payment_id text,
  used_at bigint,
  primary key (campus_id, code_hash)
);
create index pay_code_of_order on pay_code (campus_id, order_id);

-- Wrong codes an account has typed since `since_at`; after a minute it begins anew.
create table pay_code_try (
  campus_id text not null,
  account_id text not null,
  since_at bigint not null,
  tries integer not null,
  primary key (campus_id, account_id)
);
