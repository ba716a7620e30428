-- Where elements of an earlier plan went in a later one; part of a plan version like the other tables.
create table crosswalk (
  version integer not null references plan_version (id),
  position integer not null,
  from_plan text not null,
  from_code text not null,
  to_plan text not null,
  to_code text not null,
  share_percent real,
  primary key (version, position)
) strict, without rowid;
