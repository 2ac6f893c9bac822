-- When a person last had the platform asked about the order's payments, kept at its first one: however often they tap, the
-- platform is asked with a pause.
alter table payment add column confirmed_at bigint;
