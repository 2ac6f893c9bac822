-- One campus with its map. All coordinates are WGS-84 degrees.
create table campus (
  campus_id text not null primary key,
  name text not null,
  name_en text not null,
  west double precision not null,
  south double precision not null,
  east double precision not null,
  north double precision not null,
  attribution text,
  version text not null,
  imported_at bigint not null
);

create table building (
  campus_id text not null,
  building_id text not null,
  kind text not null,
  name text not null,
  name_en text,
  lon double precision not null,
  lat double precision not null,
  primary key (campus_id, building_id),
  foreign key (campus_id) references campus (campus_id)
);

create table place (
  campus_id text not null,
  place_id text not null,
  position integer not null,
  kind text not null check (kind in ('dormitory', 'pickupPoint')),
  name text not null,
  name_en text not null,
  group_name text not null,
  lon double precision not null,
  lat double precision not null,
  primary key (campus_id, place_id),
  foreign key (campus_id) references campus (campus_id)
);

-- Two whole documents: both are read as they are and replaced as they are.
create table campus_map (
  campus_id text not null primary key,
  map_text text not null,
  map_version text not null,
  graph jsonb not null,
  foreign key (campus_id) references campus (campus_id)
);
