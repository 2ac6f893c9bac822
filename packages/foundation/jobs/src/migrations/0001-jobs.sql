-- Which processes work on jobs, as they say themselves every two seconds. One that has not been heard of for ten is dead, and
-- what it had locked goes to others.
create table job_worker (
  worker_id text primary key,
  seen_at bigint not null
);

create schema jobs;

-- The library rings a bell by NOTIFY for each job, also for one that is due tomorrow; inside a transaction that makes all
-- commits of the database wait for each other. Found first by `jobs.enqueue` alone, this one says nothing.
create function jobs.pg_notify(channel text, payload text) returns void language plpgsql as $$ begin end $$;

-- Writes jobs in the caller's transaction; a key that is there already gets the new time and the new payload. Each key stands in
-- the arrays once. Planned once a session, and never by reading the whole table: without that, the library's function is
-- planned anew for each call, which takes longer than everything else that an order writes.
create function jobs.enqueue(tasks text[], payloads json[], run_at_ms bigint[], keys text[], tries integer default 10)
returns void
language plpgsql
set search_path = jobs, pg_catalog, pg_temp
set plan_cache_mode = force_generic_plan
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
begin
  perform 1 from graphile_worker.add_jobs(array(
    select row(task, payload, null, to_timestamp(run_at / 1000.0), tries, key, null, null)::graphile_worker.job_spec
    from unnest(tasks, payloads, run_at_ms, keys) as job (task, payload, run_at, key)));
end $$;
