-- Only what went to a broker: an installation on PostgreSQL alone never writes to it.
create index concurrently if not exists outbox_handed_at on outbox (handed_at) where handed_at is not null;
