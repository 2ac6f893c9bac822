-- Each statement may be repeated. Refunds from before the trigger are counted payment by payment; those that are counted already
-- are passed over.
do $$ declare one record; begin
  for one in select distinct r.campus_id, r.payment_id from refund r join payment p using (campus_id, payment_id)
    where r.state <> 'failed' and p.refunded_fen = 0 loop
  perform count_refunds(one.campus_id, one.payment_id); commit; end loop; end $$;
alter table payment validate constraint payment_refunded_within;
-- The old index, which allows one refund a payment, goes only after this step: at no moment is there none. What a crash has left
-- half-built is built anew.
drop index concurrently if exists refund_of_key;
create unique index concurrently refund_of_key on refund (campus_id, payment_id, refund_key) where state <> 'failed';
drop index concurrently if exists refund_by_payment;
create index concurrently refund_by_payment on refund (campus_id, payment_id);
