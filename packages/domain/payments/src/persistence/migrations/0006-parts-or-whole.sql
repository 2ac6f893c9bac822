lock table payment, refund in access exclusive mode;
-- A process of the release before knows whole refunds only and takes the first part for all of it: it is stopped here, and what
-- it was told is told again to one that knows better.
alter table payment add constraint payment_refunded_whole check (state <> 'refunded' or refunded_fen = amount_fen) not valid;
-- While both releases run, the old one's renewal of a failed refund misses this index and fails; its event is tried again.
drop index refund_of_payment;
