create table department (
  campus_id text not null,
  department_id text not null,
  name text not null,
  dingtalk_dept_id bigint,
  updated_at bigint not null,
  primary key (campus_id, department_id)
);
create unique index department_dingtalk on department (campus_id, dingtalk_dept_id) where dingtalk_dept_id is not null;

-- Which account is which student of which department; comes from the campus, never from a name that somebody typed.
create table student_record (
  campus_id text not null,
  account_id text not null,
  department_id text not null,
  student_number text not null,
  name text not null,
  updated_at bigint not null,
  primary key (campus_id, account_id),
  unique (campus_id, student_number),
  foreign key (campus_id, department_id) references department (campus_id, department_id)
);
create index student_record_department on student_record (campus_id, department_id);

-- Every time somebody gave or withdrew consent; the newest row counts, none is ever changed.
create table care_consent (
  campus_id text not null,
  account_id text not null,
  entry bigint generated always as identity,
  given boolean not null,
  text_version text not null,
  at bigint not null,
  trace_id text not null,
  primary key (campus_id, account_id, entry)
);

-- How many meals on which day in China ("2026-11-22"): never what, where or for how much. Kept only while the person
-- consents.
create table meal_day (
  campus_id text not null,
  account_id text not null,
  day text not null check (day ~ '^\d{4}-\d{2}-\d{2}$'),
  meals integer not null check (meals > 0),
  primary key (campus_id, account_id, day)
);

-- Meals that have been counted, so that an event that comes twice counts once. Holds no person.
create table meal_event (
  campus_id text not null,
  event_id text not null,
  counted_at bigint not null,
  primary key (campus_id, event_id)
);
create index meal_event_age on meal_event (counted_at);

create table alert (
  campus_id text not null,
  alert_id text not null,
  account_id text not null,
  rule text not null,
  severity text not null check (severity in ('notice', 'attention')),
  reason_zh text not null,
  reason_en text not null,
  -- The first day without a meal.
  since text not null,
  opened_at bigint not null,
  updated_at bigint not null,
  closed_at bigint,
  close_reason text check (close_reason in ('ate', 'consentWithdrawn')),
  primary key (campus_id, alert_id),
  check ((closed_at is null) = (close_reason is null)),
  foreign key (campus_id, account_id) references student_record (campus_id, account_id)
);
create unique index alert_open on alert (campus_id, account_id, rule) where closed_at is null;

-- Who looked at whom and when: a row each time, in a list or in full.
create table alert_view (
  campus_id text not null,
  alert_id text not null,
  entry bigint generated always as identity,
  viewer_id text not null,
  viewer_name text not null,
  form text not null check (form in ('list', 'full')),
  at bigint not null,
  trace_id text not null,
  primary key (campus_id, alert_id, entry),
  foreign key (campus_id, alert_id) references alert (campus_id, alert_id)
);
create index alert_view_viewer on alert_view (campus_id, viewer_id, at);

create table alert_seen (
  campus_id text not null,
  alert_id text not null,
  seen_by text not null,
  seen_by_name text not null,
  at bigint not null,
  trace_id text not null,
  primary key (campus_id, alert_id, seen_by),
  foreign key (campus_id, alert_id) references alert (campus_id, alert_id)
);
