-- A person of one campus. The id is our own: what platforms call the person is in `identity`.
create table account (
  campus_id text not null,
  account_id text not null,
  display_name text not null,
  created_at bigint not null,
  primary key (campus_id, account_id)
);

-- One platform's name for a person. `evidence` says how the link was proved: by a log-in with this very subject, or by
-- the union that another identity of the account carries.
create table identity (
  campus_id text not null,
  platform text not null check (platform in ('weapp', 'alipay', 'dd')),
  app text not null,
  subject_kind text not null,
  subject text not null,
  union_id text,
  account_id text not null,
  evidence text not null check (evidence in ('login', 'union')),
  linked_at bigint not null,
  proved_at bigint not null,
  primary key (campus_id, platform, app, subject_kind, subject),
  foreign key (campus_id, account_id) references account (campus_id, account_id)
);
-- Not unique: two accounts may turn out to carry one union, and stay apart until somebody merges them.
create index identity_union on identity (campus_id, platform, union_id) where union_id is not null;
create index identity_account on identity (campus_id, account_id, platform);

-- The secret of a token is never stored, only its SHA-256.
create table session (
  campus_id text not null,
  session_id text not null,
  account_id text not null,
  host text not null check (host in ('weapp', 'alipay', 'dd', 'console')),
  app text not null,
  device text not null,
  secret_hash bytea not null,
  created_at bigint not null,
  expires_at bigint not null,
  last_seen_at bigint not null,
  ended_at bigint,
  primary key (campus_id, session_id),
  foreign key (campus_id, account_id) references account (campus_id, account_id)
);
create index session_account on session (campus_id, account_id, last_seen_at);
create index session_expiry on session (expires_at);

create table role_grant (
  campus_id text not null,
  account_id text not null,
  role text not null check (role in ('merchant', 'rider', 'counselor', 'operator')),
  scope_id text not null,
  scope_kind text not null check (scope_kind in ('campus', 'shop', 'department')),
  scope_name text not null,
  -- Null: granted at the first run, before there was anybody to grant it.
  granted_by text,
  granted_at bigint not null,
  primary key (campus_id, account_id, role, scope_id),
  foreign key (campus_id, account_id) references account (campus_id, account_id)
);
create index role_grant_scope on role_grant (campus_id, role, scope_id);

create table invitation (
  campus_id text not null,
  invitation_id text not null,
  code_hash bytea not null,
  role text not null check (role in ('merchant', 'rider', 'counselor', 'operator')),
  scope_id text not null,
  scope_kind text not null check (scope_kind in ('campus', 'shop', 'department')),
  scope_name text not null,
  display_name text,
  invited_by text not null,
  created_at bigint not null,
  expires_at bigint not null,
  redeemed_by text,
  redeemed_at bigint,
  primary key (campus_id, invitation_id),
  unique (campus_id, code_hash),
  foreign key (campus_id, invited_by) references account (campus_id, account_id)
);
create index invitation_open on invitation (campus_id, invited_by) where redeemed_at is null;

create table console_credential (
  campus_id text not null,
  username text not null,
  account_id text not null,
  password_hash text not null,
  created_at bigint not null,
  primary key (campus_id, username),
  unique (campus_id, account_id),
  foreign key (campus_id, account_id) references account (campus_id, account_id)
);

-- Failed console log-ins per user name and address: whoever fails blocks only the own address. The name is hashed,
-- because people type passwords into the wrong field.
create table login_attempt (
  campus_id text not null,
  username_hash bytea not null,
  address text not null,
  count integer not null,
  since_at bigint not null,
  primary key (campus_id, username_hash, address)
);
create index login_attempt_since on login_attempt (since_at);

create table profile (
  campus_id text not null,
  account_id text not null,
  place_id text,
  language text not null check (language in ('zh', 'en')),
  updated_at bigint not null,
  primary key (campus_id, account_id),
  foreign key (campus_id, account_id) references account (campus_id, account_id)
);

-- Who did what, when, under which trace; only ever appended.
create table audit (
  campus_id text not null,
  entry bigint generated always as identity,
  at bigint not null,
  actor_id text,
  action text not null,
  details jsonb not null,
  trace_id text not null,
  primary key (campus_id, entry)
);
create index audit_time on audit (campus_id, at);
