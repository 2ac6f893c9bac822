-- Where multi-step work with money stands: one row per saga, and the facts that prove its steps. Written only in the
-- transaction that marks the event which tells of the fact as handled.
create table saga (
  campus_id text not null,
  saga_id text not null,
  kind text not null,
  -- The key of its events (an order's id), and how people call it (an order's number).
  subject text not null,
  label text,
  state text not null check (state in ('running', 'done')),
  -- What is waited for; null once it is done.
  step text,
  attempt integer not null,
  refusal text,
  -- It was under way already when it was first seen.
  late boolean not null,
  started_at bigint not null,
  since_at bigint not null,
  -- When it counts as stuck unless something happens; null once it is done.
  stuck_at bigint,
  ended_at bigint,
  trace_id text not null,
  primary key (campus_id, saga_id),
  check ((state = 'done') = (step is null) and (state = 'done') = (stuck_at is null) and (state = 'done') = (ended_at is not null))
);
create index saga_running on saga (campus_id, stuck_at) where state = 'running';
create index saga_ended on saga (campus_id, ended_at) where state = 'done';
create index saga_subject on saga (campus_id, subject);

-- One row per fact. The same fact told twice is one row.
create table saga_step (
  campus_id text not null,
  saga_id text not null,
  step text not null,
  mark text not null check (mark in ('done', 'tried', 'refused')),
  event_id text not null,
  event_type text not null,
  note text,
  at bigint not null,
  trace_id text not null,
  primary key (campus_id, saga_id, step, mark, event_id),
  foreign key (campus_id, saga_id) references saga (campus_id, saga_id)
);
