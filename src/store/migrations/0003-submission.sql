-- One row for each file that was taken in. `stored` = in the archive, not yet read to the end.
create table submission (
  id integer primary key,
  sha256 text not null check (length(sha256) = 64),
  department text,
  file_name blob not null,
  file_text text not null,
  size integer not null check (size >= 0),
  period text,
  year integer,
  month integer check (month between 1 and 13),
  received_at text not null check (length(received_at) = 24 and received_at like '____-__-__T%Z'),
  recorded_at text check (length(recorded_at) = 24 and recorded_at like '____-__-__T%Z'),
  state text not null check (state in ('stored', 'committed', 'refused', 'duplicate', 'quarantined')),
  status text check (status in ('accepted', 'partly', 'refused', 'duplicate')),
  accepted_rows integer not null default 0 check (accepted_rows >= 0),
  refused_rows integer not null default 0 check (refused_rows >= 0),
  attempts integer not null default 0 check (attempts >= 0),
  duplicate_of integer references submission (id),
  check ((state = 'stored') = (status is null)),
  check ((state = 'stored') = (recorded_at is null)),
  check ((state = 'committed') = (status is not null and status in ('accepted', 'partly'))),
  check ((state = 'duplicate') = (duplicate_of is not null)),
  check (state <> 'committed' or (department is not null and period is not null)),
  check ((period is null) = (year is null) and (period is null) = (month is null))
) strict;

-- The same content counts once for a department; a refused file may come again after the plan was mended.
create unique index submission_waits_once on submission (sha256, ifnull(department, '')) where state = 'stored';
create unique index submission_counts_once on submission (sha256, department) where state = 'committed';
create index submission_by_content on submission (sha256);
create index submission_by_period on submission (year, month);

create table finding (
  submission integer not null references submission (id),
  position integer not null,
  code text not null check (code <> ''),
  severity text not null check (severity in ('error', 'warning', 'info')),
  file text,
  -- A text file has no sheet (stated, null); a finding about the whole file states none.
  sheet_stated integer not null check (sheet_stated in (0, 1)),
  sheet text check (sheet is null or sheet_stated = 1),
  row_number integer,
  column_header text,
  cell text,
  params text not null check (json_valid(params)),
  primary key (submission, position)
) strict, without rowid;

-- One value that a cell states, with both times: `period` (of which month) and `recorded_at` (since when we know).
create table fact (
  id integer primary key,
  submission integer not null references submission (id),
  kind text not null check (kind in ('project', 'indicator')),
  code text not null check (code <> ''),
  period text not null check (period glob '[0-9][0-9][0-9][0-9]-[01][0-9]'),
  year integer not null,
  month integer not null check (month between 1 and 13),
  field text not null check (field <> ''),
  value_integer integer check (value_integer between -9007199254740991 and 9007199254740991),
  value_real real,
  text text,
  withdrawn integer not null check (withdrawn in (0, 1)),
  sheet text,
  row_number integer not null,
  column_header text not null,
  cell text not null,
  raw text not null,
  recorded_at text not null check (length(recorded_at) = 24 and recorded_at like '____-__-__T%Z'),
  check ((value_integer is not null) + (value_real is not null) + (text is not null) = 1 - withdrawn),
  check (value_integer is null or substr(field, -5) = '_rial')
) strict;

create index fact_by_period on fact (year, month, code, field, recorded_at);
create index fact_by_code on fact (code, year, month);

create trigger fact_keeps_rows before update on fact
begin
  select raise(abort, 'facts are append-only');
end;

create trigger fact_loses_none before delete on fact
begin
  select raise(abort, 'facts are append-only');
end;
