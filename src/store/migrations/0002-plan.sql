-- The reference data, one full copy for each version. `position` keeps the order of the files.
-- Foreign keys are deferred: a child may stand above its parent in a file.
create table plan_version (
  id integer primary key,
  effective text not null check (effective glob '[0-9][0-9][0-9][0-9]-[01][0-9]'),
  effective_year integer not null,
  effective_month integer not null check (effective_month between 1 and 13),
  recorded_at text not null check (length(recorded_at) = 24 and recorded_at like '____-__-__T%Z'),
  digest text not null check (digest <> '')
) strict;

create trigger plan_version_keeps_rows before update on plan_version
begin
  select raise(abort, 'plan versions are append-only');
end;

create trigger plan_version_loses_none before delete on plan_version
begin
  select raise(abort, 'plan versions are append-only');
end;

create table plan (
  version integer not null references plan_version (id),
  position integer not null,
  code text not null check (code <> ''),
  title text not null,
  first_year integer not null,
  last_year integer not null check (last_year >= first_year),
  horizon_year integer,
  primary key (version, position),
  unique (version, code)
) strict, without rowid;

create table node (
  version integer not null references plan_version (id),
  position integer not null,
  plan text not null,
  code text not null check (code <> ''),
  parent text,
  level text not null,
  title text not null,
  weight real check (weight >= 0),
  owner text,
  primary key (version, position),
  unique (version, code),
  foreign key (version, plan) references plan (version, code) deferrable initially deferred,
  foreign key (version, parent) references node (version, code) deferrable initially deferred
) strict, without rowid;

create table department (
  version integer not null references plan_version (id),
  position integer not null,
  code text not null check (code <> ''),
  title text not null,
  email text,
  manager_email text,
  peer_group text,
  money_unit text,
  primary key (version, position),
  unique (version, code)
) strict, without rowid;

create table project (
  version integer not null references plan_version (id),
  position integer not null,
  code text not null check (code <> ''),
  title text not null,
  node text not null,
  department text not null,
  year integer not null,
  weight real check (weight >= 0),
  start_month integer check (start_month between 1 and 12),
  end_month integer check (end_month between 1 and 12),
  start_text text,
  end_text text,
  approved_rial integer check (approved_rial between -9007199254740991 and 9007199254740991),
  unit text,
  quantity real,
  work text,
  progress_method text not null check (progress_method in ('declared', 'milestone', 'quantity')),
  progress_basis text not null check (progress_basis in ('year', 'life')),
  opening_percent real,
  target_percent real,
  continues text,
  carried_work integer not null check (carried_work in (0, 1)),
  carried_rial integer check (carried_rial between -9007199254740991 and 9007199254740991),
  status text not null check (status in ('active', 'suspended', 'cancelled', 'merged', 'done')),
  status_effective text,
  successor text,
  released text,
  budget_code text,
  kind text,
  fund_source text,
  district text,
  mission text,
  primary key (version, position),
  unique (version, code),
  foreign key (version, node) references node (version, code) deferrable initially deferred
) strict, without rowid;

create table work (
  version integer not null references plan_version (id),
  position integer not null,
  code text not null check (code <> ''),
  title text not null,
  start_text text,
  end_text text,
  total_rial integer check (total_rial between -9007199254740991 and 9007199254740991),
  primary key (version, position),
  unique (version, code)
) strict, without rowid;

create table schedule_row (
  version integer not null references plan_version (id),
  position integer not null,
  project text not null,
  period text not null,
  planned_physical_percent real,
  planned_quantity real,
  planned_spend_rial integer check (planned_spend_rial between -9007199254740991 and 9007199254740991),
  primary key (version, position),
  foreign key (version, project) references project (version, code) deferrable initially deferred
) strict, without rowid;

create table budget_change (
  version integer not null references plan_version (id),
  position integer not null,
  project text not null,
  effective text not null,
  approved_rial integer not null check (approved_rial between -9007199254740991 and 9007199254740991),
  kind text,
  counterpart text,
  approval_ref text,
  reason text,
  primary key (version, position),
  foreign key (version, project) references project (version, code) deferrable initially deferred
) strict, without rowid;

create table budget_total (
  version integer not null references plan_version (id),
  position integer not null,
  year integer not null,
  period text not null,
  approved_rial integer check (approved_rial between -9007199254740991 and 9007199254740991),
  spent_rial integer check (spent_rial between -9007199254740991 and 9007199254740991),
  primary key (version, position)
) strict, without rowid;

create table year_share (
  version integer not null references plan_version (id),
  position integer not null,
  node text not null,
  year integer not null,
  share_percent real not null,
  primary key (version, position),
  foreign key (version, node) references node (version, code) deferrable initially deferred
) strict, without rowid;

create table indicator (
  version integer not null references plan_version (id),
  position integer not null,
  code text not null check (code <> ''),
  title text not null,
  department text not null,
  node text,
  unit text,
  direction text not null check (direction in ('up', 'down', 'band')),
  aggregation text not null check (aggregation in ('sum', 'last', 'average', 'max', 'ratio')),
  baseline_year integer,
  baseline real,
  weight real,
  frequency text not null check (frequency in ('monthly', 'quarterly', 'half_yearly', 'yearly')),
  lag_months integer not null,
  primary key (version, position),
  unique (version, code)
) strict, without rowid;

create table target (
  version integer not null references plan_version (id),
  position integer not null,
  indicator text not null,
  period_or_year text not null,
  target real,
  low real,
  high real,
  zero_below real,
  zero_above real,
  primary key (version, position),
  foreign key (version, indicator) references indicator (version, code) deferrable initially deferred
) strict, without rowid;

create table link (
  version integer not null references plan_version (id),
  position integer not null,
  indicator text not null,
  code text not null,
  weight real,
  primary key (version, position)
) strict, without rowid;

create table reporter (
  version integer not null references plan_version (id),
  position integer not null,
  department text not null,
  fields text not null check (fields in ('physical', 'money', 'indicators', 'all')),
  code text not null,
  primary key (version, position)
) strict, without rowid;
