-- One database is one organisation. The calendar is kept, because fiscal years and months were counted with it.
create table workspace (
  id integer primary key check (id = 1),
  calendar_kind text not null check (calendar_kind in ('jalali', 'gregorian')),
  year_start_month integer not null check (year_start_month between 1 and 12)
) strict;

-- What happened, in order. Each hash covers the one before it, so that a later edit of any event shows.
create table ledger (
  seq integer primary key,
  at text not null check (length(at) = 24 and at like '____-__-__T%Z'),
  event text not null check (event <> ''),
  body text not null check (json_valid(body)),
  previous text not null,
  hash text not null unique check (length(hash) = 64)
) strict;

create trigger ledger_keeps_rows before update on ledger
begin
  select raise(abort, 'the ledger is append-only');
end;

create trigger ledger_loses_none before delete on ledger
begin
  select raise(abort, 'the ledger is append-only');
end;
