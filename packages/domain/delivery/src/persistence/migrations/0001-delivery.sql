-- Where each rider was seen last (WGS-84): one row a rider, no trail, because nobody needs to know where somebody was.
create table rider_position (
  campus_id text not null,
  rider_id text not null,
  lon double precision not null,
  lat double precision not null,
  measured_at bigint not null,
  primary key (campus_id, rider_id)
);

-- Relay numbers of running orders; real numbers are never stored here.
create table call_binding (
  campus_id text not null,
  order_id text not null,
  caller_id text not null,
  callee_id text not null,
  relay_number text not null,
  until_at bigint not null,
  primary key (campus_id, order_id, caller_id)
);
