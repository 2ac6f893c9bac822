-- How many unpaid orders an account has, asked for every order. The former index had the same condition as the timer's, and a plan
-- from a night without unpaid orders took the timer's: it read everybody's. An order that has ended is never unpaid.
drop index concurrently if exists orders_unpaid_by_account;
create index concurrently orders_unpaid_by_account on orders (campus_id, account_id) where payment = 'unpaid';
drop index concurrently if exists orders_unpaid_of_account;
