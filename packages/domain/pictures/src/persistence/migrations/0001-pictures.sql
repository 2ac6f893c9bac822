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
  -- Until then it stays in any case; afterwards only while a dish shows it.
  kept_until_at bigint not null,
  primary key (campus_id, picture_id)
);
create index picture_of_owner on picture (campus_id, owner_id, at);
create index picture_kept_until on picture (picture_id, kept_until_at);

-- How often an account has tried to upload, refused tries too: reading what comes in costs more than keeping it.
create table picture_try (
  campus_id text not null,
  account_id text not null,
  kind text not null,
  -- In China ("2026-11-22").
  day text not null,
  tries integer not null,
  primary key (campus_id, account_id, kind, day)
);
