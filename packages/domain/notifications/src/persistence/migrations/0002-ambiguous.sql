-- What a message of unknown outcome was about, how often it was tried, and when last.
alter table message_delivery add column order_id text;
alter table message_delivery add column tries integer not null default 1;
alter table message_delivery add column tried_at bigint;
