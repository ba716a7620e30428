-- Objections of departments to their scores; a decision is another row, and the last one counts.
create table appeal (
  id integer primary key,
  department text not null check (department <> ''),
  period text not null,
  component text not null check (component <> ''),
  text text not null check (trim(text) <> ''),
  recorded_at text not null check (length(recorded_at) = 24)
) strict;

create table appeal_decision (
  id integer primary key,
  appeal integer not null references appeal (id),
  outcome text not null check (outcome in ('accepted', 'rejected')),
  decided_by text not null check (trim(decided_by) <> ''),
  reason text not null check (trim(reason) <> ''),
  decided_at text not null check (length(decided_at) = 24)
) strict;

create index appeal_decision_by_appeal on appeal_decision (appeal);

-- Decisions about what feedback proposed: who decided what about which node or project, with the figures of that day.
create table decision (
  id integer primary key,
  period text not null,
  plan text not null,
  item text not null check (item <> ''),
  code text not null check (code <> ''),
  outcome text not null check (outcome in ('accepted', 'rejected')),
  decided_by text not null check (trim(decided_by) <> ''),
  reason text not null check (trim(reason) <> ''),
  decided_at text not null check (length(decided_at) = 24)
) strict;
