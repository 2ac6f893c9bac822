-- How many messages of a template a person still allows on a host.
create table consent_grant (
  campus_id text not null,
  account_id text not null,
  host text not null,
  template_id text not null,
  count integer not null check (count >= 0),
  granted_at bigint not null,
  primary key (campus_id, account_id, host, template_id)
);

create table inbox_entry (
  campus_id text not null,
  message_id text not null,
  account_id text not null,
  event_id text not null,
  order_id text,
  title jsonb not null,
  body jsonb not null,
  written_at bigint not null,
  read boolean not null default false,
  primary key (campus_id, message_id),
  unique (campus_id, account_id, event_id)
);
create index inbox_entry_newest on inbox_entry (campus_id, account_id, written_at desc);
create index inbox_entry_unread on inbox_entry (campus_id, account_id) where not read;

-- Written before a message is sent: platforms take no key, so one that was under way is never sent again.
create table message_delivery (
  campus_id text not null,
  event_id text not null,
  account_id text not null,
  host text not null,
  kind text not null,
  template_id text,
  state text not null check (state in ('sending', 'sent', 'undeliverable', 'refused', 'unknown')),
  detail text not null default '',
  started_at bigint not null,
  finished_at bigint,
  primary key (campus_id, event_id, account_id, host)
);
create index message_delivery_unknown on message_delivery (campus_id) where state = 'unknown';
