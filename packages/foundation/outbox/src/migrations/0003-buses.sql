-- Kafka beside PostgreSQL. A consumer belongs to a group that reads the topic on its own, and gets what is published from
-- the moment on at which it was first named. Rows of the former release: the product's own group, everything.
alter table event_subscription add column consumer_group text not null default 'own';
alter table event_subscription add column since bigint not null default 0;
-- When the event was handed to a broker; null where its inbox rows were written in the same transaction.
alter table outbox add column handed_at bigint;
