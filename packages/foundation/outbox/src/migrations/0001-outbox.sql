-- Events are written in the transaction that changes the state; the relay hands them to the consumers' inboxes.
create table outbox (
  campus_id text not null,
  event_id text not null,
  position bigint generated always as identity,
  type text not null,
  key text not null,
  payload jsonb not null,
  trace_id text not null,
  occurred_at bigint not null,
  published boolean not null default false,
  primary key (campus_id, event_id)
);
create index outbox_unpublished on outbox (position) where not published;
create index outbox_published on outbox (occurred_at) where published;
create index outbox_key on outbox (campus_id, key, position);

-- One row per event and consumer. A row becomes `done` in the transaction of its effect.
create table inbox (
  campus_id text not null,
  consumer text not null,
  event_id text not null,
  position bigint not null,
  type text not null,
  key text not null,
  state text not null default 'waiting' check (state in ('waiting', 'done', 'parked')),
  attempts integer not null default 0,
  next_at bigint not null,
  error text,
  finished_at bigint,
  primary key (campus_id, consumer, event_id),
  foreign key (campus_id, event_id) references outbox (campus_id, event_id)
);
create index inbox_waiting on inbox (consumer, position) where state = 'waiting';
create index inbox_waiting_key on inbox (campus_id, consumer, key, position) where state = 'waiting';
create index inbox_unfinished on inbox (campus_id, consumer) where state <> 'done';
create index inbox_event on inbox (campus_id, event_id);
