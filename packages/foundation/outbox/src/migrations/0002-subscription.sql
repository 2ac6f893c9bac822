-- Which consumer wants which events, said by every process that runs it. The relay of any process serves them all: while
-- a new version is rolled out, an old process must not publish an event past a consumer that it does not know.
create table event_subscription (
  consumer text not null,
  type text not null,
  seen_at bigint not null,
  primary key (consumer, type)
);
