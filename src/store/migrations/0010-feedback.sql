-- What a decision was made upon: the item's value against its threshold, or a node's base and proposed credit.
alter table decision add column subject text not null default 'node' check (subject in ('node', 'department', 'project'));
alter table decision add column value real;
alter table decision add column threshold real;
alter table decision add column base_rial integer;
alter table decision add column proposed_rial integer;

-- Strategic feedback as a run measured it.
create table feedback (
  run integer primary key references run (id),
  position integer not null,
  periods integer not null,
  weak real not null,
  strong real not null,
  funded real not null,
  behind real not null,
  moved real not null,
  winner real not null,
  starved real not null,
  shift real not null,
  undecided integer not null,
  next_year integer not null,
  total_rial integer not null,
  total_assumed integer not null,
  equal_assumed integer not null,
  covers_commitments integer not null,
  committed_rial integer not null,
  history text not null
) strict;

create table feedback_item (
  run integer not null references run (id),
  position integer not null,
  kind text not null,
  subject text not null,
  code text not null,
  level text not null,
  title text not null,
  department text,
  node text,
  value real not null,
  threshold real not null,
  persistence integer not null,
  since text not null,
  open_ended integer not null,
  contribution real,
  shortfall real,
  physical real,
  high real,
  budget real,
  reference real,
  achieved real,
  planned real,
  spent real,
  released real,
  credit_rial integer,
  primary key (run, position)
) strict, without rowid;

create table feedback_contribution (
  run integer not null references run (id),
  position integer not null,
  subject text not null,
  code text not null,
  level text not null,
  title text not null,
  gap real,
  shortfall real,
  primary key (run, position)
) strict, without rowid;

create table feedback_pace (
  run integer not null references run (id),
  position integer not null,
  subject text not null,
  code text not null,
  level text not null,
  title text not null,
  started real not null,
  reached real not null,
  target real not null,
  months_passed integer not null,
  months_left integer not null,
  needed real,
  so_far real,
  times real,
  primary key (run, position)
) strict, without rowid;

create table feedback_cycle (
  run integer not null references run (id),
  position integer not null,
  indicator text not null,
  title text not null,
  unit text,
  department text not null,
  opening real,
  target real,
  value real,
  gap real,
  next_year integer not null,
  next_target real,
  gap_to_fill real,
  projects integer not null,
  credit_rial integer not null,
  primary key (run, position)
) strict, without rowid;

create table feedback_shift (
  run integer not null references run (id),
  position integer not null,
  code text not null,
  title text not null,
  current_rial integer not null,
  base_rial integer not null,
  committed_rial integer not null,
  commitments_unknown integer not null,
  taken_rial integer not null,
  received_rial integer not null,
  bound_rial integer not null,
  proposed_rial integer not null,
  reason text not null,
  stalled real not null,
  starved real not null,
  strong real not null,
  physical real,
  budget real,
  primary key (run, position)
) strict, without rowid;
