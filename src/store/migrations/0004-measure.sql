-- One measuring of one period: what went in, with which program, and what came out.
create table run (
  id integer primary key,
  kind text not null check (kind <> ''),
  period text not null,
  year integer not null,
  month integer not null check (month between 1 and 13),
  plan_version integer references plan_version (id),
  options_digest text not null,
  as_of text check (length(as_of) = 24),
  upto_fact integer,
  program_version text not null,
  started_at text not null check (length(started_at) = 24),
  finished_at text not null check (length(finished_at) = 24),
  status text not null check (status in ('done', 'failed')),
  digest text,
  note text,
  check ((status = 'done') = (digest is not null))
) strict;

create index run_by_digest on run (digest) where digest is not null;
create index run_by_period on run (year, month);

-- The figures of one plan with one set of choices (scope, basis …); no percentage stands without them.
create table figure_set (
  id integer primary key,
  run integer not null references run (id),
  position integer not null,
  plan text not null,
  scope text not null check (scope in ('month', 'year', 'plan')),
  basis text not null check (basis in ('due', 'full')),
  spending text not null check (spending in ('spent', 'certified', 'committed')),
  budget text not null check (budget in ('current', 'original')),
  denominator text not null check (denominator in ('approved', 'allocated')),
  blank_weights text not null check (blank_weights in ('equal', 'budget')),
  cap real not null,
  unique (run, position)
) strict;

create table figure (
  figure_set integer not null references figure_set (id),
  position integer not null,
  kind text not null check (kind in ('plan', 'node', 'department', 'project', 'slice')),
  code text not null,
  level text not null,
  title text not null,
  physical real,
  budget real,
  gap real,
  indicators real,
  adherence real,
  coverage real,
  coverage_budget real,
  low real,
  high real,
  assumed real,
  assumed_budget real,
  active_weight real,
  achieved real,
  planned real,
  spent_rial integer,
  budget_rial integer,
  silent integer not null,
  leaves integer not null,
  primary key (figure_set, position)
) strict, without rowid;

create table gap (
  figure_set integer not null references figure_set (id),
  position integer not null,
  code text not null,
  title text not null,
  level text not null,
  physical real,
  budget real,
  gap real,
  paid_ahead real,
  mix real,
  mix_between_years real,
  weights_assumed integer not null check (weights_assumed in (0, 1)),
  primary key (figure_set, position)
) strict, without rowid;

create table gap_part (
  figure_set integer not null,
  gap_position integer not null,
  list text not null check (list in ('outside', 'bridge', 'paid_ahead')),
  position integer not null,
  name text not null,
  value real not null,
  primary key (figure_set, gap_position, position),
  foreign key (figure_set, gap_position) references gap (figure_set, position)
) strict, without rowid;

create table gap_cause (
  figure_set integer not null,
  gap_position integer not null,
  position integer not null,
  code text not null,
  title text not null,
  year integer not null,
  node text not null,
  department text,
  paid_ahead real not null,
  mix real not null,
  outside real not null,
  outside_kind text check (outside_kind in ('money_without_work', 'work_without_budget', 'not_due')),
  primary key (figure_set, gap_position, position),
  foreign key (figure_set, gap_position) references gap (figure_set, position)
) strict, without rowid;
