-- How each process's breakers stand, for whoever looks at all of them. Rows of a process that is gone grow old and go.
create table breaker_state (
  campus_id text not null,
  process text not null,
  name text not null,
  state text not null check (state in ('closed', 'open', 'halfOpen')),
  since bigint not null,
  calls integer not null,
  failures integer not null,
  probe_at bigint,
  seen_at bigint not null,
  primary key (campus_id, process, name)
);
