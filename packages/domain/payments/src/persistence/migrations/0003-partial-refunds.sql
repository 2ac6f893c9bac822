-- A payment may go back in parts. What a part is for is its key: the same key goes back once. Locked as far as the changes below
-- need it, before anything is held: a lock that grows meets others that grow, and one of them is a person's.
lock table payment, refund in access exclusive mode;

alter table refund
  -- A release that knows of whole refunds only makes them because an order has ended.
  add column refund_key text not null default 'order-ended',
  -- When it was last sent to the platform: parts of one payment go one after the other, with a pause between them. Null, too,
  -- where the release before has sent it.
  add column sent_at bigint;

-- Refunds that have not failed, finished or not. No process of any release can give back more than was paid.
alter table payment add column refunded_fen bigint not null default 0;
alter table payment add constraint payment_refunded_within check (refunded_fen between 0 and amount_fen) not valid;

create function count_refunds(of_campus text, of_payment text) returns void language plpgsql as $$
begin
  -- The lock first: a sum that is older than it would miss what somebody else has just written.
  perform 1 from payment where campus_id = of_campus and payment_id = of_payment for no key update;
  update payment set refunded_fen = held.fen from (
    select coalesce(sum(amount_fen), 0)::bigint as fen from refund
    where campus_id = of_campus and payment_id = of_payment and state <> 'failed') held
  where campus_id = of_campus and payment_id = of_payment and refunded_fen <> held.fen;
end
$$;
create function refund_counts() returns trigger language plpgsql as $$
begin
  perform count_refunds(coalesce(new.campus_id, old.campus_id), coalesce(new.payment_id, old.payment_id));
  return null;
end
$$;
create trigger refund_counts after insert or delete or update of state, amount_fen on refund
for each row execute function refund_counts();
