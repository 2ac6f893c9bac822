-- Since when an event waits its turn because its consumer's outside is given a rest; null where it does not.
alter table inbox add column held_since bigint;
