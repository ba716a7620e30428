-- Which job ran for which key (a period, a day). The claim is unique, so a doubled tick does nothing.
create table job_run (
  job text not null check (job <> ''),
  key text not null check (key <> ''),
  state text not null check (state in ('claimed', 'finished', 'failed')),
  claimed_at text not null check (length(claimed_at) = 24),
  ended_at text check (length(ended_at) = 24),
  attempts integer not null check (attempts >= 1),
  note text,
  primary key (job, key),
  check ((state = 'claimed') = (ended_at is null))
) strict, without rowid;

-- Months are closed, and opened again only with a reason; the last event of a period is its state.
create table period_event (
  id integer primary key,
  period text not null,
  year integer not null,
  month integer not null check (month between 1 and 13),
  action text not null check (action in ('close', 'reopen')),
  at text not null check (length(at) = 24),
  reason text,
  check (action = 'close' or (reason is not null and trim(reason) <> ''))
) strict;

create index period_event_by_period on period_event (period);

create table report_file (
  run integer not null references run (id),
  position integer not null,
  path text not null check (path <> ''),
  sha256 text not null check (length(sha256) = 64),
  edition integer not null check (edition >= 1),
  primary key (run, position),
  unique (run, path)
) strict, without rowid;
