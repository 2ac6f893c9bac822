-- Pictures of dishes and of complaints, already without metadata. They are few and small: the database keeps them with the rest,
-- so that one backup holds everything.
create table picture (
  campus_id text not null,
  picture_id text not null,
  kind text not null check (kind in ('dish', 'afterSale')),
  owner_id text not null,
  media_type text not null,
  width integer not null check (width > 0),
  height integer not null check (height > 0),
  bytes bytea not null check (octet_length(bytes) <= 2097152),
  at bigint not null,
  -- When somebody was about to show it, or when it came; null: it stays for good.
  claimed_at bigint,
  primary key (campus_id, picture_id)
);
create index picture_of_owner on picture (campus_id, owner_id, at);
create index picture_unclaimed on picture (picture_id, claimed_at);
