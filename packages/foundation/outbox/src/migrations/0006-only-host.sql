-- A consumer that tells one host's people gets their events only: the others need no row that is taken and marked done for
-- nothing. A process of an earlier release does not say it and gets all, as before.
alter table event_subscription add column only_host text;
