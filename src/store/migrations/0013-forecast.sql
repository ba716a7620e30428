-- Year-end forecasts as they were published, so that they can be held against what came. Ratios of the year's work or budget.
create table forecast (
  run integer not null references run (id),
  kind text not null check (kind in ('plan', 'node', 'department', 'project')),
  code text not null check (code <> ''),
  measure text not null check (measure in ('physical', 'spend')),
  projects integer not null check (projects >= 1),
  value real not null,
  low real,
  high real,
  method text not null check (method <> ''),
  primary key (run, kind, code, measure),
  check ((low is null) = (high is null)),
  check (low is null or (low <= value and value <= high))
) strict, without rowid;
