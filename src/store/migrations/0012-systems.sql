-- Earned value of the fiscal year at every place of the plan, as a run measured it; reasons are the nulls' own.
create table earned_value (
  run integer not null references run (id),
  position integer not null,
  kind text not null check (kind in ('plan', 'node', 'department', 'project')),
  code text not null,
  level text not null,
  title text not null,
  bac integer,
  pv real,
  ev real,
  ac integer,
  sv real,
  cv real,
  spi real,
  cpi real,
  eac real,
  eac_atypical real,
  eac_spi real,
  etc real,
  vac real,
  tcpi real,
  tcpi_eac real,
  es real,
  at real,
  spi_t real,
  scheduled_share real,
  coverage real,
  projects integer not null,
  left_out integer not null,
  reasons text not null check (json_valid(reasons)),
  primary key (run, position)
) strict, without rowid;

-- Whole works of several years, forecast from their earned schedule.
create table work_forecast (
  run integer not null references run (id),
  position integer not null,
  work text not null,
  title text not null,
  start text,
  planned_finish text,
  finish text,
  bac integer,
  ev real,
  ac integer,
  eac real,
  es real,
  at real,
  spi_t real,
  reason text,
  primary key (run, position)
) strict, without rowid;

-- Projects that somebody must look at, list by list.
create table critical (
  run integer not null references run (id),
  position integer not null,
  kind text not null check (kind in ('late', 'over_cost', 'stopped', 'money_ahead', 'work_ahead', 'obstacle')),
  code text not null,
  title text not null,
  department text not null,
  node text not null,
  achieved real,
  planned real,
  spent_share real,
  size real not null,
  silent integer not null check (silent in (0, 1)),
  text text,
  since text,
  primary key (run, position)
) strict, without rowid;

-- Indicators in the scope and basis of the run's headline; plan_weight = weight in the whole plan, null = not in it.
create table indicator_figure (
  run integer not null references run (id),
  position integer not null,
  code text not null,
  title text not null,
  department text not null,
  linked text not null check (json_valid(linked)),
  unit text,
  direction text not null,
  aggregation text not null,
  frequency text not null,
  weight real,
  baseline real,
  opening real,
  target real,
  band text check (json_valid(band)),
  path real,
  path_assumed integer not null check (path_assumed in (0, 1)),
  value real,
  numerator real,
  denominator real,
  measured_at text,
  due_at text,
  state text not null check (state in ('reported', 'stale', 'missing', 'not_due')),
  attainment_raw real,
  attainment real,
  reason text,
  worse_than_baseline integer check (worse_than_baseline in (0, 1)),
  next_target real,
  gap_to_fill real,
  plan_weight real,
  primary key (run, position)
) strict, without rowid;

-- Indicators together, at the plan and its places, and by the department that answers for them.
create table indicator_rollup (
  run integer not null references run (id),
  position integer not null,
  place text not null check (place in ('node', 'department')),
  code text not null,
  attainment real,
  defined integer not null,
  undefined integer not null,
  worse integer not null,
  missing integer not null,
  not_due integer not null,
  primary key (run, position)
) strict, without rowid;

-- Scores of departments; what became of appeals stands in the components as restored.
create table scorecard (
  run integer not null references run (id),
  position integer not null,
  code text not null,
  title text not null,
  peer_group text,
  score real,
  rank integer,
  peers integer not null,
  previous real,
  late_credit_rial integer not null,
  projects integer not null,
  primary key (run, position)
) strict, without rowid;

-- Components of each score: what was counted, and the points that it lost.
create table score_component (
  run integer not null,
  card integer not null,
  position integer not null,
  name text not null,
  value real,
  points real not null,
  lost real not null,
  counted real not null,
  counted_of real not null,
  restored integer not null check (restored in (0, 1)),
  primary key (run, card, position),
  foreign key (run, card) references scorecard (run, position)
) strict, without rowid;

-- What a run measured is never changed: another measuring is another run.
create trigger earned_value_keeps_rows before update on earned_value
begin
  select raise(abort, 'measures are append-only');
end;

create trigger earned_value_loses_nothing before delete on earned_value
begin
  select raise(abort, 'measures are append-only');
end;

create trigger work_forecast_keeps_rows before update on work_forecast
begin
  select raise(abort, 'measures are append-only');
end;

create trigger work_forecast_loses_nothing before delete on work_forecast
begin
  select raise(abort, 'measures are append-only');
end;

create trigger critical_keeps_rows before update on critical
begin
  select raise(abort, 'measures are append-only');
end;

create trigger critical_loses_nothing before delete on critical
begin
  select raise(abort, 'measures are append-only');
end;

create trigger indicator_figure_keeps_rows before update on indicator_figure
begin
  select raise(abort, 'measures are append-only');
end;

create trigger indicator_figure_loses_nothing before delete on indicator_figure
begin
  select raise(abort, 'measures are append-only');
end;

create trigger indicator_rollup_keeps_rows before update on indicator_rollup
begin
  select raise(abort, 'measures are append-only');
end;

create trigger indicator_rollup_loses_nothing before delete on indicator_rollup
begin
  select raise(abort, 'measures are append-only');
end;

create trigger scorecard_keeps_rows before update on scorecard
begin
  select raise(abort, 'measures are append-only');
end;

create trigger scorecard_loses_nothing before delete on scorecard
begin
  select raise(abort, 'measures are append-only');
end;

create trigger score_component_keeps_rows before update on score_component
begin
  select raise(abort, 'measures are append-only');
end;

create trigger score_component_loses_nothing before delete on score_component
begin
  select raise(abort, 'measures are append-only');
end;
